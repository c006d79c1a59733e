import { groupBy } from "../../src/group-by.ts";
import { bullets, type Cell, code, link, paragraph, renderMarkdown, table, words } from "../../src/report/markdown.ts";
import { compareEngines, type EnginePair, type Explained, explain } from "./compare.ts";
import type { CompatibilityResult, Explanations, Repositories } from "./model.ts";

const begin = "<!-- results -->";
const end = "<!-- /results -->";

/** What the page is made of. */
export interface Results {
  readonly results: readonly CompatibilityResult[];
  readonly repositories: Repositories;
  readonly explanations: Explanations;
}

/** The page with all results between its marks. Throws when the page has none. */
export function withResults(page: string, all: Results): string {
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`the page has no place for results: ${begin} … ${end}`);
  return `${page.slice(0, from + begin.length)}\n\n${resultsText(all)}\n${page.slice(to)}`;
}

/** A row per repository and engine, and what differs between the engines. */
export function resultsText({ results, repositories, explanations }: Results): string {
  const titles = ["modules", "packages", "passed", "failed", "skipped", "coverage", "time"];
  const columns = [
    ...["repository", "shape", "commit", "engine", "verdict"].map((title) => ({ title })),
    ...titles.map((title) => ({ title, align: "right" as const })),
    { title: "differs from Go's tools" },
  ];
  const rows = results.map((result) => rowOf(result, repositories, explanations));
  const versions = [...new Set(results.map(({ go }) => go))].sort();
  const pairs = compareEngines(results, explanations);
  const apart = pairs.filter(({ differences }) => differences.length > 0);
  const names = new Set(results.map(({ name }) => name));
  const summary = [
    `${names.size} repositories, checked with ${versions.join(", ")}. ${pairs.length} of them ran on two engines:`,
    `verdict, packages and the figures of every module are the same on both${apart.length === 0 ? "." : ", but for:"}`,
  ].join(" ");
  return renderMarkdown([
    table(columns, rows),
    paragraph(words(summary)),
    ...(apart.length === 0 ? [] : [bullets(apart.map((pair) => [paragraph(...pairCell(pair))]))]),
  ]);
}

function pairCell({ one, other, differences }: EnginePair): Cell {
  return [code(one.name), words(`: ${differencesText(differences, [one.engine, other.engine])}`)];
}

function rowOf(result: CompatibilityResult, repositories: Repositories, explanations: Explanations): readonly Cell[] {
  const { totals, modules } = result;
  const known = repositories[result.name];
  if (known === undefined) throw new Error(`repositories.json does not say what ${result.name} is`);
  const coverage = totals.coverage === null ? "–" : `${totals.coverage} %`;
  const figures = [Object.keys(modules).length, result.packages, totals.passed, totals.failed, totals.skipped];
  const differences = explain(result.name, result.differences, explanations);
  return [
    [link(`https://github.com/${known.repository}`, words(known.repository))],
    [words(known.shape)],
    [code(result.commit.slice(0, 10))],
    [words(result.engine)],
    [words(result.conclusion)],
    ...[...figures.map((figure) => `${figure}`), coverage, `${Math.round(result.durationMs / 1000)} s`].map((text) => [
      words(text),
    ]),
    [words(differences.length === 0 ? "in nothing" : differencesText(differences, ["action", "Go"]))],
  ];
}

/** What differs for one reason is told together, and so are the modules that differ in one thing. */
function differencesText(differences: readonly Explained[], sides: readonly [string, string]): string {
  const reasons = groupBy(differences, ({ why }) => why ?? "not explained");
  return [...reasons].map(([why, same]) => `${toldAll(same, sides)} (${why})`).join("; ");
}

function toldAll(differences: readonly Explained[], sides: readonly [string, string]): string {
  return [...groupBy(differences, ({ what }) => what).values()].map((same) => told(same, sides)).join("; ");
}

function told(same: readonly Explained[], [left, right]: readonly [string, string]): string {
  const [only, ...more] = same;
  if (only === undefined) return "";
  if (more.length > 0) return `${only.what} of ${same.length} modules`;
  const of = only.module === null ? "" : ` of ${only.module}`;
  return `${only.what}${of}: ${left} ${only.one}, ${right} ${only.other}`;
}
