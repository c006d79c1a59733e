import { posix } from "node:path";
import type { ModuleFile } from "../model/project.ts";

/** Where a tool ran, and so how the file names it prints map to paths in the repository. */
export interface SourceMap {
  /** Absolute directory that was the repository where the tool ran: `/src` in a container, the checkout on the host. */
  readonly root: string;
  readonly modules: readonly Pick<ModuleFile, "dir" | "path">[];
}

/**
 * The path in the repository of a file name as Go tools print it: relative to `cwd` (itself relative to the repository) or absolute.
 * null: not a file of the repository.
 */
export function repoPath(map: SourceMap, name: string, cwd: string): string | null {
  const path = slashes(name);
  if (isAbsolute(path)) return below(map.root, path);
  // `go tool cover` names files from the parent of the directory it ran in: `../repository/a.go` is inside as well.
  return below(map.root, posix.join(slashes(map.root), cwd, path));
}

/** The path in the repository of `import/path/file.go`; null when no module of the repository has that path. */
export function importedPath(map: SourceMap, name: string): string | null {
  const module = owner(map, name);
  return module === null ? null : posix.normalize(posix.join(module.dir, name.slice((module.path ?? "").length + 1)));
}

/** The module of the repository that an import path belongs to: the one with the longest path that begins it. */
export function owner<M extends SourceMap["modules"][number]>(
  { modules }: { readonly modules: readonly M[] },
  importPath: string,
): M | null {
  let best: M | null = null;
  for (const module of modules) {
    if (module.path === null || !(importPath === module.path || importPath.startsWith(`${module.path}/`))) continue;
    if (best === null || module.path.length > (best.path ?? "").length) best = module;
  }
  return best;
}

/**
 * Same for the file of a stack frame, which is absolute or, with `-trimpath`, begins with an import path. Generated and vendored
 * code is not the repository's own: null.
 */
export function ownFrame(map: SourceMap, file: string): string | null {
  const path = slashes(file);
  const found = isAbsolute(path) ? below(map.root, path) : importedPath(map, path);
  return found === null || isVendored(found) ? null : found;
}

/** True for absolute paths of any system, after `slashes`. */
export function isAbsolute(path: string): boolean {
  return path.startsWith("/") || /^[A-Za-z]:\//.test(path);
}

/** Windows tools print `sub\x.go`; everything else here speaks slashes. */
export function slashes(path: string): string {
  return path.replaceAll("\\", "/");
}

function isVendored(path: string): boolean {
  return path.startsWith("vendor/") || path.includes("/vendor/");
}

function below(root: string, path: string): string | null {
  const base = slashes(root).replace(/\/+$/, "");
  const clean = posix.normalize(path);
  const windows = /^[A-Za-z]:/.test(base);
  const inside = windows ? clean.toLowerCase().startsWith(`${base.toLowerCase()}/`) : clean.startsWith(`${base}/`);
  return inside ? clean.slice(base.length + 1) : null;
}
