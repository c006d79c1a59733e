import type { RunEvent, SettledStage } from "../../../src/model/events.ts";
import type { StepOutcome } from "../../../src/model/outcome.ts";
import type { Stage, StageId } from "../../../src/model/stage.ts";
import { runPlan } from "../../../src/run/scheduler.ts";
import { notRunResult } from "../../../src/run/stage-result.ts";
import { command, type FakeEngine } from "../../support/fake-engine.ts";
import { makeOutcome, makeStage } from "../../support/stages.ts";
import { execStep } from "../../support/steps.ts";

/** Weights that the gates give their steps. */
const weights: Readonly<Record<string, number>> = { vet: 1, build: 2, test: 3, format: 6 };

/** A stage whose step executes nothing. */
export function stage(id: StageId, needs: readonly StageId[] = [], more: Partial<Stage> = {}): Stage {
  const weight = weights[id.replace(/:.*/, "")] ?? 0;
  return makeStage(id, { needs, step: execStep({ stage: id, timeoutMs: 1, weight }), ...more });
}

/** Judges by exit codes alone. */
export function settle(of: Stage, outcome: StepOutcome): Promise<SettledStage> {
  const red = outcome.commands.some(({ exitCode }) => exitCode !== 0);
  const status =
    outcome.end === "exited" ? (red ? "failed" : "passed") : outcome.end === "timed-out" ? "failed" : outcome.end;
  return Promise.resolve({ result: notRunResult(of, status, outcome.problem?.message ?? ""), log: null });
}

/** What an engine says of a step that ended at once. */
export function ended(id: StageId, end: StepOutcome["end"]): StepOutcome {
  return makeOutcome(id, { end });
}

/** A command that exits with 1. */
export const red: Partial<StepOutcome> = { commands: [command(1)] };

/** Runs stages on an engine, with everything else out of the way. */
export function start(stages: readonly Stage[], engine: FakeEngine, more: Partial<Parameters<typeof runPlan>[0]> = {}) {
  const events: RunEvent[] = [];
  const done = runPlan({
    plan: { stages, warnings: [], notices: [] },
    engine,
    resultDir: (id) => Promise.resolve(`/results/${id}`),
    concurrency: 8,
    cold: false,
    failFast: false,
    signal: new AbortController().signal,
    followUp: () => Promise.resolve(null),
    settle,
    emit: (event) => events.push(event),
    ...more,
  });
  return { done, events };
}

export const statuses = (results: readonly { id: string; status: string }[]): Record<string, string> =>
  Object.fromEntries(results.map(({ id, status }) => [id, status]));
