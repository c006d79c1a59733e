import {
  type Cell,
  heading,
  type MarkdownBlock,
  paragraph,
  renderMarkdown,
  table,
  words,
} from "../src/report/markdown.ts";
import { ratioChart } from "./chart/ratios.ts";
import { timelineChart } from "./chart/timeline.ts";
import { type BenchResult, caseNames } from "./model.ts";
import { type CaseSummary, summarize } from "./summary.ts";
import { caseTitles, resultBlocks, secondsText } from "./table.ts";

export interface Figures {
  /** What stands between the markers of docs/performance.md. */
  readonly markdown: string;
  /** Charts by file name. */
  readonly charts: ReadonlyMap<string, string>;
}

const engines = ["host", "dagger"] as const;

/** The measured part of docs/performance.md: for each engine a chart, a table of all subjects, and each subject's own tables. */
export function makeFigures(results: readonly BenchResult[]): Figures {
  const charts = new Map<string, string>();
  const blocks: MarkdownBlock[] = [];
  for (const engine of engines) {
    const own = results.filter((result) => result.engine === engine);
    if (own.length > 0) blocks.push(...engineBlocks(engine, own, charts));
  }
  return { markdown: renderMarkdown(blocks), charts };
}

function engineBlocks(
  engine: BenchResult["engine"],
  results: readonly BenchResult[],
  charts: Map<string, string>,
): readonly MarkdownBlock[] {
  const chart = (name: string, alt: string, svg: string): MarkdownBlock => {
    charts.set(name, svg);
    return paragraph({ type: "image", url: `performance/${name}`, alt });
  };
  const title = `ours in parts of plain, engine ${engine}`;
  const blocks: MarkdownBlock[] = [
    heading(2, words(`Measured: engine ${engine}`)),
    chart(`${engine}.svg`, title, ratioChart(results, title)),
    ...overview(results, "plain", ({ toPlain }) => toPlain),
    ...overview(results, "plain with parallel steps", ({ toParallel }) => toParallel),
  ];
  for (const result of results) {
    blocks.push(...resultBlocks(result));
    for (const name of ["changed", "unchanged"] as const) {
      const svg = timelineChart(result, name);
      if (svg === null) continue;
      blocks.push(chart(`${result.subject.name}-${engine}-${name}.svg`, `stages, ${caseTitles[name]}`, svg));
    }
  }
  return blocks;
}

/** Ratios of all subjects side by side; nothing where none was measured. */
function overview(
  results: readonly BenchResult[],
  other: string,
  ratioOf: (summary: CaseSummary) => number | null,
): readonly MarkdownBlock[] {
  const columns = [
    { title: "case" },
    ...results.map(({ subject }) => ({ title: subject.name, align: "right" as const })),
  ];
  const summaries = results.map((result) => summarize(result));
  const rows = caseNames
    .map((name) => ({ name, measured: summaries.map((cases) => cases.find((one) => one.name === name)) }))
    .filter(({ measured }) => measured.some((summary) => summary !== undefined && ratioOf(summary) !== null))
    .map(({ name, measured }) => [
      [words(caseTitles[name])],
      ...measured.map((summary) => overviewCell(summary, summary === undefined ? null : ratioOf(summary))),
    ]);
  return rows.length === 0 ? [] : [paragraph(words(`Ours in parts of ${other}:`)), table(columns, rows)];
}

function overviewCell(summary: CaseSummary | undefined, ratio: number | null): Cell {
  if (summary === undefined || ratio === null) return [words("–")];
  return [words(`${ratio.toFixed(2)} (${secondsText(summary.ours.medianMs)})`)];
}

const opening = "<!-- generated:figures -->";
const closing = "<!-- /generated:figures -->";

/** The page with other figures; throws when it has no place for them. */
export function withFigures(page: string, markdown: string): string {
  const from = page.indexOf(opening);
  const to = page.indexOf(closing);
  if (from < 0 || to < from) throw new Error(`the page has no ${opening} … ${closing}`);
  return `${page.slice(0, from + opening.length)}\n\n${markdown}\n${page.slice(to)}`;
}
