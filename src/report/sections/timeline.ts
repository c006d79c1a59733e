import type { Report } from "../../model/report.ts";
import { formatDuration, plural } from "../../text/format.ts";
import { capped } from "../blocks.ts";
import { code, diagram, fold, heading, type Inline, type MarkdownBlock, paragraph, table, words } from "../markdown.ts";
import type { ReportContext, Section } from "../target.ts";
import { gantt } from "../view/gantt.ts";
import { type Timeline, type TimelineSpan, timeline } from "../view/timeline.ts";

const maxLinks = 10;

/** When each stage ran, as a chart and, folded, as a table; and which stages the run waited for. */
export function timelineSection({ stages }: Report, { needs }: ReportContext): readonly Section<MarkdownBlock>[] {
  const times = timeline(stages, needs);
  if (times.spans.length < 2) return [];
  const level = (max: number) => (): readonly MarkdownBlock[] => [
    heading(3, words("Timeline")),
    paragraph(...conclusion(times)),
    diagram("mermaid", gantt(times)),
    ...(max === 0
      ? []
      : fold(
          ["As a table"],
          capped(times.spans, max, "stage", (shown) => [spanTable(shown, times)]),
        )),
  ];
  return [{ name: "timeline", importance: 30, levels: [level(100), level(0), () => []] }];
}

function conclusion({ chain, sumMs, wallMs, spans }: Timeline): readonly Inline[] {
  const saved = sumMs - wallMs;
  const overlap = saved > 0 ? `, up to ${formatDuration(saved)} less than one after the other` : "";
  const cached = spans.filter((span) => span.cached).length;
  return [
    words(`The stages add up to ${formatDuration(sumMs)} and took ${formatDuration(wallMs)} on the clock${overlap}.`),
    ...(cached === 0 ? [] : [words(` ${cached} of ${plural(spans.length, "stage")} came from a cache.`)]),
    words(" The run waited for "),
    ...links(chain.slice(-maxLinks)),
    words(chain.some(({ after }) => after === "turn") ? " (⇢ waited for its turn)." : "."),
  ];
}

/** Less passes between two stages in any run; milliseconds. */
const worthTelling = 100;

function links(chain: Timeline["chain"]): readonly Inline[] {
  return chain.flatMap(({ stage, after, waitedMs }, index) => [
    ...(index === 0 ? [] : [words(after === "turn" ? " ⇢ " : " → ")]),
    code(stage),
    ...(waitedMs < worthTelling ? [] : [words(` (began ${formatDuration(waitedMs)} later)`)]),
  ]);
}

function spanTable(spans: readonly TimelineSpan[], { chain }: Timeline): MarkdownBlock {
  const waitedFor = new Map(chain.map((link) => [link.stage, link]));
  return table(
    [{ title: "Stage" }, { title: "Start", align: "right" }, { title: "Duration", align: "right" }],
    spans.map(({ stage, startMs, durationMs, cached }) => [
      [code(stage), ...(waitedFor.has(stage) ? [words(" ◆")] : [])],
      [words(formatDuration(startMs))],
      [words(`${formatDuration(durationMs)}${cached ? " (cached)" : ""}`)],
    ]),
  );
}
