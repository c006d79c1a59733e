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

/** The message of anything thrown, without a stack. */
export function messageOf(thrown: unknown): string {
  if (thrown instanceof Error) return thrown.message || thrown.name;
  return String(thrown);
}

/** Compile-time proof that a switch over a union is exhaustive. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
