import { describe, expect, it } from "vitest";
import { reportSchema } from "../../../src/model/report.ts";
import { assembleReport, nothingCollected, type ReportParts } from "../../../src/results/assemble.ts";
import { makeFacts } from "../../support/facts.ts";
import { stage } from "../report/reports.ts";

const { project, inspection } = makeFacts();

const tests = { passed: 1, failed: 2, skipped: 3, flaky: 0, interrupted: 0, packages: [] };
const threshold = { what: "total", name: null, floor: 50, covered: 1, statements: 4, met: false } as const;

const parts: ReportParts = {
  choice: { name: "host", reason: "engine: host", warning: null },
  engineVersion: "go1.26.8",
  project,
  inspection,
  verdict: {
    conclusion: "failure",
    reasons: [{ kind: "stage", stage: "test", status: "failed", said: "2 tests failed" }],
  },
  warnings: ["a warning"],
  notices: [],
  results: [stage("deps")],
  collected: { ...nothingCollected, modules: new Map([[".", { tests, coverage: null }]]), thresholds: [threshold] },
  testReuse: null,
  reusedFrom: [],
  cache: null,
  traceUrl: "https://dagger.cloud/t/1",
  startedAt: new Date("2026-03-01T12:00:00.000Z"),
  finishedAt: new Date("2026-03-01T12:00:02.500Z"),
};

it("is the whole result of a run", () => {
  const report = assembleReport(parts);
  expect(report).toEqual({
    schemaVersion: 2,
    conclusion: "failure",
    reasons: ["test: 2 tests failed"],
    warnings: ["a warning"],
    engine: { name: "host", version: "go1.26.8", reason: "engine: host" },
    modules: [{ dir: ".", path: "example.com/tool", goVersion: "go1.26.8", tests, coverage: null }],
    totals: { tests, coverage: null, patch: null },
    thresholds: [threshold],
    stages: [stage("deps")],
    artifacts: [],
    image: null,
    testReuse: null,
    cache: null,
    traceUrl: "https://dagger.cloud/t/1",
    startedAt: "2026-03-01T12:00:00.000Z",
    durationMs: 2_500,
  });
  expect(reportSchema.parse(report)).toEqual(report);
});

it("holds notices where there are any", () => {
  const report = assembleReport({ ...parts, notices: ["a notice"] });
  expect(report.notices).toEqual(["a notice"]);
  expect(reportSchema.parse(report)).toEqual(report);
});

it("has no Go version when Go was never asked, and no time below zero when a clock was set back", () => {
  const report = assembleReport({ ...parts, inspection: null, finishedAt: new Date("2026-03-01T11:00:00.000Z") });
  expect([report.modules[0]?.goVersion, report.durationMs]).toEqual([null, 0]);
});

describe("what coverage was compared with", () => {
  const coverage = { percent: 50, covered: 1, statements: 2, missing: [], packages: [], files: [] };
  const patch = { base: "abc", percent: 100, covered: 1, statements: 1, files: [] };
  const change = { limited: false, patch, problem: null, notes: ["a note"] };
  const found = { percent: 40, covered: 2, statements: 5, packages: [] };
  const compared = (over: Partial<ReportParts["collected"]>) => {
    const report = assembleReport({ ...parts, collected: { ...nothingCollected, coverage, change, ...over } });
    expect(reportSchema.parse(report)).toEqual(report);
    return [report.totals.patch, report.comparison];
  };

  it("is the base and its coverage, with what is left out", () => {
    expect(compared({ baseline: { coverage: found, problem: null } })).toEqual([
      patch,
      { base: "abc", baseline: found, notes: ["a note"] },
    ]);
    const none = "no comparison with the coverage of the base: none was kept";
    expect(compared({ baseline: { coverage: null, problem: "none was kept" } })).toEqual([
      patch,
      { base: "abc", baseline: null, notes: ["a note", none] },
    ]);
    expect(compared({ baseline: null })).toEqual([patch, { base: "abc", baseline: null, notes: ["a note"] }]);
  });

  it("is nothing as long as packages are missing", () => {
    const incomplete = { ...coverage, missing: ["example.com/m/gone"] };
    expect(compared({ coverage: incomplete, baseline: { coverage: found, problem: null } })[1]).toMatchObject({
      baseline: null,
      notes: ["a note", "no comparison with the coverage of the base: coverage is not complete"],
    });
  });

  it("is not known without a base, which is told once", () => {
    const unknown = { ...change, patch: null, problem: "no base", notes: [] };
    expect(compared({ change: unknown })).toEqual([null, { base: null, baseline: null, notes: ["no base"] }]);
    expect(compared({ change: { ...unknown, limited: true } })).toEqual([
      null,
      { base: null, baseline: null, notes: [] },
    ]);
    expect(compared({ change: { ...unknown, problem: null } })[1]).toMatchObject({ notes: [] });
  });

  it("is told of nothing without coverage", () => {
    expect(compared({ coverage: null })).toEqual([patch, undefined]);
    expect(compared({ change: null })).toEqual([null, undefined]);
  });
});
