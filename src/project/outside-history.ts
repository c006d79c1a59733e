import { type GitResult, git, splitNul } from "./git.ts";

/** Of what lies in a working tree, what the history of its repository does not hold. */
export type OutsideHistory =
  | {
      readonly ok: true;
      /** Files that are not tracked and not ignored. */
      readonly untracked: readonly string[];
      /** Directories of submodules, and of checkouts that are not tracked, whose history is their own. */
      readonly checkouts: readonly string[];
    }
  | Extract<GitResult, { readonly ok: false }>;

/** Paths relative to the repository at `root`; git looks into no checkout. */
export async function outsideHistory(root: string): Promise<OutsideHistory> {
  const ask = (...args: readonly string[]) => git({ root, cwd: root, args: ["ls-files", "-z", ...args] });
  const [tracked, others] = await Promise.all([ask("--stage"), ask("--others", "--exclude-standard")]);
  if (!tracked.ok) return tracked;
  if (!others.ok) return others;
  const submodules = splitNul(tracked.stdout).filter((entry) => entry.startsWith("160000 "));
  const untracked = splitNul(others.stdout);
  // A checkout that is not tracked is one entry with a slash at its end.
  const checkouts = untracked.filter((path) => path.endsWith("/")).map((path) => path.slice(0, -1));
  return {
    ok: true,
    untracked: untracked.filter((path) => !path.endsWith("/")),
    checkouts: [...new Set([...submodules.map((entry) => entry.slice(entry.indexOf("\t") + 1)), ...checkouts])],
  };
}
