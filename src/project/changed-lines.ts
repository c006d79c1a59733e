import { parsePatch } from "diff";
import type { Base } from "./change-base.ts";
import { gitAt } from "./git.ts";
import { type OutsideHistory, outsideHistory } from "./outside-history.ts";

/** What a change adds to files, as the working tree has them. */
export interface ChangedLines {
  /** Commit that the change is seen from. */
  readonly base: string;
  /** Path relative to the repository. */
  has(path: string, line: number): boolean;
}

export interface NoChange {
  readonly problem: string;
}

/**
 * All that differs from the base. What changed in a submodule, or in a checkout that is not tracked, is not known here: all of it counts. `root`: the absolute path of the
 * repository.
 */
export async function readChangedLines(root: string, base: Base): Promise<ChangedLines | NoChange> {
  if (!base.ok) return { problem: `the change cannot be told apart: ${base.problem}` };
  const { commit } = base;
  const [added, outside] = await Promise.all([addedSince(root, commit, []), outsideHistory(root)]);
  if ("problem" in added) return added;
  if (!outside.ok) return { problem: `git cannot list new files: ${outside.problem}` };
  const whole = new Set(outside.untracked);
  const inCheckout = (path: string): boolean => outside.checkouts.some((dir) => path.startsWith(`${dir}/`));
  return {
    base: commit,
    has: (path, line) => whole.has(path) || inCheckout(path) || (added.get(path)?.has(line) ?? false),
  };
}

/** The lines that a change adds, by path. */
export type AddedLines = ReadonlyMap<string, { has(line: number): boolean }>;

export interface PatchRequest {
  /** Absolute path of the repository. */
  readonly root: string;
  readonly base: string;
  /** Files beside those that end in `.go`, relative to the repository. */
  readonly others: readonly string[];
  /** What is not committed counts, new files too; else only what HEAD has. */
  readonly uncommitted: boolean;
}

/** The same of Go files, without what submodules and checkouts that are not tracked hold: their history is their own. */
export async function readPatch({ root, base, others, uncommitted }: PatchRequest): Promise<AddedLines | NoChange> {
  const paths = [":(top,glob)**/*.go", ...others.map((path) => `:(top,literal)${path}`)];
  const since = (commit: string): Promise<AddedLines | NoChange> => addedSince(root, commit, paths);
  return uncommitted
    ? withNewFiles(...(await Promise.all([since(base), outsideHistory(root)])))
    : withoutUncommitted(...(await Promise.all([since(base), since("HEAD")])));
}

function withNewFiles(added: AddedLines | NoChange, outside: OutsideHistory): AddedLines | NoChange {
  if ("problem" in added) return added;
  if (!outside.ok) return { problem: `git cannot list new files: ${outside.problem}` };
  return new Map([...added, ...outside.untracked.map((path) => [path, everyLine] as const)]);
}

const everyLine = { has: () => true };

/** Lines that something has changed since the checkout are none of the commit's. */
function withoutUncommitted(added: AddedLines | NoChange, later: AddedLines | NoChange): AddedLines | NoChange {
  if ("problem" in added) return added;
  if ("problem" in later) return later;
  return new Map(
    [...added].map(([path, lines]) => {
      const without = later.get(path);
      return [path, without === undefined ? lines : { has: (line) => lines.has(line) && !without.has(line) }];
    }),
  );
}

/** Whatever the user's configuration of git, and attributes of files, make of diffs: `-diff` and `binary` would hide the lines. */
const diffArgs = [
  ...["-c", "core.quotePath=false", "diff", "--no-color", "--no-ext-diff", "--no-textconv", "--text"],
  ...["--ignore-submodules", "--find-renames", "--unified=0", "--inter-hunk-context=0"],
  ...["--src-prefix=a/", "--dst-prefix=b/"],
];

/** What the working tree adds to the files of a commit; of all of them without `paths`. */
async function addedSince(root: string, commit: string, paths: readonly string[]): Promise<AddedLines | NoChange> {
  const diff = await gitAt(root)(...diffArgs, commit, "--", ...paths);
  if (!diff.ok) return { problem: `git cannot compare with ${commit}: ${diff.problem}` };
  return addedLines(diff.stdout);
}

/**
 * The lines behind the plus signs of a diff, by path; there may be others around them, since GIT_DIFF_OPTS goes before `--unified=0`
 * (https://git-scm.com/docs/git#Documentation/git.txt-GITDIFFOPTS). Throws on a diff that was cut off.
 */
export function addedLines(diff: string): ReadonlyMap<string, ReadonlySet<number>> {
  const files = parsePatch(diff).map(({ newFileName = "", hunks }) => {
    const lines = hunks.flatMap((hunk) => {
      const present = hunk.lines.filter((line) => !/^[-\\]/.test(line));
      return present.flatMap((line, at) => (line.startsWith("+") ? [hunk.newStart + at] : []));
    });
    return [newFileName.replace(/^b\//, ""), new Set(lines)] as const;
  });
  return new Map(files.filter(([, lines]) => lines.size > 0));
}
