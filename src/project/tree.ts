import type { Dirent } from "node:fs";
import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";
import ignore, { type Ignore } from "ignore";
import { ifThere } from "../errors.ts";
import { type GitResult, git, splitNul } from "./git.ts";
import { readRegularFile } from "./regular-file.ts";

/** Every file of a repository by what git thinks of it. Paths relative to the repository, slashes; `.git` is in none of them. */
export interface Tree {
  /** `git` asked git; `walk` read the directories and honoured .gitignore, so everything not ignored is `untracked`. */
  readonly source: "git" | "walk";
  readonly tracked: readonly string[];
  readonly untracked: readonly string[];
  readonly ignored: readonly string[];
  /** Why git could not be asked although there is a `.git`; null otherwise. */
  readonly warning: string | null;
}

/** What git does not ignore. */
export type Files = Pick<Tree, "source" | "tracked" | "untracked" | "warning">;

/** Lists the repository at `root` (absolute). Works in worktrees, under another owner, and without git. */
export async function listTree(root: string): Promise<Tree> {
  if (!(await exists(join(root, ".git")))) return await walkTree(root, null);
  const [files, ignored] = await Promise.all([
    gitFiles(root),
    lsFiles(root, "--others", "--ignored", "--exclude-standard"),
  ]);
  if (!files.ok) return await walkTree(root, refusal(files.problem));
  if (!ignored.ok) return await walkTree(root, refusal(ignored.problem));
  return { ...files.found, ignored: splitNul(ignored.stdout) };
}

/** The part of it that git can tell without a look at what it ignores, which may be very much. */
export async function listFiles(root: string): Promise<Files> {
  if (!(await exists(join(root, ".git")))) return await walkTree(root, null);
  const files = await gitFiles(root);
  return files.ok ? files.found : await walkTree(root, refusal(files.problem));
}

function refusal(problem: string): string {
  return `git could not list the repository (${problem})`;
}

function lsFiles(root: string, ...args: readonly string[]): Promise<GitResult> {
  return git({ root, cwd: root, args: ["ls-files", "-z", ...args] });
}

type GitFiles = { readonly ok: true; readonly found: Files } | Extract<GitResult, { readonly ok: false }>;

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
  return { ok: true, found: { source: "git", tracked: [...tracked], untracked, warning: null } };
}

interface Rules {
  /** Directory of the .gitignore relative to the root, with a trailing slash; empty for the root. */
  readonly base: string;
  readonly matcher: Ignore;
}

async function walkTree(root: string, warning: string | null): Promise<Tree> {
  const untracked: string[] = [];
  const ignored: string[] = [];
  const visit = async (dir: string, inherited: readonly Rules[], allIgnored: boolean): Promise<void> => {
    const rules = allIgnored ? inherited : [...inherited, ...(await rulesOf(root, dir))];
    for (const entry of await sortedEntries(join(root, dir))) {
      const path = `${dir}${entry.name}`;
      if (entry.name === ".git") continue;
      const skip = allIgnored || isIgnored(rules, entry.isDirectory() ? `${path}/` : path);
      if (entry.isDirectory()) await visit(`${path}/`, rules, skip);
      else (skip ? ignored : untracked).push(path);
    }
  };
  await visit("", [], false);
  return { source: "walk", tracked: [], untracked, ignored, warning };
}

async function sortedEntries(dir: string): Promise<readonly Dirent[]> {
  const entries = await readdir(dir, { withFileTypes: true });
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Links are not followed, as git does not either. */
async function rulesOf(root: string, dir: string): Promise<readonly Rules[]> {
  const file = join(root, dir, ".gitignore");
  if (!(await exists(file)) || !(await lstat(file)).isFile()) return [];
  return [{ base: dir, matcher: ignore({ ignorecase: false }).add(await readRegularFile(file)) }];
}

/** The deepest .gitignore that has an opinion decides; see gitignore(5), "Pattern format". */
function isIgnored(rules: readonly Rules[], path: string): boolean {
  for (const { base, matcher } of [...rules].reverse()) {
    const result = matcher.test(path.slice(base.length));
    if (result.ignored) return true;
    if (result.unignored) return false;
  }
  return false;
}

async function exists(path: string): Promise<boolean> {
  return (await ifThere(lstat(path))) !== null;
}
