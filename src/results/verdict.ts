import type { Conclusion, StageResult } from "../model/report.ts";
import type { Stage } from "../model/stage.ts";

export interface Verdict {
  readonly conclusion: Conclusion;
  readonly exitCode: 0 | 1 | 3 | 130;
  /** Why it is not a success, most important first. */
  readonly reasons: readonly string[];
}

export interface VerdictFacts {
  readonly stages: readonly Stage[];
  readonly results: readonly StageResult[];
  /** Cancelled from outside; a fail-fast stop is not. */
  readonly cancelled: boolean;
  /** What broke outside of any stage. */
  readonly environmentProblems: readonly string[];
}

/**
 * The exit code by the design's table: 130 beats 3 beats 1. A stage on `warn` never counts.
 */
export function judgeRun(facts: VerdictFacts): Verdict {
  const warnOnly = new Set<string>(facts.stages.filter((stage) => stage.warnOnly).map((stage) => stage.id));
  const counting = facts.results.filter((result) => !warnOnly.has(result.id));
  const of = (status: StageResult["status"]): readonly string[] =>
    counting.filter((result) => result.status === status).map((result) => `${result.id}: ${result.reason ?? status}`);
  const broken = [...facts.environmentProblems, ...of("errored")];
  const failed = of("failed");
  const reasons = [...broken, ...failed];
  if (facts.cancelled)
    return { conclusion: "cancelled", exitCode: 130, reasons: ["the run was cancelled", ...reasons] };
  if (broken.length > 0) return { conclusion: "error", exitCode: 3, reasons };
  if (failed.length > 0) return { conclusion: "failure", exitCode: 1, reasons };
  return { conclusion: "success", exitCode: 0, reasons: [] };
}
