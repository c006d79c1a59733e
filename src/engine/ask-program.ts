import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ProcessResult, runProcess } from "./process.ts";

export interface ProgramAnswer {
  readonly installed: boolean;
  readonly stdout: string;
  /** Everything on standard error. */
  readonly stderr: string;
  /** Why there is no answer, in one line; empty when there is one. */
  readonly problem: string;
}

export type AskProgram = (file: string, args: readonly string[]) => Promise<ProgramAnswer>;

interface AskOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
}

const limitMs = 10_000;

/** Asks programs of this machine what they are, for at most ten seconds each. Nothing of them is left when the run is cancelled. */
export function askPrograms({ env, signal }: AskOptions): AskProgram {
  const set = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const given = Object.fromEntries(set);
  return async (file, args) => {
    const dir = await mkdtemp(join(tmpdir(), "go-pipeline-"));
    try {
      const files = { stdout: join(dir, "stdout"), stderr: join(dir, "stderr") };
      const result = await runProcess({ file, args, cwd: dir, env: given, ...files, signal, timeoutMs: limitMs });
      const [stdout, stderr] = await Promise.all([readText(files.stdout), readText(files.stderr)]);
      return { installed: result.end !== "not-started", stdout, stderr, problem: problemOf(result, stderr) };
    } finally {
      await rm(dir, { recursive: true, force: true, maxRetries: 3 });
    }
  };
}

function readText(path: string): Promise<string> {
  return readFile(path, "utf8");
}

function problemOf({ end, exitCode, signal, error }: ProcessResult, stderr: string): string {
  if (end === "exited" && exitCode === 0) return "";
  if (end === "timed-out") return `no answer within ${limitMs / 1_000} s`;
  if (error !== null) return error;
  const said = stderr.trim().split("\n").at(-1)?.trim() ?? "";
  return said || `it ended with ${signal ?? `exit code ${exitCode}`}`;
}
