import { join } from "node:path";
import { EnvironmentError } from "../errors.ts";
import { git, splitNul } from "./git.ts";
import { exists } from "./walk.ts";

/** More do not fit on every command line: then git is asked for all that it knows of. */
const mostPaths = 200;

/** Which of the paths, relative to the repository at `root`, have changes that are not committed, or are there and not tracked; none where there is no repository. Throws EnvironmentError when git cannot be asked. */
export async function uncommitted(root: string, paths: readonly string[]): Promise<readonly string[]> {
  if (paths.length === 0 || !(await exists(join(root, ".git")))) return [];
  const specs = paths.length > mostPaths ? [] : ["--", ...paths.map((path) => `:(literal)${path}`)];
  const args = ["status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all", ...specs];
  const answer = await git({ root, cwd: root, args });
  if (!answer.ok) {
    throw new EnvironmentError(
      `git does not say whether files have uncommitted changes: ${answer.problem}.`,
      "Apply fix.patch in the output directory yourself.",
    );
  }
  const changed = new Set(splitNul(answer.stdout).map((entry) => entry.slice("XY ".length)));
  return paths.filter((path) => changed.has(path));
}
