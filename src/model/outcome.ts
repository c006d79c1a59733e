import type { StageId } from "./stage.ts";

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
  /** Why the image does not build, where a line of the Dockerfile is to blame. */
  readonly dockerfileProblems: readonly { readonly line: number; readonly message: string }[];
  /** What BuildKit's build checks found. */
  readonly dockerfileChecks: readonly DockerfileCheck[];
}

/** One violation of a build check: https://docs.docker.com/reference/build-checks/ */
export interface DockerfileCheck {
  /** `FromAsCasing`; null for a warning that names none. */
  readonly rule: string | null;
  readonly line: number;
  readonly message: string;
  /** Page that explains the rule; null without one. */
  readonly url: string | null;
  /** It counts as an error, and failed the build (`# check=error=true`). */
  readonly fails: boolean;
}

/** How executing a step ended; what that means for the stage is decided by results/. */
export interface StepOutcome {
  readonly stage: StageId;
  /**
   * `exited`: every command that was to run ran to its end, whatever its exit code. `blocked`: there is nothing to do it on, because of a stage before it.
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
  /** What was run after it because of how it ended, in order; `end`, `problem` and `durationMs` are then those of all. */
  readonly followUps?: readonly StepOutcome[];
}

/** An outcome with that of one more step for the same stage. */
export function withFollowUp(outcome: StepOutcome, next: StepOutcome): StepOutcome {
  return {
    ...outcome,
    end: next.end,
    problem: next.problem,
    durationMs: outcome.durationMs + next.durationMs,
    followUps: [...(outcome.followUps ?? []), next],
  };
}

/** Facts of a step that found out nothing; adapters fill in what they know. */
export const noImageFacts: ImageFacts = {
  configDigest: null,
  manifestDigest: null,
  platforms: [],
  size: null,
  layers: null,
  base: null,
  tested: null,
  judgement: null,
  references: [],
  tarball: null,
  dockerfileProblems: [],
  dockerfileChecks: [],
};

/** Facts of an image that could not be built because of what the repository says. */
export function failedImage(
  reason: string,
  dockerfileProblems: ImageFacts["dockerfileProblems"],
  dockerfileChecks: ImageFacts["dockerfileChecks"] = [],
): ImageFacts {
  return { ...noImageFacts, judgement: { status: "failed", reason }, dockerfileProblems, dockerfileChecks };
}
