import type { ModuleFile } from "../model/project.ts";
import type { Stamp } from "../model/stamp.ts";
import { firstOf } from "../text/format.ts";
import { placeName } from "../text/paths.ts";
import { gitAt } from "./git.ts";
import { pseudoVersion, type Tagged, taggedVersion, tagRules, versionOfTag } from "./module-version.ts";

/** What the run was started for, as far as the platform knows. */
interface Event {
  readonly sha: string | null;
  readonly ref: string | null;
  /** Of a pull request. */
  readonly headBranch: string | null;
}

/** The commit that the working tree is of. */
export interface Revision extends Omit<Tagged, "commit" | "time"> {
  readonly commit: string | null;
  readonly time: number | null;
  /** null: none is checked out, and the event names none. */
  readonly branch: string | null;
  /** Paths that differ from the commit, untracked ones too, as git writes them. */
  readonly changes: readonly string[];
  /** History was cut off: tags that came before may be missing. */
  readonly shallow: boolean;
  /** Why git did not say; null: it did. */
  readonly problem: string | null;
}

/** Asks git, and takes from the event what git does not know. `root`: absolute path of the repository. */
export async function readRevision(root: string, event: Event): Promise<Revision> {
  const ask = gitAt(root);
  const named = tagOf(event);
  const tags = ["for-each-ref", "--format=%(refname:strip=2)"];
  const [head, at, merged, status, branch, shallow] = await Promise.all([
    ask("-c", "log.showSignature=false", "log", "-1", "--no-decorate", "--format=%H %ct"),
    ask(...tags, "--points-at=HEAD", "refs/tags"),
    ask(...tags, "--merged=HEAD", "refs/tags"),
    ask("status", "--porcelain", "--untracked-files=normal"),
    ask("symbolic-ref", "--quiet", "--short", "HEAD"),
    ask("rev-parse", "--is-shallow-repository"),
  ]);
  if (!head.ok) {
    const tagged = { at: [], merged: [], eventTag: named };
    const known = { commit: event.sha, time: null, branch: branchOf(event) };
    return { ...tagged, ...known, changes: [], shallow: false, problem: head.problem };
  }
  const [commit = "", time = "0"] = head.stdout.trim().split(" ");
  // Without its time an event says nothing of another commit.
  const isEvents = event.sha === null || event.sha === commit;
  const here = at.ok ? lines(at.stdout) : [];
  const silent = [at, merged, status].find(({ ok }) => !ok);
  return {
    commit,
    time: Number(time),
    at: here,
    merged: merged.ok ? lines(merged.stdout) : [],
    eventTag: named !== null && (isEvents || here.includes(named)) ? named : null,
    branch: branch.ok ? branch.stdout.trim() : isEvents ? branchOf(event) : null,
    changes: status.ok ? lines(status.stdout).map((line) => line.slice(3)) : [],
    shallow: shallow.ok && shallow.stdout.trim() === "true",
    problem: silent === undefined || silent.ok ? null : silent.problem,
  };
}

function lines(text: string): readonly string[] {
  return text.split("\n").filter((line) => line !== "");
}

/** The tag that an event is about. */
export function tagOf({ ref }: Pick<Event, "ref">): string | null {
  return /^refs\/tags\/(.+)$/.exec(ref ?? "")?.[1] ?? null;
}

function branchOf({ ref, headBranch }: Event): string | null {
  return headBranch ?? /^refs\/heads\/(.+)$/.exec(ref ?? "")?.[1] ?? null;
}

type Place = Pick<ModuleFile, "dir" | "path">;

/** What a module is called. `files`: of the repository. `given`: the input `version`, before which nothing else counts. */
export function stampOf(
  revision: Revision,
  { dir, path }: Place,
  files: ReadonlySet<string>,
  given: string | null,
): Stamp {
  const { commit, time, branch, changes, problem } = revision;
  const rules = tagRules(dir, path, (place) => files.has(`${place}/go.mod`));
  const tag = taggedVersion(revision, rules);
  const known = commit === null || time === null ? null : pseudoVersion({ ...revision, commit, time }, rules);
  const found = tag ?? known;
  const dirty = found !== null && changes.length > 0 ? `${found}+dirty` : found;
  return {
    version: given ?? dirty,
    commit,
    date: time === null ? null : new Date(time * 1_000).toISOString().replace(/\.\d+Z$/, "Z"),
    branch: commit === null && branch === null ? null : plainBranch(branch ?? "HEAD"),
    unknown: problem === null ? "" : `git does not say (${problem})`,
  };
}

/** A stranger may have named the branch of a pull request: nothing of it means anything to Go, its linker or a shell. */
function plainBranch(name: string): string {
  return name.replace(/[^A-Za-z0-9._/+-]+/g, "-").replace(/^[-.]+/, "") || "HEAD";
}

/** What people should know of a version that was found for them. */
export function revisionWarnings(revision: Revision, modules: readonly Place[], files: ReadonlySet<string>): string[] {
  const { eventTag, changes, shallow, problem } = revision;
  if (problem !== null) return [];
  const all = modules.map(({ dir, path }) => tagRules(dir, path, (place) => files.has(`${place}/go.mod`)));
  const untagged = all.some((rules) => taggedVersion(revision, rules) === null);
  const warnings: string[] = [];
  if (eventTag !== null && all.every((rules) => versionOfTag(eventTag, rules) === null)) {
    warnings.push(
      `the tag ${eventTag} is no version of ${modules.map(({ dir }) => placeName(dir)).join(", ")} as Go has them (\`v1.2.3\`, and \`dir/v1.2.3\` for a module in a directory): the commit gets a pseudo-version. Tag it so, or set \`version\`.`,
    );
  }
  if (shallow && untagged) {
    warnings.push(
      "the clone is shallow, so tags before this commit may be missing from its version. Check out with `fetch-depth: 0` (actions/checkout), or run `git fetch --unshallow --tags`.",
    );
  }
  if (changes.length > 0) {
    warnings.push(
      `the working tree is not what was committed, so its version ends with \`+dirty\`: ${firstOf(changes, 5)}. Commit or ignore that, or set \`version\`.`,
    );
  }
  return warnings;
}
