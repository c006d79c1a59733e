import { git, splitNul } from "./git.ts";
import { ignoredByFiles } from "./walk.ts";

/**
 * Which of the paths, relative to the repository, git does not track and ignores; they need not be there. What lies in a submodule is not ignored by the
 * repository around it. Without git, by the .gitignore files.
 */
export async function ignoredPaths(
  { root, git: asksGit }: { readonly root: string; readonly git: boolean },
  paths: readonly string[],
): Promise<ReadonlySet<string>> {
  if (paths.length === 0) return new Set();
  return asksGit ? new Set(await askGit(root, paths)) : await ignoredByFiles(root, paths);
}

/** Exit code 1: none is. One path that git refuses, as those in submodules, spoils the whole question. */
async function askGit(root: string, paths: readonly string[]): Promise<readonly string[]> {
  const answer = await git({
    ...{ root, cwd: root },
    args: ["check-ignore", "-z", "--stdin"],
    input: paths.map((path) => `${path}\0`).join(""),
  });
  if (answer.ok) return splitNul(answer.stdout);
  if (answer.exitCode === 1 || paths.length < 2) return [];
  const half = Math.ceil(paths.length / 2);
  return [...(await askGit(root, paths.slice(0, half))), ...(await askGit(root, paths.slice(half)))];
}
