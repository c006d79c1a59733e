import picocolors from "picocolors";
import type { FindingKinds } from "../../model/finding.ts";
import { reasonText } from "../../model/reason.ts";
import type { Coverage, Finding, Report, StageResult } from "../../model/report.ts";
import { clipName } from "../../text/clip.ts";
import { aligned, clipWidth } from "../../text/columns.ts";
import { formatBytes, formatCount, formatDuration, formatPercent, plural } from "../../text/format.ts";
import { firstLine } from "../../text/lines.ts";
import { sanitizeLine } from "../../text/sanitize.ts";
import { firstWords } from "../../text/test-words.ts";
import { textTarget } from "../fit.ts";
import { fileNames, type ReportContext, type ReportDelivery, type ReportTarget, type Section } from "../target.ts";
import { patchLimit, patchWords, pointsBetween, pointsWords } from "../view/change.ts";
import { applyFix, limitWords, orderWords, ratio, totalLimit } from "../view/facts.ts";
import { positionOf, rankFindings } from "../view/findings.ts";
import { type ModuleTable, moduleTable } from "../view/modules.ts";
import { rowName, stageRows } from "../view/stage-rows.ts";
import { isTrouble, stageLooks, verdicts } from "../view/status.ts";
import { reuseWords } from "../view/test-reuse.ts";
import { subtestsNote } from "../view/tests.ts";
import { moduleLines } from "./module-lines.ts";

const maxReasonWidth = 160;
const maxBinaries = 20;
const maxFailures = 20;
/** Of stages that have the directory of a module in their name. */
const maxName = 50;

/** A short table of the run for terminals and logs; the last line is the verdict. */
export const verdictTable = {
  name: "verdict table",
  limit: Number.POSITIVE_INFINITY,
  sections: [
    resultSections,
    (report, context) => [lines("facts", factLines(report, context))],
    (report, context) => failureSections(report, context),
    (report, context) => [lines("verdict", [...otherReasons(context), verdictLine(report, context)])],
  ],
  render: (rows) => rows.map((row) => `${row}\n`).join(""),
  note: () => [],
  deliver: (text: string, { platform }: Pick<ReportDelivery, "platform">) => {
    for (const line of ["", ...text.trimEnd().split("\n")]) platform.log(line);
  },
} satisfies ReportTarget<string>;

/** Where the program was started, or the log of the step. */
export const terminal = textTarget(verdictTable);

function lines(name: string, content: readonly string[]): Section<string> {
  return { name, importance: 100, levels: [() => content] };
}

/** A row per stage; with several modules a row per module, then the stages of the whole run and those that tell what is wrong. */
function resultSections(report: Report, context: ReportContext): readonly Section<string>[] {
  const modules = moduleTable(report, context);
  const stages = modules === null ? report.stages : [...modules.shared, ...troubled(modules)];
  return [
    ...(modules === null ? [] : [lines("modules", moduleLines(modules, context.colour))]),
    ...(stages.length === 0 ? [] : [lines("stages", stageLines(stages, context, modules === null ? null : maxName))]),
  ];
}

/** What broke and where: what one looks for at the end of a long log. */
function failureSections({ stages }: Report, { kinds, colour }: ReportContext): readonly Section<string>[] {
  const found = rankFindings(stages.filter(isTrouble), kinds);
  if (found.length === 0) return [];
  const paint = picocolors.createColors(colour);
  const rows = found
    .slice(0, maxFailures)
    .map(({ finding, stage, level }) => [
      paint[level === "error" ? "red" : "yellow"](
        `${level === "error" ? "✗" : "!"} ${clipWidth(subjectOf(finding, stage), maxName)}`,
      ),
      paint.cyan(sanitizeLine(positionOf(finding) ?? "")),
      oneLine(saidOf(finding, kinds)),
    ]);
  const left = found.length - rows.length;
  const rest = left === 0 ? [] : [paint.dim(`  … ${plural(left, "more finding")} above and in report.json`)];
  return [lines("failures", [...aligned(rows), ...rest])];
}

function subjectOf({ subject }: Finding, { id }: StageResult): string {
  return sanitizeLine(subject?.test ?? id);
}

/** Who failed is said already. */
function saidOf({ source, title, message }: Finding, kinds: FindingKinds): string {
  switch (kinds(source).style) {
    case "diff":
      return title;
    case "output":
      return firstWords(message) ?? title;
    default:
      return firstLine(message) || title;
  }
}

function troubled({ rows }: ModuleTable): readonly StageResult[] {
  return [...rows].sort((a, b) => b.urgency - a.urgency).flatMap(({ stages }) => stages.filter(isTrouble));
}

