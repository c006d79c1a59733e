import { posix } from "node:path";
import { isInside } from "./gomod.ts";
import type { Tree } from "./tree.ts";

/** Extensions from https://pkg.go.dev/cmd/go#hdr-Go_and_non_Go_source_files_ and go/build's `goodOSArchFile` callers. */
const sourceFile = /\.(go|s|S|sx|c|cc|cpp|cxx|m|h|hh|hpp|hxx|f|F|for|f90|swig|swigcxx|syso)$/;

const moduleFile = /^go\.(mod|sum|work|work\.sum)$/;

/** Of a main package, Go takes the profile of this name: https://go.dev/doc/pgo#building. */
const profile = "default.pgo";

/**
 * Tells which ignored files a build most likely needs. `named`: directories that a go.mod or go.work names, which count whatever they are called.
 */
export function neededForBuild(tree: Tree, named: readonly string[]): (path: string) => boolean {
  const all = everyPath(tree);
  const packageDirs = new Set(all.filter((path) => path.endsWith(".go")).map((path) => posix.dirname(path)));
  const isVendored = vendored(all);
  return (path) => {
    if (isVendored(path)) return true;
    if (outsideBuilds(path, named)) return false;
    const name = posix.basename(path);
    if (moduleFile.test(name)) return true;
    return (sourceFile.test(name) || name === profile) && packageDirs.has(posix.dirname(path));
  };
}

/**
 * Tells which ignored files a build without cgo could read, if only because an import names a directory with a leading `_` or `.`, which patterns such as
 * `./...` pass over. Module caches are left out: go.sum says what is in them.
 */
export function readableByBuild(tree: Tree, named: readonly string[]): (path: string) => boolean {
  const all = everyPath(tree);
  const isVendored = vendored(all);
  const inCache = inModuleCache(tree, named);
  return (path) => {
    const name = posix.basename(path);
    const known = moduleFile.test(name) || sourceFile.test(name) || name === profile || isVendored(path);
    return known && !inCache(path);
  };
}

export function everyPath({ tracked, untracked, ignored }: Tree): readonly string[] {
  return [...tracked, ...untracked, ...ignored];
}

function vendored(all: readonly string[]): (path: string) => boolean {
  const dirs = all.filter((path) => /(^|\/)vendor\/modules\.txt$/.test(path)).map((path) => posix.dirname(path));
  return (path) => dirs.some((dir) => path.startsWith(`${dir}/`));
}

/** `./...` finds no packages below names with a leading `.` or `_`, seen from the module; a module cache inside the repository is not part of it. */
export function outsideBuilds(path: string, named: readonly string[]): boolean {
  const views = [
    path,
    ...named.filter((dir) => dir !== "." && isInside(dir, path)).map((dir) => path.slice(dir.length)),
  ];
  return views.every((view) => /(^|\/)pkg\/mod\//.test(view) || /(^|\/)[._][^/]*\//.test(view));
}

/** Tells what lies in a module cache (`<cache>/cache/download/<module>/@v`), unless a go.mod or go.work names a directory there. */
export function inModuleCache({ ignored }: Tree, named: readonly string[]): (path: string) => boolean {
  const found = ignored.map((path) => /^(.+?)\/cache\/download\/.+\/@v\//.exec(path)?.[1]);
  const caches = [...new Set(found)].filter((cache) => cache !== undefined);
  const left = caches.filter((cache) => !named.some((dir) => isInside(cache, dir)));
  return (path) => left.some((cache) => isInside(cache, path));
}

/** Directories above a path, outermost first, without the root. */
export function parents(path: string): readonly string[] {
  const names = path.split("/").slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join("/"));
}
