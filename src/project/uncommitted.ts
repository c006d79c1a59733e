import { join } from "node:path";
import { EnvironmentError } from "../errors.ts";
import { git, splitNul } from "./git.ts";
import { outsideHistory } from "./outside-history.ts";
import { exists } from "./walk.ts";

/** More do not fit on every command line: then git is asked for all that it knows of. */
const mostPaths = 200;

/**
 * Which of the paths, relative to the repository at `root`, have changes that are not committed, or are there and not tracked; none where there is no
 * repository. What lies in a submodule, or in a checkout of its own, is for its own git to say; where it has none, nobody knows, and it counts. Throws EnvironmentError when git cannot be asked.
 */
export async function uncommitted(root: string, paths: readonly string[]): Promise<readonly string[]> {
  if (paths.length === 0 || !(await isRepository(root))) return [];
  const outside = await outsideHistory(root);
  if (!outside.ok) throw unknown(outside.problem);
  const found = new Set<string>();
  let own = paths;
  for (const dir of outside.checkouts) {
    const inside = own.filter((path) => path.startsWith(`${dir}/`)).map((path) => path.slice(dir.length + 1));
    if (inside.length === 0) continue;
    own = own.filter((path) => !path.startsWith(`${dir}/`));
    for (const path of await uncommittedInside(join(root, dir), inside)) found.add(`${dir}/${path}`);
  }
  for (const path of await uncommittedOwn(root, own)) found.add(path);
  return paths.filter((path) => found.has(path));
}

async function uncommittedInside(root: string, paths: readonly string[]): Promise<readonly string[]> {
  return (await isRepository(root)) ? uncommitted(root, paths) : paths;
}

async function uncommittedOwn(root: string, paths: readonly string[]): Promise<readonly string[]> {
  if (paths.length === 0) return [];
  const specs = paths.length > mostPaths ? [] : ["--", ...paths.map((path) => `:(literal)${path}`)];
  const args = ["status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all", ...specs];
  const answer = await git({ root, cwd: root, args });
  if (!answer.ok) throw unknown(answer.problem);
  const changed = new Set(splitNul(answer.stdout).map((entry) => entry.slice("XY ".length)));
  return paths.filter((path) => changed.has(path));
}

function isRepository(root: string): Promise<boolean> {
  return exists(join(root, ".git"));
}

function unknown(problem: string): EnvironmentError {
  return new EnvironmentError(
    `git does not say whether files have uncommitted changes: ${problem}.`,
    "Apply fix.patch in the output directory yourself.",
  );
}
