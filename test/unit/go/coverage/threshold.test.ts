import { describe, expect, it } from "vitest";
import { judgeCoverage, reaches } from "../../../../src/go/coverage/threshold.ts";
import type { Coverage } from "../../../../src/results/model.ts";

function coverage(covered: number, statements: number, packages: Coverage["packages"] = []): Coverage {
  return { percent: statements === 0 ? null : (100 * covered) / statements, covered, statements, packages, files: [] };
}

function pkg(importPath: string, covered: number, statements: number): Coverage["packages"][number] {
  return { importPath, covered, statements, percent: statements === 0 ? null : (100 * covered) / statements };
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
    const limits = { total: null, perPackage: null };
    expect(judgeCoverage(null, false, limits)).toEqual({ findings: [], failedBecause: null });
  });

  it("gives counts, since a rounded percentage may look good enough", () => {
    const result = judgeCoverage(coverage(1999, 2499), true, { total: 80, perPackage: null });
    const message = "coverage is 80.0% (1999 of 2499 statements), below the threshold of 80%";
    expect(result.failedBecause).toBe(message);
    const place = { path: null, line: null, column: null };
    expect(result.findings).toEqual([{ source: "coverage", severity: "error", ...place, title: "coverage", message }]);
    expect(judgeCoverage(coverage(2000, 2499), true, { total: 80, perPackage: null }).failedBecause).toBeNull();
  });

  it("holds every package against its own threshold", () => {
    const packages = [pkg("p/good", 9, 10), pkg("p/none", 0, 0), pkg("p/untested", 0, 4), pkg("p/poor", 1, 3)];
    const result = judgeCoverage(coverage(10, 17, packages), true, { total: 50, perPackage: 60 });
    expect(result.findings.map((finding) => finding.message)).toEqual([
      "coverage of p/untested is 0.0% (0 of 4 statements), below the package threshold of 60%",
      "coverage of p/poor is 33.3% (1 of 3 statements), below the package threshold of 60%",
    ]);
    expect(result.failedBecause).toMatch(/^coverage of p\/untested .*, and 1 more$/);
  });

  it("does not trust a damaged profile", () => {
    const limits = { total: 80, perPackage: null };
    expect(judgeCoverage(coverage(9, 10), true, limits, "line 3 is not a block").failedBecause).toBe(
      "the coverage threshold of 80% is not met: the coverage profile is damaged: line 3 is not a block",
    );
  });

  it("fails without test files, and without a profile", () => {
    expect(judgeCoverage(null, false, { total: 80, perPackage: null }).failedBecause).toBe(
      "the coverage threshold of 80% is not met: there are no test files",
    );
    expect(judgeCoverage(null, true, { total: null, perPackage: 50 }).failedBecause).toBe(
      "the coverage threshold of 50% is not met: no coverage profile was written",
    );
  });
});
