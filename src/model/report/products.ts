import * as z from "zod";
import { count, sha256 } from "./numbers.ts";

export const artifactSchema = z.object({
  name: z.string(),
  os: z.string(),
  arch: z.string(),
  variant: z.string().nullable(),
  /** Directory of the module it was built from, relative to the repository. */
  module: z.string(),
  /** Import path of the main package. */
  package: z.string(),
  path: z.string(),
  sha256,
  size: count,
  /** What its header says: `ELF`, `Mach-O`, `PE` …, and whether it asks for a loader or libraries of the system. Absent: it is no program that is known. */
  executable: z
    .object({ format: z.string(), arch: z.string().nullable(), linkage: z.enum(["static", "dynamic"]).nullable() })
    .optional(),
  /** Path of the archive that holds it. */
  archive: z.string().optional(),
});

/** All programs of a module for a platform, packed to be handed to people. */
export const archiveSchema = z.object({
  name: z.string(),
  os: z.string(),
  arch: z.string(),
  variant: z.string().nullable(),
  /** Directory of the module, relative to the repository. */
  module: z.string(),
  /** Of the module: `v1.2.3`. */
  version: z.string(),
  path: z.string(),
  sha256,
  size: count,
  /** Names of the binaries in it, as `artifacts` has them. */
  binaries: z.array(z.string()),
});

/** A software bill of materials: CycloneDX 1.6, JSON. */
export const sbomSchema = z.object({
  name: z.string(),
  /** What it is of: a binary by its name in `artifacts`, or the image by its name. */
  subject: z.enum(["binary", "image"]),
  of: z.string(),
  path: z.string(),
  sha256,
  size: count,
});

export const imageSchema = z.object({
  name: z.string(),
  tags: z.array(z.string()),
  digest: z.string().nullable(),
  configDigest: z.string().nullable(),
  platforms: z.array(z.string()),
  size: count.nullable(),
  layers: count.nullable(),
  base: z.string().nullable(),
  tested: z.string().nullable(),
  path: z.string().nullable(),
});

/** What is signed to say which commit, workflow and run it comes from. */
export const attestationSchema = z.object({
  /** Where people see it; of several the first. null: the service does not say. */
  url: z.string().nullable(),
  /** Sigstore bundles, a line each. */
  path: z.string(),
  /** Files by their names, a pushed image by its own without a tag; `sha256:` and the sum. */
  subjects: z.array(z.object({ name: z.string(), digest: z.string() })),
});

/** What a pushed tag became at GitHub. */
export const releaseSchema = z.object({
  tag: z.string(),
  /** Directory of the module, relative to the repository. */
  module: z.string(),
  state: z.enum(["draft", "published"]),
  /** Where people see it. */
  url: z.string(),
  assets: z.array(z.object({ name: z.string(), sha256, size: count })),
});
