import { createHash, type Hash } from "node:crypto";
import { createReadStream, readFileSync, readlinkSync } from "node:fs";
import { join, posix } from "node:path";
import { pipeline } from "node:stream/promises";
import { includesOf } from "./includes.ts";
import { lookAt, type SourcePlace, unknownTarget } from "./look.ts";

export type { SourcePlace };

/** What one file is, as far as a build can tell. */
export interface SourceFileFacts {
  readonly path: string;
  /** `missing` is tracked but deleted. */
  readonly kind: "file" | "executable" | "link" | "directory" | "other" | "missing";
  /** It is a link, and leads to a directory. */
  readonly isLinkedDirectory: boolean;
  readonly hash: string;
  readonly stamp: string;
  /** Of module files only. */
  readonly content: Buffer | null;
  readonly cgo: boolean;
  /** What an assembly file includes, as it is written there. */
  readonly includes: readonly string[];
  /** Why this file may stand for more than its content; null when it does not. */
  readonly unknown: string | null;
}

export function isModuleFile(path: string): boolean {
  return /(^|\/)go\.(mod|work)$/.test(path);
}

/** Same as long as nobody wrote to the file, or, for a link, to the file it leads to. */
export function stampOf(path: string): string {
  return lookAt(path).stamp;
}

/** At once, except for a file that is too large to be read while everything else waits. */
export function readFacts(place: SourcePlace, path: string): SourceFileFacts | Promise<SourceFileFacts> {
  const absolute = join(place.root, path);
  const { kind, stamp, target, size } = lookAt(absolute);
  // A link counts by where it leads and by what is there.
  const hash = createHash("sha256").update(`${kind === "link" ? readlinkSync(absolute) : ""}\0`);
  const unknown = kind === "other" ? `${path} is no ordinary file` : unknownTarget(place, path, target);
  const known = { path, kind, isLinkedDirectory: target === "directory", stamp, unknown };
  if (size === null) return { ...known, ...said(path, null), hash: hash.digest("hex") };
  if (size > readWhole && !isRead(path)) return readLarge(absolute, hash, known);
  const content = readFileSync(absolute);
  return { ...known, ...said(path, content), hash: hash.update(content).digest("hex") };
}

async function readLarge(
  absolute: string,
  hash: Hash,
  known: Pick<SourceFileFacts, "path" | "kind" | "isLinkedDirectory" | "stamp" | "unknown">,
): Promise<SourceFileFacts> {
  await pipeline(createReadStream(absolute), hash, { end: false });
  return { ...known, ...said(known.path, null), hash: hash.digest("hex") };
}

/** Bytes. */
const readWhole = 1_000_000;

/** Files that are not only hashed. */
function isRead(path: string): boolean {
  return isModuleFile(path) || /\.(go|s)$/.test(path);
}

/** What else the file says, by its name and content. */
function said(path: string, content: Buffer | null): Pick<SourceFileFacts, "content" | "cgo" | "includes"> {
  const extension = posix.extname(path);
  const swig = extension === ".swig" || extension === ".swigcxx";
  return {
    content: isModuleFile(path) ? content : null,
    cgo: swig || (extension === ".go" && content !== null && importsC(content)),
    includes: extension === ".s" && content !== null ? includesOf(content.toString("latin1")) : [],
  };
}

/** `import "C"`, alone or in a group. What only looks like it, in a comment or a string, costs a reuse, no more. */
function importsC(content: Buffer): boolean {
  return content.includes('"C"') && /(^|\bimport|[(;]|\*\/)[ \t]*"C"/m.test(content.toString("latin1"));
}
