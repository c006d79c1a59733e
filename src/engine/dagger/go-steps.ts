import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { readStepEnd } from "../../files/step-end.ts";
import type { StepOutcome } from "../../model/outcome.ts";
import { hasPassed } from "../../model/passes.ts";
import type { StageId } from "../../model/stage.ts";
import type { ExecStep } from "../../model/step.ts";
import type { Batch, PlannedStep } from "../engine.ts";
import { writeLfCopies } from "../lf-copies.ts";
import { outcomeOf, outputFiles } from "../outcome.ts";
import type { BatchResult, StepResult } from "./batch-results.ts";
import { type BatchSpec, lfDir, type SpecStep, specCommands } from "./batch-spec.ts";
import { needsLogin } from "./batches.ts";
import { testEnvPath } from "./credentials.ts";
import type { GoContainer } from "./go-container.ts";
import { moveTree } from "./move-tree.ts";

export interface GoStepsOptions {
  readonly container: GoContainer;
  readonly sessionId: string;
  /** Absolute path of the repository on this machine. */
  readonly root: string;
  readonly hasTestEnv: boolean;
  /** Steps at the same time; 0: as many as the container has processors. */
  readonly jobs: number;
  readonly failFast: boolean;
  /** Nothing that the engine remembers counts. */
  readonly fresh?: boolean;
  readonly signal: AbortSignal;
}

/** A planned step whose step is an exec step. */
export interface PlannedExec extends PlannedStep {
  readonly step: ExecStep;
}

export function isExec(planned: PlannedStep): planned is PlannedExec {
  return planned.step.type === "exec";
}

/** Runs Go steps in one container and answers an outcome for each, in order. Throws what the engine throws. */
export async function runGoSteps(
  batch: readonly PlannedExec[],
  options: GoStepsOptions,
): Promise<readonly StepOutcome[]> {
  const startedAt = new Date();
  const logins = batch.every(needsLogin);
  const first = await execute(batch, { ...options, logins, nonce: options.fresh ? randomUUID() : null });
  const lookedUp = { startedAt, durationMs: Date.now() - startedAt.getTime() };
  const known = first.session === options.sessionId ? [] : await unlessRed(batch, first);
  const again = known.length === 0 ? [] : batch.filter((_, index) => known[index] !== true);
  // The engine remembers failures like successes; running them again is what a person who starts again wants.
  const rerun = { ...options, logins, nonce: randomUUID() };
  const result = again.length === 0 ? first : merge(batch, first, again, await execute(again, rerun));
  const red = await Promise.all(result.steps.map((step, index) => isRed(step, batch[index])));
  return await Promise.all(
    batch.map((planned, index) => {
      const cached = known[index] === true ? lookedUp : null;
      return settle(planned, { batch, index, result, cached, red, startedAt });
    }),
  );
}

interface Execution extends GoStepsOptions {
  readonly logins: boolean;
  readonly nonce: string | null;
}

function execute(batch: readonly PlannedExec[], options: Execution): Promise<BatchResult> {
  return options.container.run({
    spec: batchSpec(batch, options),
    more: async (dir: string) => {
      for (const [index, { step }] of batch.entries()) await writeLfCopies(join(dir, lfDir(index)), step, options.root);
    },
    logins: options.logins,
    testEnv: batch.some((planned) => usesTestEnv(planned, options)),
    signal: options.signal,
    nonce: options.nonce,
  });
}

/** By index: the step ran to its end, will not be shown as failed, and nobody asked for it to run each time. */
function unlessRed(batch: readonly PlannedExec[], { steps }: BatchResult): Promise<readonly boolean[]> {
  const green = async (step: StepResult, index: number): Promise<boolean> =>
    step.end === "exited" && typeof batch[index]?.step.reuse === "string" && !(await isRed(step, batch[index]));
  return Promise.all(steps.map(green));
}

