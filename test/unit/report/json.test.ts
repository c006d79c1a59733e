import { describe, expect, it } from "vitest";
import { type Report, reportSchema } from "../../../src/model/report.ts";
import { jsonReport } from "../../../src/report/targets/report-json.ts";
import * as reports from "./reports.ts";

const all: readonly (readonly [name: string, report: Report])[] = [
  ["green", reports.green],
  ["every status", reports.everyStatus],
  ["failing tests", reports.failingTests],
  ["no tests", reports.noTests],
  ["image", reports.imageRun],
  ["error", reports.errorRun],
  ["cancelled", reports.cancelledRun],
  ["hostile", reports.hostile],
];

function whole(report: Report): { readonly text: string; readonly problem: string | null } {
  const { pieces, problem } = jsonReport(report);
  return { text: [...pieces].join(""), problem: problem() };
}

describe("jsonReport", () => {
  it.each(all)("of the %s run meets the schema and holds the whole report", (_, report) => {
    const { text, problem } = whole(report);
    expect(problem).toBeNull();
    expect(reportSchema.parse(JSON.parse(text))).toEqual(report);
    expect(text.endsWith("}\n")).toBe(true);
  });

  it.each(all)("of the %s run is what JSON.stringify writes", (_, report) => {
    expect(whole(report).text).toBe(`${JSON.stringify(reportSchema.parse(report), null, 2)}\n`);
  });

  it("has its keys in the order of the schema, however the report was put together", () => {
    const shuffled = Object.fromEntries(Object.entries(reports.green).reverse());
    const { text } = whole(reportSchema.parse(shuffled));
    expect(text).toBe(whole(reports.green).text);
    expect(Object.keys(JSON.parse(text))).toEqual([
      ...["schemaVersion", "conclusion", "reasons", "warnings", "engine", "modules", "totals", "thresholds", "stages"],
      ...["artifacts", "image", "testReuse", "cache", "traceUrl", "startedAt", "durationMs"],
    ]);
  });

  it("is written in any case, and tells where it departs from the schema", () => {
    const { text, problem } = whole({ ...reports.green, durationMs: -1.5 });
    expect(JSON.parse(text).durationMs).toBe(-1.5);
    expect(problem).toMatch(/^durationMs: /);
  });

  it("names the package that departs, and writes it all the same", () => {
    const { totals } = reports.failingTests;
    const [first, ...others] = totals.tests?.packages ?? [];
    if (first === undefined || totals.tests === null) throw new Error("the report has no packages");
    const tests = { ...totals.tests, packages: [...others, { ...first, passed: -1 }] };
    const { text, problem } = whole({ ...reports.failingTests, totals: { ...totals, tests } });
    expect(problem).toMatch(new RegExp(`^totals\\.tests\\.packages\\.${others.length}\\.passed: `));
    expect(JSON.parse(text).totals.tests.packages.at(-1).passed).toBe(-1);
  });
});
