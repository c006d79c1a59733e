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
  const seen = seenFrom(from);
  return files.filter((file) => posix.basename(file) === name && seen(file));
}

/** Directories with Go files at or below `from` that lie in no module, as in a repository that keeps its go.mod under another name: no go command looks at them. Sorted. */
export function looseDirs(files: readonly string[], from: string): readonly string[] {
  const seen = seenFrom(from);
  const modules = new Set(files.filter((file) => posix.basename(file) === "go.mod").map((file) => posix.dirname(file)));
  const dirs = files
    .filter((file) => /(^|\/)[^_./][^/]*\.go$/.test(file) && seen(file))
    .map((file) => posix.dirname(file));
  return [...new Set(dirs)].filter((dir) => !upwards(dir).some((above) => modules.has(above))).sort();
}

/** Whether Go itself could look at a file below `from`. */
function seenFrom(from: string): (file: string) => boolean {
  const base = from === "." ? "" : `${from}/`;
  const hidden = /(^|\/)(vendor|testdata|node_modules|[_.][^/]*)\//;
  return (file) => file.startsWith(base) && !hidden.test(file.slice(base.length));
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
