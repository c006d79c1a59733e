import { EnvironmentError } from "../../errors.ts";
import { type CommandOutcome, type ImageFacts, noImageFacts, type StepOutcome } from "../../model/outcome.ts";
import type { OnImage } from "../../model/step.ts";
import { outcomeOf } from "../outcome.ts";
import type { StepLog } from "./step-log.ts";

/** What a step on an image came to; the rest of a StepOutcome is the same for all. */
export interface ImageStepResult {
  readonly end: StepOutcome["end"];
  readonly facts: ImageFacts;
  readonly cached?: boolean;
  readonly problem?: StepOutcome["problem"];
}

/** The result of a step that threw: ended from outside, out of time, or in a broken environment. Throws on what is none of these. */
export function endOf(error: unknown, cancelled: AbortSignal, limit: AbortSignal): ImageStepResult {
  if (cancelled.aborted) return { end: "cancelled", facts: noImageFacts };
  if (limit.aborted) return { end: "timed-out", facts: noImageFacts };
  if (!(error instanceof EnvironmentError)) throw error;
  return { end: "errored", facts: noImageFacts, problem: error };
}

/** Removes secrets from all texts that may quote what a program printed. */
export function redactResult(result: ImageStepResult, redact: (text: string) => string): ImageStepResult {
  const { facts, problem } = result;
  const { judgement, tested, dockerfileProblems, dockerfileChecks } = facts;
  return {
    ...result,
    facts: {
      ...facts,
      tested: tested === null ? null : redact(tested),
      judgement: judgement === null ? null : { ...judgement, reason: redact(judgement.reason) },
      dockerfileProblems: dockerfileProblems.map((found) => ({ ...found, message: redact(found.message) })),
      dockerfileChecks: dockerfileChecks.map((found) => ({ ...found, message: redact(found.message) })),
    },
    problem: problem ? { message: redact(problem.message), remedy: problem.remedy } : null,
  };
}

interface OutcomeParts {
  readonly step: OnImage;
  /** Absolute; received the step's files. */
  readonly resultDir: string;
  readonly log: StepLog;
  readonly startedAt: Date;
  readonly result: ImageStepResult;
}

/** The outcome as engines report it; the step's log stands in for the output of a command. */
export function stepOutcome({ step, resultDir, log, startedAt, result }: OutcomeParts): StepOutcome {
  const durationMs = Date.now() - startedAt.getTime();
  const failed = result.facts.judgement?.status === "failed";
  const exitCode = result.end === "exited" ? (failed ? 1 : 0) : null;
  const command: CommandOutcome = { exitCode, signal: null, durationMs, stdout: log.stdout, stderr: log.stderr };
  const { facts: image, ...ended } = result;
  return outcomeOf({ step, resultDir }, { ...ended, startedAt, durationMs, commands: [command], image });
}
