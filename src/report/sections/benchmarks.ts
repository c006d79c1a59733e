import { shortCommit } from "../../model/commit.ts";
import type { Benchmark, Benchmarks, Report } from "../../model/report.ts";
import { benchmarkValue, changeWords } from "../../text/benchmark-value.ts";
import { plural } from "../../text/format.ts";
import { capped } from "../blocks.ts";
import {
  bullets,
  type Cell,
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
import type { Section } from "../target.ts";

/** What is significantly other than at the base, and the rest folded; a part for each module. */
export function benchmarksSection({ benchmarks = [], modules }: Report): readonly Section<MarkdownBlock>[] {
  if (benchmarks.length === 0) return [];
  const level = (most: number, others: number) => (): readonly MarkdownBlock[] => [
    heading(3, words("Benchmarks")),
    ...benchmarks.flatMap((each) => [
      ...(modules.length > 1 ? [paragraph(words("Module "), code(each.module))] : []),
      ...blocksOf(each, most, others),
    ]),
  ];
  return [{ name: "benchmarks", importance: 60, levels: [level(50, 200), level(20, 0), level(5, 0)] }];
}

function blocksOf(benchmarks: Benchmarks, most: number, others: number): readonly MarkdownBlock[] {
  const { results, notes } = benchmarks;
  const changed = results.filter(({ significant }) => significant).sort(byLoss);
  const rest = results.filter(({ significant }) => !significant);
  const shown = capped(rest, others, "line", (rows) => [tableOf(rows, benchmarks)]);
  const title = `${plural(rest.length, "measurement")}${benchmarks.base === null ? "" : " without a significant change"}`;
  return [
    paragraph(...verdict(benchmarks, changed)),
    ...capped(changed, most, "line", (rows) => [tableOf(rows, benchmarks)]),
    ...(rest.length === 0 ? [] : others === 0 ? shown : fold([title], shown)),
    ...(notes.length === 0 ? [] : [bullets(notes.map((note) => [paragraph(...prose(note))]))]),
  ];
}

function verdict({ base, threshold, results }: Benchmarks, changed: readonly Benchmark[]): readonly Inline[] {
  if (base === null) return [words("Compared with nothing.")];
  const [worse, better] = ["worse", "better"].map((way) => changed.filter(({ direction }) => direction === way).length);
  const exceeding = results.filter(({ exceeds }) => exceeds).length;
  const limit = threshold === null ? "" : `, ${exceeding} by more than ${threshold} % ${exceeding === 0 ? "✅" : "❌"}`;
  return [
    ...[strong(`${worse} significantly worse`), words(`${limit}, `), strong(`${better} better`)],
    ...[words(` of ${plural(results.length, "measurement")}, compared with `), code(shortCommit(base)), words(".")],
  ];
}

/** What is worse first, and most so; then what has changed most. */
function byLoss(a: Benchmark, b: Benchmark): number {
  const loss = ({ change, direction }: Benchmark): number =>
    (direction === "worse" ? 1e12 : 0) + (change === null ? 1e9 : Math.abs(change));
  return loss(b) - loss(a);
}

/** Packages are named where there are several. */
function tableOf(rows: readonly Benchmark[], { base, results }: Benchmarks): MarkdownBlock {
  const several = new Set(results.map((row) => row.package)).size > 1;
  const compared = base !== null;
  const columns = [
    { title: "Benchmark" },
    ...(several ? [{ title: "Package" }] : []),
    ...(compared ? [{ title: "Base", align: "right" as const }] : []),
    { title: "Now", align: "right" as const },
    ...(compared
      ? [
          { title: "Change", align: "right" as const },
          { title: "p", align: "right" as const },
        ]
      : []),
  ];
  const cells = (row: Benchmark): readonly Cell[] => [
    [code(row.name)],
    ...(several ? [[code(row.package)]] : []),
    ...(compared ? [[words(measured(row.base, row.baseRange, row.unit))]] : []),
    [words(measured(row.head, row.headRange, row.unit))],
    ...(compared ? [changeOf(row), [words(row.p === null ? "–" : `${row.p}`)]] : []),
  ];
  return table(columns, rows.map(cells));
}

function measured(value: number | null, range: number | null, unit: string): string {
  if (value === null) return "–";
  return `${benchmarkValue(value, unit)}${range === null || range === 0 ? "" : ` ± ${range} %`}`;
}

function changeOf({ significant, base, change, direction, exceeds }: Benchmark): Cell {
  if (base === null) return [words("new")];
  if (!significant) return [words("~")];
  const text = changeWords(change);
  if (direction === "worse") return [strong(text), words(exceeds ? " ❌" : " ⚠️")];
  return [words(direction === "better" ? `${text} ✅` : text)];
}
