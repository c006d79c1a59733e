import { createHash } from "node:crypto";
import { mkdir, open, readFile, realpath, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { create } from "tar";
import * as z from "zod";
import { EnvironmentError, ifThere } from "../../errors.ts";
import { digestFile } from "../../files/digest-file.ts";
import { linkOrCopy } from "../../files/move.ts";
import { fullReference } from "./references.ts";

/**
 * Images as OCI layouts on disk (https://specs.opencontainers.org/image-spec/image-layout/), with the `manifest.json` of `docker save` beside, which
 * every docker that can load images understands.
 */
const descriptorSchema = z.object({
  mediaType: z.string(),
  digest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  size: z.number(),
  platform: z.object({ os: z.string(), architecture: z.string(), variant: z.string().optional() }).optional(),
});
/** With whatever else it says, for whoever writes it anew. */
const indexSchema = z.looseObject({ manifests: z.array(z.looseObject(descriptorSchema.shape)) });
const manifestSchema = z.object({ config: descriptorSchema, layers: z.array(descriptorSchema) });
const configSchema = z.object({ os: z.string(), architecture: z.string(), variant: z.string().optional() });
const savedSchema = z.array(z.object({ Config: z.string(), Layers: z.array(z.string()).nullable() }));

type Descriptor = z.infer<typeof descriptorSchema>;
export type Manifest = z.infer<typeof manifestSchema>;

export interface LayoutImage {
  /** `linux/arm64`, `linux/arm/v7`. */
  readonly platform: string;
  readonly configDigest: string;
  /** Paths of the files, absolute. */
  readonly config: string;
  readonly layers: readonly string[];
}

/** Manifest in the terms of OCI or Docker; null for an index. */
export function parseManifest(value: unknown): Manifest | null {
  const parsed = manifestSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

/** What an index names; null for a manifest. */
export function parseIndex(value: unknown): readonly Descriptor[] | null {
  const parsed = indexSchema.safeParse(value);
  return parsed.success ? parsed.data.manifests : null;
}

/** The images of an OCI layout, however its indexes are nested; attestations are left out. */
export async function readLayout(dir: string): Promise<readonly LayoutImage[]> {
  const images: LayoutImage[] = [];
  const pending = [join(dir, "index.json")];
  for (let path = pending.shift(); path !== undefined; path = pending.shift()) {
    const value = await readJson(path);
    for (const { digest, platform } of parseIndex(value) ?? []) {
      if (platform?.os !== "unknown") pending.push(blobPath(dir, digest));
    }
    const manifest = parseManifest(value);
    if (manifest === null) continue;
    const config = blobPath(dir, manifest.config.digest);
    const layers = manifest.layers.map((layer) => blobPath(dir, layer.digest));
    images.push({ platform: await platformOf(config), configDigest: manifest.config.digest, config, layers });
  }
  return images;
}

/** A layout without attestations, in `to` (absolute, not there); byte by byte the same where it has none. */
export async function withoutAttestations(from: string, to: string): Promise<string> {
  const kept: Pick<Descriptor, "digest">[] = [];
  /** The text of an index without them. */
  const strip = async (path: string): Promise<string> => {
    const index = indexSchema.parse(await readJson(path));
    const manifests: (typeof index)["manifests"] = [];
    for (const entry of index.manifests.filter(({ platform }) => platform?.os !== "unknown")) {
      const blob = blobPath(from, entry.digest);
      const inner = parseManifest(await readJson(blob));
      if (inner !== null) {
        kept.push(entry, inner.config, ...inner.layers);
        manifests.push(entry);
        continue;
      }
      const text = await strip(blob);
      const digest = `sha256:${createHash("sha256").update(text).digest("hex")}`;
      await writeFile(blobPath(to, digest), text);
      manifests.push({ ...entry, digest, size: Buffer.byteLength(text) });
    }
    const attested = manifests.length < index.manifests.length;
    const changed = manifests.some(({ digest }, at) => digest !== index.manifests[at]?.digest);
    return attested || changed ? JSON.stringify({ ...index, manifests }) : await readFile(path, "utf8");
  };
  await mkdir(join(to, "blobs", "sha256"), { recursive: true });
  await writeFile(join(to, "index.json"), await strip(join(from, "index.json")));
  for (const digest of new Set(kept.map((descriptor) => descriptor.digest))) {
    await linkOrCopy(blobPath(from, digest), blobPath(to, digest));
  }
  await markLayout(to);
  return to;
}

/** The image for a platform (`os/arch`, perhaps with a variant), else the first. Throws EnvironmentError when there is none at all. */
export function nativeImage(images: readonly LayoutImage[], enginePlatform: string): LayoutImage {
  const own = images.find(({ platform }) => `${platform}/`.startsWith(`${enginePlatform}/`)) ?? images[0];
  if (own === undefined) throw new EnvironmentError("the builder answered with an empty image", "Run again.");
  return own;
}

/** The image in an unpacked `docker save`, of any age. */
export async function readSaved(dir: string): Promise<LayoutImage> {
  const [saved] = savedSchema.parse(await readJson(join(dir, "manifest.json")));
  if (saved === undefined) throw new Error("docker save: manifest.json names no image");
  const config = join(dir, saved.Config);
  const layers = (saved.Layers ?? []).map((layer) => join(dir, layer));
  return { platform: await platformOf(config), configDigest: await digestOf(config), config, layers };
}

async function platformOf(config: string): Promise<string> {
  const { os, architecture, variant } = configSchema.parse(await readJson(config));
  return [os, architecture, ...(variant === undefined || variant === "" ? [] : [variant])].join("/");
}

/** Writes one image as a layout of its own into `dir`, with `manifest.json`; files are linked, not copied, where that is possible. */
export async function writeLayout(dir: string, image: LayoutImage, references: readonly string[]): Promise<void> {
  await mkdir(join(dir, "blobs", "sha256"), { recursive: true });
  const layers: Descriptor[] = [];
  for (const layer of image.layers) layers.push(await addBlob(dir, layer, await layerType(layer)));
  const config = await addBlob(dir, image.config, "application/vnd.oci.image.config.v1+json");
  const type = "application/vnd.oci.image.manifest.v1+json";
  const manifest = JSON.stringify({ schemaVersion: 2, mediaType: type, config, layers });
  const digest = `sha256:${createHash("sha256").update(manifest).digest("hex")}`;
  await writeFile(blobPath(dir, digest), manifest);
  const entry = { mediaType: type, digest, size: Buffer.byteLength(manifest) };
  const manifests = references.map((reference) => ({ ...entry, annotations: nameAnnotations(reference) }));
  await writeFile(join(dir, "index.json"), JSON.stringify({ schemaVersion: 2, manifests }));
  await markLayout(dir);
  const blob = (digest: string): string => `blobs/sha256/${digest.slice("sha256:".length)}`;
  const Layers = layers.map((layer) => blob(layer.digest));
  await writeFile(
    join(dir, "manifest.json"),
    JSON.stringify([{ Config: blob(config.digest), RepoTags: references, Layers }]),
  );
}

/** buildx leaves this file out of a layout in a directory before 0.11. */
async function markLayout(dir: string): Promise<void> {
  await writeFile(join(dir, "oci-layout"), JSON.stringify({ imageLayoutVersion: "1.0.0" }));
}

/** How `docker load` and containerd find an image's name in a layout. */
function nameAnnotations(reference: string): Readonly<Record<string, string>> {
  const tag = reference.slice(reference.lastIndexOf(":") + 1);
  return { "io.containerd.image.name": fullReference(reference), "org.opencontainers.image.ref.name": tag };
}

/** Packs a layout; equal layouts make equal files. */
export async function packLayout(dir: string, file: string): Promise<void> {
  const names = ["oci-layout", "index.json", "manifest.json", "blobs"];
  const there = await Promise.all(names.map((name) => exists(join(dir, name))));
  const entries = names.filter((_, index) => there[index]);
  await create({ cwd: dir, file, portable: true, mtime: new Date(0), jobs: 1 }, entries);
}

async function addBlob(dir: string, file: string, mediaType: string): Promise<Descriptor> {
  // docker save of before 25 links to layers that occur twice.
  const source = await realpath(file);
  const digest = await digestOf(source);
  const { size } = await stat(source);
  const target = blobPath(dir, digest);
  if (!(await exists(target))) await linkOrCopy(source, target);
  return { mediaType, digest, size };
}

/** By the first bytes: gzip, zstd, or a plain tar. */
async function layerType(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    const plain = "application/vnd.oci.image.layer.v1.tar";
    if (buffer.readUInt16BE(0) === 0x1f8b) return `${plain}+gzip`;
    return buffer.readUInt32LE(0) === 0xfd2fb528 ? `${plain}+zstd` : plain;
  } finally {
    await file.close();
  }
}

async function digestOf(path: string): Promise<string> {
  return `sha256:${(await digestFile(path)).sha256}`;
}

function blobPath(dir: string, digest: string): string {
  return join(dir, "blobs", "sha256", digest.replace(/^sha256:/, ""));
}

async function exists(path: string): Promise<boolean> {
  return (await ifThere(stat(path))) !== null;
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, "utf8"));
}
