import { git } from "./git.ts";
import { outsideHistory } from "./outside-history.ts";

/** What a change adds to files, as the working tree has them. */
export interface ChangedLines {
  /** Commit that the change is seen from. */
  readonly base: string;
  /** Path relative to the repository. */
  has(path: string, line: number): boolean;
}

interface Context {
  readonly base: { readonly branch: string; readonly sha: string } | null;
  readonly defaultBranch: string | null;
}

/** Names of what a change is compared with, the first that is there counts. `asked`: the input `base`. */
export function basesOf(asked: string | null, { base, defaultBranch }: Context): readonly string[] {
  if (asked !== null) return [asked, `origin/${asked}`];
  if (base !== null) return [`origin/${base.branch}`, base.sha];
  return [`origin/${defaultBranch ?? "HEAD"}`];
}

/**
 * Compares with the commit at which the change and its base part. What changed in a submodule, or in a checkout that is not tracked, is not known here: all
 * of it counts. `root`: the absolute path of the repository.
 */
export async function readChangedLines(
  root: string,
  bases: readonly string[],
): Promise<ChangedLines | { readonly problem: string }> {
  const ask = (...args: readonly string[]) => git({ root, cwd: root, args });
  const base = await mergeBase(bases, ask);
  if (base === null) return { problem: await noBase(bases, ask) };
  const diff = await ask(...diffArgs, base, "--");
  const outside = await outsideHistory(root);
  if (!diff.ok) return { problem: `git cannot compare with ${base}: ${diff.problem}` };
  if (!outside.ok) return { problem: `git cannot list new files: ${outside.problem}` };
  const whole = new Set(outside.untracked);
  const inCheckout = (path: string): boolean => outside.checkouts.some((dir) => path.startsWith(`${dir}/`));
  const added = addedLines(diff.stdout);
  return {
    base,
    has: (path, line) => whole.has(path) || inCheckout(path) || (added.get(path)?.has(line) ?? false),
  };
}

type Ask = (...args: readonly string[]) => ReturnType<typeof git>;

/** Whatever the user's configuration of git, and attributes of files, make of diffs: `-diff` and `binary` would hide the lines. */
const diffArgs = [
  ...["-c", "core.quotePath=false", "diff", "--no-color", "--no-ext-diff", "--no-textconv", "--text"],
  ...["--ignore-submodules", "--find-renames", "--unified=0", "--inter-hunk-context=0"],
  ...["--src-prefix=a/", "--dst-prefix=b/"],
];

async function mergeBase(bases: readonly string[], ask: Ask): Promise<string | null> {
  for (const name of bases) {
    const commit = await ask("rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`);
    const parts = commit.ok ? await ask("merge-base", commit.stdout.trim(), "HEAD") : commit;
    if (parts.ok) return parts.stdout.trim();
  }
  return null;
}

async function noBase(bases: readonly string[], ask: Ask): Promise<string> {
  const shallow = await ask("rev-parse", "--is-shallow-repository");
  const headline = `the change cannot be told apart: git knows no commit that it shares with ${bases.join(" or ")}`;
  if (!shallow.ok) return `${headline} (${shallow.problem})`;
  if (shallow.stdout.trim() === "true") {
    return `${headline}, because the clone is shallow. Check out with \`fetch-depth: 0\` (actions/checkout), or run \`git fetch --unshallow\``;
  }
  return `${headline}. Fetch it, or name another one with \`base\``;
}

/** The lines behind the plus signs of a diff without context, by path. */
export function addedLines(diff: string): ReadonlyMap<string, ReadonlySet<number>> {
  const files = new Map<string, Set<number>>();
  let lines = new Set<number>();
  let content = 0;
  for (const text of diff.split("\n")) {
    if (content > 0) {
      if (/^[-+]/.test(text)) content -= 1;
      continue;
    }
    const [, before = "1", start, after = "1"] = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(text) ?? [];
    if (start !== undefined) {
      content = Number(before) + Number(after);
      for (let at = 0; at < Number(after); at++) lines.add(Number(start) + at);
    } else if (text.startsWith("+++ ")) {
      lines = new Set();
      files.set(newPath(text.slice("+++ ".length)), lines);
    }
  }
  return files;
}

/** git ends a name with a tab where it has blanks, and writes one with control characters, quotes or backslashes as C does. */
function newPath(name: string): string {
  const plain = name.replace(/\t$/, "");
  const path = /^".*"$/.test(plain) ? unquoted(plain.slice(1, -1)) : plain;
  return path.replace(/^b\//, "");
}

const escapes: Readonly<Record<string, string>> = {
  ...{ a: "\x07", b: "\b", t: "\t", n: "\n", v: "\v", f: "\f", r: "\r" },
};

function unquoted(text: string): string {
  return text.replace(/\\([0-7]{3}|.)/g, (_, code: string) =>
    /^[0-7]{3}$/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code),
  );
}
