import PQueue from "p-queue";
import type { Engine, PlannedStep } from "../engine/engine.ts";
import { messageOf } from "../errors.ts";
import type { Following } from "../files/follow.ts";
import type { EventListener, SettledStage, StreamVerdict } from "../model/events.ts";
import { type StepOutcome, withFollowUp } from "../model/outcome.ts";
import type { StageResult } from "../model/report.ts";
import { isRunnable, type Plan, type Stage, type StageId } from "../model/stage.ts";
import type { Step } from "../model/step.ts";
import { waitsForAlone } from "../plan/alone.ts";
import { priorityOf } from "../plan/schedule.ts";
import { notRunResult } from "./stage-result.ts";

export interface RunOptions {
  readonly plan: Plan;
  /** What has ended before: where something of it did not pass, no stage of the plan runs. */
  readonly before?: readonly StageResult[];
  readonly engine: Engine;
  /** Makes the empty directory that receives the files of a stage's step. */
  readonly resultDir: (stage: StageId) => Promise<string>;
  /** Stages that run at the same time. */
  readonly concurrency: number;
  /** The build cache is cold as far as anybody knows: stages wait for those that compile the same. */
  readonly cold: boolean;
  readonly failFast: boolean;
  /** Aborted from outside: what has not ended becomes `cancelled`. */
  readonly signal: AbortSignal;
  /** Follows what a stage prints while it runs; null where nobody looks. */
  readonly watch?: (stage: Stage, planned: PlannedStep) => Watched | null;
  /** What to run next for a stage, after what has run of it; null: nothing. */
  readonly followUp: (stage: Stage, outcome: StepOutcome) => Promise<Step | null>;
  /** Turns what happened into a verdict; also writes the stage's log and files. */
  readonly settle: (stage: Stage, outcome: StepOutcome, verdict: StreamVerdict | null) => Promise<SettledStage>;
  readonly emit: EventListener;
}

/** A stage that is looked at while it runs. */
export interface Watched extends Following {
  readonly verdict: StreamVerdict | null;
}

/**
 * Runs a plan: every stage starts as soon as what it needs has ended, nothing waits for a whole wave but what has to run alone, and a failing stage never keeps an independent one
 * from its end (unless failFast). Resolves with one result per stage in the plan's order; never rejects for what an engine does.
 */
export async function runPlan(options: RunOptions): Promise<readonly StageResult[]> {
  const run = new PlanRun(options);
  await run.all();
  return options.plan.stages.map((stage) => run.resultOf(stage));
}

/** Statuses of a stage that let the ones that need it run. */
function opensTheWay(result: StageResult): boolean {
  return ["passed", "warned", "skipped", "disabled"].includes(result.status);
}

class PlanRun {
  readonly #options: RunOptions;
  readonly #results = new Map<StageId, StageResult>();
  readonly #settled = new Map<StageId, { promise: Promise<void>; resolve: () => void }>();
  readonly #stop = new AbortController();
  readonly #waits: ReadonlyMap<StageId, readonly StageId[]>;
  /** Of stages that run alone. */
  readonly #turns = new PQueue({ concurrency: 1 });
  #stoppedBy: StageId | null = null;

  constructor(options: RunOptions) {
    this.#options = options;
    this.#waits = waitsForAlone(options.plan.stages);
    for (const stage of options.plan.stages) {
      let resolve = (): void => undefined;
      const promise = new Promise<void>((done) => {
        resolve = done;
      });
      this.#settled.set(stage.id, { promise, resolve });
    }
  }

  resultOf(stage: Stage): StageResult {
    const result = this.#results.get(stage.id);
    if (result === undefined) throw new Error(`scheduler: ${stage.id} has no result`);
    return result;
  }

