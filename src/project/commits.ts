import { git, splitNul } from "./git.ts";

export interface Commit {
  readonly hash: string;
  readonly subject: string;
}

export interface CommitsRequest {
  /** Absolute path of the repository. */
  readonly root: string;
  /** A tag; null: from the beginning. */
  readonly since: string | null;
  /** Directory relative to the repository, `.` for all of it, and those inside that do not count. */
  readonly dir: string;
  readonly without: readonly string[];
  /** The most to list; one more says that there are more. */
  readonly max: number;
}

/** Commits up to HEAD that changed something below a directory, newest first, merges left out. */
export async function commitsSince(
  request: CommitsRequest,
): Promise<{ readonly commits: readonly Commit[] } | { readonly problem: string }> {
  const { root, since, dir, without, max } = request;
  const paths = [
    dir === "." ? ":(top)" : `:(top,literal)${dir}`,
    ...without.map((other) => `:(top,exclude,literal)${other}`),
  ];
  const range = since === null ? "HEAD" : `refs/tags/${since}..HEAD`;
  const format = ["-z", "--no-decorate", "--no-merges", "--format=%H %s", `--max-count=${max}`];
  const args = ["-c", "log.showSignature=false", "log", ...format, range, "--", ...paths];
  const answer = await git({ root, cwd: root, args });
  if (!answer.ok) return { problem: answer.problem };
  const commits = splitNul(answer.stdout).map((line) => {
    const at = line.indexOf(" ");
    return { hash: line.slice(0, at), subject: line.slice(at + 1) };
  });
  return { commits };
}
