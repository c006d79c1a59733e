import type { StageResult } from "../../model/report.ts";
import { isTrouble } from "./status.ts";

/** When the stages ran; milliseconds. */
export interface Timeline {
  /** Stages that ran, by start. `startMs` counts from the first start. */
  readonly spans: readonly TimelineSpan[];
  /** From the first start to the last end. */
  readonly wallMs: number;
  /** The durations added up: the most that one stage after the other would take. Beside others, on the same processors, each takes longer than alone. */
  readonly sumMs: number;
  /** What the run waited for, from its first start to its last end. */
  readonly chain: readonly ChainLink[];
}

/** A stage that the end of the run waited for. */
export interface ChainLink {
  readonly stage: string;
  /** Why it began when it did: a stage before it was needed, or had to make room; null for the first. */
  readonly after: "need" | "turn" | null;
  /** Between that stage's end and its own start; milliseconds. */
  readonly waitedMs: number;
}

export interface TimelineSpan {
  readonly stage: string;
  readonly startMs: number;
  readonly durationMs: number;
  readonly cached: boolean;
  /** It found something, or broke. */
  readonly trouble: boolean;
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
      trouble: isTrouble(stage),
    }))
    .sort((a, b) => a.startMs - b.startMs);
  return {
    spans,
    wallMs: spans.reduce((end, span) => Math.max(end, span.startMs + span.durationMs), 0),
    sumMs: spans.reduce((sum, span) => sum + span.durationMs, 0),
    chain: chainOf(spans, needs),
  };
}

/** Backwards from the last end: before each stage the one that ended last until then, a needed one first where several did. */
function chainOf(spans: readonly TimelineSpan[], needs: ReadonlyMap<string, readonly string[]>): readonly ChainLink[] {
  const chain: ChainLink[] = [];
  const open = new Set(spans);
  let current = latest([...open]);
  while (current !== null) {
    const { stage, startMs } = current;
    open.delete(current);
    const needed = new Set(needs.get(stage) ?? []);
    const ended = [...open].filter((span) => endOf(span) <= startMs);
    const last = latest(ended);
    const atOnce = ended.filter((span) => last !== null && endOf(span) >= endOf(last) - sameMoment);
    const before = latest(atOnce.filter((span) => needed.has(span.stage))) ?? last;
    const after = before === null ? null : needed.has(before.stage) ? "need" : "turn";
    chain.unshift({ stage, after, waitedMs: before === null ? 0 : startMs - endOf(before) });
    current = before;
  }
  return chain;
}

/** Between the end of a stage and the start of the next lies what the scheduler does; milliseconds. */
const sameMoment = 20;

function endOf({ startMs, durationMs }: TimelineSpan): number {
  return startMs + durationMs;
}

function latest(spans: readonly TimelineSpan[]): TimelineSpan | null {
  return spans.reduce<TimelineSpan | null>(
    (best, span) => (best === null || endOf(span) > endOf(best) ? span : best),
    null,
  );
}
