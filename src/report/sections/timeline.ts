import type { Report } from "../../model/report.ts";
import { formatDuration } from "../../text/format.ts";
import { capped, joined } from "../blocks.ts";
import { code, fold, type Inline, type MarkdownBlock, paragraph, table, words } from "../markdown.ts";
import type { ReportContext, Section } from "../target.ts";
import { type Timeline, type TimelineSpan, timeline } from "../view/timeline.ts";

const barWidth = 24;

/** When each stage ran, as a table with bars, and which chain of stages the run waited for. */
export function timelineSection({ stages }: Report, { needs }: ReportContext): readonly Section<MarkdownBlock>[] {
  const times = timeline(stages, needs);
  if (times.spans.length < 2) return [];
  const level = (max: number) => (): readonly MarkdownBlock[] =>
    fold({ before: "Timeline" }, [
      paragraph(...conclusion(times)),
      ...capped(times.spans, max, "stage", (shown) => [spanTable(shown, times)]),
    ]);
  return [{ name: "timeline", importance: 30, levels: [level(100), level(0), () => []] }];
}

function conclusion({ critical, sumMs, wallMs }: Timeline): readonly Inline[] {
  const path = critical.stages.slice(0, 10).map((stage): readonly Inline[] => [code(stage)]);
  const saved = sumMs - wallMs;
  const overlap = saved > 0 ? `, up to ${formatDuration(saved)} less than one after the other` : "";
  return [
    words(`The stages add up to ${formatDuration(sumMs)} and took ${formatDuration(wallMs)} on the clock${overlap}.`),
    ...(path.length === 0 ? [] : [words(" Longest chain: "), ...joined(path, " → ")]),
    ...(path.length === 0 ? [] : [words(` (${formatDuration(critical.durationMs)}).`)]),
  ];
}

function spanTable(spans: readonly TimelineSpan[], times: Timeline): MarkdownBlock {
  const slow = new Set(times.critical.stages);
  return table(
    [{ title: "Stage" }, { title: "Start", align: "right" }, { title: "Duration", align: "right" }, { title: "" }],
    spans.map((span) => [
      [code(span.stage), ...(slow.has(span.stage) ? [words(" ◆")] : [])],
      [words(formatDuration(span.startMs))],
      [words(`${formatDuration(span.durationMs)}${span.cached ? " (cached)" : ""}`)],
      [code(bar(span, times.wallMs))],
    ]),
  );
}

/** The share of the whole time, at least one block wide. */
function bar({ startMs, durationMs }: TimelineSpan, wallMs: number): string {
  const scale = wallMs === 0 ? 0 : barWidth / wallMs;
  const from = Math.min(barWidth - 1, Math.floor(startMs * scale));
  const width = Math.max(1, Math.min(barWidth - from, Math.round(durationMs * scale)));
  return "·".repeat(from) + "█".repeat(width) + "·".repeat(barWidth - from - width);
}
