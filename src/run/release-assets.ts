import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isRegularFile } from "../collect/files.ts";
import { digestFile } from "../files/digest-file.ts";
import type { OutputDir } from "../files/output-dir.ts";
import type { Project } from "../model/project.ts";
import type { PlannedRelease } from "../model/release.ts";
import type { Artifact } from "../model/report.ts";
import { type Asset, assetName } from "../release/asset.ts";
import type { Collected } from "../results/assemble.ts";
import { archiveNames } from "./archives.ts";

/** A file as the run built it. */
type Built = Pick<Artifact, "name" | "sha256"> & { readonly path: string };

/** The files of a release: archives of the module, else its binaries, SBOMs of the binaries, and the checksums of all. Throws where one is not what the run built any more. */
export async function releaseAssets(
  { module, version }: PlannedRelease,
  { archives, artifacts, sboms = [] }: Pick<Collected, "archives" | "artifacts" | "sboms">,
  project: Project,
  output: OutputDir,
): Promise<readonly Asset[]> {
  const binaries = artifacts.filter((artifact) => artifact.module === module);
  const packed = archives?.filter((archive) => archive.module === module);
  const described = sboms.filter(({ subject, of }) => subject === "binary" && binaries.some(({ name }) => name === of));
  const files = [
    ...(packed?.map(builtIn(output.archives)) ?? binaries.map(builtIn(output.bin))),
    ...described.map(builtIn(output.sbom)),
  ];
  const assets = await Promise.all(files.map(assetOf));
  if (assets.length === 0) return [];
  const name = `${archiveNames(project).get(module) ?? "release"}_${version.replace(/^v/, "")}_checksums.txt`;
  const sums = Buffer.from(assets.map(({ sha256, name }) => `${sha256}  ${name}\n`).join(""));
  const sha256 = createHash("sha256").update(sums).digest("hex");
  const all = [...assets, { name: assetName(name), size: sums.length, sha256, read: async () => sums }];
  const twice = all.find((asset, at) => all.findIndex((other) => other.name === asset.name) < at);
  if (twice !== undefined) throw new Error(`two files of the release would be called ${twice.name}`);
  return all;
}

function builtIn(dir: string): (file: Omit<Built, "path">) => Built {
  return ({ name, sha256 }) => ({ name, sha256, path: join(dir, name) });
}

async function assetOf({ name, sha256, path }: Built): Promise<Asset> {
  const now = (await isRegularFile(path)) ? await digestFile(path) : null;
  if (now?.sha256 !== sha256) throw new Error(`${name} is not the file that the run built: something changed it since`);
  return { name: assetName(name), size: now.size, sha256, read: () => readFile(path) };
}
