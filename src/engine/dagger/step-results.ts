import { lstat, readdir, readFile } from "node:fs/promises";
import { constants } from "node:os";
import { join } from "node:path";
import type { CommandOutcome } from "../../model/outcome.ts";

/** What `step.sh` says of a step. */
export interface ContainerResult {
  /** Id of the session that made the result. */
  readonly session: string;
  readonly end: "exited" | "timed-out";
  readonly durationMs: number;
  /** When it was made, by the engine's clock, milliseconds since 1970. */
  readonly madeAtMs: number;
  readonly commands: readonly CommandOutcome[];
  /** The image has no such program. */
  readonly missing?: boolean;
  /** Directory on this machine that holds the step's result files. */
  readonly files: string;
}

/** What `inspect.sh` says. */
export interface Answers {
  /** One per question, in their order. */
  readonly steps: readonly ContainerResult[];
  /** Of the container. */
  readonly processors: number;
  /** A step that compiles has run to its end with the container's build cache. */
  readonly warm: boolean;
}

/**
 * Reads what a step wrote. Throws an Error when a file is missing or says nonsense: then the script did not run to its end. Everything below `dir` was checked
 * before: see `refuseIrregular`.
 */
export async function readStep(dir: string): Promise<ContainerResult> {
  const end = await readFile(join(dir, "status"), "utf8");
  if (end !== "exited" && end !== "timed-out") throw new Error(`a step ended as ${JSON.stringify(end)}`);
  const session = await readFile(join(dir, "session"), "utf8");
  const durationMs = milliseconds(await readNumber(join(dir, "start")), await readNumber(join(dir, "end")));
  const madeAtMs = (await readNumber(join(dir, "made"))) * 1_000;
  const names = new Set(await readdir(dir));
  const commands: CommandOutcome[] = [];
  for (let index = 0; names.has(`${index}.start`); index++) commands.push(await readCommand(dir, index, names));
  const missing = [...names].some((name) => /^\d+\.missing$/.test(name));
  return { session, end, durationMs, madeAtMs, commands, missing, files: join(dir, "result") };
}

/** Reads what an inspection of `count` questions wrote; as `readStep`. */
export async function readAnswers(dir: string, count: number): Promise<Answers> {
  const steps = await Promise.all(Array.from({ length: count }, (_, index) => readStep(join(dir, String(index)))));
  const warm = (await readFile(join(dir, "warm"), "utf8")).trim() === "yes";
  return { steps, processors: await readNumber(join(dir, "processors")), warm };
}

async function readCommand(dir: string, index: number, names: ReadonlySet<string>): Promise<CommandOutcome> {
  const base = join(dir, String(index));
  const durationMs = milliseconds(await readNumber(`${base}.start`), await readNumber(`${base}.end`));
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

/** Between two times in seconds. */
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
