import { describe, expect, test } from "vitest";
import { resultSchema } from "../../../bench/model.ts";
import { phasesOf } from "../../../bench/phases.ts";
import { summarize } from "../../../bench/summary.ts";
import type { Report, StageResult } from "../../../src/model/report.ts";
import { makeStageResult } from "../../support/stages.ts";
import { makeResult, sample } from "./result.ts";

describe("summarize", () => {
  test("compares medians and counts the limit from the stages alone", () => {
    const [cold, changed] = summarize(makeResult());
    expect(cold).toEqual({
      name: "cold",
      rounds: 1,
      plain: { medianMs: 120_000, leastMs: 120_000 },
      ours: { medianMs: 102_000, leastMs: 102_000 },
      earlier: { medianMs: null, leastMs: null },
      parallel: { medianMs: null, leastMs: null },
      toEarlier: null,
      toPlain: 0.85,
      toParallel: null,
      limitMs: null,
      toLimit: null,
      beforeFirstStageMs: 250,
      afterLastStageMs: 150,
      peakMemoryBytes: 81 * 1024 ** 2,
      load: [0.5, 0.5],
      failed: [],
    });
    // Alone: 4,200 and 4,000 ms of CPU on two cores, against chains of deps and test of 2,100 and 2,000 ms.
    expect(changed?.limitMs).toBe(2_050);
    expect(changed?.plain).toEqual({ medianMs: 4_500, leastMs: 4_000 });
    expect(changed?.ours).toEqual({ medianMs: 2_500, leastMs: 2_000 });
    expect(changed?.toPlain).toBeCloseTo(0.5556, 4);
    expect(changed?.toLimit).toBeCloseTo(1.2195, 4);
    expect(changed?.load).toEqual([0.5, 1]);
  });

  test("compares with plain whose steps run beside each other, and keeps the memory of ours", () => {
    const samples = [
      sample(1, "plain", 4_000),
      sample(1, "parallel", 2_500),
      sample(1, "ours", 2_000),
      sample(1, "earlier", 3_000, { peakMemoryBytes: 500 * 1024 ** 2 }),
    ];
    const [summary] = summarize(makeResult({ cases: [{ name: "unchanged", samples }] }));
    expect([summary?.toPlain, summary?.toParallel]).toEqual([0.5, 0.8]);
    expect(summary?.peakMemoryBytes).toBe(81 * 1024 ** 2);
  });

  test("names the contenders whose checks failed, once each", () => {
    const samples = [1, 2].flatMap((round) => [
      sample(round, "plain", 1_000, { exitCode: 1 }),
      sample(round, "ours", 900, { exitCode: null }),
    ]);
    const [summary] = summarize(makeResult({ cases: [{ name: "unchanged", samples }] }));
    expect(summary?.failed).toEqual(["plain", "ours"]);
  });

  test("a result can be read back", () => {
    const result = makeResult();
    expect(resultSchema.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
  });
});

describe("phasesOf", () => {
  const at = Date.parse("2026-01-02T03:04:05.000Z");

  test("splits a run at its first stage and at the end of its last one", () => {
    const stages = [
      stage("vet", "2026-01-02T03:04:05.700Z", 1_000),
      stage("deps", "2026-01-02T03:04:05.300Z", 400),
      stage("image", null, 0),
      stage("format", "2026-01-02T03:04:05.310Z", 2_000),
    ];
    expect(phasesOf(report(stages), at, at + 2_450)).toEqual({
      beforeFirstStageMs: 300,
      stagesMs: 2_010,
      afterLastStageMs: 140,
      stages: [
        { id: "deps", status: "passed", startMs: 300, durationMs: 400, cached: false },
        { id: "format", status: "passed", startMs: 310, durationMs: 2_000, cached: false },
        { id: "vet", status: "passed", startMs: 700, durationMs: 1_000, cached: false },
      ],
    });
  });

  test("has nothing to say where no stage ran", () => {
    expect(phasesOf(report([stage("deps", null, 0)]), at, at + 10)).toBeNull();
  });

  function stage(id: string, startedAt: string | null, durationMs: number): StageResult {
    return makeStageResult(id, { startedAt, durationMs });
  }

  function report(stages: readonly StageResult[]): Report {
    return {
      schemaVersion: 2,
      conclusion: "success",
      reasons: [],
      warnings: [],
      engine: { name: "host", version: null, reason: "" },
      modules: [],
      totals: { tests: null, coverage: null, patch: null },
      thresholds: [],
      stages,
      artifacts: [],
      image: null,
      testReuse: null,
      cache: null,
      traceUrl: null,
      startedAt: "2026-01-02T03:04:05.000Z",
      durationMs: 1,
    };
  }
});
