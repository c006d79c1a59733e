import { posix } from "node:path";
import { joinPath } from "./gomod.ts";

/** Directories at or below `from` with a go.mod, but for what `filesNamed` leaves out. Sorted. */
export function moduleDirs(files: readonly string[], from: string): readonly string[] {
  return filesNamed("go.mod", files, from)
    .map((file) => posix.dirname(file))
    .sort();
}

/**
 * The files of a name at or below `from`, leaving out what Go itself never looks at below it (vendor, testdata, names that start with `_` or `.`) and
 * node_modules.
 */
export function filesNamed(name: string, files: readonly string[], from: string): readonly string[] {
  const base = from === "." ? "" : `${from}/`;
  const hidden = /(^|\/)(vendor|testdata|node_modules|[_.][^/]*)\//;
  return files.filter(
    (file) => file.startsWith(base) && posix.basename(file) === name && !hidden.test(file.slice(base.length)),
  );
}

/** `dir` and every directory above it, up to the repository's root. */
export function upwards(dir: string): readonly string[] {
  const dirs = [dir];
  for (let at = dir; at !== "."; ) {
    at = at.includes("/") ? at.slice(0, at.lastIndexOf("/")) : ".";
    dirs.push(at);
  }
  return dirs;
}

/** The first of the names that lies nearest, in `dir` or above it. */
export function fileAbove(dir: string, names: readonly string[], files: ReadonlySet<string>): string | null {
  for (const place of upwards(dir)) {
    const found = names.map((name) => joinPath(place, name)).find((path) => files.has(path));
    if (found !== undefined) return found;
  }
  return null;
}
