import type { Report } from "../../model/report.ts";
import type { ReportContext } from "../context.ts";
import { type Block, code, heading, table, words } from "../markdown.ts";
import { capped, type Section } from "../section.ts";
import { place } from "../source-link.ts";

/** Tests that a crash elsewhere, a time limit or a signal did not let end: nobody knows whether they pass. */
export function interruptedSection({ totals }: Report, context: ReportContext): Section | null {
  const { tests } = totals;
  const list = (tests?.packages ?? []).flatMap(({ unfinished, importPath }) =>
    unfinished.map((test) => [[code(test.name)], [code(importPath)], placed(test, context)] as const),
  );
  if (list.length === 0) return null;
  const columns = [{ title: "Test" }, { title: "Package" }, { title: "Line" }];
  const level = (max: number) => (): readonly Block[] => [
    heading(3, words("Interrupted tests")),
    ...capped(list, max, "interrupted test", (shown) => [table(columns, shown)]),
  ];
  return { name: "interrupted tests", importance: 75, levels: [level(100), level(10)] };
}

function placed(test: { readonly path: string | null; readonly line: number | null }, context: ReportContext) {
  const at = place(test, context);
  return at === null ? [] : [at];
}
