import { createHash, type Hash } from "node:crypto";
import { createReadStream, lstatSync, readFileSync, readlinkSync, statSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { hasCode } from "../../../errors.ts";
import { inSlices } from "../../../project/in-slices.ts";
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
  const files = await Promise.all(await inSlices(paths, (path) => readFacts(request.root, path)));
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
  return digestOf(await inSlices(paths, (path) => [path, statOf(join(request.root, path)).stamp]));
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

/** At once, except for a file that is too large to be read while everything else waits. */
function readFacts(root: string, path: string): Facts | Promise<Facts> {
  const absolute = join(root, path);
  const { kind, stamp } = statOf(absolute);
  const target = kind === "link" ? readlinkSync(absolute) : "";
  const hash = createHash("sha256").update(`${target}\0`);
  // A link counts by where it leads and by what is there.
  const size = kind === "missing" || kind === "other" ? null : fileSize(absolute);
  if (size !== null && size > readWhole) return readLarge(absolute, hash, { path, kind, stamp });
  const content = size === null ? null : readFileSync(absolute);
  if (content !== null) hash.update(content);
  return { path, kind, hash: hash.digest("hex"), stamp, content: isModuleFile(path) ? content : null };
}

async function readLarge(absolute: string, hash: Hash, known: Pick<Facts, "path" | "kind" | "stamp">): Promise<Facts> {
  await pipeline(createReadStream(absolute), hash, { end: false });
  return { ...known, hash: hash.digest("hex"), content: null };
}

/** Bytes. */
const readWhole = 1_000_000;

/** Of a regular file, links followed; null for anything else (Go follows no links to directories) and for nothing. */
function fileSize(path: string): number | null {
  try {
    const found = statSync(path);
    return found.isFile() ? found.size : null;
  } catch (error) {
    if (hasCode(error, "ENOENT", "ELOOP", "ENOTDIR")) return null;
    throw error;
  }
}

function statOf(path: string): Pick<Facts, "kind" | "stamp"> {
  try {
    const found = lstatSync(path, { bigint: true });
    const stamp = [found.mode, found.size, found.mtimeNs, found.ctimeNs, found.ino].join(" ");
    const kind = found.isSymbolicLink() ? "link" : found.isFile() ? "file" : "other";
    return { kind: kind === "file" && (found.mode & 0o100n) !== 0n ? "executable" : kind, stamp };
  } catch (error) {
    if (hasCode(error, "ENOENT", "ENOTDIR")) return { kind: "missing", stamp: "" };
    throw error;
  }
}
