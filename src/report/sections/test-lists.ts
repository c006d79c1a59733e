import type { Report } from "../../model/report.ts";
import { formatDuration, plural } from "../../text/format.ts";
import { capped } from "../blocks.ts";
import { type Cell, type Column, code, fold, heading, type MarkdownBlock, prose, table, words } from "../markdown.ts";
import type { Section } from "../target.ts";
import { skippedTests, slowTests, type TestOf } from "../view/tests.ts";

const maxSlow = 10;

/** What else is to be said of tests. The title goes with the list that is kept longest where room is short. */
export function testListsSections(report: Report): readonly Section<MarkdownBlock>[] {
  const [first, ...others] = [...skippedSection(report), ...slowestSection(report)];
  if (first === undefined) return [];
  const titled = (blocks: readonly MarkdownBlock[]): readonly MarkdownBlock[] =>
    blocks.length === 0 ? [] : [heading(3, words("Tests")), ...blocks];
  return [{ ...first, levels: first.levels.map((level) => () => titled(level())) }, ...others];
}

/** Where the time of tests goes, folded. */
export function slowestSection({ totals }: Report): readonly Section<MarkdownBlock>[] {
  const slow = slowTests(totals.tests?.packages ?? []).slice(0, maxSlow);
  if (slow.length === 0) return [];
  const title = slow.length === 1 ? "Slowest test" : `${slow.length} slowest tests`;
  const duration: Column = { title: "Duration", align: "right" };
  const level = () =>
    fold([title], [list(slow, duration, ({ test }) => [words(formatDuration(test.durationMs ?? 0))])]);
  return [{ name: "slowest tests", importance: 20, levels: [level, () => []] }];
}

/** What was not tested, and why, folded. */
export function skippedSection({ totals }: Report): readonly Section<MarkdownBlock>[] {
  const skipped = skippedTests(totals.tests?.packages ?? []);
  if (skipped.length === 0) return [];
  const why = ({ test }: TestOf): Cell => (test.reason === undefined ? [] : prose(test.reason, 200));
  const level = (max: number) => () =>
    fold(
      [plural(skipped.length, "skipped test")],
      capped(skipped, max, "skipped test", (shown) => [list(shown, { title: "Why" }, why)]),
    );
  return [{ name: "skipped tests", importance: 25, levels: [level(100), level(20), () => []] }];
}

function list(tests: readonly TestOf[], last: Column, cell: (of: TestOf) => Cell): MarkdownBlock {
  return table(
    [{ title: "Test" }, { title: "Package" }, last],
    tests.map((of) => [[code(of.test.name)], [code(of.importPath)], cell(of)]),
  );
}
