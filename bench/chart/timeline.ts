import type { BenchResult, CaseName, Phases, Sample } from "../model.ts";
import { median } from "../statistics.ts";
import { caseTitles, secondsText } from "../table.ts";
import { colours, line, rect, type Shape, text, writeSvg } from "./svg.ts";

const left = 150;
const right = 80;
const width = 860;
const rowHeight = 22;

/** When each stage of ours ran in the round whose time is nearest to the median; null when the case was not measured. */
export function timelineChart(result: BenchResult, name: CaseName): string | null {
  const samples = result.cases.find((measured) => measured.name === name)?.samples ?? [];
  const sample = middle(samples.filter(({ contender }) => contender === "ours"));
  const phases = sample?.phases ?? null;
  return sample === undefined || phases === null ? null : draw(result, name, sample, phases);
}

function middle(samples: readonly Sample[]): Sample | undefined {
  const target = median(samples.map(({ wallMs }) => wallMs)) ?? 0;
  return [...samples].sort((a, b) => Math.abs(a.wallMs - target) - Math.abs(b.wallMs - target))[0];
}

function draw(result: BenchResult, name: CaseName, sample: Sample, phases: Phases): string {
  const totalMs = sample.wallMs;
  const scale = (width - left - right) / totalMs;
  const title = `${result.subject.name} on ${result.engine}, ${caseTitles[name]}: ${secondsText(totalMs)}`;
  const lastEnd = phases.beforeFirstStageMs + phases.stagesMs;
  const bars = [
    { label: "before the first stage", start: 0, length: phases.beforeFirstStageMs, fill: colours.own },
    ...phases.stages.map(({ id, startMs, durationMs, cached }) => ({
      label: id,
      start: startMs,
      length: durationMs,
      fill: cached ? colours.plain : colours.ours,
    })),
    { label: "after the last stage", start: lastEnd, length: phases.afterLastStageMs, fill: colours.own },
  ];
  const shapes: Shape[] = [text(16, 24, title, { bold: true })];
  for (const [index, { label, start, length, fill }] of bars.entries()) {
    const y = 40 + index * rowHeight;
    const x = left + Math.max(0, start) * scale;
    shapes.push(text(left - 10, y + 12, label, { anchor: "end" }));
    shapes.push(rect(x, y, Math.max(1, length * scale), rowHeight - 6, fill, `${label} ${secondsText(length)}`));
    shapes.push(text(x + Math.max(1, length * scale) + 6, y + 12, secondsText(length)));
  }
  const bottom = 40 + bars.length * rowHeight;
  shapes.push(line(left, 34, left, bottom, colours.faint));
  return writeSvg({ width, height: bottom + 12, title, shapes });
}
