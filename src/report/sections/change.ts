import { shortCommit } from "../../model/commit.ts";
import type { Comparison, Coverage, Patch, Report } from "../../model/report.ts";
import { formatPercent, plural } from "../../text/format.ts";
import { capped } from "../blocks.ts";
import {
  bullets,
  code,
  fold,
  heading,
  type Inline,
  type MarkdownBlock,
  paragraph,
  prose,
  strong,
  table,
  words,
} from "../markdown.ts";
import type { ReportContext, Section } from "../target.ts";
import {
  type ChangedPackage,
  changedPackages,
  lackingFiles,
  noteSentence,
  packageWords,
  patchLimit,
  totalWords,
} from "../view/change.ts";
import { limitWords, ratio } from "../view/facts.ts";
import { uncoveredLines } from "./coverage.ts";

/** What the change under test covers, and what it did to the coverage of the whole. */
export function changeSection(report: Report, context: ReportContext): readonly Section<MarkdownBlock>[] {
  const { comparison, totals } = report;
  const { patch, coverage } = totals;
  if (comparison === undefined || coverage === null) return [];
  const { baseline } = comparison;
  if (patch === null) return notesOnly(comparison);
  const level = (maxFiles: number, maxPackages: number) => (): readonly MarkdownBlock[] => [
    heading(3, words("Coverage of the change")),
    paragraph(...patchInlines(patch, report)),
    ...(baseline === null ? [] : [paragraph(...totalInlines(baseline, coverage))]),
    ...uncoveredBlocks(patch, maxFiles, context),
    ...(baseline === null ? [] : packageBlocks(changedPackages(coverage, baseline), maxPackages)),
    ...noteBlocks(comparison.notes),
  ];
  return [{ name: "coverage of the change", importance: 70, levels: [level(50, 100), level(10, 20), level(0, 0)] }];
}

/** Without a base there is one sentence about it. */
function notesOnly({ notes }: Comparison): readonly Section<MarkdownBlock>[] {
  if (notes.length === 0) return [];
  const blocks = (): readonly MarkdownBlock[] => [heading(3, words("Coverage of the change")), ...noteBlocks(notes)];
  return [{ name: "coverage of the change", importance: 20, levels: [blocks] }];
}

function patchInlines(patch: Patch, { thresholds }: Report): readonly Inline[] {
  const limit = patchLimit(thresholds);
  const judged = limit === null ? "." : `; ${limitWords(limit)} ${limit.met ? "✅" : "❌"}`;
  const since = [words(", compared with "), code(shortCommit(patch.base)), words(judged)];
  if (patch.statements === 0) return [strong(plural(0, "changed statement")), ...since];
  const share = ` of changed statements covered (${ratio(patch)})`;
  return [strong(formatPercent(patch.percent)), words(share), ...since];
}

function totalInlines(before: NonNullable<Comparison["baseline"]>, now: Coverage): readonly Inline[] {
  const { points, numbers } = totalWords(before, now);
  if (points === null) return [words(`All statements: ${numbers}.`)];
  return [words("All statements: "), strong(points), words(`, ${numbers}.`)];
}

/** Where tests are missing; the file with most such lines first. */
function uncoveredBlocks(patch: Patch, max: number, context: ReportContext): readonly MarkdownBlock[] {
  return capped(lackingFiles(patch), max, "file", (shown) => [
    table(
      [{ title: "File" }, { title: "Changed lines no test reached" }],
      shown.map((file) => [[code(file.path)], uncoveredLines(file, context)]),
    ),
  ]);
}

function packageBlocks(packages: readonly ChangedPackage[], max: number): readonly MarkdownBlock[] {
  if (packages.length === 0) return [];
  const blocks = capped(packages, max, "package", (shown) => [
    table(
      [
        { title: "Package" },
        { title: "Before", align: "right" },
        { title: "Now", align: "right" },
        { title: "Points", align: "right" },
      ],
      shown.map((one) => {
        const { before, now, points } = packageWords(one);
        return [[code(one.importPath)], [words(before)], [words(now)], [words(points)]];
      }),
    ),
  ]);
  return max === 0 ? blocks : fold([`${plural(packages.length, "package")} with other coverage than before`], blocks);
}

function noteBlocks(notes: readonly string[]): readonly MarkdownBlock[] {
  if (notes.length === 0) return [];
  const [only] = notes;
  if (only !== undefined && notes.length === 1) return [paragraph(...prose(noteSentence(only)))];
  return [bullets(notes.map((note) => [paragraph(...prose(noteSentence(note)))]))];
}
