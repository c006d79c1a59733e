import { expect, it } from "vitest";
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

it("has no Go version when Go was never asked, and no time below zero when a clock was set back", () => {
  const report = assembleReport({ ...parts, inspection: null, finishedAt: new Date("2026-03-01T11:00:00.000Z") });
  expect([report.modules[0]?.goVersion, report.durationMs]).toEqual([null, 0]);
});
