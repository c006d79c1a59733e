import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { digestFile, isRegularFile } from "../collect/files.ts";
import type { OutputDir } from "../files/output-dir.ts";
import type { Project } from "../model/project.ts";
import type { PlannedRelease } from "../model/release.ts";
import { type Asset, assetName } from "../release/asset.ts";
import type { Collected } from "../results/assemble.ts";
import { archiveNames } from "./archives.ts";

/** The files of a release: archives of the module, else its binaries, what there is of their contents, and the checksums of all. */
export async function releaseAssets(
  { module, version }: PlannedRelease,
  { archives, artifacts }: Pick<Collected, "archives" | "artifacts">,
  project: Project,
  output: OutputDir,
): Promise<readonly Asset[]> {
  const binaries = artifacts.filter((artifact) => artifact.module === module);
  const packed = archives?.filter((archive) => archive.module === module);
  const files = [
    ...(packed?.map(({ name }) => join(output.archives, name)) ?? binaries.map(({ name }) => join(output.bin, name))),
    ...(await contents(binaries, output)),
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

/** The software bill of materials of each binary, where there is one. */
async function contents(binaries: Collected["artifacts"], output: OutputDir): Promise<readonly string[]> {
  const paths = binaries.map(({ name }) => join(output.path, "sbom", `${name}.cdx.json`));
  const there = await Promise.all(paths.map(isRegularFile));
  return paths.filter((_, at) => there[at] === true);
}

async function assetOf(path: string): Promise<Asset> {
  const { sha256, size } = await digestFile(path);
  const [file = path] = path.split(/[/\\]/).slice(-1);
  return { name: assetName(file), size, sha256, read: () => readFile(path) };
}
