/**
 * The bad news that is not a result of a check. A failing check is a value (see results/model.ts);
 * these are thrown, and main.ts turns them into exit code 2 or 3.
 */

/** One wrong input or unusable repository: nothing was run. Exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  /** One line per problem; all of them are shown together. */
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}

/** The engine or the environment broke. Exit code 3; never shown as a failed check. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
  /** What the user can do about it, one sentence. */
  readonly remedy: string;

  constructor(message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.remedy = remedy;
  }
}

/** Codes of system errors that say something about the machine, with what to do about it. */
const machineTroubles: ReadonlyMap<string, string> = new Map([
  ["ENOSPC", "Free some space, or let RUNNER_TEMP or TMPDIR name a directory on a disk that has it."],
  ["EDQUOT", "Free some space: the quota of this user is used up."],
  ["EROFS", "Let RUNNER_TEMP or TMPDIR name a directory that can be written to."],
  ["EACCES", "Give this user the right to it."],
  ["EMFILE", "Raise the limit of open files (ulimit -n)."],
  ["ENFILE", "Close programs: the machine has no more open files to give."],
  ["EIO", "Check the disk of this machine."],
]);

/** What was thrown, when it is the machine's fault and no defect of ours; null otherwise. */
export function environmentErrorOf(thrown: unknown): EnvironmentError | null {
  if (thrown instanceof EnvironmentError) return thrown;
  if (!(thrown instanceof Error && "code" in thrown)) return null;
  const missingTemp = thrown.code === "ENOENT" && "syscall" in thrown && thrown.syscall === "mkdtemp";
  const remedy = missingTemp
    ? "Let RUNNER_TEMP or TMPDIR name a directory that is there."
    : machineTroubles.get(String(thrown.code));
  return remedy === undefined ? null : new EnvironmentError(`This machine is in the way: ${thrown.message}.`, remedy);
}

/** The message of anything thrown, without a stack. */
export function messageOf(thrown: unknown): string {
  if (thrown instanceof Error) return thrown.message || thrown.name;
  return String(thrown);
}

/** The code of a system error, such as `ENOENT`; null for anything else that was thrown. */
export function systemCode(thrown: unknown): string | null {
  return thrown instanceof Error && "code" in thrown ? String(thrown.code) : null;
}

/** What a tool says before it begins to give advice: `Cannot connect to the Docker daemon at …` without `Is the docker daemon running?`. */
export function firstSentence(text: string): string {
  return text.split(/\.\s/)[0] ?? text;
}

/** Whether something thrown is a system error with one of these codes. */
export function hasCode(thrown: unknown, ...codes: readonly string[]): boolean {
  const code = systemCode(thrown);
  return code !== null && codes.includes(code);
}

/** What `work` comes to; null where the file or directory that it is about is not there. */
export async function ifThere<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    // ENOTDIR: what should be a directory above it is a file.
    if (hasCode(error, "ENOENT", "ENOTDIR")) return null;
    throw error;
  }
}

/** Compile-time proof that a switch over a union is exhaustive. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
