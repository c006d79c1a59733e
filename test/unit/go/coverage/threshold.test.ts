import { describe, expect, it } from "vitest";
import { judgeCoverage, reaches } from "../../../../src/go/coverage/threshold.ts";
import type { Thresholds } from "../../../../src/model/coverage.ts";
import { percentOf } from "../../../../src/model/percent.ts";
import type { Coverage, Patch } from "../../../../src/model/report.ts";

type Packages = Coverage["packages"];

function judged(
  counts: readonly [covered: number, statements: number] | null,
  limits: Partial<Thresholds>,
  more: {
    packages?: Packages;
    files?: Coverage["files"];
    missing?: readonly string[];
    problem?: string;
    patch?: Patch;
  } = {},
) {
  const { packages = [], files = [], missing = [], problem = null, patch = null } = more;
  const [covered, statements] = counts ?? [0, 0];
  const all = { covered, statements, percent: percentOf(covered, statements), packages, files };
  const coverage = { counts: counts === null ? null : all, missing, problem, patch };
  return judgeCoverage(coverage, { total: null, perPackage: null, perFile: [], patch: null, ...limits });
}

function pkg(importPath: string, covered: number, statements: number): Packages[number] {
  return { importPath, covered, statements, percent: percentOf(covered, statements) };
}

describe("reaches", () => {
  it.each([
    [80, 100, 80, true],
    [79, 100, 80, false],
    [1999, 2499, 80, false],
    [165, 200, 82.5, true],
    [164, 200, 82.5, false],
    [1, 3, 33.3, true],
    [1, 3, 33.34, false],
    [7, 1000, 0.7, true],
    [0, 10, 0, true],
    [0, 0, 100, true],
    [10, 10, 100, true],
    [9_007_199_254_740_990, 9_007_199_254_740_991, 100, false],
    [0, 1, 0.0000001, false],
  ])("%d of %d against %d%%", (covered, statements, threshold, expected) => {
    expect(reaches({ covered, statements, percent: null }, threshold)).toBe(expected);
  });
});

describe("judgeCoverage", () => {
  it("asks for nothing without a threshold", () => {
    expect(judged(null, {})).toEqual({ thresholds: [], findings: [], failedBecause: null });
    expect(judged([1, 2], {}, { missing: ["p/a"] })).toEqual({ thresholds: [], findings: [], failedBecause: null });
  });

  it("gives counts, since a rounded percentage may look good enough", () => {
    const result = judged([1999, 2499], { total: 80 });
    const message = "coverage is 80.0% (1,999 of 2,499 statements), below the threshold of 80%";
    expect(result.failedBecause).toBe(message);
    const place = { path: null, line: null, column: null };
    expect(result.findings).toEqual([{ source: "coverage", severity: "error", ...place, title: "coverage", message }]);
    const total = { what: "total", name: null, floor: 80, statements: 2499 };
    expect(result.thresholds).toEqual([{ ...total, covered: 1999, met: false }]);
    expect(judged([2000, 2499], { total: 80 })).toEqual({
      thresholds: [{ ...total, covered: 2000, met: true }],
      findings: [],
      failedBecause: null,
    });
  });

  it("takes thresholds as they were typed", () => {
    expect(judged([33, 375], { total: 8.8 }).thresholds).toMatchObject([{ met: true }]);
    expect(judged([33, 375], { total: 8.81 }).thresholds).toMatchObject([{ met: false }]);
  });

  it("holds every package against its own threshold", () => {
    const packages = [pkg("p/good", 9, 10), pkg("p/none", 0, 0), pkg("p/untested", 0, 4), pkg("p/poor", 1, 3)];
    const result = judged([10, 17], { total: 50, perPackage: 60 }, { packages });
    expect(result.findings.map((finding) => finding.message)).toEqual([
      "coverage of p/untested is 0.0% (0 of 4 statements), below the package threshold of 60%",
      "coverage of p/poor is 33.3% (1 of 3 statements), below the package threshold of 60%",
    ]);
    expect(result.failedBecause).toMatch(/^coverage of p\/untested .*, and 1 more$/);
    expect(result.thresholds.map(({ what, name, met }) => [what, name, met])).toEqual([
      ["total", null, true],
      ["package", "p/good", true],
      ["package", "p/untested", false],
      ["package", "p/poor", false],
    ]);
  });

  it("is not met while packages are missing, and names them", () => {
    const packages = [pkg("p/good", 9, 10)];
    const result = judged([9, 10], { total: 80, perPackage: 80 }, { packages, missing: ["p/panics", "p/exits"] });
    expect(result.findings.map(({ message }) => message)).toEqual([
      "the coverage threshold of 80% is not met: p/panics, p/exits left no coverage profile",
      "coverage of p/panics is not known: it left no coverage profile",
      "coverage of p/exits is not known: it left no coverage profile",
    ]);
    expect(result.thresholds).toEqual([
      { what: "total", name: null, floor: 80, covered: 9, statements: 10, met: false },
      { what: "package", name: "p/good", floor: 80, covered: 9, statements: 10, met: true },
      { what: "package", name: "p/panics", floor: 80, covered: 0, statements: 0, met: false },
      { what: "package", name: "p/exits", floor: 80, covered: 0, statements: 0, met: false },
    ]);
    expect(judged([1, 10], { total: 80 }, { missing: ["p/panics"] }).failedBecause).toBe(
      "coverage is 10.0% (1 of 10 statements), below the threshold of 80%; p/panics left no coverage profile",
    );
  });

  it("does not take the part of a package that others covered for all of it", () => {
    const result = judged([9, 10], { perPackage: 80 }, { packages: [pkg("p/half", 9, 10)], missing: ["p/half"] });
    expect(result.thresholds).toMatchObject([{ name: "p/half", met: false }]);
  });

  it("names ten packages at most", () => {
    const missing = Array.from({ length: 12 }, (_, index) => `p/${index}`);
    expect(judged([9, 10], { total: 80 }, { missing }).failedBecause).toMatch(
      /: p\/0, .*, p\/9 and 2 more left no coverage/,
    );
  });

  it("is not met by nothing", () => {
    const why = "there are no statements to cover";
    expect(judged([0, 0], { total: 80 }).failedBecause).toBe(`the coverage threshold of 80% is not met: ${why}`);
    expect(judged([0, 0], { perPackage: 80 }).failedBecause).toBeNull();
  });

  it("does not trust a damaged profile", () => {
    expect(judged([9, 10], { total: 80 }, { problem: "line 3 is not a block" })).toMatchObject({
      failedBecause: "the coverage threshold of 80% is not met: the coverage profile is damaged: line 3 is not a block",
      thresholds: [{ met: false }],
    });
  });

  it("fails without a profile", () => {
    const none = "no coverage profile was written";
    expect(judged(null, { total: 80 }).failedBecause).toBe(`the coverage threshold of 80% is not met: ${none}`);
    expect(judged(null, { perPackage: 50 }).failedBecause).toBe(`the coverage threshold of 50% is not met: ${none}`);
    expect(judged(null, { total: 80 }, { missing: ["p/a"] }).failedBecause).toBe(
      "the coverage threshold of 80% is not met: p/a left no coverage profile",
    );
  });
});

