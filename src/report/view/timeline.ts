import type { StageResult } from "../../model/report.ts";

/** When the stages ran; milliseconds. */
export interface Timeline {
  /** Stages that ran, by start. `startMs` counts from the first start. */
  readonly spans: readonly TimelineSpan[];
  /** From the first start to the last end. */
  readonly wallMs: number;
  /** The durations added up: the most that one stage after the other would take. Beside others, on the same processors, each takes longer than alone. */
  readonly sumMs: number;
  /** The chain of stages, each waiting for the one before, that took longest together: no parallelism makes the run shorter than this. */
  readonly critical: { readonly stages: readonly string[]; readonly durationMs: number };
}

export interface TimelineSpan {
  readonly stage: string;
  readonly startMs: number;
  readonly durationMs: number;
  readonly cached: boolean;
}

/** `needs` by stage id, as planned. Stages that never ran have no part in it. */
export function timeline(stages: readonly StageResult[], needs: ReadonlyMap<string, readonly string[]>): Timeline {
  const ran = stages.flatMap((stage) =>
    stage.startedAt === null ? [] : [{ stage, start: Date.parse(stage.startedAt), durationMs: stage.durationMs }],
  );
  const first = ran.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY);
  const spans = ran
    .map(({ stage, start, durationMs }) => ({
      stage: stage.id,
      startMs: start - first,
      durationMs,
      cached: stage.cached,
    }))
    .sort((a, b) => a.startMs - b.startMs);
  return {
    spans,
    wallMs: spans.reduce((end, span) => Math.max(end, span.startMs + span.durationMs), 0),
    sumMs: spans.reduce((sum, span) => sum + span.durationMs, 0),
    critical: criticalPath(spans, needs),
  };
}

interface Path {
  readonly stages: readonly string[];
  readonly durationMs: number;
}

const noPath: Path = { stages: [], durationMs: 0 };

function criticalPath(spans: readonly TimelineSpan[], needs: ReadonlyMap<string, readonly string[]>): Path {
  const durations = new Map(spans.map((span) => [span.stage, span.durationMs]));
  const paths = new Map<string, Path>();
  const pathTo = (stage: string): Path => {
    const known = paths.get(stage);
    if (known !== undefined) return known;
    // A circle cannot be planned; should a report hold one, it ends here and not in an endless descent.
    paths.set(stage, noPath);
    const before = longest((needs.get(stage) ?? []).map(pathTo));
    const duration = durations.get(stage);
    const path =
      duration === undefined ? before : { stages: [...before.stages, stage], durationMs: before.durationMs + duration };
    paths.set(stage, path);
    return path;
  };
  return longest(spans.map((span) => pathTo(span.stage)));
}

function longest(paths: readonly Path[]): Path {
  return paths.reduce((best, path) => (path.durationMs > best.durationMs ? path : best), noPath);
}
