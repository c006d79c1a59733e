import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type BenchmarkRow, changeOf, directionOf, lossOf, parseBenchstat } from "../../../src/go/benchstat.ts";

/** What benchstat of 2026-09-08 printed of files that Go 1.26.8 could have written. */
const fixture = (name: string): readonly BenchmarkRow[] =>
  parseBenchstat(readFileSync(new URL(`../../fixtures/benchstat/${name}.csv`, import.meta.url), "utf8"));

const rows = fixture("compared");
const row = (name: string, unit: string): BenchmarkRow => {
  const found = rows.find((each) => each.name === name && each.unit === unit);
  if (found === undefined) throw new Error(`no ${name} in ${unit}`);
  return found;
};

describe("the tables of benchstat", () => {
  it("have every benchmark in every unit, with both sides and what they come to", () => {
    expect(rows).toHaveLength(15);
    expect(row("Slow-2", "sec/op")).toEqual({
      ...{ package: "example.com/tool", name: "Slow-2", unit: "sec/op" },
      ...{ base: 1.025e-7, head: 1.5250000000000002e-7, baseRange: 2, headRange: 2, p: 0.002, significant: true },
    });
    expect(row("Same-2", "sec/op")).toMatchObject({ p: 1, significant: false });
    expect(rows.some(({ name }) => name === "geomean")).toBe(false);
  });

  it("have what is on one side only, whatever stands in its name", () => {
    expect(row("Gone-2", "sec/op")).toMatchObject({ base: 1.2500000000000001e-8, head: null, significant: false });
    expect(row('New/"a,b"-2', "sec/op")).toMatchObject({ base: null, head: 1.2500000000000001e-8, p: null });
    expect(row("Other-2", "sec/op")).toMatchObject({ package: "example.com/tool/new", base: null });
  });

  it("have one column without a base, and no interval where there were too few runs", () => {
    const alone = fixture("head-only");
    expect(alone).toHaveLength(13);
    expect(alone.every(({ base, headRange, significant }) => base === null && headRange === null && !significant)).toBe(
      true,
    );
  });

  it("are empty of nothing", () => {
    expect(parseBenchstat("")).toEqual([]);
  });

  it.each([
    ["text", "goos: linux\npkg: a\n"],
    ["a table of other files", ",old,\n,sec/op,CI\nA-2,1,2%\n"],
    ["a value that is none", ",head,\n,sec/op,CI\nA-2,fast,2%\n"],
    ["a row without a table", "A-2,1,2%\n"],
  ])("are not %s", (_, text) => {
    expect(() => parseBenchstat(text)).toThrow();
  });
});

describe("a difference", () => {
  it("is for the worse where there is more of what costs, or less of what is wanted", () => {
    const judged = (name: string, unit: string) => {
      const found = row(name, unit);
      return [directionOf(found), Math.round(lossOf(found))];
    };
    expect(judged("Slow-2", "sec/op")).toEqual(["worse", 49]);
    expect(judged("Slow-2", "B/s")).toEqual(["worse", 33]);
    expect(judged("Fast/n=1-2", "sec/op")).toEqual(["better", 0]);
    expect(judged("Same-2", "sec/op")).toEqual([null, 0]);
    expect(judged("Same-2", "things/op")).toEqual([null, 0]);
  });

  it("has no limit where there was nothing before", () => {
    const found = row("NowAllocates-2", "allocs/op");
    expect([changeOf(found), directionOf(found), lossOf(found)]).toEqual([Infinity, "worse", Infinity]);
  });

  it("of a unit that only the benchmark knows is neither", () => {
    expect(directionOf({ ...row("Slow-2", "sec/op"), unit: "things/op" })).toBeNull();
    expect(directionOf({ ...row("Slow-2", "sec/op"), base: 1, head: 1 })).toBeNull();
    expect(changeOf(row("Gone-2", "sec/op"))).toBeNull();
  });
});