/** The results of `batch` with those of the steps that ran again in their places. */
function merge(batch: Batch, first: BatchResult, again: Batch, second: BatchResult): BatchResult {
  const placeOf = (stage: StageId | undefined): number => batch.findIndex(({ step }) => step.stage === stage);
  const steps = [...first.steps];
  for (const [index, result] of second.steps.entries()) {
    const { blockedBy } = result;
    steps[placeOf(again[index]?.step.stage)] = {
      ...result,
      blockedBy: blockedBy === null ? null : placeOf(again[blockedBy]?.step.stage),
    };
  }
  return { session: second.session, steps };
}

function batchSpec(batch: readonly PlannedExec[], options: GoStepsOptions): BatchSpec {
  const indexes = new Map(batch.map(({ step }, index) => [step.stage, index]));
  const steps = batch.map((planned, index): SpecStep => {
    const { step } = planned;
    return {
      ...specCommands(step, index),
      needs: planned.needs.flatMap((need) => indexes.get(need) ?? []),
      after: planned.after.flatMap((other) => indexes.get(other) ?? []),
      soft: planned.warnOnly,
      leaves: step.leaves,
      seconds: Math.max(1, Math.ceil(step.timeoutMs / 1_000)),
      quit: step.atLimit === "dump-goroutines",
      stopAtFirstFailure: step.stopAtFirstFailure,
      variablesFile: usesTestEnv(planned, options) ? testEnvPath : null,
    };
  });
  return { steps, jobs: options.jobs, failFast: options.failFast };
}

function usesTestEnv({ step }: PlannedStep, options: GoStepsOptions): boolean {
  return options.hasTestEnv && step.type === "exec" && step.gets.testEnv;
}

/** Whether the stage will be shown as failed. */
async function isRed(result: StepResult, planned: PlannedExec | undefined): Promise<boolean> {
  if (result.end === "cancelled" || result.end === "blocked" || planned === undefined) return false;
  return !hasPassed(planned.step, await readStepEnd(planned.step, { ...result, resultDir: result.files }));
}

interface Settling {
  readonly batch: Batch;
  readonly index: number;
  readonly result: BatchResult;
  /** When the result was taken from the engine's cache; null: it is new. */
  readonly cached: Pick<StepOutcome, "startedAt" | "durationMs"> | null;
  /** By index: the stage will be shown as failed. */
  readonly red: readonly boolean[];
  /** When the batch was handed to the engine. */
  readonly startedAt: Date;
}

async function settle(planned: PlannedStep, settling: Settling): Promise<StepOutcome> {
  const { index, result, cached, startedAt } = settling;
  const step = result.steps[index];
  if (step === undefined) throw new Error(`no result for ${planned.step.stage}`);
  await moveTree(step.files, planned.resultDir);
  return outcomeOf(planned, {
    end: step.end,
    problem: problemOf(step, settling),
    ...(cached ?? timesOf(step, startedAt)),
    cached: cached !== null,
    commands: await moveOutputs(step, planned.resultDir),
  });
}

/** The container's clock may differ from ours: only spans of it are used, counted back from now. */
function timesOf(step: StepResult, batchStart: Date): { startedAt: Date; durationMs: number } {
  const startedAt = new Date(Math.max(batchStart.getTime(), Date.now() - step.beforeEndMs));
  return { startedAt, durationMs: step.durationMs };
}

/** Why a step did not run to its end, as far as the batch knows. */
function problemOf(step: StepResult, { batch, red }: Settling): StepOutcome["problem"] {
  if (step.end === "blocked") {
    const by = step.blockedBy === null ? undefined : batch[step.blockedBy]?.step.stage;
    return { message: `${by ?? "a stage it needs"} did not pass`, remedy: "" };
  }
  if (step.end !== "cancelled") return null;
  const culprit = batch.find((planned, index) => red[index] === true && !planned.warnOnly)?.step.stage;
  return { message: `stopped because ${culprit ?? "another stage"} failed (fail-fast)`, remedy: "" };
}

/** Output files lie beside the result files, named as the host engine names them. */
async function moveOutputs(step: StepResult, resultDir: string): Promise<StepOutcome["commands"]> {
  return await Promise.all(
    step.commands.map(async (command, index) => {
      const moved = outputFiles(resultDir, index);
      await moveTree(command.stdout, moved.stdout);
      await moveTree(command.stderr, moved.stderr);
      return { ...command, ...moved };
    }),
  );
}
