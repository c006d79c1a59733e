import { describe, expect, it } from "vitest";
import { timeline } from "../../../src/report/view/timeline.ts";
import { context, green, stage } from "./reports.ts";

describe("timeline", () => {
  it("places the stages, adds them up and finds the longest chain", () => {
    const times = timeline(green.stages, context.needs);
    expect(times.spans.map(({ stage: id, startMs }) => [id, startMs])).toEqual([
      ["deps", 0],
      ["format", 0],
      ["image", 0],
      ["vet", 300],
      ["test", 300],
      ["build:linux/amd64", 300],
      ["build:darwin/amd64", 350],
      ["build:windows/amd64", 350],
      ["smoke", 6_000],
      ["deliver", 7_500],
    ]);
    expect([times.wallMs, times.sumMs]).toEqual([12_900, 36_200]);
    expect(times.chain).toEqual([
      { stage: "image", after: null, waitedMs: 0 },
      { stage: "smoke", after: "need", waitedMs: 0 },
      { stage: "deliver", after: "need", waitedMs: 0 },
    ]);
  });

  it("leaves out stages that never ran, but not what they wait for", () => {
    const stages = [
      stage("deps", { durationMs: 100 }),
      stage("vet", { status: "disabled" }),
      stage("deliver", { at: 100, durationMs: 50 }),
    ];
    const needs = new Map([
      ["vet", ["deps"]],
      ["deliver", ["vet"]],
    ]);
    const times = timeline(stages, needs);
    expect(times.spans.map(({ stage: id }) => id)).toEqual(["deps", "deliver"]);
    // Nothing that ran was needed.
    expect(times.chain.map(({ stage: id, after }) => [id, after])).toEqual([
      ["deps", null],
      ["deliver", "turn"],
    ]);
  });

  it("tells what a stage waited for: one that it needs, or one that made room for it", () => {
    const stages = [
      stage("deps", { durationMs: 100 }),
      stage("vet", { at: 100, durationMs: 400 }),
      stage("test", { at: 110, durationMs: 300 }),
      stage("build:linux/amd64", { at: 415, durationMs: 500 }),
    ];
    const needs = new Map(["vet", "test", "build:linux/amd64"].map((id) => [id, ["deps"]] as const));
    expect(timeline(stages, needs).chain).toEqual([
      { stage: "deps", after: null, waitedMs: 0 },
      { stage: "test", after: "need", waitedMs: 10 },
      { stage: "build:linux/amd64", after: "turn", waitedMs: 5 },
    ]);
  });

  it("is empty when nothing ran", () => {
    const nothing = { spans: [], wallMs: 0, sumMs: 0, chain: [] };
    expect(timeline([], new Map())).toEqual(nothing);
    expect(timeline([stage("vet", { status: "blocked" })], new Map())).toEqual(nothing);
  });

  it("ends also for a report whose stages wait for each other", () => {
    const stages = [stage("vet", { durationMs: 10 }), stage("test", { durationMs: 20 })];
    const needs = new Map([
      ["vet", ["test"]],
      ["test", ["vet"]],
    ]);
    expect(timeline(stages, needs).chain).toEqual([{ stage: "test", after: null, waitedMs: 0 }]);
  });
});
