import { posix, win32 } from "node:path";
import { isInside, type PathStyle } from "../text/paths.ts";

/** What has to be known of the file system; a thin reader is inputs/path-facts.ts. Paths are absolute. */
export interface PathFacts {
  readonly style: PathStyle;
  /** The path with every symbolic link resolved; null when nothing is there. */
  realpath(path: string): string | null;
  kind(path: string): "file" | "directory" | "other" | null;
}

export function pathsOf(facts: PathFacts): typeof posix {
  return facts.style === "win32" ? win32 : posix;
}

/**
 * The repository: the nearest parent of `workingDirectory` (itself included; absolute, links resolved) that holds `.git` (a folder, or a file in
 * worktrees and submodules), else GITHUB_WORKSPACE if it contains it, else the directory itself.
 */
export function locateRepository(
  workingDirectory: string,
  env: Readonly<Record<string, string | undefined>>,
  facts: PathFacts,
): string {
  const paths = pathsOf(facts);
  for (const dir of upwards(workingDirectory, facts)) {
    if (facts.kind(paths.join(dir, ".git")) !== null) return dir;
  }
  const workspace = env["GITHUB_WORKSPACE"] ?? "";
  const real = paths.isAbsolute(workspace) ? facts.realpath(workspace) : null;
  return real !== null && contains(real, workingDirectory, facts) ? real : workingDirectory;
}

/** The directory and its parents up to the root of the file system. */
export function upwards(dir: string, facts: PathFacts): readonly string[] {
  const paths = pathsOf(facts);
  const dirs = [dir];
  for (let parent = paths.dirname(dir); parent !== dirs.at(-1); parent = paths.dirname(parent)) dirs.push(parent);
  return dirs;
}

/** True when `inner` is `outer` or below it; both absolute. On Windows upper and lower case are the same. */
export function contains(outer: string, inner: string, facts: PathFacts): boolean {
  return isInside(outer, inner, facts.style);
}

/** Resolves the links of the part of a path that exists; the rest is appended as it is. */
export function resolveLinks(path: string, facts: PathFacts): string {
  const paths = pathsOf(facts);
  for (const dir of upwards(path, facts)) {
    const real = facts.realpath(dir);
    if (real !== null) return paths.join(real, paths.relative(dir, path));
  }
  return path;
}

/** `path` below `root` as the project writes paths: relative, slashes, `.` for the root itself. */
export function relativeSlashes(root: string, path: string, facts: PathFacts): string {
  const paths = pathsOf(facts);
  return paths.relative(root, path).split(paths.sep).join("/") || ".";
}
