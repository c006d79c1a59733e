import { describe, expect, test } from "vitest";
import { planCases } from "../../../bench/cases.ts";
import { limitOf } from "../../../bench/limit.ts";
import type { StepTime } from "../../../bench/model.ts";
import { childrenCpuMs, ownCpuMs, peakMemoryBytes } from "../../../bench/proc.ts";
import { maximum, median, minimum, ratio } from "../../../bench/statistics.ts";

describe("statistics", () => {
  test("median is the middle value, whatever the order", () => {
    expect(median([5, 1, 3])).toBe(3);
    expect(median([10, 9, 2, 1])).toBe(5.5);
    expect(median([7])).toBe(7);
    expect(median([])).toBeNull();
  });

  test("minimum and maximum know that there may be nothing", () => {
    expect([minimum([3, 1, 2]), maximum([3, 1, 2])]).toEqual([1, 3]);
    expect([minimum([]), maximum([])]).toEqual([null, null]);
  });

  test("ratio is null where it says nothing", () => {
    expect(ratio(3, 4)).toBe(0.75);
    expect([ratio(null, 4), ratio(3, null), ratio(3, 0)]).toEqual([null, null, null]);
  });
});

describe("planCases", () => {
  const nothing = { parallel: false, earlier: false, limit: false };

  test("lets another contender begin in each round", () => {
    const [plan] = planCases(["changed"], 4, { ...nothing, limit: true });
    const order = plan?.turns.map(({ round, contender }) => `${round} ${contender}`);
    expect(order).toEqual([
      "1 plain",
      "1 ours",
      "1 alone",
      "2 ours",
      "2 alone",
      "2 plain",
      "3 alone",
      "3 plain",
      "3 ours",
      "4 plain",
      "4 ours",
      "4 alone",
    ]);
  });

  test("runs what takes minutes once, and without the stages alone", () => {
    expect(planCases(["cold", "fresh", "fresh-gomod"], 2, { ...nothing, limit: true })).toEqual([
      { name: "cold", turns: [turn(1, "plain"), turn(1, "ours")] },
      { name: "fresh", turns: [turn(1, "plain"), turn(1, "ours"), turn(2, "ours"), turn(2, "plain")] },
      { name: "fresh-gomod", turns: [turn(1, "plain"), turn(1, "ours")] },
    ]);
  });

  test("measures no stages alone when there shall be no limit", () => {
    expect(planCases(["unchanged"], 1, nothing)).toEqual([
      { name: "unchanged", turns: [turn(1, "plain"), turn(1, "ours")] },
    ]);
  });

  test("measures an earlier build in the same rounds", () => {
    const [plan] = planCases(["unchanged"], 2, { ...nothing, earlier: true });
    expect(plan?.turns.map(({ contender }) => contender)).toEqual([
      "plain",
      "ours",
      "earlier",
      "ours",
      "earlier",
      "plain",
    ]);
  });

  test("measures plain with parallel steps in every case", () => {
    const plans = planCases(["cold", "changed", "fresh-data"], 1, { ...nothing, parallel: true, limit: true });
    expect(plans.map(({ name, turns }) => [name, turns.map(({ contender }) => contender)])).toEqual([
      ["cold", ["plain", "parallel", "ours"]],
      ["changed", ["plain", "parallel", "ours", "alone"]],
      ["fresh-data", ["plain", "parallel", "ours"]],
    ]);
  });

  function turn(round: number, contender: string) {
    return { round, contender };
  }
});

describe("limitOf", () => {
  const stage = (name: string, wallMs: number, cpuMs: number | null): StepTime => ({
    name,
    wallMs,
    cpuMs,
    exitCode: 0,
  });

  test("is the longest chain where that is what takes longest", () => {
    const stages = [
      stage("deps", 300, 200),
      stage("format", 900, 100),
      stage("vet", 400, 300),
      stage("test", 800, 500),
    ];
    expect(limitOf(stages, 2)).toEqual({ limitMs: 1100, chainMs: 1100, chain: ["deps", "test"], cpuMs: 550 });
  });

  test("is the CPU time over the cores where that is more", () => {
    const stages = [stage("deps", 300, 600), stage("vet", 400, 800), stage("build:linux/amd64", 500, 1200)];
    expect(limitOf(stages, 2)).toEqual({
      limitMs: 1300,
      chainMs: 800,
      chain: ["deps", "build:linux/amd64"],
      cpuMs: 1300,
    });
  });

  test("counts chains only where CPU time is not known", () => {
    expect(limitOf([stage("format", 50, null), stage("vet", 70, 10)], 1)).toEqual({
      limitMs: 70,
      chainMs: 70,
      chain: ["vet"],
      cpuMs: null,
    });
    expect(limitOf([], 2)).toBeNull();
  });
});

describe("/proc", () => {
  test("finds the times of a process and of its children behind a name with blanks and parentheses", () => {
    // cat /proc/self/stat of a process called `a) R 1 (b`, clipped after the fields that count.
    const stat = "4711 (a) R 1 (b) S 1 4711 4711 0 -1 4194560 1093 52 0 0 12 7 345 67 20 0 11 0 8846 1283 905";
    expect(childrenCpuMs(stat)).toBe(4120);
    expect(ownCpuMs(stat)).toBe(190);
    expect(() => childrenCpuMs("4711 (node) S 1 2 3")).toThrow("stat of /proc reads otherwise than expected");
  });

  test("reads the high-water mark of memory", () => {
    const status = "Name:\tnode\nVmPeak:\t11718876 kB\nVmHWM:\t  109204 kB\nVmRSS:\t   98204 kB\n";
    expect(peakMemoryBytes(status)).toBe(111_824_896);
    expect(peakMemoryBytes("Name:\tnode\nState:\tZ (zombie)\n")).toBeNull();
  });
});
