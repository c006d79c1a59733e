import stringWidth from "fast-string-width";
import picocolors from "picocolors";
import { reasonText } from "../model/reason.ts";
import type { Coverage, Report, StageResult } from "../model/report.ts";
import { clipName } from "../text/clip.ts";
import { formatBytes, formatDuration, formatPercent } from "../text/format.ts";
import { sanitizeLine } from "../text/sanitize.ts";
import type { ReportContext } from "./context.ts";
import { type Paint, statusPaint } from "./paint.ts";
import { stageLooks, verdicts } from "./status.ts";

const maxReasonWidth = 160;
const maxBinaries = 20;

/** A short table of the run for terminals and logs; the last line is the verdict. */
export function verdictLines(report: Report, context: ReportContext, colour: boolean): readonly string[] {
  const paint = picocolors.createColors(colour);
  const facts = factRows(report, context);
  return [
    ...(report.stages.length === 0 ? [] : ["", ...stageLines(report.stages, paint)]),
    ...(facts.length === 0 ? [] : ["", ...aligned(facts.map(([name, value]) => [paint.dim(name), value]))]),
    "",
    ...otherReasons(context).map((reason) => `  ${reason}`),
    verdictLine(report, paint),
  ];
}

function stageLines(stages: readonly StageResult[], paint: Paint): readonly string[] {
  const rows = stages.map((stage) => [
    statusPaint(paint, stage.status)(`${stageLooks[stage.status].sign} ${sanitizeLine(stage.id)}`),
    stage.startedAt === null ? paint.dim(stage.status) : formatDuration(stage.durationMs),
    [...(stage.cached ? ["cached"] : []), ...(stage.reason === null ? [] : [oneLine(stage.reason)])].join(", "),
  ]);
  return aligned(rows);
}

/** Columns padded by what a terminal shows: wide characters count twice, colours not at all. */
function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, stringWidth(cell));
  }
  return rows.map((row) => {
    const cells = row.map((cell, index) => cell + " ".repeat((widths[index] ?? 0) - stringWidth(cell)));
    return `  ${cells.join("  ")}`.trimEnd();
  });
}

function testCounts({ passed, failed, skipped, interrupted }: NonNullable<Report["totals"]["tests"]>): string {
  const cut = interrupted === 0 ? "" : `, ${interrupted} interrupted`;
  return `${passed} passed, ${failed} failed, ${skipped} skipped${cut}`;
}

function factRows(report: Report, { files }: ReportContext): readonly (readonly [string, string])[] {
  const { totals, thresholds, artifacts, image } = report;
  const { tests, coverage } = totals;
  return [
    ...(tests === null ? [] : [["tests", testCounts(tests)] as const]),
    ...(coverage === null ? [] : [["coverage", coverageText(coverage, thresholds)] as const]),
    ...binaryRows(artifacts),
    ...(image === null
      ? []
      : [["image", oneLine([image.name, ...image.tags, image.path ?? ""].filter(Boolean).join(" "))] as const]),
    ["summary", files.summary],
    ["report", files.reportJson],
  ];
}

function coverageText(coverage: Coverage, thresholds: Report["thresholds"]): string {
  const { percent, covered, statements, missing } = coverage;
  const total = thresholds.find(({ what }) => what === "total");
  const limit = total === undefined ? "" : `, threshold ${total.floor} % ${total.met ? "met" : "missed"}`;
  const without = missing.length === 0 ? "" : `, no profile from ${oneLine(missing.join(", "))}`;
  return `${formatPercent(percent)} of statements (${covered} of ${statements})${limit}${without}`;
}

function binaryRows(artifacts: Report["artifacts"]): readonly (readonly [string, string])[] {
  const shown = artifacts.slice(0, maxBinaries).map(({ path, size }) => `${oneLine(path)} (${formatBytes(size)})`);
  const left = artifacts.length - shown.length;
  const rows = left > 0 ? [...shown, `… ${left} more`] : shown;
  return rows.map((row, index) => [index === 0 ? "binaries" : "", row] as const);
}

/** Reasons that stand in no row of the table. */
function otherReasons({ reasons }: ReportContext): readonly string[] {
  return reasons.filter(({ kind }) => kind !== "stage").map((reason) => sanitizeLine(reasonText(reason)));
}

function verdictLine(report: Report, paint: Paint): string {
  const { sign, words } = verdicts[report.conclusion];
  const paints = { success: paint.green, failure: paint.red, error: paint.red, cancelled: paint.yellow };
  const text = `${sign} pipeline ${words} in ${formatDuration(report.durationMs)}`;
  return paint.bold(paints[report.conclusion](text));
}

function oneLine(text: string): string {
  return clipName(sanitizeLine(text), maxReasonWidth);
}
