import { join } from "node:path";
import { outputOf } from "../collect/output.ts";
import type { OutputDir } from "../files/output-dir.ts";
import type { Judgement } from "../model/judgement.ts";
import type { CommandOutcome, StepOutcome } from "../model/outcome.ts";
import type { Platform } from "../model/platform.ts";
import type { Stage } from "../model/stage.ts";
import type { ExecStep } from "../model/step.ts";
import { clipEnd } from "../text/clip.ts";
import { shellCommand } from "../text/shell.ts";
import { execStep } from "./go-steps.ts";

/** For each program: one that says its version needs no more. */
const limitMs = 30_000;

/** Characters of what a program printed that a reason quotes. */
const quoted = 500;

export interface BinaryCheck {
  /** Arguments of the programs; empty: none is run. */
  readonly args: readonly string[];
  readonly native: Platform;
}

/** Runs the programs that a stage built for this machine, where all of them were built. They get no logins, as they are code of the repository. */
export function checkStep(
  stage: Stage,
  outcome: StepOutcome,
  { args, native }: BinaryCheck,
): Omit<ExecStep, "stage"> | null {
  const [first] = stage.binaries;
  if (args.length === 0 || first === undefined || stage.module === null || outcome.followUps !== undefined) return null;
  // What a variant needs, this machine may not have.
  const { os, arch, variant } = first.platform;
  if (os !== native.os || arch !== native.arch || variant !== null) return null;
  if (outcome.commands.some(({ exitCode }) => exitCode !== 0)) return null;
  const commands = stage.binaries.map(({ file }) => ({
    ...{ tool: { name: file, brought: file }, args, env: {}, cwd: "module" as const },
  }));
  const brings = stage.binaries.map(({ out, file }) => ({
    ...{ from: join(outcome.resultDir, out), to: file, executable: true as const },
  }));
  return execStep({ module: { dir: stage.module, env: {} }, timeoutMs: limitMs * commands.length }, commands, {
    ...{ brings, weight: 0, reuse: { never: "programs may look at anything" } },
  });
}

type Checked = Pick<Judgement, "failure" | "command" | "overtime">;

/** What became of it: a failure, or that time was up, each with the first program that it came to and what that printed. */
export async function checkFailure(
  stage: Stage,
  { followUps = [] }: StepOutcome,
  { args, output }: { readonly args: readonly string[]; readonly output: Pick<OutputDir, "bin" | "relative"> },
): Promise<Checked> {
  const [check] = followUps;
  if (check === undefined) return { failure: null };
  const { end, commands } = check;
  const failed = commands.findIndex(({ exitCode }) => exitCode !== 0);
  const late = end === "timed-out";
  if (failed < 0 && !late) return { failure: null };
  const at = failed < 0 ? Math.max(0, commands.length - 1) : failed;
  const { stdout, stderr } = await outputOf(commands.slice(at, at + 1));
  const said = clipEnd(`${stderr}${stdout}`.trim(), quoted);
  const file = stage.binaries[at]?.file ?? "";
  const seconds = (limitMs / 1_000) * stage.binaries.length;
  const how = late ? `did not end: the programs of the stage had ${seconds} s` : ended(commands[at]);
  const failure = `${[file, ...args].join(" ")} ${how}${said === "" ? " and said nothing" : `: ${said}`}`;
  const command = shellCommand(".", [output.relative(join(output.bin, file)), ...args]);
  return { failure, command, ...(late ? { overtime: failure } : {}) };
}

function ended(command: CommandOutcome | undefined): string {
  const { exitCode = null, signal = null } = command ?? {};
  return exitCode === null ? `was ended by ${signal ?? "a signal"}` : `exited with ${exitCode}`;
}
