import { UsageError } from "../errors.ts";
import { shortCommit } from "../model/commit.ts";
import { firstOf } from "../text/format.ts";
import type { Revision } from "./revision.ts";

interface Wanted {
  /** The input that asks. */
  readonly input: string;
  /** Why it has to be that commit and nothing else. */
  readonly because: string;
  /** What is wrong with another commit than the one that is wanted; null: it is that one. */
  readonly other: (commit: string) => string | null;
}

/** The commit that is checked out, where it is the one that is wanted and nothing else. Throws UsageError. */
export function checkedOut(
  { commit, changes, problem }: Pick<Revision, "commit" | "changes" | "problem">,
  { input, because, other }: Wanted,
): string {
  if (problem !== null || commit === null) {
    throw new UsageError([`${input}: git does not say what is checked out: ${problem ?? "no commit"}`]);
  }
  const wrong = other(commit);
  if (wrong !== null) throw new UsageError([`${input}: HEAD (${shortCommit(commit)}) is not ${wrong}`]);
  if (changes.length === 0) return commit;
  throw new UsageError([
    `${input}: the working tree is not what was committed: ${firstOf(changes, 5)}; commit or ignore that, ${because}`,
  ]);
}
