import type { TotalCoverage } from "../collect/total-coverage.ts";
import type { Conclusion } from "../gates/gate.ts";
import type { ChangeCoverage } from "../model/coverage.ts";
import type { Judgement } from "../model/judgement.ts";
import type { StepOutcome } from "../model/outcome.ts";
import type { StageResult, StageStatus } from "../model/report.ts";
import { isRunnable, type Stage } from "../model/stage.ts";
import { nameOf } from "../model/stage-id.ts";
import { goDuration } from "../text/go-duration.ts";

/** The verdict of a stage: how its step ended weighs more than what it printed. */
export function stageResult(stage: Stage, outcome: StepOutcome, judgement: Judgement): StageResult {
  const { status, reason } = statusOf(stage, outcome, judgement);
  return {
    ...resultOf(stage, status, reason),
    startedAt: outcome.startedAt.toISOString(),
    durationMs: outcome.durationMs,
    cached: outcome.cached,
    findings: judgement.findings,
    command: judgement.command ?? stage.command,
  };
}

/** The result of a stage whose step did not run, or whose outcome nobody could read. */
export function notRunResult(stage: Stage, status: StageStatus, reason: string): StageResult {
  return resultOf(stage, status, reason);
}

/**
 * What is judged of several stages together, `judged` one of them, when all are in: one more result, of the run, as `<gate>:coverage`; none when nothing was asked for. Where the run was
 * stopped, that is why.
 */
export function totalResult(
  judged: Stage,
  total: TotalCoverage,
  results: readonly StageResult[],
): readonly StageResult[] {
  if (total.thresholds.length === 0) return [];
  const stage = ofRun(judged, "coverage");
  const stopped = results.find(({ gate, status }) => gate === judged.gate && status === "cancelled");
  const { failedBecause, findings } = total;
  if (stopped !== undefined) return [{ ...resultOf(stage, "cancelled", stopped.reason), findings }];
  return [{ ...resultOf(stage, failedBecause === null ? "passed" : "failed", failedBecause), findings }];
}

/**
 * What becomes of a limit whose base cannot be had. Where a base was named, by somebody or by a pull request, it is one more result, broken, as `<gate>:patch`; else a
 * warning. `judged`: one of the stages that covered.
 */
export function unknownBase(
  judged: Stage,
  change: ChangeCoverage | null,
  named: boolean,
): { readonly results: readonly StageResult[]; readonly warnings: readonly string[] } {
  const nothing = { results: [], warnings: [] };
  if (change === null || change.problem === null || !change.limited) return nothing;
  const { problem } = change;
  if (!named) return { ...nothing, warnings: [`the patch threshold is held against nothing: ${problem}`] };
  const stage = ofRun(judged, "patch");
  return { ...nothing, results: [resultOf(stage, stage.warnOnly ? "warned" : "errored", problem)] };
}

/** What a gate says at the end: one more failed result, of the run, as `<gate>:<variant>`. `judged`: one of its stages. */
export function concludingResult(judged: Stage, { variant, failure, findings }: Conclusion): StageResult {
  return { ...resultOf(ofRun(judged, variant), "failed", failure), findings };
}

/** What could not be written of what stages left: one more broken result, of the run, as `build:archives`, also where the gate is on `warn`. `one`: a stage that left some of it. */
export function unwrittenResult(one: Stage, variant: string, problem: string): StageResult {
  return resultOf(ofRun(one, variant), "errored", problem);
}

/** The result of a stage that is in no plan: one of ours, at the end of a run. */
export function endingResult(name: string, status: StageStatus, reason: string | null): StageResult {
  return {
    ...{ id: name, gate: name, module: null, variant: null, status, reason },
    ...{ startedAt: null, durationMs: 0, cached: false, findings: [], command: "" },
  };
}

/** What all stages of a gate have in common, as one that no command has. */
function ofRun(stage: Stage, variant: string): Stage {
  const key = { gate: stage.gate, module: null, variant };
  return { ...stage, ...key, id: nameOf(key), command: "" };
}

function resultOf(stage: Stage, status: StageStatus, reason: string | null): StageResult {
  const { id, gate, module, variant, command } = stage;
  return {
    ...{ id, gate, module, variant },
    status: status === "failed" && stage.warnOnly ? "warned" : status,
    startedAt: null,
    durationMs: 0,
    cached: false,
    reason,
    findings: [],
    command,
  };
}

function statusOf(
  stage: Stage,
  outcome: StepOutcome,
  judgement: Judgement,
): { status: StageStatus; reason: string | null } {
  const { end, problem } = outcome;
  const said = problem === null ? null : `${problem.message} ${problem.remedy}`.trim();
  if (end === "errored") return { status: "errored", reason: said };
  if (end === "blocked") return { status: "blocked", reason: problem?.message ?? null };
  if (end === "cancelled") return { status: "cancelled", reason: problem?.message ?? "the run was cancelled" };
  if (end === "timed-out") return { status: "failed", reason: judgement.overtime ?? timeLimit(stage) };
  const failure = [judgement.failure, stage.failure].filter((reason) => reason !== null).join("; ");
  if (failure !== "") return { status: judgement.broken === true ? "errored" : "failed", reason: failure };
  if (judgement.skipped !== undefined) return { status: "skipped", reason: judgement.skipped };
  const warning = judgement.warning ?? null;
  return { status: warning === null ? "passed" : "warned", reason: warning };
}

function timeLimit({ step, ownLimit }: Stage): string {
  const limit = isRunnable(step) ? ` of ${goDuration(step.timeoutMs)}` : "";
  return `stopped at its time limit${limit} (${ownLimit === true ? "`timeout` of the stage" : "input `timeout`"})`;
}