function stageLines(stages: Report["stages"], { needs, colour }: ReportContext, max: number | null): readonly string[] {
  const paint = picocolors.createColors(colour);
  const rows = stageRows(stages, needs).map((row) => {
    const { first } = row;
    const { sign, colour } = stageLooks[first.status];
    return [
      paint[colour](`${sign} ${max === null ? rowName(row) : clipWidth(rowName(row), max)}`),
      first.startedAt === null ? paint.dim(first.status) : formatDuration(first.durationMs),
      [...(first.cached ? ["cached"] : []), ...(first.reason === null ? [] : [oneLine(first.reason)])].join(", "),
    ];
  });
  return aligned(rows);
}

type Row = readonly [name: string, value: string];

function factLines(report: Report, { colour, pathOf, fixable }: ReportContext): readonly string[] {
  const { totals, testReuse, artifacts, archives = [], sboms = [], image, release } = report;
  const { tests, coverage } = totals;
  const paint = picocolors.createColors(colour);
  const rows: readonly Row[] = [
    ...(tests === null ? [] : [["tests", testWords(tests)] as const]),
    ...(testReuse === null || testReuse.mode === "off" ? [] : [["", oneLine(reuseWords(testReuse))] as const]),
    ...(coverage === null ? [] : [["coverage", coverageWords(coverage, report)] as const]),
    ...changeRows(report),
    ...fileRows("binaries", artifacts),
    ...fileRows("archives", archives),
    ...fileRows("sbom", sboms),
    ...(image === null ? [] : [["image", imageWords(image)] as const]),
    ...(release === undefined ? [] : [["release", releaseWords(release)] as const]),
    ...(fixable ? [["fix", applyFix(pathOf)] as const] : []),
    ["summary", pathOf(fileNames.summary)],
    ["report", pathOf(fileNames.page)],
    ["", pathOf(fileNames.report)],
  ];
  return aligned(rows.map(([name, value]) => [paint.dim(name), value]));
}

function testWords(tests: NonNullable<Report["totals"]["tests"]>): string {
  const { passed, failed, skipped, flaky, interrupted, shuffle } = tests;
  const told = [
    `${formatCount(passed)} passed`,
    `${formatCount(failed)} failed${subtestsNote(tests)}`,
    `${formatCount(skipped)} skipped`,
    ...(flaky === 0 ? [] : [`${formatCount(flaky)} flaky`]),
    ...(interrupted === 0 ? [] : [`${formatCount(interrupted)} interrupted`]),
    ...(shuffle === undefined ? [] : [orderWords(shuffle)]),
  ];
  return told.join(", ");
}

function coverageWords(coverage: Coverage, { thresholds, comparison }: Report): string {
  const { percent, missing } = coverage;
  const total = totalLimit(thresholds);
  const limit = total === null ? "" : `, ${limitWords(total)}`;
  const without = missing.length === 0 ? "" : `, no profile from ${oneLine(missing.join(", "))}`;
  const nothing = missing.length === 0 ? "no statements to cover" : "none";
  const share = percent === null ? nothing : `${formatPercent(percent)} of statements (${ratio(coverage)})`;
  const baseline = comparison?.baseline ?? null;
  const points = baseline === null ? null : pointsBetween(baseline, coverage);
  return `${share}${points === null ? "" : `, ${pointsWords(points)} points`}${limit}${without}`;
}

/** What the change covers, and what is left out of that. */
function changeRows({ totals: { patch }, thresholds, comparison }: Report): readonly Row[] {
  const words = patch === null ? [] : [patchWords(patch, patchLimit(thresholds))];
  const said = [...words, ...(comparison?.notes ?? []).map(oneLine)];
  return said.map((text, index) => [index === 0 ? "change" : "", text] as const);
}

function imageWords({ name, tags, path }: NonNullable<Report["image"]>): string {
  return oneLine([name, ...tags, ...(path === null ? [] : [path])].join(" "));
}

function releaseWords({ tag, state, url }: NonNullable<Report["release"]>): string {
  return oneLine(`${tag} ${state === "draft" ? "draft" : "published"} ${url}`);
}

function fileRows(name: string, files: readonly Pick<Report["artifacts"][number], "path" | "size">[]): readonly Row[] {
  const shown = files.slice(0, maxBinaries).map(({ path, size }) => `${oneLine(path)} (${formatBytes(size)})`);
  const left = files.length - shown.length;
  const rows = left > 0 ? [...shown, `… ${formatCount(left)} more`] : shown;
  return rows.map((row, index) => [index === 0 ? name : "", row] as const);
}

/** Reasons that stand in no row of the table. */
function otherReasons({ reasons }: ReportContext): readonly string[] {
  return reasons.filter(({ kind }) => kind !== "stage").map((reason) => `  ${sanitizeLine(reasonText(reason))}`);
}

function verdictLine({ conclusion, durationMs }: Report, context: ReportContext): string {
  const { sign, words, colour } = verdicts[conclusion];
  const paint = picocolors.createColors(context.colour);
  return paint.bold(paint[colour](`${sign} pipeline ${words} in ${formatDuration(durationMs)}`));
}

function oneLine(text: string): string {
  return clipName(sanitizeLine(text), maxReasonWidth);
}