  async all(): Promise<void> {
    const { plan, signal, concurrency } = this.#options;
    const forward = (): void => this.#stop.abort();
    if (signal.aborted) forward();
    signal.addEventListener("abort", forward);
    try {
      const runnable: (readonly [Stage, PlannedStep])[] = [];
      for (const stage of plan.stages) {
        const { id, step } = stage;
        if (isRunnable(step)) runnable.push([stage, { step, resultDir: await this.#options.resultDir(id) }]);
        else this.#record(stage, notRunResult(stage, step.status, step.reason));
      }
      const queue = new PQueue({ concurrency });
      await Promise.all(runnable.map(([stage, planned]) => this.#runStage(stage, planned, queue)));
    } finally {
      signal.removeEventListener("abort", forward);
    }
  }

  async #runStage(stage: Stage, planned: PlannedStep, queue: PQueue): Promise<void> {
    const { plan, cold } = this.#options;
    const awaited = [...stage.needs, ...(cold ? stage.after : []), ...(this.#waits.get(stage.id) ?? [])];
    await Promise.all(awaited.map((id) => this.#settled.get(id)?.promise));
    const turns = stage.alone === true ? this.#turns : queue;
    await turns.add(() => this.#start(stage, planned), { priority: priorityOf(stage, plan.stages, cold) });
  }

  async #start(stage: Stage, planned: PlannedStep): Promise<void> {
    const blocker = stage.always === true ? undefined : this.#blockerOf(stage);
    if (this.#stop.signal.aborted) this.#record(stage, notRunResult(stage, "cancelled", this.#stopReason()));
    else if (blocker !== undefined) this.#record(stage, notRunResult(stage, "blocked", blockedReason(blocker)));
    else await this.#execute(stage, planned);
  }

  #blockerOf({ needs }: Stage): StageId | undefined {
    const { before = [] } = this.#options;
    const needed = needs.flatMap((need) => this.#results.get(need) ?? []);
    return blockerIn([...before, ...needed]);
  }

  async #execute(stage: Stage, planned: PlannedStep): Promise<void> {
    const { emit, watch } = this.#options;
    emit({ type: "stage-started", stage: stage.id, at: new Date() });
    const watched = watch?.(stage, planned) ?? null;
    const outcome = await this.#step(planned);
    await watched?.end();
    await this.#finish(stage, outcome, watched?.verdict ?? null);
  }

  #step(planned: PlannedStep): Promise<StepOutcome> {
    const { engine, emit } = this.#options;
    const progress = (line: string): void => emit({ type: "progress", stage: planned.step.stage, line });
    const outcome = engine.run(planned, { progress }, this.#stop.signal);
    return outcome.catch((error: unknown) => lostOutcome(planned, error));
  }

  /** Runs what is decided from the outcome of a stage, until there is nothing more. */
  async #followed(stage: Stage, first: StepOutcome): Promise<StepOutcome> {
    const { followUp, resultDir } = this.#options;
    let outcome = first;
    while (outcome.end === "exited" && !this.#stop.signal.aborted) {
      const step = await followUp(stage, outcome);
      if (step === null) break;
      const dir = await resultDir(`${stage.id}:again`);
      outcome = withFollowUp(outcome, await this.#step({ step, resultDir: dir }));
    }
    return outcome;
  }

  async #finish(stage: Stage, first: StepOutcome, verdict: StreamVerdict | null): Promise<void> {
    try {
      const outcome = await this.#followed(stage, first);
      const { result, ...files } = await this.#options.settle(stage, outcome, verdict);
      const ours = result.status === "cancelled" && this.#stoppedBy !== null;
      this.#record(stage, ours ? { ...result, reason: this.#stopReason() } : result, files);
    } catch (error) {
      this.#record(stage, notRunResult(stage, "errored", `its results could not be read: ${messageOf(error)}`));
    }
  }

  #record(stage: Stage, result: StageResult, files: Omit<SettledStage, "result"> = { log: null }): void {
    this.#results.set(stage.id, result);
    this.#options.emit({ type: "stage-finished", result, ...files });
    this.#settled.get(stage.id)?.resolve();
    if (this.#options.failFast && result.status === "failed" && !this.#stop.signal.aborted) {
      this.#stoppedBy = stage.id;
      this.#stop.abort();
    }
  }

  #stopReason(): string {
    return this.#stoppedBy === null ? runCancelled : `stopped because ${this.#stoppedBy} failed (fail-fast)`;
  }
}

/** What becomes of something that comes after stages and shall not begin; null: nothing keeps it back. */
export function heldBack(
  results: readonly StageResult[],
  signal: AbortSignal,
): { readonly status: "cancelled" | "blocked"; readonly reason: string } | null {
  if (signal.aborted) return { status: "cancelled", reason: runCancelled };
  const blocker = blockerIn(results);
  return blocker === undefined ? null : { status: "blocked", reason: blockedReason(blocker) };
}

export const runCancelled = "the run was cancelled";

/** The first of several stages that keeps what comes after them from running. */
function blockerIn(results: readonly StageResult[]): StageId | undefined {
  return results.find((result) => !opensTheWay(result))?.id;
}

function blockedReason(by: StageId): string {
  return `${by} did not pass`;
}

function lostOutcome(planned: PlannedStep, error: unknown): StepOutcome {
  return {
    stage: planned.step.stage,
    end: "errored",
    problem: {
      message: messageOf(error),
      remedy: "Run it again; if it persists, run with log-level: debug and report it.",
    },
    startedAt: new Date(),
    durationMs: 0,
    cached: false,
    commands: [],
    resultDir: planned.resultDir,
    image: null,
  };
}
