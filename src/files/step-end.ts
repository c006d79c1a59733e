import { stat } from "node:fs/promises";
import { join } from "node:path";
import { ifThere } from "../errors.ts";
import type { CommandOutcome, StepOutcome } from "../model/outcome.ts";
import type { CommandEnd, StepEnd } from "../model/passes.ts";
import type { ExecStep } from "../model/step.ts";

/** Looks at what a step left behind. */
export async function readStepEnd(
  step: Pick<ExecStep, "leaves">,
  { end, commands, resultDir }: Pick<StepOutcome, "end" | "commands" | "resultDir">,
): Promise<StepEnd> {
  const ends = await Promise.all(commands.map(readCommandEnd));
  const there = await Promise.all(step.leaves.map((path) => ifThere(stat(join(resultDir, path)))));
  return { end, commands: ends, missing: step.leaves.filter((_, index) => there[index] === null) };
}

export async function readCommandEnd({ exitCode, signal, ...files }: CommandOutcome): Promise<CommandEnd> {
  const [stdout, stderr] = await Promise.all([stat(files.stdout), stat(files.stderr)]);
  return { exitCode, signal, stdout: stdout.size > 0, stderr: stderr.size > 0 };
}