describe("limits of files", () => {
  const file = (path: string, covered: number, statements: number) => {
    return { path, covered, statements, percent: percentOf(covered, statements), uncovered: [] };
  };
  const files = [file("a/x.go", 5, 10), file("b/y.go", 9, 10), file("b/empty.go", 0, 0)];
  const perFile = [
    { glob: null, floor: 50 },
    { glob: "b/**", floor: 95 },
  ];

  it("go by the last pattern that has the file, on exact counts", () => {
    const result = judged([14, 20], { perFile }, { files });
    expect(result.thresholds).toEqual([
      { what: "file", name: "a/x.go", floor: 50, covered: 5, statements: 10, met: true },
      { what: "file", name: "b/y.go", floor: 95, covered: 9, statements: 10, met: false },
    ]);
    expect(result.failedBecause).toBe(
      "coverage of b/y.go is 90.0% (9 of 10 statements), below the file threshold of 95%",
    );
  });

  it("leave out what no pattern has, and are not met by a pattern that has nothing", () => {
    const only = judged([14, 20], { perFile: [{ glob: "c/*.go", floor: 10 }] }, { files });
    expect(only.thresholds).toEqual([{ what: "file", name: null, floor: 10, covered: 0, statements: 0, met: false }]);
    expect(only.failedBecause).toBe("the coverage threshold of 10% is not met: no file with statements is like c/*.go");
  });

  it("are not met while something is missing", () => {
    const result = judged([14, 20], { perFile: [{ glob: null, floor: 10 }] }, { files, missing: ["p/gone"] });
    expect(result.thresholds.map(({ name, met }) => [name, met])).toEqual([
      ["a/x.go", true],
      ["b/y.go", true],
      [null, false],
    ]);
    expect(judged(null, { perFile }).failedBecause).toBe(
      "the coverage threshold of 50% is not met: no coverage profile was written",
    );
  });
});

describe("the limit of the change", () => {
  const of = (covered: number, statements: number, files: Patch["files"] = []): Patch => ({
    ...{ base: "abc", covered, statements, percent: percentOf(covered, statements), files },
  });
  const said = (limit: number, patch: Patch | undefined, more: Parameters<typeof judged>[2] = {}) =>
    judged([1, 10], { patch: limit }, { ...more, ...(patch === undefined ? {} : { patch }) });

  it("is met by exact counts, and by a change without statements", () => {
    const met = said(66.6, of(2, 3));
    expect([met.failedBecause, met.thresholds]).toEqual([
      null,
      [{ what: "patch", name: null, floor: 66.6, covered: 2, statements: 3, met: true }],
    ]);
    expect(said(100, of(0, 0)).thresholds).toMatchObject([{ statements: 0, met: true }]);
  });

  it("is missed with the lines that no test reaches", () => {
    const uncovered: [number, number][] = [
      [3, 3],
      [7, 9],
    ];
    const missed = said(66.7, of(2, 3, [{ path: "a.go", uncovered }]));
    expect(missed.failedBecause).toBe(
      "coverage of the change is 66.7% (2 of 3 statements), below the patch threshold of 66.7%: no test reaches a.go:3, a.go:7-9",
    );
    expect(missed.findings).toHaveLength(1);
  });

  it("is met by nothing that is not complete, and not judged where nobody knows the change", () => {
    const gone = said(0, of(0, 0), { missing: ["p/a"] });
    expect([gone.failedBecause, gone.thresholds[0]?.met]).toEqual([
      "the patch threshold of 0% is not met: p/a left no coverage profile",
      false,
    ]);
    expect(said(0, of(1, 1), { problem: "line 1" }).thresholds[0]?.met).toBe(false);
    expect(judged(null, { patch: 0 }, { patch: of(0, 0) }).failedBecause).toContain("no coverage profile was written");
    expect(said(80, undefined)).toEqual({ thresholds: [], findings: [], failedBecause: null });
  });
});
