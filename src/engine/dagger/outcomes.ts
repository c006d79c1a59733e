import type { CommandOutcome, PlannedStep, StepOutcome } from "../engine.ts";
import type { Problem } from "./problem.ts";

export interface Ended {
  readonly end: StepOutcome["end"];
  readonly problem?: Problem | null;
  readonly startedAt: Date;
  readonly durationMs?: number;
  readonly cached?: boolean;
  readonly commands?: readonly CommandOutcome[];
  readonly image?: StepOutcome["image"];
}

/** A step's outcome with what was not said left empty. */
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
