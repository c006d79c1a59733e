import type { StepOutcome } from "../model/outcome.ts";
import { platformKey } from "../model/platform.ts";
import type { Finding, StageResult, StageStatus } from "../model/report.ts";
import { isRunnable, type Stage } from "../model/stage.ts";
import { formatDuration } from "../text/go-duration.ts";

/** What the output of a stage's step means, apart from how the step ended. */
export interface Judgement {
  /** Why the stage fails; null: it passes. */
  readonly failure: string | null;
  readonly findings: readonly Finding[];
  /** Passes, but with this to say: the stage becomes `warned`. */
  readonly warning?: string | null;
  /** What reproduces it, when that is not the stage's command; empty: no command does. */
  readonly command?: string;
  /** The failure is the environment's, not the repository's: a server that does not answer. */
  readonly broken?: boolean;
}

/** The verdict of a stage: how its step ended weighs more than what it printed. */
export function stageResult(stage: Stage, outcome: StepOutcome, judgement: Judgement): StageResult {
  const { status, reason } = statusOf(stage, outcome, judgement);
  return {
    id: stage.id,
    module: stage.module,
    platform: stage.platform === null ? null : platformKey(stage.platform),
    status: status === "failed" && stage.warnOnly ? "warned" : status,
    startedAt: outcome.startedAt.toISOString(),
    durationMs: outcome.durationMs,
    cached: outcome.cached,
    reason,
    findings: judgement.findings,
    command: judgement.command ?? stage.command,
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
  if (end === "timed-out") return { status: "failed", reason: timeLimit(stage) };
  const failure = [judgement.failure, stage.failure].filter((reason) => reason !== null).join("; ");
  if (failure !== "") return { status: judgement.broken === true ? "errored" : "failed", reason: failure };
  const warning = judgement.warning ?? null;
  return { status: warning === null ? "passed" : "warned", reason: warning };
}

function timeLimit({ step }: Stage): string {
  const limit = isRunnable(step) ? ` of ${formatDuration(step.timeoutMs)}` : "";
  return `stopped at its time limit${limit} (input \`timeout\`)`;
}

/** How a tool that said nothing readable failed; null when it did not. */
export function exitFailure(tool: string, outcome: StepOutcome): string | null {
  const command = outcome.commands.at(-1);
  if (command === undefined) return `${tool} did not run`;
  if (command.exitCode === 0) return null;
  return command.exitCode === null
    ? `${tool} was ended by ${command.signal ?? "a signal"}`
    : `${tool} exited with ${command.exitCode}`;
}
