/**
 * Answers whether a directory of a module is left out by the `ignore` lines of its go.mod, which Go 1.25 has introduced: `./x` names one directory,
 * `x` all directories of that name, and everything below them. `dir` is relative to the module, `.` for its root. The same comparison as in the go command:
 * https://go.googlesource.com/go/+/refs/tags/go1.27.4/src/cmd/go/internal/search/search.go, `IgnorePatterns`.
 */
export function ignoredDirs(lines: readonly string[]): (dir: string) => boolean {
  const anchored = lines.filter((line) => line.startsWith("./")).map((line) => enclosed(line.slice("./".length)));
  const anywhere = lines.filter((line) => !line.startsWith("./")).map(enclosed);
  const named = (dir: string): boolean => {
    const path = enclosed(dir);
    return anchored.some((start) => path.startsWith(start)) || anywhere.some((part) => path.includes(part));
  };
  // Go does not walk into what it leaves out, and the root is where it begins.
  const nothing = named(".");
  return (dir) => nothing || named(dir);
}

function enclosed(path: string): string {
  const begun = path.startsWith("/") ? path : `/${path}`;
  return begun.endsWith("/") ? begun : `${begun}/`;
}
