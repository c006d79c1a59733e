import { posix } from "node:path";
import { importedPath, isAbsolute, repoPath, type SourceMap, slashes } from "./source-map.ts";

/** Where a tool ran, relative to the repository. */
interface Place extends SourceMap {
  readonly cwd: string;
}

/** A Go file with counters that `go test` has written for cgo; Go 1.26 and 1.27 say nothing else of the file it was made of. */
const withCounters = /^\$WORK\/b\d+\/([^/]+)\.cover\.go$/;
/** Code of cgo's own, and what C compilers call the code that is in no file. */
const noFile = /^(?:\$WORK\/|<|cgo-[a-z-]+$)/;

/**
 * The path in the repository of a file as a compiler names it, in the messages on the package `inPackage`; null when it is no file of the repository.
 */
export function diagnosedPath(printed: string, inPackage: string | null, place: Place): string | null {
  const name = slashes(printed);
  const dir = inPackage === null ? null : importedPath(place, inPackage);
  const counted = withCounters.exec(name)?.[1];
  if (counted !== undefined) return dir === null ? null : posix.join(dir, `${counted}.go`);
  if (noFile.test(name)) return null;
  return dir !== null && isRelativeToPackage(name, dir, place)
    ? posix.join(dir, name)
    : repoPath(place, name, place.cwd);
}

/**
 * C compilers run in the directory of the package and name files from there. Absolute names, and all of Go files, are made relative to
 * where `go` runs.
 */
function isRelativeToPackage(name: string, dir: string, { cwd }: Place): boolean {
  if (isAbsolute(name) || name.startsWith("../") || name.endsWith(".go")) return false;
  const fromCwd = posix.relative(cwd, dir);
  return name.startsWith("./") || !name.startsWith(`${fromCwd}/`);
}
