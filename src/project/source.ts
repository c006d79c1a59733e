import { join, posix, relative } from "node:path";
import { hasCode, messageOf } from "../errors.ts";
import { embedMatcher, embedPatterns } from "./embed.ts";
import { readRegularFile } from "./regular-file.ts";
import { listTree, type Tree } from "./tree.ts";

/**
 * What goes to an engine: tracked files; untracked files that git does not ignore; ignored files that a build needs (sources in package
 * directories, vendor/, go.work, what `//go:embed` names). Secret-looking names are left out when git does not track them.
 */
export interface UploadRule {
  /** Files that go, relative to the repository, sorted. */
  readonly files: readonly string[];
  /** The smallest set of files and directories that, left out, leaves exactly `files`. Literal paths, sorted, no trailing slash. */
  readonly exclude: readonly string[];
  /** Files that were left out because of their name alone. */
  readonly secretLooking: readonly string[];
  readonly warnings: readonly string[];
}

export interface UploadRequest {
  /** Absolute path of the repository. */
  readonly root: string;
  /** Absolute paths that never go, such as the output directory; those outside the repository do not matter. */
  readonly without: readonly string[];
}

/** Applies the rule to the repository as it is now. */
export async function readUploadRule(request: UploadRequest): Promise<UploadRule> {
  const without = request.without
    .map((path) => relative(request.root, path).replaceAll("\\", "/"))
    .filter((path) => path !== "" && !path.startsWith("../"));
  const tree = withoutPaths(await listTree(request.root), without);
  const embedded = await readEmbedded(request.root, tree);
  const rule = uploadRule(tree, embedded.needed);
  const warnings = [...(tree.warning === null ? [] : [treeWarning(tree.warning)]), ...embedded.warnings];
  return { ...rule, exclude: [...rule.exclude, ...without].sort(), warnings: [...rule.warnings, ...warnings] };
}

function treeWarning(problem: string): string {
  return `${problem}; the whole tree is sent, as .gitignore allows`;
}

function withoutPaths(tree: Tree, without: readonly string[]): Tree {
  const stays = (path: string): boolean => !without.some((left) => path === left || path.startsWith(`${left}/`));
  return {
    ...tree,
    tracked: tree.tracked.filter(stays),
    untracked: tree.untracked.filter(stays),
    ignored: tree.ignored.filter(stays),
  };
}

/** The rule itself. `embedded`: which ignored files a `//go:embed` line names. */
export function uploadRule(tree: Tree, embedded: ReadonlySet<string>): UploadRule {
  const isNeeded = neededForBuild(tree);
  const wanted = [...tree.untracked, ...tree.ignored.filter((path) => embedded.has(path) || isNeeded(path))];
  const secretLooking = wanted.filter((path) => looksSecret(path) && !(tree.source === "walk" && isFixture(path)));
  const left = new Set(secretLooking);
  const files = [...tree.tracked, ...wanted.filter((path) => !left.has(path))].sort();
  const exclude = excludes(files, [...tree.ignored, ...secretLooking]);
  return { files, exclude, secretLooking, warnings: [] };
}

/** `.env*`, `*.pem`, `.netrc`. */
function looksSecret(path: string): boolean {
  return /^(\.env.*|.*\.pem|\.netrc)$/i.test(posix.basename(path));
}

/** Without git nothing says that a key is meant to be there, except that it lies where Go keeps the data of tests. */
function isFixture(path: string): boolean {
  return path.split("/").includes("testdata");
}

/** Extensions from https://pkg.go.dev/cmd/go#hdr-Go_and_non_Go_source_files_ and go/build's `goodOSArchFile` callers. */
const sourceFile = /\.(go|s|S|sx|c|cc|cpp|cxx|m|h|hh|hpp|hxx|f|F|for|f90|swig|swigcxx|syso)$/;

function neededForBuild(tree: Tree): (path: string) => boolean {
  const all = [...tree.tracked, ...tree.untracked, ...tree.ignored];
  const packageDirs = new Set(all.filter((path) => path.endsWith(".go")).map((path) => posix.dirname(path)));
  const vendors = all.filter((path) => /(^|\/)vendor\/modules\.txt$/.test(path)).map((path) => posix.dirname(path));
  return (path) => {
    if (vendors.some((vendor) => path.startsWith(`${vendor}/`))) return true;
    if (outsideBuilds(path)) return false;
    if (/^go\.(mod|sum|work|work\.sum)$/.test(posix.basename(path))) return true;
    return sourceFile.test(path) && packageDirs.has(posix.dirname(path));
  };
}

/** Go looks for no packages below names with a leading `.` or `_`; a module cache inside the repository is not part of it. */
function outsideBuilds(path: string): boolean {
  return /(^|\/)pkg\/mod\//.test(path) || /(^|\/)[._][^/]*\//.test(path);
}

/** Largest directories without a file that stays, and single files elsewhere. */
function excludes(stay: readonly string[], leave: readonly string[]): readonly string[] {
  const busy = new Set<string>();
  for (const path of stay) for (const dir of parents(path)) busy.add(dir);
  const staying = new Set(stay);
  const found = leave
    .map((path) => path.replace(/\/$/, ""))
    .filter((path) => !staying.has(path))
    .map((path) => parents(path).find((dir) => !busy.has(dir)) ?? path);
  return [...new Set(found)].sort();
}

/** Directories above a path, outermost first, without the root. */
function parents(path: string): readonly string[] {
  const names = path.split("/").slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join("/"));
}

interface Embedded {
  readonly needed: ReadonlySet<string>;
  readonly warnings: readonly string[];
}

/** Which ignored files the Go files above them embed. Only Go files that have an ignored file beside or below them are read. */
async function readEmbedded(root: string, tree: Tree): Promise<Embedded> {
  const needed = new Set<string>();
  const warnings: string[] = [];
  const below = ignoredBelow(tree);
  for (const goFile of [...tree.tracked, ...tree.untracked, ...tree.ignored]) {
    const dir = posix.dirname(goFile);
    const candidates = goFile.endsWith(".go") && !outsideBuilds(goFile) ? below.get(dir) : undefined;
    if (candidates === undefined) continue;
    try {
      const matchers = embedPatterns(await readRegularFile(join(root, goFile))).map(embedMatcher);
      const inDir = (path: string): string => (dir === "." ? path : path.slice(dir.length + 1));
      for (const path of candidates) if (matchers.some((matches) => matches(inDir(path)))) needed.add(path);
    } catch (error) {
      // Tracked but deleted in the working tree.
      if (!hasCode(error, "ENOENT", "EISDIR")) warnings.push(`${goFile} could not be read: ${messageOf(error)}`);
    }
  }
  return { needed, warnings };
}

/** Ignored files by every directory above them that holds a Go file. */
function ignoredBelow(tree: Tree): ReadonlyMap<string, readonly string[]> {
  const goDirs = new Set<string>();
  for (const path of [...tree.tracked, ...tree.untracked, ...tree.ignored]) {
    if (path.endsWith(".go")) goDirs.add(posix.dirname(path));
  }
  const below = new Map<string, string[]>();
  for (const path of tree.ignored) {
    for (const dir of [".", ...parents(path)]) {
      if (!goDirs.has(dir)) continue;
      const list = below.get(dir) ?? [];
      list.push(path);
      below.set(dir, list);
    }
  }
  return below;
}
