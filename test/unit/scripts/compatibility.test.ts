import { describe, expect, it } from "vitest";
import { compareFigures } from "../../../scripts/compatibility/compare.ts";
import type { CompatibilityResult, Figures } from "../../../scripts/compatibility/model.ts";
import { countTests, pathIn, totalOf } from "../../../scripts/compatibility/reference.ts";
import { resultsTable, withResults } from "../../../scripts/compatibility/table.ts";

const figures: Figures = { path: "example.com/m", passed: 3, failed: 0, skipped: 1, coverage: "83.3" };

describe("what Go's own tools say", () => {
  it("is counted by tests, subtests included, whatever else is in the stream", () => {
    const events = [
      { Action: "start", Package: "m" },
      { Action: "pass", Package: "m", Test: "TestA/sub" },
      { Action: "pass", Package: "m", Test: "TestA" },
      { Action: "output", Package: "m", Test: "TestB", Output: "x" },
      { Action: "fail", Package: "m", Test: "TestB" },
      { Action: "skip", Package: "m", Test: "TestC" },
      { Action: "fail", Package: "m" },
    ];
    const text = ["# build output", ...events.map((event) => JSON.stringify(event)), ""].join("\n");
    expect(countTests(text)).toEqual({ passed: 2, failed: 1, skipped: 1 });
  });

  it("has a total, where there are statements", () => {
    expect(totalOf("m/a.go:3:\tF\t\t100.0%\ntotal:\t\t\t(statements)\t83.3%\n")).toBe("83.3");
    expect(totalOf("")).toBeNull();
  });

  it("names the module that lies in a directory, one or of a workspace", () => {
    expect(pathIn("example.com/m\t/repo\n", "/elsewhere/by/a/link")).toBe("example.com/m");
    expect(pathIn("example.com/a\t/repo/a\nexample.com/b\t/repo/b\n", "/repo/b")).toBe("example.com/b");
    expect(pathIn("example.com/a\t/repo/a\nexample.com/b\t/repo/b\n", "/repo/c")).toBe("");
  });
});

describe("compareFigures", () => {
  it("finds nothing where all is equal", () => {
    expect(compareFigures({ ".": figures }, { ".": { ...figures } }, {})).toEqual([]);
  });

  it("names every figure that differs, with its explanation where there is one", () => {
    const ours = { ".": { ...figures, passed: 2, coverage: null } };
    expect(compareFigures(ours, { ".": figures }, { ". coverage": "because" })).toEqual([
      { module: ".", what: "passed", ours: "2", go: "3", explained: null },
      { module: ".", what: "coverage", ours: "null", go: "83.3", explained: "because" },
    ]);
  });

  it("explains for all what is of one kind", () => {
    const bare = { ...figures, coverage: null };
    const differences = compareFigures(
      { a: bare, b: bare },
      { a: { ...bare, coverage: "0.0" }, b: figures },
      { "* coverage without statements": "no statements" },
    );
    expect(differences).toMatchObject([
      { module: "a", what: "coverage", explained: "no statements" },
      { module: "b", what: "coverage", explained: null },
    ]);
  });

  it("names modules that only one of them has", () => {
    expect(compareFigures({ ".": figures }, { ".": figures, a: figures }, {})).toEqual([
      { module: null, what: "modules", ours: ".", go: ". a", explained: null },
    ]);
  });
});

describe("the page", () => {
  const result: CompatibilityResult = {
    name: "m",
    commit: "0123456789abcdef",
    engine: "host",
    conclusion: "success",
    packages: 2,
    modules: { ".": figures },
    totals: { passed: 3, failed: 0, skipped: 1, coverage: "83.3" },
    durationMs: 2_400,
    differences: [],
  };

  it("has a row per result", () => {
    const table = resultsTable([result, { ...result, engine: "dagger", totals: { ...result.totals, coverage: null } }]);
    expect(table).toContain("`0123456789`");
    expect(table.split("\n").filter((line) => line.startsWith("| `m`"))).toHaveLength(2);
    expect(table).toContain("83.3 %");
    expect(table).toContain("in nothing");
  });

  it("says what differs, and what nobody has explained", () => {
    const difference = { module: ".", what: "passed", ours: "2", go: "3", explained: null };
    expect(resultsTable([{ ...result, differences: [difference] }])).toContain(". 2 (Go: 3): passed (not explained)");
  });

  it("is replaced between its marks", () => {
    const page = "before\n<!-- results -->\nold\n<!-- /results -->\nafter\n";
    const next = withResults(page, [result]);
    expect(next).toMatch(/^before\n<!-- results -->\n\n\| repository/);
    expect(next).not.toContain("old");
    expect(next).toMatch(/<!-- \/results -->\nafter\n$/);
    expect(() => withResults("no marks", [result])).toThrow("no place");
  });
});
