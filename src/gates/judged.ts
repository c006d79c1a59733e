import { readStepEnd } from "../files/step-end.ts";
import type { Judgement } from "../model/judgement.ts";
import type { StepOutcome } from "../model/outcome.ts";
import { deathOf, hasPassed, type StepEnd, unexplained } from "../model/passes.ts";
import { isRunnable, type Stage } from "../model/stage.ts";
import type { ExecStep } from "../model/step.ts";
import { plural } from "../text/format.ts";

/** A step of commands that has ended. */
export interface Judged {
  /** Directory of the module, relative to the repository. */
  readonly dir: string;
  readonly step: ExecStep;
  readonly outcome: StepOutcome;
  readonly end: StepEnd;
  /** Which tool died, in words. */
  readonly death: string | null;
}

/**
 * Judges a stage of commands. Whether its step has passed is one rule for all (model/passes.ts); `explain` reads in what was printed why it has not.
 */
export async function judgeExec(
  stage: Stage,
  outcome: StepOutcome,
  explain: (judged: Judged) => Promise<Judgement>,
): Promise<Judgement> {
  const { passed, ...judged } = await judgedOf(stage, outcome);
  return passed ? { failure: null, findings: [] } : explain(judged);
}

/** The same for gates that have more to say of a step that has passed. */
export async function judgedOf(
  { id, step, module }: Stage,
  outcome: StepOutcome,
): Promise<Judged & { readonly passed: boolean }> {
  if (!isRunnable(step) || step.type !== "exec") throw new Error(`${id} has nothing that could be judged`);
  const end = await readStepEnd(step, outcome);
  return { passed: hasPassed(step, end), dir: module ?? ".", step, outcome, end, death: deathOf(step, end) };
}

/** That a tool died comes first, then what was read; when there is neither, how the tool ended. */
export function failureOf({ step, end, death }: Judged, ...read: readonly (string | null)[]): string {
  const parts = [death, ...read].filter((part) => part !== null);
  return parts.length === 0 ? unexplained(step, end) : parts.join("; ");
}

/** `2 errors`; null for none. */
export function counted(count: number, noun: string): string | null {
  return count === 0 ? null : plural(count, noun);
}
