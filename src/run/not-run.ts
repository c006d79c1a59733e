import { platformKey } from "../model/platform.ts";
import type { StageResult, StageStatus } from "../model/report.ts";
import type { Stage } from "../model/stage.ts";

/** The result of a stage whose step did not run, or whose outcome nobody could read. */
export function notRunResult(stage: Stage, status: StageStatus, reason: string): StageResult {
  return {
    id: stage.id,
    module: stage.module,
    platform: stage.platform === null ? null : platformKey(stage.platform),
    status: status === "failed" && stage.warnOnly ? "warned" : status,
    startedAt: null,
    durationMs: 0,
    cached: false,
    reason,
    findings: [],
    command: stage.command,
  };
}
