import { posix, win32 } from "node:path";

/** Whose rules a path follows: backslashes, drives and letters of any case are Windows'. */
export type PathStyle = "posix" | "win32";

/**
 * The path of `path` as seen from `parent`, with slashes, empty for `parent` itself; null when it is not below it. Both are absolute. A name that
 * merely begins with dots, such as `..x`, is no way out.
 */
export function pathInside(parent: string, path: string, style: PathStyle): string | null {
  const { relative, isAbsolute, sep } = style === "win32" ? win32 : posix;
  const way = relative(parent, path);
  if (way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way)) return null;
  return way.replaceAll(sep, "/");
}

/** True when `path` is `parent` or below it; both absolute. */
export function isInside(parent: string, path: string, style: PathStyle): boolean {
  return pathInside(parent, path, style) !== null;
}

/** The style of an absolute path that may come from another machine, such as the inside of a container. */
export function styleOf(path: string): PathStyle {
  return /^(?:[A-Za-z]:[\\/]|\\\\)/.test(path) ? "win32" : "posix";
}

/** The style of a Node platform's own paths. */
export function pathStyle(platform: string): PathStyle {
  return platform === "win32" ? "win32" : "posix";
}

/** A directory of the repository in words, for a sentence. */
export function placeName(dir: string): string {
  return dir === "." ? "the repository's root" : dir;
}
