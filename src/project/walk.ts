import type { Dirent } from "node:fs";
import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";
import ignore, { type Ignore } from "ignore";
import { hasCode, ifThere } from "../errors.ts";
import { readRegularFile } from "../files/regular-file.ts";

interface Rules {
  /** Directory of the .gitignore relative to the root, with a trailing slash; empty for the root. */
  readonly base: string;
  readonly matcher: Ignore;
}

export interface Walked {
  readonly untracked: readonly string[];
  readonly ignored: readonly string[];
}

/** The files below `root` by its .gitignore files. Checkouts of their own in it are one entry each, with a slash at its end, as git lists them. */
export async function walk(root: string): Promise<Walked> {
  const untracked: string[] = [];
  const ignored: string[] = [];
  const visit = async (dir: string, inherited: readonly Rules[]): Promise<void> => {
    const rules = [...inherited, ...(await rulesOf(root, dir))];
    for (const entry of await sortedEntries(join(root, dir))) {
      const path = entry.isDirectory() ? `${dir}${entry.name}/` : `${dir}${entry.name}`;
      const skip = isIgnored(rules, path);
      if (entry.name === ".git") continue;
      if (!entry.isDirectory()) (skip ? ignored : untracked).push(path);
      else if (skip) for (const file of await everyFile(root, path)) ignored.push(file);
      else if (await exists(join(root, path, ".git"))) untracked.push(path);
      else await visit(path, rules);
    }
  };
  await visit("", []);
  return { untracked, ignored };
}

/** Which of the paths below `root` its .gitignore files leave out, by themselves or with a directory above them. */
export async function ignoredByFiles(root: string, paths: readonly string[]): Promise<ReadonlySet<string>> {
  const ignored = new Set<string>();
  for (const path of paths) {
    const names = path.split("/");
    const rules: Rules[] = [];
    for (const [index, name] of names.entries()) {
      const dir = names
        .slice(0, index)
        .map((above) => `${above}/`)
        .join("");
      rules.push(...(await rulesOf(root, dir)));
      const isLast = index === names.length - 1;
      if (!isIgnored(rules, isLast ? path : `${dir}${name}/`)) continue;
      ignored.add(path);
      break;
    }
  }
  return ignored;
}

/** Whatever lies below `dir` (relative, with a slash at its end), checkouts of their own included. */
export async function everyFile(root: string, dir: string): Promise<readonly string[]> {
  const found: string[] = [];
  const visit = async (at: string): Promise<void> => {
    for (const entry of await sortedEntries(join(root, at))) {
      const path = `${at}${entry.name}`;
      if (entry.name === ".git") continue;
      if (entry.isDirectory()) await visit(`${path}/`);
      else found.push(path);
    }
  };
  await visit(dir);
  return found;
}

/** None of a directory that this user may not read: Go cannot read it either, and git leaves it out too. */
async function sortedEntries(dir: string): Promise<readonly Dirent[]> {
  try {
    const entries = await readdir(dir, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if (hasCode(error, "EACCES", "EPERM")) return [];
    throw error;
  }
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

export async function exists(path: string): Promise<boolean> {
  return (await ifThere(lstat(path))) !== null;
}
