import type { Report } from "../src/model/report.ts";
import type { Phases } from "./model.ts";

type StageTimes = Pick<Report["stages"][number], "id" | "startedAt" | "durationMs" | "cached"> & {
  readonly status: string;
};

/**
 * Splits a run of the action into what came before its first stage, the stages, and what came after the last one. `startedAt` and `endedAt` are the process's own,
 * milliseconds since 1970. null when no stage ran.
 */
export function phasesOf(
  report: { readonly stages: readonly StageTimes[] },
  startedAt: number,
  endedAt: number,
): Phases | null {
  const stages = report.stages
    .flatMap(({ id, status, startedAt: start, durationMs, cached }) =>
      start === null ? [] : [{ id, status, startMs: Date.parse(start) - startedAt, durationMs, cached }],
    )
    .sort((a, b) => a.startMs - b.startMs);
  const first = stages[0];
  if (first === undefined) return null;
  const lastEnd = Math.max(...stages.map((stage) => stage.startMs + stage.durationMs));
  return {
    beforeFirstStageMs: first.startMs,
    stagesMs: lastEnd - first.startMs,
    afterLastStageMs: endedAt - startedAt - lastEnd,
    stages,
  };
}
