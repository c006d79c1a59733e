import { clipName } from "../../text/clip.ts";
import { sanitizeLine } from "../../text/sanitize.ts";
import type { Timeline, TimelineSpan } from "./timeline.ts";

const maxBars = 40;

/**
 * The times as a Gantt chart of Mermaid, which GitHub draws (https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/creating-diagrams);
 * the longest stages where there are many. Trouble is red (`crit`), what the run waited for stands out (`active`), and what was
 * cached is grey (`done`).
 */
export function gantt({ spans, chain, wallMs }: Timeline): string {
  const waitedFor = new Set(chain.map(({ stage }) => stage));
  const longest = [...spans].sort((a, b) => b.durationMs - a.durationMs).slice(0, maxBars);
  const shown = spans.filter((span) => longest.includes(span));
  return [
    "gantt",
    "    dateFormat HH:mm:ss.SSS",
    `    axisFormat ${wallMs < 3_600_000 ? "%M:%S" : "%H:%M:%S"}`,
    ...shown.map(
      (span) => `    ${label(span)} :${tags(span, waitedFor)}${clock(span.startMs)}, ${Math.max(1, span.durationMs)}ms`,
    ),
  ].join("\n");
}

/** Mermaid takes `:`, `;`, `#`, `,` and `%%` for its own, wherever they stand. */
function label({ stage }: TimelineSpan): string {
  const plain = sanitizeLine(stage)
    .replaceAll(/[^\p{L}\p{N}./_-]+/gu, " ")
    .trim();
  return clipName(plain, 60) || "stage";
}

function tags({ stage, cached, trouble }: TimelineSpan, waitedFor: ReadonlySet<string>): string {
  return (trouble ? "crit, " : "") + (cached ? "done, " : waitedFor.has(stage) ? "active, " : "");
}

/** A time of day, since the chart knows no other; what takes longer than a day starts again. */
function clock(ms: number): string {
  return new Date(ms).toISOString().slice(11, 23);
}
