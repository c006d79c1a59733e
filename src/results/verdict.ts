import { attestStage } from "../model/attestation.ts";
import type { Reason } from "../model/reason.ts";
import { releaseStage } from "../model/release.ts";
import type { Conclusion, StageResult } from "../model/report.ts";
import type { Stage } from "../model/stage.ts";

export interface Verdict {
  readonly conclusion: Conclusion;
  /** Why it is not a success, most important first. */
  readonly reasons: readonly Reason[];
}

export interface VerdictFacts {
  readonly stages: readonly Stage[];
  readonly results: readonly StageResult[];
  /** Cancelled from outside; a fail-fast stop is not. */
  readonly cancelled: boolean;
  /** What broke outside of any stage. */
  readonly environmentProblems: readonly string[];
}

/** The exit code of a run that has a report, by the design's table: 130 beats 3 beats 1. */
export const exitCodes: Readonly<Record<Conclusion, 0 | 1 | 3 | 130>> = {
  success: 0,
  failure: 1,
  error: 3,
  cancelled: 130,
};

/** What a run came to. A stage on `warn` never counts; a release or a deployment that one held back does. */
export function judgeRun({ stages, results, cancelled, environmentProblems }: VerdictFacts): Verdict {
  const warnOnly = new Set(stages.filter((stage) => stage.warnOnly).map((stage) => stage.id));
  const of = (status: StageResult["status"]): readonly Reason[] =>
    results
      .filter((result) => result.status === status && !warnOnly.has(result.id))
      .map((result) => ({ kind: "stage", stage: result.id, status, said: result.reason }));
  const problems = environmentProblems.map((problem): Reason => ({ kind: "environment", problem }));
  const broken = [...problems, ...of("errored")];
  const failed = of("failed");
  const reasons = [...broken, ...failed];
  if (cancelled) return { conclusion: "cancelled", reasons: [{ kind: "cancelled" }, ...reasons] };
  if (broken.length > 0) return { conclusion: "error", reasons };
  if (failed.length > 0) return { conclusion: "failure", reasons };
  const ends = new Set([releaseStage, attestStage, ...stages.filter(({ last }) => last === true).map(({ id }) => id)]);
  const held = of("blocked").filter((reason) => reason.kind === "stage" && ends.has(reason.stage));
  return { conclusion: held.length > 0 ? "failure" : "success", reasons: held };
}
