import type { ImageBuilder } from "../model/engine.ts";
import type { StepOutcome } from "../model/outcome.ts";
import type { Inspection, InspectRequest } from "../model/project.ts";
import type { Step } from "../model/step.ts";
import type { CacheListing } from "./cache-listing.ts";

/**
 * The port to what executes steps. Adapters live in `engine/host/` and `engine/dagger/`.
 *
 * Promises of an adapter:
 * - `run` may be called for several steps at the same time.
 * - A command that exits non-zero is a value. Only a lost engine is `end: "errored"`.
 * - After `signal` aborts, running steps end as `cancelled` within seconds and leave no process, container or temporary directory.
 * - No file is written outside the result directory it was given and its own temporary directory.
 */
export interface Engine {
  /** As its adapter says. */
  readonly name: string;
  /** Version of the engine (`0.21.8`) or of the Go toolchain on the host (`go1.26.8`). Asked after `inspect`. */
  version(): Promise<string>;
  /** Asks Go, inside the engine, what the modules hold. Throws EnvironmentError when there is no usable Go. */
  inspect(request: InspectRequest, signal: AbortSignal): Promise<Inspection>;
  /** Whether images can be built here, and if not, why. Not asked when no stage needs it. */
  imageBuilder(signal: AbortSignal): Promise<ImageBuilder>;
  /** Runs one step, to its end. What happens to it is a value. */
  run(planned: PlannedStep, sink: Sink, signal: AbortSignal): Promise<StepOutcome>;
  /** Go's caches of this engine, when they can travel between runs; null when they stay anyway. */
  readonly caches?: EngineCaches | null;
  /** Lets results that Go keeps of tests hold from one machine to the next; not asked for where its adapter says that it cannot. */
  readonly testResults?: TestResults;
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
   * Called before the first command that fills caches: with what `pack` of earlier runs left. Files that are there are never replaced, and what is not
   * regular is refused (throws); then it is called again, without. Answers the bytes that were put in.
   */
  begin(dirs: CacheDirs, signal: AbortSignal): Promise<Record<CachePart, number>>;
  /** What the caches hold after the run, as far as `part` may need it: for a delta, files of the base may have no time, and its modules may be left out. */
  list(part: CachePart, signal: AbortSignal): Promise<CacheListing>;
  /** Leaves in `dir`, which is made, the files of a listing that `names` has. Links where it can, so that the caches stay as they are. */
  pack(dir: string, names: readonly string[], signal: AbortSignal): Promise<void>;
}

/** What travels: a *base*, all that a run used, and a *delta*, what another used beyond that base. */
export type CachePart = "base" | "delta";

/** Where what was restored lies; null: nothing of that part was. */
export type CacheDirs = Readonly<Record<CachePart, string | null>>;

/** The results of tests that Go keeps in its build cache. */
export interface TestResults {
  /**
   * Called once, when caches were restored and the output directory is there, before the first step. What is done to the checkout is undone when the engine is
   * closed. Throws when results might be taken that the rule does not allow.
   */
  begin(rule: TestResultRule, debug: (line: string) => void, signal: AbortSignal): Promise<Contents>;
}

/**
 * By directory of the sources, relative to the repository: a text that is another one when a file in it or in its `testdata` is; it may be the same for a file that
 * could not be read. Empty where the engine does not know: sources that keep their times, or that get them elsewhere.
 */
export type Contents = ReadonlyMap<string, string>;

export interface TestResultRule {
  /** Milliseconds; older results do not count. 0: none does. */
  readonly maxAgeMs: number;
  /** Sources get times that their content decides. */
  readonly times: boolean;
}

export interface CacheState {
  /** Where the engine's Go runs, as Node names it. */
  readonly os: string;
  /** What compiled packages depend on: Go version or image. */
  readonly toolchain: string;
  /** The machine that tests run on, of which Go does not know that their results depend on it: a runner's image. Empty: nothing is known, or `toolchain` says it. */
  readonly image: string;
  /** Why these caches need not travel; null when they do. */
  readonly kept: string | null;
}

export interface PlannedStep {
  readonly step: Step;
  /** Directory on this machine, made by the caller, empty, that receives the files of the step. */
  readonly resultDir: string;
}

export interface Sink {
  /** One line of progress for people who watch, unsanitized. */
  progress(line: string): void;
}
