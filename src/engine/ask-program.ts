import { execFile } from "node:child_process";

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

/** Asks programs of this machine what they are, for at most ten seconds each. */
export function askPrograms({ env, signal }: AskOptions): AskProgram {
  return async (file, args) =>
    await new Promise((resolve) => {
      const options = { env: { ...env }, timeout: limitMs, killSignal: "SIGKILL" as const, signal };
      execFile(file, [...args], options, (error, stdout, stderr) => {
        const installed = error === null || error.code !== "ENOENT";
        const said = stderr.trim().split("\n").at(-1)?.trim() ?? "";
        const late = error?.killed === true && !signal.aborted;
        const problem =
          error === null ? "" : late ? `no answer within ${limitMs / 1_000} s` : said || firstLine(error.message);
        resolve({ installed, stdout, stderr, problem });
      });
    });
}

function firstLine(text: string): string {
  return text.split("\n")[0] ?? "";
}
