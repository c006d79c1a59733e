import PQueue from "p-queue";
import type { Batch, Engine, PlannedStep, Sink } from "../engine/engine.ts";
import { messageOf } from "../errors.ts";
import type { EventListener, Settled } from "../model/events.ts";
import type { StepOutcome } from "../model/outcome.ts";
import type { StageResult } from "../model/report.ts";
import { isRunnable, type Plan, type Stage, type StageId } from "../model/stage.ts";
import { priorityOf } from "../plan/schedule.ts";
import { notRunResult } from "./stage-result.ts";

export interface RunOptions {
  readonly plan: Plan;
  readonly engine: Engine;
  /** Makes the empty directory that receives the files of a stage's step. */
  readonly resultDir: (stage: StageId) => Promise<string>;
  /** Batches that run at the same time. */
  readonly concurrency: number;
  /** The build cache is cold as far as anybody knows: stages wait for those that compile the same. */
  readonly cold: boolean;
  readonly failFast: boolean;
  /** Aborted from outside: what has not ended becomes `cancelled`. */
  readonly signal: AbortSignal;
  /** Turns what happened into a verdict; also writes the stage's log and files. */
  readonly settle: (stage: Stage, outcome: StepOutcome) => Promise<Settled>;
  readonly emit: EventListener;
}

/**
 * Runs a plan: every batch starts as soon as what it needs has ended, nothing waits for a whole wave, and a failing stage never keeps an independent one
 * from its end (unless failFast). Resolves with one result per stage in the plan's order; never rejects for what an engine does.
 */
export async function runPlan(options: RunOptions): Promise<readonly StageResult[]> {
  const run = new Run(options);
  await run.all();
  return options.plan.stages.map((stage) => run.resultOf(stage));
}

/** Statuses of a stage that let the ones that need it run. */
function opensTheWay(result: StageResult): boolean {
  return ["passed", "warned", "skipped", "disabled"].includes(result.status);
}

class Run {
  readonly #options: RunOptions;
  readonly #stages: ReadonlyMap<StageId, Stage>;
  readonly #results = new Map<StageId, StageResult>();
  /** Stages whose step an engine has ended: what it says of them later does not count. */
  readonly #ended = new Set<StageId>();
  readonly #settled = new Map<StageId, { promise: Promise<void>; resolve: () => void }>();
  readonly #stop = new AbortController();
  #stoppedBy: StageId | null = null;

  constructor(options: RunOptions) {
    this.#options = options;
    this.#stages = new Map(options.plan.stages.map((stage) => [stage.id, stage]));
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
    const { plan, engine, signal, concurrency } = this.#options;
    const forward = (): void => this.#stop.abort();
    if (signal.aborted) forward();
    signal.addEventListener("abort", forward);
    try {
      const planned: PlannedStep[] = [];
      for (const stage of plan.stages) {
        if (!isRunnable(stage.step))
          this.#record(stage, notRunResult(stage, stage.step.status, stage.step.reason), null);
        else planned.push(await this.#plannedStep(stage, stage.step));
      }
      const queue = new PQueue({ concurrency });
      await Promise.all(engine.group(planned).map((batch) => this.#runBatch(batch, queue)));
    } finally {
      signal.removeEventListener("abort", forward);
    }
  }

  async #plannedStep(stage: Stage, step: PlannedStep["step"]): Promise<PlannedStep> {
    const { needs, after, warnOnly } = stage;
    return { step, needs, after, warnOnly, resultDir: await this.#options.resultDir(stage.id) };
  }

  async #runBatch(batch: Batch, queue: PQueue): Promise<void> {
    const own = new Set(batch.map((planned) => planned.step.stage));
    const awaited = batch.flatMap(({ needs, after }) => (this.#options.cold ? [...needs, ...after] : needs));
    const outside = awaited.filter((need) => !own.has(need));
    await Promise.all(outside.map((need) => this.#settled.get(need)?.promise));
    const work = async (): Promise<void> => {
      const ready = this.#dropUnready(batch);
      if (ready.length > 0) await this.#execute(ready);
    };
    await queue.add(work, { priority: this.#priorityOf(batch) });
  }

  #priorityOf(batch: Batch): number {
    const { plan, cold } = this.#options;
    return Math.max(...batch.map(({ step }) => priorityOf(this.#stage(step.stage), plan.stages, cold)));
  }

  /** Settles the steps that cannot start any more and answers the others. */
  #dropUnready(batch: Batch): Batch {
    return batch.filter((planned) => {
      const stage = this.#stage(planned.step.stage);
      const blocker = planned.needs.find((need) => {
        const result = this.#results.get(need);
        return result !== undefined && !opensTheWay(result);
      });
      if (this.#stop.signal.aborted) this.#record(stage, notRunResult(stage, "cancelled", this.#stopReason()), null);
      else if (blocker !== undefined) this.#record(stage, notRunResult(stage, "blocked", blockedReason(blocker)), null);
      else return true;
      return false;
    });
  }

  async #execute(batch: Batch): Promise<void> {
    const settling: Promise<void>[] = [];
    const sink: Sink = {
      started: (stage, at) => this.#options.emit({ type: "stage-started", stage, at }),
      progress: (stage, line) => this.#options.emit({ type: "progress", stage, line }),
      finished: (outcome) => settling.push(this.#finish(outcome)),
    };
    try {
      await this.#options.engine.run(batch, sink, this.#stop.signal);
    } catch (error) {
      for (const planned of batch) sink.finished(lostOutcome(planned, error));
    }
    await Promise.all(settling);
  }

  async #finish(outcome: StepOutcome): Promise<void> {
    const stage = this.#stage(outcome.stage);
    if (this.#ended.has(stage.id)) return;
    this.#ended.add(stage.id);
    try {
      const { result, log } = await this.#options.settle(stage, outcome);
      const ours = result.status === "cancelled" && this.#stoppedBy !== null;
      this.#record(stage, ours ? { ...result, reason: this.#stopReason() } : result, log);
    } catch (error) {
      this.#record(stage, notRunResult(stage, "errored", `its results could not be read: ${messageOf(error)}`), null);
    }
  }

  #record(stage: Stage, result: StageResult, log: string | null): void {
    this.#results.set(stage.id, result);
    this.#options.emit({ type: "stage-finished", result, log });
    this.#settled.get(stage.id)?.resolve();
    if (this.#options.failFast && result.status === "failed" && !this.#stop.signal.aborted) {
      this.#stoppedBy = stage.id;
      this.#stop.abort();
    }
  }

  #stopReason(): string {
    return this.#stoppedBy === null ? "the run was cancelled" : `stopped because ${this.#stoppedBy} failed (fail-fast)`;
  }

  #stage(id: StageId): Stage {
    const stage = this.#stages.get(id);
    if (stage === undefined) throw new Error(`scheduler: an engine answered for ${id}, which is not in the plan`);
    return stage;
  }
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
