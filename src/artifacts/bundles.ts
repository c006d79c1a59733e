import { mkdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { type Platform, platformKey } from "../model/platform.ts";
import type { Archive, Artifact, Sbom } from "../model/report.ts";
import { checksumsFile } from "../results/checksums.ts";
import { binariesArtifact, namedArtifact } from "./names.ts";
import { packExecutables } from "./pack.ts";
import { findFiles, refusalOf } from "./regular-files.ts";

/** What a run leaves behind for the workflow. */
export interface ArtifactDelivery {
  /** Absolute. */
  readonly outputDirectory: string;
  /** Absolute; paths of `artifacts` and `image` are relative to it. */
  readonly repository: string;
  readonly artifacts: readonly Artifact[];
  /** Their `checksums.txt` lies beside them. */
  readonly archives: readonly Archive[];
  /** Those of binaries lie beside them. */
  readonly sboms: readonly Sbom[];
  /** Path of the image's tarball, null without one. */
  readonly image: string | null;
  /** The module's last element: the `<name>` of artifacts with binaries. */
  readonly name: string;
  readonly prefix: string;
}

/** One workflow artifact, made when its turn comes. */
export interface Bundle {
  readonly name: string;
  /** Throws an Error when there is nothing to upload. `scratch`: absolute, empty. */
  readonly prepare: (scratch: string) => Promise<Content>;
}

export interface Content {
  /** Absolute paths of regular files below `root`. */
  readonly files: readonly string[];
  readonly root: string;
  readonly compressed: boolean;
  /** Files that are left out, with the reason. */
  readonly refused: readonly string[];
}

/** One bundle per platform, the image's tarball, and everything else in the output directory as the report. */
export function bundlesOf(delivery: ArtifactDelivery): readonly Bundle[] {
  const { artifacts, image, prefix } = delivery;
  const groups = byPlatform(artifacts).map(([platform, group]) => {
    const name = binariesArtifact(prefix, delivery.name, platform);
    return { name, prepare: (scratch: string) => packedBinaries(delivery, group, name, scratch) };
  });
  const tarball = image === null ? [] : [resolve(delivery.repository, image)];
  const images = tarball.map((path) => ({ name: namedArtifact(prefix, "image"), prepare: () => imageTarball(path) }));
  const [packed] = delivery.archives.map(({ path }) => dirname(resolve(delivery.repository, path)));
  const archives =
    packed === undefined ? [] : [{ name: namedArtifact(prefix, "archives"), prepare: () => packedAlready(packed) }];
  const archived = delivery.archives.map(({ path }) => resolve(delivery.repository, path));
  const sums = packed === undefined ? [] : [join(packed, checksumsFile)];
  const apart = [...artifacts.map(({ path }) => resolve(delivery.repository, path)), ...archived, ...sums, ...tarball];
  const report = {
    name: namedArtifact(prefix, "report"),
    prepare: () => everythingBut(apart, delivery.outputDirectory),
  };
  return [report, ...groups, ...archives, ...images];
}

function byPlatform(artifacts: readonly Artifact[]): readonly (readonly [Platform, readonly Artifact[]])[] {
  const groups = new Map<string, [Platform, Artifact[]]>();
  for (const artifact of artifacts) {
    const group = groups.get(platformKey(artifact));
    if (group === undefined) groups.set(platformKey(artifact), [artifact, [artifact]]);
    else group[1].push(artifact);
  }
  return [...groups.values()];
}

async function packedBinaries(
  delivery: ArtifactDelivery,
  artifacts: readonly Artifact[],
  name: string,
  scratch: string,
): Promise<Content> {
  await mkdir(scratch);
  const archive = join(scratch, `${name}.tar.gz`);
  const packed = (executable: boolean) => (product: Pick<Artifact, "path" | "sha256">) => {
    const file = resolve(delivery.repository, product.path);
    return { path: file, name: basename(file), sha256: product.sha256, executable };
  };
  const names = new Set(artifacts.map((artifact) => artifact.name));
  const sboms = delivery.sboms.filter(({ subject, of }) => subject === "binary" && names.has(of));
  const files = [...artifacts.map(packed(true)), ...sboms.map(packed(false))];
  await packExecutables(files, scratch, archive);
  return { files: [archive], root: scratch, compressed: true, refused: [] };
}

async function packedAlready(root: string): Promise<Content> {
  const { files, refused } = await findFiles(root);
  return {
    files: files.map((path) => resolve(root, path)),
    root,
    compressed: true,
    refused: refused.map(({ path, reason }) => `${path} was left out: ${reason}`),
  };
}

async function imageTarball(path: string): Promise<Content> {
  const refusal = await refusalOf(path);
  if (refusal !== null) throw new Error(`${basename(path)} was refused: ${refusal}`);
  return { files: [path], root: dirname(path), compressed: false, refused: [] };
}

async function everythingBut(apart: readonly string[], root: string): Promise<Content> {
  const { files, refused } = await findFiles(root);
  const others = new Set(apart);
  return {
    files: files.map((path) => resolve(root, path)).filter((path) => !others.has(path)),
    root,
    compressed: false,
    refused: refused
      .filter(({ path }) => !others.has(resolve(root, path)))
      .map(({ path, reason }) => `${path} was left out: ${reason}`),
  };
}
