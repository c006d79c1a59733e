import type { BenchResult } from "../model.ts";
import { ratio } from "../statistics.ts";
import { type CaseSummary, summarize } from "../summary.ts";
import { caseTitles, secondsText } from "../table.ts";
import { colours, line, rect, type Shape, text, writeSvg } from "./svg.ts";

const left = 210;
const right = 190;
const width = 860;
const rowHeight = 30;
const barHeight = 10;

/**
 * Ours beside plain for every case of every subject, in parts of plain: cold and warm times are too far apart for one scale of seconds. Marks are the limit
 * (green) and plain with parallel steps (yellow).
 */
export function ratioChart(results: readonly BenchResult[], title: string): string {
  const groups = results.map((result) => ({ name: result.subject.name, rows: summarize(result).filter(isMeasured) }));
  const ratios = groups.flatMap(({ rows }) =>
    rows.flatMap(({ toPlain, plain, parallel }) => [toPlain ?? 0, ratio(parallel.medianMs, plain.medianMs) ?? 0]),
  );
  const scale = (width - left - right) / Math.max(1, ...ratios);
  const shapes: Shape[] = [text(16, 24, title, { bold: true }), ...legend()];
  let y = 64;
  const top = y;
  for (const { name, rows } of groups) {
    shapes.push(text(16, y + 14, name, { bold: true }));
    y += 22;
    for (const row of rows) {
      shapes.push(...drawRow(row, y, scale));
      y += rowHeight;
    }
    y += 8;
  }
  shapes.push(line(left + scale, top, left + scale, y, colours.faint));
  return writeSvg({ width, height: y + 12, title, shapes });
}

function isMeasured({ toPlain }: CaseSummary): boolean {
  return toPlain !== null;
}

function legend(): readonly Shape[] {
  const entries = [
    ["plain", colours.plain],
    ["ours", colours.ours],
    ["limit", colours.limit],
    ["parallel", colours.own],
  ] as const;
  return entries.flatMap(([name, fill], index) => [
    rect(16 + index * 80, 36, barHeight, barHeight, fill),
    text(32 + index * 80, 45, name),
  ]);
}

function drawRow(row: CaseSummary, y: number, scale: number): readonly Shape[] {
  const { plain, parallel, ours, toPlain, limitMs, name } = row;
  const plainMs = plain.medianMs ?? 0;
  const oursText = secondsText(ours.medianMs);
  const plainText = secondsText(plainMs);
  const shapes = [
    text(left - 10, y + 15, caseTitles[name], { anchor: "end" }),
    rect(left, y, scale, barHeight, colours.plain, `plain ${plainText}`),
    rect(left, y + barHeight + 1, scale * (toPlain ?? 0), barHeight, colours.ours, `ours ${oursText}`),
    text(width - right + 12, y + 15, `${toPlain?.toFixed(2)}: ${oursText} of ${plainText}`),
  ];
  const mark = (label: string, ms: number | null, fill: string): readonly Shape[] => {
    const part = ratio(ms, plainMs);
    if (part === null) return [];
    return [rect(left + scale * part - 1, y - 2, 3, 2 * barHeight + 5, fill, `${label} ${secondsText(ms)}`)];
  };
  return [
    ...shapes,
    ...mark("limit", limitMs, colours.limit),
    ...mark("plain with parallel steps", parallel.medianMs, colours.own),
  ];
}
