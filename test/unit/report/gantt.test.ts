import { expect, it } from "vitest";
import { gantt } from "../../../src/report/view/gantt.ts";
import { timeline } from "../../../src/report/view/timeline.ts";
import { context, green, stage } from "./reports.ts";

it("has a bar for every stage, and shows what the run waited for and what was cached", () => {
  expect(gantt(timeline(green.stages, context.needs)).split("\n")).toEqual([
    "gantt",
    "    dateFormat HH:mm:ss.SSS",
    "    axisFormat %M:%S",
    "    deps :done, 00:00:00.000, 300ms",
    "    format :00:00:00.000, 200ms",
    "    image :active, 00:00:00.000, 6000ms",
    "    vet :00:00:00.300, 2400ms",
    "    test :00:00:00.300, 8100ms",
    "    build linux/amd64 :00:00:00.300, 4000ms",
    "    build darwin/amd64 :00:00:00.350, 4100ms",
    "    build windows/amd64 :00:00:00.350, 4200ms",
    "    smoke :active, 00:00:06.000, 1500ms",
    "    deliver :active, 00:00:07.500, 5400ms",
  ]);
});

it("tells trouble from waiting", () => {
  const stages = [stage("vet", { status: "failed" }), stage("test", { status: "warned", at: 1_200, cached: true })];
  expect(gantt(timeline(stages, new Map())).split("\n").slice(3)).toEqual([
    "    vet :crit, active, 00:00:00.000, 1200ms",
    "    test :crit, done, 00:00:01.200, 1200ms",
  ]);
});

it("shows the forty longest of many stages", () => {
  const stages = Array.from({ length: 60 }, (_, index) => stage(`m${index}#vet`, { at: index, durationMs: index }));
  const bars = gantt(timeline(stages, new Map())).split("\n").slice(3);
  expect(bars).toHaveLength(40);
  expect(bars[0]).toMatch(/^ {4}m20 vet :/);
});

it("takes hours, and stages of no time", () => {
  const stages = [stage("test", { durationMs: 4_000_000 }), stage("vet", { at: 3_999_000, durationMs: 0 })];
  expect(gantt(timeline(stages, new Map())).split("\n").slice(2)).toEqual([
    "    axisFormat %H:%M:%S",
    "    test :active, 00:00:00.000, 4000000ms",
    "    vet :01:06:39.000, 1ms",
  ]);
});

it.each([
  "a:b;c#d,e%%f",
  "`x`\n    crit :done",
  "<script>",
  "}{][)(",
  "\u202e\u0007",
  "click x call y()",
  "x".repeat(300),
])("leaves nothing of a name that Mermaid would act upon: %j", (id) => {
  const chart = gantt(timeline([stage(id), stage("vet")], new Map())).split("\n");
  expect(chart).toHaveLength(5);
  for (const line of chart.slice(3))
    expect(line).toMatch(/^ {4}[\p{L}\p{N} ./_…-]{1,60} :(?:active, )?[\d:.]+, \d+ms$/u);
});
