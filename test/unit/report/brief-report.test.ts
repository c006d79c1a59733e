import { describe, expect, it } from "vitest";
import { type Report, reportSchema, type TestPackage } from "../../../src/model/report.ts";
import { briefJson, readableReport } from "../../../src/report/brief-report.ts";
import { renderComment } from "../../../src/report/targets/pr-comment.ts";
import { reportJson } from "../../../src/report/targets/report-json.ts";
import { makeConfig } from "../../support/config.ts";
import { noFiles } from "../../support/no-files.ts";
import { createMemoryPlatform } from "./memory-platform.ts";
import * as reports from "./reports.ts";
import { context } from "./reports.ts";

const origin = { marker: "<!-- m -->", run: null, commit: "fedcba98", fork: null, otherwise: null };

/** `failing` of the tests of each of `packages` failed. */
function large(packages: number, failing: number, output = "said\n"): Report {
  const named = Array.from({ length: packages }, (_, index): TestPackage => {
    const importPath = `example.com/large/pkg${index}`;
    const name = (test: number): string => `TestNumber${test}OfThePackage${index}`;
    const failures = Array.from({ length: failing }, (_, test) => ({
      ...{ name: name(test), durationMs: 1, path: null, line: null, output, command: `go test -run ${name(test)}` },
    }));
    const passed = Array.from({ length: 40 }, (_, test) => ({ name: name(test + failing), durationMs: 1 }));
    return {
      ...{ importPath, status: failing > 0 ? "failed" : "passed", reason: null, durationMs: 1 },
      ...{ passed: 40, failed: failing, skipped: 0, flaky: 0, interrupted: 0, failures, flakes: [], unfinished: [] },
      tests: [
        ...failures.map(({ name, durationMs }) => ({ name, durationMs, status: "failed" as const })),
        ...passed.map((test) => ({ ...test, status: "passed" as const })),
      ],
    };
  });
  const { totals, modules } = reports.failingTests;
  if (totals.tests === null) throw new Error("the report has no tests");
  const tests = { ...totals.tests, packages: named };
  return {
    ...reports.failingTests,
    totals: { ...totals, tests },
    modules: modules.map((module) => ({ ...module, tests })),
  };
}

function read(text: string | null): Report {
  if (text === null) throw new Error("there is no brief report");
  return reportSchema.parse(JSON.parse(text));
}

/** Without the one with texts of 10,000 characters: they are cut shorter, and say so in other numbers. */
const all = Object.entries(reports).flatMap(([name, value]) => {
  const { success, data } = reportSchema.safeParse(value);
  return success && name !== "hostile" ? [[name, data] as const] : [];
});

describe("the part of a report that a comment needs", () => {
  it.each(all)("makes the same comment of the %s run", (_, report) => {
    expect(renderComment(read(briefJson(report)), context, origin)).toBe(renderComment(report, context, origin));
  });

  it("keeps the stages with trouble where it has to cut some", () => {
    const report = large(400, 20, "said\n".repeat(200));
    const [stage] = report.stages.filter(({ status }) => status === "passed");
    if (stage === undefined) throw new Error("no stage has passed");
    const calm = Array.from({ length: 2_500 }, (_, index) => ({ ...stage, id: `m${index}#vet`, module: `m${index}` }));
    const failed = { ...stage, id: "last#vet", module: "last", status: "failed" as const };
    const { stages } = read(briefJson({ ...report, stages: [...calm, failed] }));
    expect(stages.length).toBeLessThan(calm.length);
    expect(stages.slice(0, 2).map(({ id }) => id)).toEqual(["last#vet", "m0#vet"]);
  });

  it("fits where the report does not, and makes the same comment", () => {
    const report = large(400, 1);
    expect(JSON.stringify(report).length).toBeGreaterThan(readableReport);
    const text = briefJson(report);
    expect(text?.length).toBeLessThan(readableReport);
    expect(read(text).warnings).toEqual(report.warnings);
    expect(renderComment(read(text), context, origin)).toBe(renderComment(report, context, origin));
  });

  it("has its lists cut where that is not enough, and says so", () => {
    const text = briefJson(large(20, 30, "x".repeat(5_000)));
    expect(Buffer.byteLength(text ?? "")).toBeLessThanOrEqual(readableReport);
    const cut = read(text);
    expect(cut.warnings.at(-1)).toMatch(/^The report of this run is large: lists in this comment were cut/);
    expect(cut.totals.tests?.failed).toBe(reports.failingTests.totals.tests?.failed);
    expect(renderComment(cut, context, origin)).toContain("TestNumber0OfThePackage0");
  });

  it("is not there when even that is too much", () => {
    expect(briefJson(reports.failingTests, 100)).toBeNull();
  });

  it("is written beside a report that is too large, and beside no other", async () => {
    const written = async (report: Report): Promise<readonly string[]> => {
      const names: string[] = [];
      await reportJson.show({
        ...{ ...noFiles, report, context, platform: createMemoryPlatform(), config: makeConfig() },
        write: async (name) => void names.push(name),
        writePieces: async (name, pieces) => {
          for await (const _ of pieces);
          names.push(name);
        },
      });
      return names;
    };
    expect(await written(reports.failingTests)).toEqual(["report.json"]);
    expect(await written(large(400, 1))).toEqual(["report.json", "comment.json"]);
  });
});
