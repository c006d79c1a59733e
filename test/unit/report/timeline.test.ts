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
    expect(times.critical).toEqual({ stages: ["image", "smoke", "deliver"], durationMs: 12_900 });
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
    expect(times.critical).toEqual({ stages: ["deps", "deliver"], durationMs: 150 });
  });

  it("is empty when nothing ran", () => {
    const nothing = { spans: [], wallMs: 0, sumMs: 0, critical: { stages: [], durationMs: 0 } };
    expect(timeline([], new Map())).toEqual(nothing);
    expect(timeline([stage("vet", { status: "blocked" })], new Map())).toEqual(nothing);
  });

  it("ends also for a report whose stages wait for each other", () => {
    const stages = [stage("vet", { durationMs: 10 }), stage("test", { durationMs: 20 })];
    const needs = new Map([
      ["vet", ["test"]],
      ["test", ["vet"]],
    ]);
    expect(timeline(stages, needs).critical.durationMs).toBe(30);
  });
});
