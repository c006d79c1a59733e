import type { ImageBuilder } from "../model/engine.ts";
import type { StepOutcome } from "../model/outcome.ts";
import type { Inspection, InspectRequest } from "../model/project.ts";
import type { StageId } from "../model/stage.ts";
import type { Step } from "../model/step.ts";

/**
 * The port to what executes steps. Adapters live in `engine/host/` and `engine/dagger/`.
 *
 * Promises of an adapter:
 * - `run` calls `sink.finished` exactly once per step of the batch, whatever happens, and resolves after the last.
 * - A command that exits non-zero is a value. Only a lost engine is `end: "errored"`.
 * - After `signal` aborts, running steps end as `cancelled` within seconds and leave no process, container or temporary directory.
 * - No file is written outside the result directory it was given and its own temporary directory.
 */
export interface Engine {
  readonly name: "dagger" | "host";
  /** Version of the engine (`0.21.8`) or of the Go toolchain on the host (`go1.26.8`). */
  version(): Promise<string>;
  /** Asks Go, inside the engine, what the modules hold. Throws EnvironmentError when there is no usable Go. */
  inspect(request: InspectRequest, signal: AbortSignal): Promise<Inspection>;
  /** Whether images can be built here, and if not, why. Not asked when no stage needs it. */
  imageBuilder(signal: AbortSignal): Promise<ImageBuilder>;
  /**
   * How the engine wants runnable steps grouped. Each step must appear in exactly one batch, and batches must not depend on each other in a circle.
   * An engine that gains nothing from fusing answers one batch per step.
   */
  group(steps: readonly PlannedStep[]): readonly Batch[];
  run(batch: Batch, sink: Sink, signal: AbortSignal): Promise<void>;
  /** Go's caches of this engine, when they can travel between runs; null when they stay anyway. */
  readonly caches?: EngineCaches | null;
  /** Address of the run's trace in Dagger Cloud; null without one. */
  traceUrl?(): string | null;
  /** Ends sessions and removes what is ours. Never throws. */
  close(): Promise<void>;
}

/** Puts Go's caches into an engine and takes them out again. Both go through a directory whose content is the engine's own affair. */
export interface EngineCaches {
  /** Asked first. Throws when there is no usable Go. */
  state(signal: AbortSignal): Promise<CacheState>;
  /**
   * Called once, before the first command that fills caches: with what `take` of an earlier run left, or null. Files that are there are never
   * replaced, and what is not regular is refused (throws). Answers the bytes that were put in.
   */
  begin(dir: string | null, signal: AbortSignal): Promise<number>;
  /** Leaves in `dir`, which is made, what the run used; nothing when that is not worth it. Links where it can, so that the caches stay as they are. */
  take(dir: string, rule: TakeRule, signal: AbortSignal): Promise<Taken>;
}

export interface CacheState {
  /** What compiled packages depend on: Go version or image. */
  readonly toolchain: string;
  /** Why these caches need not travel; null when they do. */
  readonly kept: string | null;
}

export interface TakeRule {
  /** Go version that the run used, `go1.26.8`. */
  readonly goVersion: string;
  /** Texts of all go.sum files: modules that they do not name are left behind. */
  readonly sums: readonly string[];
  readonly keepUnused: boolean;
}

/** Bytes before compression. */
export interface Taken {
  readonly taken: boolean;
  readonly bytes: number;
  readonly newBytes: number;
  /** Left behind because of the cap. */
  readonly droppedBytes: number;
}

export interface PlannedStep {
  readonly step: Step;
  /** Stages that have to have passed first. Those outside the batch have already done so when `run` is called. */
  readonly needs: readonly StageId[];
  /** Stages to wait for, however they end, while the build cache is cold. */
  readonly after: readonly StageId[];
  /** A failing step of this kind does not block the ones that need it. */
  readonly warnOnly: boolean;
  /** Directory on this machine, made by the caller, empty, that receives the files of the step. */
  readonly resultDir: string;
}

export type Batch = readonly PlannedStep[];

export interface Sink {
  started(stage: StageId, at: Date): void;
  /** One line of progress for people who watch, unsanitized. */
  progress(stage: StageId, line: string): void;
  finished(outcome: StepOutcome): void;
}
