import { type BigIntStats, lstatSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, join, relative, sep } from "node:path";
import { hasCode } from "../../../errors.ts";
import type { SourceFileFacts } from "./source-file.ts";

/** The repository, as far as links may lead in it. */
export interface SourcePlace {
  /** Absolute. */
  readonly root: string;
  /** The same, links resolved. */
  readonly real: string;
  /** Absolute paths below `real` that are no part of it. */
  readonly without: readonly string[];
}

export interface Look extends Pick<SourceFileFacts, "kind" | "stamp"> {
  /** What a link leads to; null for what is no link, and when nothing is there. */
  readonly target: "file" | "directory" | "other" | null;
  /** Bytes of the regular file that is there, links followed; null when there is none. */
  readonly size: bigint | null;
}

/** What is at `path` (absolute), without reading it. */
export function lookAt(path: string): Look {
  const own = unlessMissing(() => lstatSync(path, { bigint: true }), "ENOENT", "ENOTDIR");
  if (own === null) return { kind: "missing", stamp: "", target: null, size: null };
  if (!own.isSymbolicLink()) {
    const size = own.isFile() ? own.size : null;
    return { kind: kindOf(own), stamp: timesOf(own), target: null, size };
  }
  const found = unlessMissing(() => statSync(path, { bigint: true }), "ENOENT", "ENOTDIR", "ELOOP");
  const target = found === null ? null : targetOf(found);
  // The time of a directory changes with what is no source of a build, such as our own output; its files have stamps of their own.
  const there = found === null ? "" : target === "file" ? timesOf(found) : `${found.dev} ${found.ino}`;
  return {
    kind: "link",
    stamp: `${timesOf(own)} ${there}`,
    target,
    size: found !== null && target === "file" ? found.size : null,
  };
}

function kindOf(found: BigIntStats): SourceFileFacts["kind"] {
  if (found.isDirectory()) return "directory";
  if (!found.isFile()) return "other";
  return (found.mode & 0o100n) === 0n ? "file" : "executable";
}

function targetOf(found: BigIntStats): "file" | "directory" | "other" {
  return found.isFile() ? "file" : found.isDirectory() ? "directory" : "other";
}

function timesOf(found: BigIntStats): string {
  return [found.mode, found.size, found.mtimeNs, found.ctimeNs, found.ino].join(" ");
}

/**
 * Why what a link leads to is not among the sources; null when it is. Go follows links to directories where a module is (`replace`, `use`, `vendor`) and
 * where an import path names a package, though `./...` passes over them (Go 1.26.8).
 */
export function unknownTarget(
  { root, real, without }: SourcePlace,
  path: string,
  target: Look["target"],
): string | null {
  if (target === null) return null;
  const there = realpathSync.native(join(root, path));
  const way = relative(real, there);
  if (way.split(sep)[0] === ".." || isAbsolute(way)) return `the link ${path} leads out of the repository`;
  if (target === "other") return `the link ${path} leads to no ordinary file`;
  const isLeft =
    way.split(sep).includes(".git") || without.some((left) => `${there}${sep}`.startsWith(`${left}${sep}`));
  return target === "directory" && isLeft ? `the link ${path} leads to what is no source` : null;
}

function unlessMissing<T>(look: () => T, ...codes: readonly string[]): T | null {
  try {
    return look();
  } catch (error) {
    if (hasCode(error, ...codes)) return null;
    throw error;
  }
}
