import { pathMatcher } from "../text/glob.ts";

/** The patterns of the `//go:embed` lines in a Go file, indented ones in groups too, unquoted; https://pkg.go.dev/embed#hdr-Directives. */
export function embedPatterns(source: string): readonly string[] {
  const lines = source.matchAll(/^[ \t]*\/\/go:embed[ \t]+(.+?)\r?$/gm);
  return [...lines].flatMap((line) => splitPatterns(line[1] ?? ""));
}

function splitPatterns(text: string): readonly string[] {
  const words = text.match(/"(?:[^"\\]|\\.)*"|`[^`]*`|[^\s"`]+/g) ?? [];
  return words.map((word) => {
    if (word.startsWith("`")) return word.slice(1, -1);
    return word.startsWith('"') ? word.slice(1, -1).replaceAll(/\\(.)/g, "$1") : word;
  });
}

/**
 * Answers whether `pattern` embeds the file at `path`, relative to the package directory. A pattern that names a directory takes its whole
 * tree, without names that begin with `.` or `_` unless it begins with `all:`.
 */
export function embedMatcher(pattern: string): (path: string) => boolean {
  const all = pattern.startsWith("all:");
  const glob = all ? pattern.slice("all:".length) : pattern;
  if (glob === ".") return (path) => all || !hasHiddenName(path.split("/"));
  const depth = glob.split("/").length;
  const matches = pathMatcher(glob);
  return (path) => {
    const names = path.split("/");
    if (names.length < depth || !matches(names.slice(0, depth).join("/"))) return false;
    return all || !hasHiddenName(names.slice(depth));
  };
}

function hasHiddenName(names: readonly string[]): boolean {
  return names.some((name) => name.startsWith(".") || name.startsWith("_"));
}
