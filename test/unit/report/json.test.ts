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

describe("jsonReport", () => {
  it.each(all)("of the %s run meets the schema and holds the whole report", (_, report) => {
    const { text, problem } = jsonReport(report);
    expect(problem).toBeNull();
    expect(reportSchema.parse(JSON.parse(text))).toEqual(report);
    expect(text.endsWith("}\n")).toBe(true);
  });

  it("has its keys in the order of the schema, however the report was put together", () => {
    const shuffled = Object.fromEntries(Object.entries(reports.green).reverse());
    const { text } = jsonReport(reportSchema.parse(shuffled));
    expect(text).toBe(jsonReport(reports.green).text);
    expect(Object.keys(JSON.parse(text))).toEqual([
      ...["schemaVersion", "conclusion", "reasons", "warnings", "engine", "modules", "totals", "thresholds", "stages"],
      ...["artifacts", "image", "testReuse", "cache", "traceUrl", "startedAt", "durationMs"],
    ]);
  });

  it("is written in any case, and tells where it departs from the schema", () => {
    const { text, problem } = jsonReport({ ...reports.green, durationMs: -1.5 });
    expect(JSON.parse(text).durationMs).toBe(-1.5);
    expect(problem).toMatch(/^durationMs: /);
  });
});
