import type { Coverage, Report } from "../../model/report.ts";
import { formatPercent, plural } from "../../text/format.ts";
import { capped, listed } from "../blocks.ts";
import {
  type Cell,
  code,
  fold,
  heading,
  type Inline,
  link,
  type MarkdownBlock,
  paragraph,
  strong,
  table,
  words,
} from "../markdown.ts";
import { sourceUrl } from "../source-link.ts";
import type { ReportContext, Section } from "../target.ts";
import { floorWords, fraction, limitWords, ratio, totalLimit } from "../view/facts.ts";

type CoverageFile = Coverage["files"][number];
interface Counts {
  readonly percent: number | null;
  readonly covered: number;
  readonly statements: number;
}

/** The total, and what is least covered first: that is where tests are missing. */
export function coverageSection(
  { totals, thresholds }: Report,
  context: ReportContext,
): readonly Section<MarkdownBlock>[] {
  const { coverage } = totals;
  if (coverage === null) return [];
  const { statements, missing } = coverage;
  if (statements === 0 && missing.length === 0 && thresholds.length === 0) return [];
  const packages = [...coverage.packages].sort(byCoverage((item) => item.importPath));
  const files = coverage.files
    .filter(({ covered, statements }) => covered < statements)
    .sort(byCoverage((file) => file.path));
  const level = (maxPackages: number, maxFiles: number) => (): readonly MarkdownBlock[] => [
    heading(3, words("Coverage")),
    paragraph(...total(coverage, thresholds)),
    ...missingBlocks(missing, Math.max(10, maxPackages)),
    ...packageBlocks(packages, maxPackages, missedFloors(thresholds, "package")),
    ...fileBlocks(files, maxFiles, { context, missed: missedFloors(thresholds, "file") }),
  ];
  return [{ name: "coverage", importance: 60, levels: [level(300, 30), level(100, 10), level(20, 0), level(0, 0)] }];
}

/** Lowest percentage first, then most uncovered statements; what has no statements comes last. */
function byCoverage<T extends Counts>(name: (item: T) => string): (a: T, b: T) => number {
  const uncovered = ({ covered, statements }: Counts): number => statements - covered;
  return (a, b) =>
    (a.percent ?? 101) - (b.percent ?? 101) ||
    uncovered(b) - uncovered(a) ||
    (name(a) < name(b) ? -1 : Number(name(a) > name(b)));
}

function total(coverage: Coverage, thresholds: Report["thresholds"]): readonly Inline[] {
  const limit = totalLimit(thresholds);
  const judged = limit === null ? "." : `; ${limitWords(limit)} ${limit.met ? "✅" : "❌"}`;
  const { statements, missing } = coverage;
  if (statements === 0) return [words(`${missing.length === 0 ? "No statements to cover" : "No coverage"}${judged}`)];
  const counted = ` of statements covered (${ratio(coverage)})`;
  return [strong(formatPercent(coverage.percent)), words(counted + judged)];
}

/** What is in no number here. */
function missingBlocks(missing: readonly string[], max: number): readonly MarkdownBlock[] {
  if (missing.length === 0) return [];
  const names = listed(missing, max, "package", (name) => code(name));
  return [paragraph(words("⚠️ Not counted, since they left no coverage profile: "), ...names)];
}

/** The limits of packages or files that miss them. */
function missedFloors(thresholds: Report["thresholds"], of: "package" | "file"): ReadonlyMap<string | null, number> {
  const missed = thresholds.filter(({ what, met }) => what === of && !met);
  return new Map(missed.map(({ name, floor }) => [name, floor]));
}

/** Packages that are shown without a click. */
const maxOpen = 10;

/** The least covered ones, and the others folded. */
function packageBlocks(
  packages: Coverage["packages"],
  max: number,
  missed: ReadonlyMap<string | null, number>,
): readonly MarkdownBlock[] {
  const open = packages.slice(0, Math.min(max, maxOpen));
  const others = packages.slice(open.length);
  const folded = capped(others, max - open.length, "package", (shown) => [packageTable(shown, missed)]);
  return [
    ...(open.length === 0 ? [] : [packageTable(open, missed)]),
    ...(max <= maxOpen || others.length === 0 ? folded : fold([plural(others.length, "more package")], folded)),
  ];
}

const barWidth = 10;

/** The share that is covered; full only for all of it. */
function bar({ percent }: Counts): Cell {
  if (percent === null) return [];
  const full = Math.floor((percent / 100) * barWidth);
  return [code("█".repeat(full) + "░".repeat(barWidth - full))];
}

function packageTable(packages: Coverage["packages"], missed: ReadonlyMap<string | null, number>): MarkdownBlock {
  return table(
    [
      { title: "Package" },
      { title: "" },
      { title: "Coverage", align: "right" },
      { title: "Statements", align: "right" },
    ],
    packages.map((item) => [
      [code(item.importPath)],
      bar(item),
      [words(percentOf(item, missed.get(item.importPath) ?? null))],
      [words(fraction(item))],
    ]),
  );
}

function percentOf(item: Counts, floor: number | null): string {
  return `${formatPercent(item.percent)}${floor === null ? "" : ` ❌ (${floorWords({ floor })})`}`;
}

function fileBlocks(
  files: readonly CoverageFile[],
  max: number,
  { context, missed }: { readonly context: ReportContext; readonly missed: ReadonlyMap<string | null, number> },
): readonly MarkdownBlock[] {
  if (files.length === 0 || max === 0) return [];
  const blocks = capped(files, max, "file", (shown) => [
    table(
      [{ title: "File" }, { title: "Coverage", align: "right" }, { title: "Lines no test reached" }],
      shown.map((file) => [
        [code(file.path)],
        [words(percentOf(file, missed.get(file.path) ?? null))],
        uncoveredLines(file, context),
      ]),
    ),
  ]);
  return fold(["Files with the least coverage"], blocks);
}

const maxRanges = 10;

/** Ranges of lines, links where possible. */
export function uncoveredLines(
  { path, uncovered }: Pick<CoverageFile, "path" | "uncovered">,
  { source }: ReportContext,
): Cell {
  return listed(uncovered, maxRanges, "range", ([from, to]) => {
    const label = words(from === to ? `${from}` : `${from}–${to}`);
    const url = sourceUrl(source, path, [from, to]);
    return url === null ? label : link(url, label);
  });
}
