import { join } from "node:path";
import type { CommandOutcome, Problem, StepOutcome } from "../model/outcome.ts";
import type { PlannedStep } from "./engine.ts";

export interface Ended {
  readonly end: StepOutcome["end"];
  readonly problem?: Problem | null;
  readonly startedAt: Date;
  readonly durationMs?: number;
  readonly cached?: boolean;
  readonly commands?: readonly CommandOutcome[];
  readonly image?: StepOutcome["image"];
}

/** A step's outcome with what was not said left empty; it took until now when no other duration is said. */
export function outcomeOf(planned: PlannedStep, ended: Ended): StepOutcome {
  return {
    stage: planned.step.stage,
    end: ended.end,
    problem: ended.problem ?? null,
    startedAt: ended.startedAt,
    durationMs: ended.durationMs ?? Math.max(0, Date.now() - ended.startedAt.getTime()),
    cached: ended.cached ?? false,
    commands: ended.commands ?? [],
    resultDir: planned.resultDir,
    image: ended.image ?? null,
  };
}

/** Files for what a command of a step prints, beside the step's result files. `index`: of the command in the step. */
export function outputFiles(resultDir: string, index: number): Pick<CommandOutcome, "stdout" | "stderr"> {
  return { stdout: join(resultDir, `${index}.stdout`), stderr: join(resultDir, `${index}.stderr`) };
}
