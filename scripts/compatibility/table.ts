import { groupBy } from "../../src/group-by.ts";
import { type Cell, code, renderMarkdown, table, words } from "../../src/report/markdown.ts";
import type { CompatibilityResult, Difference } from "./model.ts";

const begin = "<!-- results -->";
const end = "<!-- /results -->";

/** The page with the table of all results between its marks. Throws when the page has none. */
export function withResults(page: string, results: readonly CompatibilityResult[]): string {
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`the page has no place for results: ${begin} … ${end}`);
  return `${page.slice(0, from + begin.length)}\n\n${resultsTable(results)}\n${page.slice(to)}`;
}

export function resultsTable(results: readonly CompatibilityResult[]): string {
  const titles = ["modules", "packages", "passed", "failed", "skipped", "coverage", "time"];
  const columns = [
    ...["repository", "commit", "engine", "verdict"].map((title) => ({ title })),
    ...titles.map((title) => ({ title, align: "right" as const })),
    { title: "differs from Go's tools" },
  ];
  return renderMarkdown([table(columns, results.map(rowOf))]);
}

function rowOf(result: CompatibilityResult): readonly Cell[] {
  const { totals, modules } = result;
  const coverage = totals.coverage === null ? "–" : `${totals.coverage} %`;
  const figures = [Object.keys(modules).length, result.packages, totals.passed, totals.failed, totals.skipped];
  return [
    [code(result.name)],
    [code(result.commit.slice(0, 10))],
    [words(result.engine)],
    [words(result.conclusion)],
    ...[...figures.map((figure) => `${figure}`), coverage, `${Math.round(result.durationMs / 1000)} s`].map((text) => [
      words(text),
    ]),
    [words(differencesOf(result))],
  ];
}

/** Modules that differ in one thing for one reason are told together. */
function differencesOf({ differences }: CompatibilityResult): string {
  if (differences.length === 0) return "in nothing";
  const groups = groupBy(differences, ({ what, explained }) => `${what} (${explained ?? "not explained"})`);
  return [...groups].map(([text, same]) => `${told(same)}: ${text}`).join("; ");
}

function told(same: readonly Difference[]): string {
  const [only] = same;
  if (only === undefined || same.length > 1) return `${same.length} modules`;
  return `${only.module ?? "all"} ${only.ours} (Go: ${only.go})`;
}
