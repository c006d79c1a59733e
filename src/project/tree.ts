import { lstatSync } from "node:fs";
import { join, posix } from "node:path";
import { hasCode } from "../errors.ts";
import { type GitResult, git, splitNul } from "./git.ts";
import { inSlices } from "./in-slices.ts";
import { everyFile, exists, walk } from "./walk.ts";

/**
 * Every file of a repository by what git thinks of it, those of submodules and of checkouts inside the checkout by what their own git thinks. Paths
 * relative to the repository, slashes; `.git` is in none of them.
 */
export interface Tree {
  /** `git` asked git; `walk` read the directories and honoured .gitignore, so everything not ignored is `untracked`. */
  readonly source: "git" | "walk";
  readonly tracked: readonly string[];
  readonly untracked: readonly string[];
  readonly ignored: readonly string[];
  /** Where and why git could not be asked although there is a `.git`; null otherwise. */
  readonly warning: string | null;
}

/** What git does not ignore; for git, a submodule or a checkout inside the checkout is one entry. */
export type ListedFiles = Pick<Tree, "source" | "tracked" | "untracked" | "warning">;

/** Lists the repository at `root` (absolute). Works in worktrees, under another owner, and without git. */
export async function listTree(root: string): Promise<Tree> {
  return await listCheckout(root, "");
}

/** The part of it that git can tell without a look at what it ignores, which may be very much. */
export async function listFiles(root: string): Promise<ListedFiles> {
  const files = (await exists(join(root, ".git"))) ? await gitFiles(root) : null;
  return files?.ok ? files.found : await listTree(root);
}

/** `place`: where it lies in the repository, empty for the repository itself. */
async function listCheckout(root: string, place: string): Promise<Tree> {
  const own = await listOwn(root, place);
  const directories = await directoriesIn(root, own.tracked);
  const whole: Tree[] = [
    {
      ...own,
      tracked: own.tracked.filter((path) => !directories.has(path)),
      untracked: own.untracked.filter((path) => !isCheckout(path)),
      ignored: own.ignored.filter((path) => !isCheckout(path)),
    },
  ];
  for (const dir of own.ignored.filter(isCheckout)) {
    whole.push({ ...nothing, ignored: await everyFile(root, dir) });
  }
  for (const entry of [...unlisted(directories, own), ...own.untracked.filter(isCheckout)]) {
    const dir = entry.replace(/\/$/, "");
    whole.push(placed(dir, await listCheckout(join(root, dir), posix.join(place, dir))));
  }
  return { ...joined(whole), source: own.source };
}

const nothing: Tree = { source: "git", tracked: [], untracked: [], ignored: [], warning: null };

/** The paths of a tree in `dir`, relative to what `dir` is relative to. */
function placed(dir: string, tree: Tree): Tree {
  const all = (paths: readonly string[]): readonly string[] => paths.map((path) => `${dir}/${path}`);
  return { ...tree, tracked: all(tree.tracked), untracked: all(tree.untracked), ignored: all(tree.ignored) };
}

function joined(trees: readonly Tree[]): Omit<Tree, "source"> {
  const warnings = trees.map(({ warning }) => warning).filter((warning) => warning !== null);
  return {
    tracked: trees.flatMap(({ tracked }) => tracked),
    untracked: trees.flatMap(({ untracked }) => untracked),
    ignored: trees.flatMap(({ ignored }) => ignored),
    warning: warnings.length === 0 ? null : warnings.join("; "),
  };
}

/** git, and walkTree, list a checkout of its own that is not tracked as one entry with a slash at its end. */
function isCheckout(path: string): boolean {
  return path.endsWith("/");
}

/** What is tracked as a submodule or as a file, and is a directory here. */
async function directoriesIn(root: string, tracked: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await inSlices(tracked, (path) => isDirectory(join(root, path)));
  return new Set(tracked.filter((_, index) => found[index] === true));
}

function isDirectory(path: string): boolean {
  try {
    return lstatSync(path).isDirectory();
  } catch (error) {
    if (hasCode(error, "ENOENT", "ENOTDIR", "ELOOP")) return false;
    throw error;
  }
}

/**
 * git lists what lies in a plain directory that took the place of a file, but nothing of a submodule, with or without its `.git`, and nothing of a
 * checkout that took the place of a file (git 2.39).
 */
function unlisted(directories: ReadonlySet<string>, { untracked, ignored }: Tree): readonly string[] {
  const others = directories.size === 0 ? [] : [...untracked, ...ignored];
  return [...directories].filter((dir) => !others.some((path) => path.startsWith(`${dir}/`)));
}

async function listOwn(root: string, place: string): Promise<Tree> {
  if (!(await exists(join(root, ".git")))) return await walkTree(root, null);
  const [files, ignored] = await Promise.all([
    gitFiles(root),
    lsFiles(root, "--others", "--ignored", "--exclude-standard"),
  ]);
  if (!files.ok) return await walkTree(root, refusal(place, files.problem));
  if (!ignored.ok) return await walkTree(root, refusal(place, ignored.problem));
  return { ...files.found, ignored: splitNul(ignored.stdout) };
}

async function walkTree(root: string, warning: string | null): Promise<Tree> {
  return { source: "walk", tracked: [], ...(await walk(root)), warning };
}

function refusal(place: string, problem: string): string {
  return `git could not list ${place === "" ? "the repository" : place} (${problem})`;
}

function lsFiles(root: string, ...args: readonly string[]): Promise<GitResult> {
  return git({ root, cwd: root, args: ["ls-files", "-z", ...args] });
}

type GitFiles = { readonly ok: true; readonly found: ListedFiles } | Extract<GitResult, { readonly ok: false }>;

/** One question for both kinds: `-t` puts `? ` before untracked files and another letter before tracked ones; a path in conflict comes once per side. */
async function gitFiles(root: string): Promise<GitFiles> {
  const answer = await lsFiles(root, "-t", "--cached", "--others", "--exclude-standard");
  if (!answer.ok) return answer;
  const tracked = new Set<string>();
  const untracked: string[] = [];
  for (const entry of splitNul(answer.stdout)) {
    if (entry.startsWith("? ")) untracked.push(entry.slice(2));
    else tracked.add(entry.slice(2));
  }
  // The repository is one that lies around it, and this is a submodule of it.
  if (tracked.has("./")) return { ok: false, problem: "its .git is none", exitCode: 0 };
  return { ok: true, found: { source: "git", tracked: [...tracked], untracked, warning: null } };
}
