import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import { EnvironmentError } from "../../../errors.ts";
import { type ProcessResult, runProcess } from "../../process.ts";

export interface CliOptions {
  /** Added to the environment of this call. */
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
  /** Absolute; where the output goes instead of into the result, which then holds nothing of it. */
  readonly stdoutFile?: string;
  readonly stderrFile?: string;
}

export interface CliResult {
  readonly end: ProcessResult["end"];
  readonly exitCode: number | null;
  /** The last megabyte at most. */
  readonly stdout: string;
  readonly stderr: string;
  readonly durationMs: number;
}

/** Calls the docker command line, whose output goes through files in a directory of ours. */
export class DockerCli {
  readonly tempDir: string;
  readonly #env: Readonly<Record<string, string>>;
  #calls = 0;

  constructor(env: Readonly<Record<string, string>>, tempDir: string) {
    this.#env = env;
    this.tempDir = tempDir;
  }

  /** Runs `docker <args>`. Throws EnvironmentError when there is no such program, the signal's reason when that ended it; how it ended is a value. */
  async run(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
    const base = join(this.tempDir, `docker-${this.#calls++}`);
    const stdout = options.stdoutFile ?? `${base}.out`;
    const stderr = options.stderrFile ?? `${base}.err`;
    const result = await runProcess({
      file: "docker",
      args,
      cwd: this.tempDir,
      env: { ...this.#env, DOCKER_CLI_HINTS: "false", ...options.env },
      stdout,
      stderr,
      ...(options.signal === undefined ? {} : { signal: options.signal }),
      timeoutMs: options.timeoutMs ?? defaultLimitMs,
    });
    if (result.end === "not-started") throw new EnvironmentError(result.error ?? "docker: not started", dockerRemedy);
    if (result.end === "cancelled") options.signal?.throwIfAborted();
    const [out, err] = await Promise.all([
      options.stdoutFile === undefined ? takeTail(stdout) : "",
      options.stderrFile === undefined ? takeTail(stderr) : "",
    ]);
    return { end: result.end, exitCode: result.exitCode, stdout: out, stderr: err, durationMs: result.durationMs };
  }

  /** Like `run`, for calls that have to succeed: answers their standard output, throws EnvironmentError otherwise. */
  async get(args: readonly string[], options: CliOptions = {}): Promise<string> {
    const result = await this.run(args, options);
    if (result.end === "exited" && result.exitCode === 0) return result.stdout.trim();
    const cause = result.end === "exited" ? lastLine(result.stderr) : result.end;
    throw new EnvironmentError(`docker ${args.slice(0, 2).join(" ")}: ${cause}`, dockerRemedy);
  }
}

/** Questions to a daemon; builds, pushes and the like bring their own limit. */
const defaultLimitMs = 60_000;

export const dockerRemedy =
  "Check that `docker version` works for this user, or switch the image off with `docker: false`.";

const tailBytes = 1_048_576;

/** Reads the end of a file, a megabyte at most, and removes it. */
export async function takeTail(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const length = Math.min(size, tailBytes);
    const buffer = Buffer.alloc(length);
    await file.read(buffer, 0, length, size - length);
    return buffer.toString("utf8");
  } finally {
    await file.close();
    await rm(path, { force: true });
  }
}

/** The last line that says something, without docker's usual prefix. */
export function lastLine(text: string): string {
  const line = text
    .trim()
    .split("\n")
    .findLast(
      (candidate) => candidate.trim() !== "" && !/^See 'docker .*--help'|^Run 'docker .*--help'/.test(candidate),
    );
  return (line ?? "no message").replace(/^(docker: )?(Error response from daemon: )?/, "").trim();
}
