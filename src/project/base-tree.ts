import { join } from "node:path";
import { shortCommit } from "../model/commit.ts";
import { type Base, headCommit } from "./change-base.ts";
import { git, gitAt } from "./git.ts";

/** The files of the commit that a change is compared with. */
export type BaseTree =
  | { readonly commit: string /** Absolute path of a directory with its files. */; readonly path: string }
  /** Why there is nothing to compare with. `unknown`: there should be a base, and it cannot be had. */
  | { readonly problem: string; readonly unknown: boolean };

export interface BaseTreeRequest {
  /** Absolute path of the repository. */
  readonly root: string;
  readonly base: Base;
  /** Makes an empty directory; answers its absolute path. */
  readonly directory: () => Promise<string>;
}

/**
 * Writes the files of the base to a directory of their own, as a checkout would: by an index of its own, so that nothing in the repository is touched, and without what
 * `git archive` leaves out by attributes. What submodules and Git LFS have is not there.
 */
export async function writeBaseTree({ root, base, directory }: BaseTreeRequest): Promise<BaseTree> {
  if (!base.ok) return { problem: base.problem, unknown: true };
  const { commit } = base;
  if ((await headCommit(root)) === commit && (await isClean(root))) {
    return { problem: `nothing has changed since the base (${shortCommit(commit)})`, unknown: false };
  }
  const path = await directory();
  const env = { GIT_INDEX_FILE: join(await directory(), "index") };
  for (const args of [
    ["read-tree", commit],
    [...withoutLfs, "checkout-index", "--all", "--quiet", `--prefix=${path.replaceAll("\\", "/")}/`],
  ]) {
    const done = await git({ root, cwd: root, args, env });
    if (!done.ok)
      return { problem: `git cannot write the files of ${shortCommit(commit)}: ${done.problem}`, unknown: true };
  }
  return { commit, path };
}

/** Fetching them would take a login, and time. */
const withoutLfs = ["smudge=", "process=", "required=false"].flatMap((setting) => ["-c", `filter.lfs.${setting}`]);

async function isClean(root: string): Promise<boolean> {
  const status = await gitAt(root)("status", "--porcelain=v1", "--untracked-files=all");
  return status.ok && status.stdout === "";
}
