import type { Platform } from "./platform.ts";
import type { Step } from "./step.ts";

/**
 * The plan: stages and what each asks of an engine, as plain data. Nothing here does I/O, holds a secret or knows an engine.
 */

/** What a stage is: a gate, for a module and a variant of it. */
export interface StageKey {
  readonly gate: string;
  /** Module directory relative to the repository, `.` for its root; null: the stage is the run's, not a module's. */
  readonly module: string | null;
  /** What tells the stages of one gate and module apart, such as a platform; null: there is only one. */
  readonly variant: string | null;
}

/** `vet`, `build:linux/amd64`, `tools/gen#vet`: made by stage-id.ts, opaque to everybody else. */
export type StageId = string;

/**
 * Why a stage of the plan will not run. `disabled` and `skipped` stages still let their dependants run; `failed` is known to fail without
 * running (a coverage threshold without test files).
 */
export interface NotRun {
  readonly status: "disabled" | "skipped" | "failed";
  readonly reason: string;
}

/** One main package that a stage compiles. */
export interface PlannedBinary {
  /** Import path. */
  readonly package: string;
  readonly platform: Platform;
  /** Where the step leaves it, relative to its result directory. */
  readonly out: string;
  /** Name below `bin/`. */
  readonly file: string;
}

export interface Stage extends StageKey {
  readonly id: StageId;
  /** A failing `warn` stage is reported as `warned`, blocks nothing and never changes the exit code. */
  readonly warnOnly: boolean;
  readonly needs: readonly StageId[];
  /** Stages whose end this one waits for, whatever it is, while the build cache is cold: they compile what it needs too. */
  readonly after: readonly StageId[];
  /** What to execute, or why nothing is. */
  readonly step: Step | NotRun;
  /** Known from planning: makes the stage fail even when its step passes (a main package that only builds with cgo). */
  readonly failure: string | null;
  /** What the step compiles for people; mostly empty. */
  readonly binaries: readonly PlannedBinary[];
  /** What the step compiles once more, to be compared with what another stage made: nobody gets it. */
  readonly rebuilds?: readonly PlannedBinary[];
  /** It runs whatever became of what it needs. */
  readonly always?: true;
  /** Nothing else runs beside it: it begins when all stages have ended that do not wait for it, whatever they came to. */
  readonly alone?: true;
  /** It runs when all other stages have ended, and only when nothing has failed. */
  readonly last?: true;
  /** Its time limit is its own, not that of all stages. */
  readonly ownLimit?: true;
  /** The command a user types in the module directory to reproduce the stage. */
  readonly command: string;
}

export interface Plan {
  readonly stages: readonly Stage[];
  /** Things the user should know although nothing failed, such as modules beside the checked one. */
  readonly warnings: readonly string[];
  /** What inputs ask for in vain in a run of this kind: it needs no attention. */
  readonly notices: readonly string[];
}

/**
 * When a step has passed: every command has exited with 0; `and-silent`: and has printed nothing to standard output, for tools that list there what
 * they find. The rule itself is in engine/passes.ts.
 */
export type Passes = "exit-zero" | "exit-zero-and-silent";

/** True when a stage's step is one an engine executes. */
export function isRunnable(step: Step | NotRun): step is Step {
  return "type" in step;
}
