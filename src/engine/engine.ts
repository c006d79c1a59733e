import type { StageId, Step } from "../plan/model.ts";
import type { Inspection, InspectRequest } from "../project/model.ts";

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

export type ImageBuilder = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** Which engine executes a run, and why; `warning` is set when `auto` could not take what it looked for first. */
export interface EngineChoice {
  readonly name: "dagger" | "host";
  readonly reason: string;
  readonly warning: string | null;
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

export interface CommandOutcome {
  /** null: not started, or ended by a signal. */
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly durationMs: number;
  /** Absolute paths of files that hold the complete, raw output. */
  readonly stdout: string;
  readonly stderr: string;
}

export interface Problem {
  readonly message: string;
  /** What the user can do about it; empty when there is nothing to say. */
  readonly remedy: string;
}

/** How executing a step ended; what that means for the stage is decided by results/. */
export interface StepOutcome {
  readonly stage: StageId;
  /**
   * `exited`: every command that was to run ran to its end, whatever its exit code. `blocked`: a step it needs, in the same batch, failed.
   * `errored`: the engine or the environment broke.
   */
  readonly end: "exited" | "timed-out" | "cancelled" | "blocked" | "errored";
  /** For `errored`: headline with cause, and what to do. For `blocked`: the stage that failed. For `cancelled`: why, when it was not the caller's wish. */
  readonly problem: Problem | null;
  readonly startedAt: Date;
  readonly durationMs: number;
  /** The outcome was made by an earlier run and reused by content. */
  readonly cached: boolean;
  /** One per command of an exec step that ran, in order. Image, smoke and deliver steps put their log in the first one. */
  readonly commands: readonly CommandOutcome[];
  /** Same as PlannedStep.resultDir; what `OutArg`s name is below it. */
  readonly resultDir: string;
  /** What an image, smoke or deliver step found out. */
  readonly image: ImageFacts | null;
}

/** Facts about the image, as far as known after the step. */
export interface ImageFacts {
  /** `sha256:…` of the image configuration. */
  readonly configDigest: string | null;
  /** `sha256:…` of the manifest (or index) at the registry; only after a push. */
  readonly manifestDigest: string | null;
  readonly platforms: readonly string[];
  /** Bytes, sum of the layers as stored. */
  readonly size: number | null;
  readonly layers: number | null;
  readonly base: string | null;
  /** What the smoke test did, for the summary. */
  readonly tested: string | null;
  /** Judgement of the image, smoke or deliver step beyond its exit code; null: judge by the exit code. */
  readonly judgement: { readonly status: "passed" | "failed" | "warned"; readonly reason: string } | null;
  /** References handed over: local names, registry references. */
  readonly references: readonly string[];
  /** Absolute path of the tarball, below the result directory. */
  readonly tarball: string | null;
  /** Findings in the Dockerfile: line in the file and message. */
  readonly dockerfileProblems: readonly { readonly line: number; readonly message: string }[];
}
