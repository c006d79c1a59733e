import { engineReason } from "../../model/engine-reason.ts";
import type { CacheReport, Report, StageResult, TestReuseReport } from "../../model/report.ts";
import { formatBytes, formatDuration, plural } from "../../text/format.ts";
import { capped, joined } from "../blocks.ts";
import {
  bullets,
  code,
  heading,
  type Inline,
  link,
  type MarkdownBlock,
  paragraph,
  prose,
  shell,
  words,
} from "../markdown.ts";
import { fileNames, type ReportContext, type Section } from "../target.ts";
import { engineVersions } from "../view/engine.ts";
import { applyFix, orderWords } from "../view/facts.ts";
import { isTrouble } from "../view/status.ts";
import { lastRun, reuseWords } from "../view/test-reuse.ts";

export function warningsSection({ warnings }: Report): readonly Section<MarkdownBlock>[] {
  return linesSection("warning", warnings, { importance: 80, least: 10, most: 50 });
}

/** What inputs ask for in vain in a run of this kind. */
export function noticesSection({ notices = [] }: Report): readonly Section<MarkdownBlock>[] {
  return linesSection("note", notices, { importance: 10, least: 0, most: 10 });
}

/** Lines under a title; `least` and `most`: how many of them at each end of the levels. */
function linesSection(
  what: "warning" | "note",
  lines: readonly string[],
  { importance, least, most }: { readonly importance: number; readonly least: number; readonly most: number },
): readonly Section<MarkdownBlock>[] {
  if (lines.length === 0) return [];
  const title = what === "warning" ? "Warnings" : "Notes";
  const level = (max: number) => (): readonly MarkdownBlock[] =>
    max === 0
      ? []
      : [
          heading(3, words(title)),
          ...capped(lines, max, what, (shown) => [bullets(shown.map((line) => [paragraph(...prose(line))]))]),
        ];
  return [{ name: `${what}s`, importance, levels: [level(most), level(least)] }];
}

/** The command of every stage that did not pass, ready to be pasted at the root of the repository. */
export function reproduceSection(
  { stages }: Report,
  { fixable, pathOf }: ReportContext,
): readonly Section<MarkdownBlock>[] {
  const troubled = stages.filter((stage) => isTrouble(stage) && stage.command !== "");
  if (troubled.length === 0) return [];
  const level = (max: number) => (): readonly MarkdownBlock[] => [
    heading(3, words("Reproduce locally")),
    ...capped(troubled, max, "command", (shown) => [shell(shown.map(commandOf).join("\n"))]),
    ...(fixable ? [paragraph(words("What tools would change, as one patch:")), shell(applyFix(pathOf))] : []),
  ];
  return [{ name: "commands", importance: 92, levels: [level(50), level(10)] }];
}

function commandOf(stage: StageResult): string {
  return `# ${stage.id}\n${stage.command}`;
}

/** What ran all this, for how long, and where more is to be found. */
export function footerSection(report: Report, context: ReportContext): readonly Section<MarkdownBlock>[] {
  const level = (): readonly MarkdownBlock[] => [paragraph(...joined(origins(report, context), " · "))];
  return [{ name: "footer", importance: 98, levels: [level] }];
}

/** What travelled, and why not more; what was restored is named by its size only, the key stands in the report. */
function cacheWords({
  key,
  restoredBytes,
  restoreMs,
  saved,
  savedBytes,
  saveMs,
  notes,
}: CacheReport): readonly Inline[] {
  const moved = [
    ...(key === null ? [] : [`restored ${formatBytes(restoredBytes)} in ${formatDuration(restoreMs)}`]),
    ...(saved ? [`saved ${formatBytes(savedBytes)} in ${formatDuration(saveMs)}`] : []),
  ];
  return [words("caches: "), ...prose([...moved, ...notes].join("; "), 400)];
}

/** What was left to results of earlier runs, and where they were made. */
function reused(reuse: TestReuseReport): readonly Inline[] {
  const said = [words("tests: "), ...prose(reuseWords(reuse), 400)];
  const last = lastRun(reuse);
  if (last === null) return said;
  const where = last.run.startsWith("https://") ? link(last.run, words("an earlier run")) : code(last.run, 100);
  return [
    ...said,
    words(", last run in "),
    where,
    ...(last.others === 0 ? [] : [words(` and ${plural(last.others, "other")}`)]),
  ];
}

/** Where nothing travels nobody expects results of earlier runs. */
function isBesideThePoint({ mode, reused: count }: TestReuseReport, cache: CacheReport | null): boolean {
  return cache === null && mode === "off" && count === 0;
}

function origins(report: Report, { pathOf }: ReportContext): readonly (readonly Inline[])[] {
  const { engine, modules, totals, testReuse, cache, durationMs, traceUrl } = report;
  const seed = totals.tests?.shuffle;
  const found = modules.map(({ goVersion }) => goVersion).filter((version) => version !== null);
  const versions = engineVersions(engine, found);
  const version = versions.engine === null ? [] : [words(" "), ...prose(versions.engine, 40)];
  const reason = engineReason(engine);
  const why = reason === null ? [] : [words(" ("), ...prose(reason, 200), words(")")];
  const goVersion = versions.go.map((version) => [words("Go "), ...prose(version.replace(/^go/, ""), 40)]);
  return [
    [words("Engine "), ...prose(engine.name, 40), ...version, ...why],
    ...goVersion,
    [words(formatDuration(durationMs))],
    ...(seed === undefined ? [] : [[words("every test was run, "), ...prose(orderWords(seed), 60)]]),
    ...(testReuse === null || isBesideThePoint(testReuse, cache) ? [] : [reused(testReuse)]),
    ...(cache === null ? [] : [cacheWords(cache)]),
    ...(traceUrl?.startsWith("https://") === true ? [[link(traceUrl, words("trace"))]] : []),
    [words("complete result: "), code(pathOf(fileNames.report), 200)],
  ];
}
