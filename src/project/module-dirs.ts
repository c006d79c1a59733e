/**
 * Directories at or below `from` with a go.mod, leaving out what Go itself never looks at below it (vendor, testdata, names that start with `_` or `.`) and
 * node_modules. Sorted.
 */
export function moduleDirs(files: readonly string[], from: string): readonly string[] {
  const base = from === "." ? "" : `${from}/`;
  const hidden = /(^|\/)(vendor|testdata|node_modules|[_.][^/]*)\//;
  return files
    .filter((file) => file.startsWith(base) && (file === `${base}go.mod` || file.endsWith("/go.mod")))
    .filter((file) => !hidden.test(file.slice(base.length)))
    .map((file) => (file === "go.mod" ? "." : file.slice(0, -"/go.mod".length)))
    .sort();
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
