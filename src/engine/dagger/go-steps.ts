import { randomUUID } from "node:crypto";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { ExecStep } from "../../plan/model.ts";
import type { Batch, PlannedStep, StepOutcome } from "../engine.ts";
import type { BatchResult, StepResult } from "./batch-results.ts";
import { type BatchSpec, type SpecStep, specCommands, writeLfCopies } from "./batch-spec.ts";
import { needsLogin } from "./batches.ts";
import { testEnvPath } from "./credentials.ts";
import type { GoContainer } from "./go-container.ts";
import { moveTree } from "./move-tree.ts";
import { outcomeOf } from "./outcomes.ts";

export interface GoStepsOptions {
  readonly container: GoContainer;
  readonly sessionId: string;
  /** Absolute path of the repository on this machine. */
  readonly root: string;
  readonly hasTestEnv: boolean;
  /** Steps at the same time; 0: as many as the container has processors. */
  readonly jobs: number;
  readonly failFast: boolean;
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
  const request = {
    spec: batchSpec(batch, options),
    more: async (dir: string) => {
      for (const [index, { step }] of batch.entries()) await writeLfCopies(dir, index, step, options.root);
    },
    logins: batch.every((planned) => needsLogin(planned, batch)),
    testEnv: batch.some((planned) => usesTestEnv(planned, options)),
    signal: options.signal,
  };
  let result = await options.container.run({ ...request, nonce: null });
  let cached = result.session !== options.sessionId;
  if (cached && (await isRed(batch, result))) {
    // The engine remembers failures like successes; running again is what a person who starts again wants.
    result = await options.container.run({ ...request, nonce: randomUUID() });
    cached = false;
  }
  return await Promise.all(batch.map((planned, index) => settle(planned, { batch, index, result, cached, startedAt })));
}

function batchSpec(batch: readonly PlannedExec[], options: GoStepsOptions): BatchSpec {
  const indexes = new Map(batch.map(({ step }, index) => [step.stage, index]));
  const steps = batch.map((planned, index): SpecStep => {
    const { step } = planned;
    return {
      ...specCommands(step, index),
      needs: planned.needs.flatMap((need) => indexes.get(need) ?? []),
      soft: planned.warnOnly,
      silent: step.stage === "deps",
      seconds: Math.max(1, Math.ceil(step.timeoutMs / 1_000)),
      quit: step.stage === "test",
      stopAtFirstFailure: step.stopAtFirstFailure,
      variablesFile: usesTestEnv(planned, options) ? testEnvPath : null,
    };
  });
  return { steps, jobs: options.jobs, failFast: options.failFast };
}

function usesTestEnv({ step }: PlannedStep, options: GoStepsOptions): boolean {
  return options.hasTestEnv && step.stage === "test";
}

/** Whether any stage of a batch will be shown as failed. */
async function isRed(batch: Batch, result: BatchResult): Promise<boolean> {
  const red = await Promise.all(
    result.steps.map(async (step, index) => {
      if (step.end !== "exited" || step.commands.some((command) => command.exitCode !== 0)) return true;
      // These two fail by what they print.
      const stage = batch[index]?.step.stage;
      const spoken = stage === "format" ? step.commands : stage === "deps" ? step.commands.slice(0, 1) : [];
      const sizes = await Promise.all(spoken.map(async (command) => (await stat(command.stdout)).size));
      return sizes.some((size) => size > 0);
    }),
  );
  return red.includes(true);
}

interface Settling {
  readonly batch: Batch;
  readonly index: number;
  readonly result: BatchResult;
  readonly cached: boolean;
  /** When the batch was handed to the engine. */
  readonly startedAt: Date;
}

async function settle(planned: PlannedStep, settling: Settling): Promise<StepOutcome> {
  const { batch, index, result, cached, startedAt } = settling;
  const step = result.steps[index];
  if (step === undefined) throw new Error(`no result for ${planned.step.stage}`);
  await moveTree(step.files, planned.resultDir);
  const times = cached ? { startedAt, durationMs: Date.now() - startedAt.getTime() } : timesOf(step, startedAt);
  return outcomeOf(planned, {
    end: step.end,
    problem: blockedBy(step, batch),
    ...times,
    cached: cached && step.end === "exited",
    commands: await moveOutputs(step, planned.resultDir),
  });
}

/** The container's clock may differ from ours: only spans of it are used, counted back from now. */
function timesOf(step: StepResult, batchStart: Date): { startedAt: Date; durationMs: number } {
  const startedAt = new Date(Math.max(batchStart.getTime(), Date.now() - step.beforeEndMs));
  return { startedAt, durationMs: step.durationMs };
}

function blockedBy(step: StepResult, batch: Batch): StepOutcome["problem"] {
  if (step.end !== "blocked") return null;
  const by = step.blockedBy === null ? undefined : batch[step.blockedBy]?.step.stage;
  return { message: `${by ?? "a stage it needs"} did not pass`, remedy: "" };
}

/** Output files lie beside the result files, named as the host engine names them. */
async function moveOutputs(step: StepResult, resultDir: string): Promise<StepOutcome["commands"]> {
  return await Promise.all(
    step.commands.map(async (command, index) => {
      const moved = { stdout: join(resultDir, `${index}.stdout`), stderr: join(resultDir, `${index}.stderr`) };
      await moveTree(command.stdout, moved.stdout);
      await moveTree(command.stderr, moved.stderr);
      return { ...command, ...moved };
    }),
  );
}
