import { lstat, readdir, readFile } from "node:fs/promises";
import { constants } from "node:os";
import { join } from "node:path";
import type { CommandOutcome } from "../../model/outcome.ts";

/** What `run.sh` says of a step; see runner-script.ts. */
export interface StepResult {
  readonly end: "exited" | "timed-out" | "cancelled" | "blocked";
  /** Index of the step that blocked this one. */
  readonly blockedBy: number | null;
  /** Milliseconds between the step's start and the end of the batch. */
  readonly beforeEndMs: number;
  readonly durationMs: number;
  readonly commands: readonly CommandOutcome[];
  /** Directory on this machine that holds the step's result files. */
  readonly files: string;
}

export interface BatchResult {
  /** Id of the session that made the result. */
  readonly session: string;
  readonly steps: readonly StepResult[];
}

/**
 * Reads what a batch of `count` steps wrote. Throws an Error when a file is missing or says nonsense: then the script did not run to its end. Everything
 * below `dir` was checked before: see `refuseIrregular`.
 */
export async function readResults(dir: string, count: number): Promise<BatchResult> {
  const endedAt = await readSeconds(join(dir, "end"));
  const session = await readFile(join(dir, "session"), "utf8");
  const steps = await Promise.all(
    Array.from({ length: count }, (_, index) => readStep(join(dir, String(index)), endedAt)),
  );
  return { session, steps };
}

async function readStep(dir: string, endedAt: number): Promise<StepResult> {
  const status = await readFile(join(dir, "status"), "utf8");
  const files = join(dir, "result");
  const names = new Set(await readdir(dir));
  const blocked = /^blocked (\d+)$/.exec(status);
  if (blocked !== null || !names.has("start")) {
    if (blocked === null && status !== "cancelled") throw new Error(`a step ended as ${JSON.stringify(status)}`);
    const blockedBy = blocked?.[1] === undefined ? null : Number(blocked[1]);
    const end = blocked === null ? "cancelled" : "blocked";
    return { end, blockedBy, beforeEndMs: 0, durationMs: 0, commands: [], files };
  }
  if (status !== "exited" && status !== "timed-out" && status !== "cancelled") {
    throw new Error(`a step ended as ${JSON.stringify(status)}`);
  }
  const start = await readSeconds(join(dir, "start"));
  const durationMs = milliseconds(start, await readSeconds(join(dir, "end")));
  const commands: CommandOutcome[] = [];
  for (let index = 0; names.has(`${index}.start`); index++) commands.push(await readCommand(dir, index, names));
  return { end: status, blockedBy: null, beforeEndMs: milliseconds(start, endedAt), durationMs, commands, files };
}

async function readCommand(dir: string, index: number, names: ReadonlySet<string>): Promise<CommandOutcome> {
  const base = join(dir, String(index));
  const durationMs = milliseconds(await readSeconds(`${base}.start`), await readSeconds(`${base}.end`));
  const streams = { stdout: `${base}.stdout`, stderr: `${base}.stderr` };
  if (!names.has(`${index}.code`)) {
    if (!names.has(`${index}.leader`)) throw new Error((await readFile(`${base}.xargs`, "utf8")).trim());
    return { exitCode: null, signal: "SIGKILL", durationMs, ...streams };
  }
  return { ...exitOf(await readNumber(`${base}.code`)), durationMs, ...streams };
}

/** Shells report a signal as 128 + its number. */
export function exitOf(code: number): Pick<CommandOutcome, "exitCode" | "signal"> {
  const signal = Object.entries(constants.signals).find(([, number]) => number === code - 128)?.[0];
  return signal === undefined ? { exitCode: code, signal: null } : { exitCode: null, signal };
}

async function readNumber(path: string): Promise<number> {
  const text = (await readFile(path, "utf8")).trim();
  if (!/^\d+(\.\d+)?$/.test(text)) throw new Error(`${path} holds ${JSON.stringify(text)} instead of a number`);
  return Number(text);
}

const readSeconds = readNumber;

function milliseconds(from: number, to: number): number {
  return Math.max(0, Math.round((to - from) * 1_000));
}

/**
 * Throws an Error unless everything below `dir` is a directory or a regular file with one name: a link that a build left behind could make later
 * steps read or publish any file of this machine.
 */
export async function refuseIrregular(dir: string): Promise<void> {
  for (const entry of await readdir(dir)) {
    const path = join(dir, entry);
    const stat = await lstat(path);
    if (stat.isDirectory()) await refuseIrregular(path);
    else if (!stat.isFile() || stat.nlink > 1)
      throw new Error(`a step left ${entry} behind, which is not a regular file`);
  }
}
