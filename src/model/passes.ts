import type { CommandOutcome, StepOutcome } from "./outcome.ts";
import type { Command, ExecStep } from "./step.ts";

/**
 * When a step has passed. Verdict, reuse of earlier results, replay from the engine's cache and the script in the container all go by this file, so that
 * a tool that died is a failure everywhere, whatever it printed.
 */

/** How a command ended and whether it said anything. */
export interface CommandEnd extends Pick<CommandOutcome, "exitCode" | "signal"> {
  readonly stdout: boolean;
  readonly stderr: boolean;
}

export interface StepEnd {
  readonly end: StepOutcome["end"];
  /** Of the commands that ran, in order. */
  readonly commands: readonly CommandEnd[];
  /** What of `ExecStep.leaves` is not there. */
  readonly missing: readonly string[];
}

type Rules = Pick<ExecStep, "passes" | "commands">;

/** Whether anything on this command's standard output is a failure. */
export function mustBeSilent({ passes }: Pick<ExecStep, "passes">, { talks, advisory }: Command): boolean {
  return passes === "exit-zero-and-silent" && talks !== true && advisory !== true;
}

/** Whether command `index` of a step passed: what comes after it may run. */
export function commandPassed(step: Rules, index: number, { exitCode, stdout }: CommandEnd): boolean {
  const command = step.commands[index];
  if (command?.advisory === true) return exitCode !== null;
  return command !== undefined && exitCode === 0 && !(stdout && mustBeSilent(step, command));
}

/** Whether the step passed: every command ran and passed, and everything is there that had to be. */
export function hasPassed(step: Rules, { end, commands, missing }: StepEnd): boolean {
  return (
    end === "exited" &&
    commands.length === step.commands.length &&
    commands.every((command, index) => commandPassed(step, index, command)) &&
    missing.length === 0
  );
}

/**
 * Exit codes by which go and gofmt say that they have found something: 1, and 2 for what they cannot read and for a wrong command line
 * (seen with Go 1.22 to 1.27). A shell reports a signal as 128 and its number.
 */
const findingCodes: readonly (number | null)[] = [1, 2];

/** Says of a step that did not pass which of its tools died instead of giving a verdict, or left less than it had to; null when none did. */
export function deathOf(step: Rules, { commands, missing }: StepEnd): string | null {
  for (const [index, end] of commands.entries()) {
    const command = step.commands[index];
    const death = decides(command) || end.exitCode === null ? commandDeath(toolName(command), end) : null;
    if (death !== null) return death;
  }
  const decisive = commands.filter((_, index) => decides(step.commands[index]));
  const ranAll = commands.length === step.commands.length && decisive.every(({ exitCode }) => exitCode === 0);
  if (!ranAll || missing.length === 0) return null;
  return `${toolName(step.commands.at(-1))} exited with 0 and left no ${missing.join(", ")}`;
}

function decides(command: Command | undefined): boolean {
  return command?.advisory !== true;
}

function commandDeath(tool: string, { exitCode, signal, stdout, stderr }: CommandEnd): string | null {
  if (exitCode === null) return `${tool} was ended by ${signal ?? "a signal"}`;
  if (exitCode === 0) return null;
  if (!stdout && !stderr) return `${tool} exited with ${exitCode} and said nothing`;
  return findingCodes.includes(exitCode) ? null : `${tool} exited with ${exitCode}`;
}

/** For a step that did not pass although no tool died, when its output says nothing that we can read. */
export function unexplained(step: Rules, { commands }: StepEnd): string {
  const index = commands.findIndex((command, at) => !commandPassed(step, at, command));
  const tool = toolName(step.commands[Math.max(0, index)]);
  const end = commands[index];
  if (end === undefined) return `${tool} did not run`;
  return end.exitCode === 0 ? `${tool} printed what it should not` : `${tool} exited with ${end.exitCode}`;
}

/** `gofmt`, `go vet`, `go mod verify`: what precedes the first flag. */
function toolName(command: Command | undefined): string {
  if (command === undefined) return "the tool";
  const words = command.args.map((arg) => (typeof arg === "string" ? arg : arg.prefix));
  const flag = words.findIndex((word) => word.startsWith("-"));
  const name = typeof command.tool === "string" ? command.tool : command.tool.name;
  return [name, ...(flag < 0 ? words : words.slice(0, flag))].join(" ");
}
