import type { Batch, PlannedStep } from "../engine.ts";

/**
 * A container costs one to two seconds whatever it runs, so all Go steps share one. With logins for private modules, only the step that fetches modules
 * (or, without it, the ones that compile) may see them: it gets a container of its own, and tests never share one with a login.
 */
export function groupSteps(steps: readonly PlannedStep[], logins: boolean): readonly Batch[] {
  const go = steps.filter(({ step }) => step.type === "exec");
  const others = steps.filter(({ step }) => step.type !== "exec").map((planned) => [planned]);
  const fetching = logins ? go.filter(needsLogin) : [];
  const rest = go.filter((planned) => !fetching.includes(planned));
  return [fetching, rest, ...others].filter((batch) => batch.length > 0);
}

/** Whether a step is given the logins, when there are any. */
export function needsLogin({ step }: PlannedStep): boolean {
  return step.type === "exec" && step.gets.logins;
}
