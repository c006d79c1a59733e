import { execFile } from "node:child_process";
import { realpathSync } from "node:fs";
import { dirname } from "node:path";
import { messageOf } from "../errors.ts";

export type GitResult =
  | { readonly ok: true; readonly stdout: string }
  /** git is not there, is too old, refuses the repository, or failed; one line. `exitCode`: null when it did not answer by itself. */
  | { readonly ok: false; readonly problem: string; readonly exitCode: number | null };

export interface GitRequest {
  /** Absolute path of the repository, declared safe whoever owns it. */
  readonly root: string;
  /** Absolute directory below it to run in. */
  readonly cwd: string;
  readonly args: readonly string[];
  /** For its standard input. */
  readonly input?: string;
  /** Added to its environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds until it is killed. */
  readonly limitMs?: number;
}

/** Listing a million files takes seconds; a network file system that is gone takes for ever. */
const defaultLimitMs = 120_000;

/**
 * Asks git one question, without optional locks, hooks or file-system monitors of the repository. A path list comes as `-z` output; split
 * it with `splitNul`.
 */
export async function git(request: GitRequest): Promise<GitResult> {
  const args = [...safeDirectory(request.root), "-c", "core.fsmonitor=false", ...request.args];
  const { cwd, limitMs: timeout = defaultLimitMs } = request;
  return await new Promise((resolve) => {
    // Where `.git` is broken, git would take a repository around it for this one.
    const env = { ...gitEnv(process.env), GIT_CEILING_DIRECTORIES: dirname(request.root), ...request.env };
    const options = { cwd, env, timeout, killSignal: "SIGKILL", maxBuffer: Number.POSITIVE_INFINITY } as const;
    const child = execFile("git", args, options, (error, stdout, stderr) => {
      if (error === null) resolve({ ok: true, stdout });
      else if (error.killed) {
        resolve({ ok: false, problem: `git did not answer within ${timeout / 1_000} s`, exitCode: null });
      } else {
        const exitCode = typeof error.code === "number" ? error.code : null;
        resolve({ ok: false, problem: firstLine(stderr) || firstLine(messageOf(error)), exitCode });
      }
    });
    if (request.input === undefined) return;
    // git may end, or not be there, before it has read everything: what it says of that counts.
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(request.input);
  });
}

/** Asks git questions at the root of a repository. */
export type AskGit = (...args: readonly string[]) => Promise<GitResult>;

/** `root`: absolute path of the repository. */
export function gitAt(root: string): AskGit {
  return (...args) => git({ root, cwd: root, args });
}

/** Elements of NUL-separated output. */
export function splitNul(text: string): readonly string[] {
  return text.split("\0").filter((element) => element !== "");
}

/** git compares with the path it was started in and with the resolved one: both are named. */
function safeDirectory(root: string): readonly string[] {
  const paths = new Set([root, realpathSync(root)].map((path) => path.replaceAll("\\", "/")));
  return [...paths].flatMap((path) => ["-c", `safe.directory=${path}`]);
}

/** Without what a calling git (a hook, an alias) says about its own repository; see git(1), "The Git Repository". */
export function gitEnv(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own =
    /^GIT_(DIR|WORK_TREE|INDEX_FILE|COMMON_DIR|PREFIX|NAMESPACE|OBJECT_DIRECTORY|CEILING_DIRECTORIES|.*PATHSPECS)$/i;
  const kept = Object.entries(env).filter(([name]) => !own.test(name));
  return { ...Object.fromEntries(kept), GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C" };
}

function firstLine(text: string): string {
  return text.trim().split("\n")[0]?.trim() ?? "";
}
