import type { StepOutcome } from "../model/outcome.ts";

/** How a tool that said nothing readable failed; null when it did not. */
export function exitFailure(tool: string, outcome: StepOutcome): string | null {
  const command = outcome.commands.at(-1);
  if (command === undefined) return `${tool} did not run`;
  if (command.exitCode === 0) return null;
  return command.exitCode === null
    ? `${tool} was ended by ${command.signal ?? "a signal"}`
    : `${tool} exited with ${command.exitCode}`;
}
