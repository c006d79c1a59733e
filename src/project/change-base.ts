import { shortCommit } from "../model/commit.ts";
import { type AskGit, git, gitAt } from "./git.ts";

/** What a change is compared with. */
export type Base =
  | { readonly ok: true; readonly commit: string }
  /** Why it is not known, with what helps. */
  | { readonly ok: false; readonly problem: string };

/** What is known about the run. */
export interface Occasion {
  readonly eventName: string | null;
  readonly sha: string | null;
  /** What a pull request is to be merged into. */
  readonly base: { readonly branch: string; readonly sha: string } | null;
  /** The commit that a push has moved its branch from. */
  readonly before: string | null;
  readonly defaultBranch: string | null;
}

export interface BaseRequest {
  /** Absolute path of the repository. */
  readonly root: string;
  /** The input `base`. */
  readonly asked: string | null;
  readonly occasion: Occasion;
  /** A push is a change of its own: it is compared with the commit before it. */
  readonly sincePush: boolean;
  /** A commit that is not there may be fetched, into a shallow clone without its history. */
  readonly fetch: boolean;
}

/**
 * The commit that the change under test is compared with. What somebody asks for comes first: the commit at which HEAD left it. In a pull request whose merge is
 * checked out, as actions/checkout does, it is HEAD's first parent, which its commit names in a shallow clone too. Else it is the commit at which HEAD left the base
 * of the pull request, or the default branch.
 */
export async function findBase(request: BaseRequest): Promise<Base> {
  const head = await headOf(request.root);
  if ("problem" in head) return { ok: false, problem: head.problem };
  const ask = gitAt(request.root);
  const exact = exactBase(request, head);
  return exact === null ? await whereParted(basesOf(request), ask) : await commitAt(exact, request, ask);
}

interface Head {
  readonly commit: string;
  readonly parents: readonly string[];
}

/** Parents as the commit has them; git itself hides those that a shallow clone does not hold. */
async function headOf(root: string): Promise<Head | { readonly problem: string }> {
  // Answers with a line for the object, `<hash> commit <bytes>`, and its content: https://git-scm.com/docs/git-cat-file#_batch_output
  const answer = await git({ root, cwd: root, args: ["cat-file", "--batch"], input: "HEAD^{commit}\n" });
  if (!answer.ok) return { problem: `git does not answer: ${answer.problem}` };
  const [header = ""] = answer.stdout.split("\n\n", 1);
  const commit = /^([0-9a-f]+) commit /.exec(header)?.[1];
  if (commit === undefined) return { problem: "there is no commit yet" };
  const parents = [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, parent = ""]) => parent);
  return { commit, parents };
}

/** The commit that is checked out; null when there is none. */
export async function headCommit(root: string): Promise<string | null> {
  const commit = await gitAt(root)("rev-parse", "--verify", "--quiet", "HEAD^{commit}");
  return commit.ok ? commit.stdout.trim() : null;
}

interface Exact {
  readonly commit: string;
  /** What it is. */
  readonly role: string;
}

/** A commit whose tree is compared with as it is; null where history has to be asked. */
function exactBase({ asked, occasion, sincePush }: BaseRequest, head: Head): Exact | null {
  const { eventName, sha, base, before } = occasion;
  if (asked !== null) return null;
  const [first] = head.parents;
  // For pull_request_target GitHub names, and actions/checkout checks out, the base itself.
  const isMerge = base !== null && eventName !== "pull_request_target" && (sha ?? head.commit) === head.commit;
  if (isMerge && first !== undefined) return { commit: first, role: "HEAD's first parent" };
  if (!sincePush || eventName !== "push" || before === null || !isHash(before)) return null;
  return { commit: before, role: "the commit before the push" };
}

/** Zeros stand for a branch that is new. */
function isHash(text: string): boolean {
  return /^(?!0+$)[0-9a-f]{40,64}$/.test(text);
}

const fetchLimitMs = 60_000;

async function commitAt({ commit, role }: Exact, { root, fetch }: BaseRequest, ask: AskGit): Promise<Base> {
  const isThere = async (): Promise<boolean> => (await ask("rev-parse", "--verify", "--quiet", `${commit}^{tree}`)).ok;
  if (await isThere()) return { ok: true, commit };
  const missing = `${role} (${shortCommit(commit)}) is not in this clone`;
  if (!fetch) return { ok: false, problem: `${missing}; ${deeper}` };
  // A depth would make a clone with the whole history a shallow one, for all that follows in the job.
  const depth = (await isShallow(ask)) ? ["--depth=1"] : [];
  const args = ["-c", "gc.auto=0", "fetch", "--quiet", ...depth, "--no-tags"];
  const fetched = await git({
    root,
    cwd: root,
    args: [...args, "--no-recurse-submodules", "origin", commit],
    limitMs: fetchLimitMs,
  });
  if (fetched.ok && (await isThere())) return { ok: true, commit };
  return {
    ok: false,
    problem: `${missing} and cannot be fetched${fetched.ok ? "" : ` (${fetched.problem})`}; ${deeper}`,
  };
}

const deeper = "check out with `fetch-depth: 0` (actions/checkout), or run `git fetch --unshallow`";

/** Names of what HEAD may have left, the first that is there counts. */
export function basesOf({ asked, occasion }: Pick<BaseRequest, "asked" | "occasion">): readonly string[] {
  const { base, defaultBranch } = occasion;
  if (asked !== null) return [asked, `origin/${asked}`];
  if (base !== null) return [`origin/${base.branch}`, base.sha];
  return [`origin/${defaultBranch ?? "HEAD"}`];
}

async function whereParted(names: readonly string[], ask: AskGit): Promise<Base> {
  const known: string[] = [];
  for (const name of names) {
    const commit = await ask("rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`);
    if (!commit.ok) continue;
    known.push(name);
    const parted = await ask("merge-base", commit.stdout.trim(), "HEAD");
    if (parted.ok) return { ok: true, commit: parted.stdout.trim() };
  }
  const headline =
    known.length === 0
      ? `git knows no commit ${names.join(" or ")}`
      : `git knows no commit that HEAD shares with ${known.join(" or ")}`;
  if (await isShallow(ask)) return { ok: false, problem: `${headline}, and the clone is shallow; ${deeper}` };
  return { ok: false, problem: `${headline}; fetch it, or name another one with \`base\`` };
}

async function isShallow(ask: AskGit): Promise<boolean> {
  const shallow = await ask("rev-parse", "--is-shallow-repository");
  return shallow.ok && shallow.stdout.trim() === "true";
}
