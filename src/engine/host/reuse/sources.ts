import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { lstat, readFile, readlink, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import PQueue from "p-queue";
import { hasCode, ifThere } from "../../../errors.ts";
import { readUploadRule } from "../../../project/source.ts";
import { digestOf } from "../digest.ts";

/** What the files are that can decide a format, vet or build stage, at one moment. */
export interface Sources {
  /** SHA-256 over paths, kinds and contents, in hexadecimal. */
  readonly digest: string;
  /** SHA-256 over paths, sizes, times and inode numbers: the same as long as nobody wrote to a file. */
  readonly stamp: string;
  /** Contents of all go.mod and go.work files. */
  readonly moduleFiles: readonly string[];
}

export interface SourcesRequest {
  /** Absolute path of the repository. */
  readonly root: string;
  /** Absolute paths that are no part of it, such as the output directory. */
  readonly without: readonly string[];
}

/**
 * Reads every file that a build could read: what would go to an engine elsewhere (tracked, new, and ignored files that a build needs), and the ones that
 * only their secret-looking names keep here. More than a stage needs, so a change of a file that it does not read makes it run again, never the reverse.
 */
export async function readSources(request: SourcesRequest): Promise<Sources> {
  const paths = await listPaths(request);
  const files = await new PQueue({ concurrency: width }).addAll(
    paths.map((path) => () => readFacts(request.root, path)),
  );
  const moduleFiles = files.filter(({ path }) => isModuleFile(path)).map(({ content }) => content?.toString() ?? "");
  return {
    digest: digestOf(files.map(({ path, kind, hash }) => [path, kind, hash])),
    stamp: digestOf(files.map(({ path, stamp }) => [path, stamp])),
    moduleFiles,
  };
}

/** The stamp of the files as they are now, without reading them. */
export async function readStamp(request: SourcesRequest): Promise<string> {
  const paths = await listPaths(request);
  const stampOf = async (path: string): Promise<readonly [string, string]> => [
    path,
    (await statOf(join(request.root, path))).stamp,
  ];
  return digestOf(await new PQueue({ concurrency: width }).addAll(paths.map((path) => () => stampOf(path))));
}

async function listPaths(request: SourcesRequest): Promise<readonly string[]> {
  const { files, secretLooking } = await readUploadRule(request);
  return [...files, ...secretLooking].sort();
}

function isModuleFile(path: string): boolean {
  return /(^|\/)go\.(mod|work)$/.test(path);
}

interface Facts {
  readonly path: string;
  /** `missing` is tracked but deleted. */
  readonly kind: "file" | "executable" | "link" | "other" | "missing";
  readonly hash: string;
  readonly stamp: string;
  /** Of module files only. */
  readonly content: Buffer | null;
}

async function readFacts(root: string, path: string): Promise<Facts> {
  const absolute = join(root, path);
  const { kind, stamp } = await statOf(absolute);
  const target = kind === "link" ? await readlink(absolute) : "";
  const hash = createHash("sha256").update(`${target}\0`);
  // A link counts by where it leads and by what is there.
  const size = kind === "missing" || kind === "other" ? null : await fileSize(absolute);
  const content = isModuleFile(path) && size !== null ? await readFile(absolute) : null;
  if (content !== null) hash.update(content);
  else if (size !== null && size <= readWhole) hash.update(await readFile(absolute));
  else if (size !== null) await pipeline(createReadStream(absolute), hash, { end: false });
  return { path, kind, hash: hash.digest("hex"), stamp, content };
}

/** Bytes. Larger files are read in pieces. */
const readWhole = 4_000_000;

/** Of a regular file, links followed; null for anything else (Go follows no links to directories) and for nothing. */
async function fileSize(path: string): Promise<number | null> {
  try {
    const found = await stat(path);
    return found.isFile() ? found.size : null;
  } catch (error) {
    if (hasCode(error, "ENOENT", "ELOOP", "ENOTDIR")) return null;
    throw error;
  }
}

async function statOf(path: string): Promise<Pick<Facts, "kind" | "stamp">> {
  const found = await ifThere(lstat(path, { bigint: true }));
  if (found === null) return { kind: "missing", stamp: "" };
  const stamp = [found.mode, found.size, found.mtimeNs, found.ctimeNs, found.ino].join(" ");
  const kind = found.isSymbolicLink() ? "link" : found.isFile() ? "file" : "other";
  return { kind: kind === "file" && (found.mode & 0o100n) !== 0n ? "executable" : kind, stamp };
}

/** Open files at the same time: enough to keep the disk busy, far from any limit. */
const width = 64;
