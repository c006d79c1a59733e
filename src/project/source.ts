import { lstatSync } from "node:fs";
import { join, posix } from "node:path";
import { EnvironmentError, hasCode } from "../errors.ts";
import { readRegularFile } from "../files/regular-file.ts";
import { pathInside, pathStyle } from "../text/paths.ts";
import { readEmbedded } from "./embedded.ts";
import { localDirectories } from "./gomod.ts";
import { inSlices } from "./in-slices.ts";
import { everyPath, inModuleCache, neededForBuild, outsideBuilds, parents, readableByBuild } from "./needed.ts";
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

export interface SourceRequest {
  /** Absolute path of the repository. */
  readonly root: string;
  /** Absolute paths that never go, such as the output directory; those outside the repository do not matter. */
  readonly without: readonly string[];
}

/** Applies the rule to the repository as it is now. */
export async function readUploadRule({ root, without }: SourceRequest): Promise<UploadRule> {
  const left = pathsBelow(root, without);
  const tree = withoutPaths(await listTree(root), left);
  const named = await readNamed(root, tree);
  const embedded = await readEmbedded(root, tree, (path) => !outsideBuilds(path, named));
  const rule = uploadRule(tree, embedded.needed, named);
  const warnings = [...(tree.warning === null ? [] : [treeWarning(tree.warning)]), ...embedded.warnings];
  return { ...rule, exclude: [...rule.exclude, ...left].sort(), warnings: [...rule.warnings, ...warnings] };
}

/**
 * Every file that a build without cgo could read, relative to the repository, sorted: what git does not ignore, and of the rest what has a name that Go
 * reads, is embedded, or is a link, which may lead anywhere.
 */
export async function readBuildFiles({ root, without }: SourceRequest): Promise<readonly string[]> {
  const tree = withoutPaths(await listTree(root), pathsBelow(root, without));
  const named = await readNamed(root, tree);
  const inCache = inModuleCache(tree, named);
  const [{ needed }, links] = [await readEmbedded(root, tree, (path) => !inCache(path)), await linksIn(root, tree)];
  const isReadable = readableByBuild(tree, named);
  const ignored = tree.ignored.filter((path) => isReadable(path) || needed.has(path) || links.has(path));
  return [...new Set([...tree.tracked, ...tree.untracked, ...ignored])].sort();
}

async function linksIn(root: string, { ignored }: Tree): Promise<ReadonlySet<string>> {
  const found = await inSlices(ignored, (path) => isLink(join(root, path)));
  return new Set(ignored.filter((_, index) => found[index] === true));
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function pathsBelow(root: string, paths: readonly string[]): readonly string[] {
  return paths
    .map((path) => pathInside(root, path, pathStyle(process.platform)))
    .filter((path): path is string => path !== null && path !== "");
}

/** Directories that a go.mod or go.work of the repository names. */
async function readNamed(root: string, tree: Tree): Promise<readonly string[]> {
  const named: string[] = [];
  for (const path of everyPath(tree).filter((path) => /(^|\/)go\.(mod|work)$/.test(path))) {
    try {
      named.push(...localDirectories(path, await readRegularFile(join(root, path))));
    } catch (error) {
      // Deleted, or nothing that Go could read either; a stage will say so if it matters.
      if (!(error instanceof EnvironmentError) && !hasCode(error, "ENOENT", "ENOTDIR", "ELOOP", "EACCES")) throw error;
    }
  }
  return [...new Set(named)];
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

/** The rule itself. `embedded`: which ignored files a `//go:embed` line names. `named`: directories that a go.mod or go.work names. */
export function uploadRule(tree: Tree, embedded: ReadonlySet<string>, named: readonly string[] = []): UploadRule {
  const isNeeded = neededForBuild(tree, named);
  const wanted = [...tree.untracked, ...tree.ignored.filter((path) => embedded.has(path) || isNeeded(path))];
  const secretLooking = wanted.filter((path) => looksSecret(path) && !(tree.source === "walk" && isFixture(path)));
  const left = new Set(secretLooking);
  const files = [...tree.tracked, ...wanted.filter((path) => !left.has(path))].sort();
  const exclude = excludes(files, [...tree.ignored, ...secretLooking]);
  return { files, exclude, secretLooking, warnings: [] };
}

/** `.env*`, `*.pem`, `.netrc`. */
export function looksSecret(path: string): boolean {
  return /^(\.env.*|.*\.pem|\.netrc)$/is.test(posix.basename(path));
}

/** Without git nothing says that a key is meant to be there, except that it lies where Go keeps the data of tests. */
export function isFixture(path: string): boolean {
  return path.split("/").includes("testdata");
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
