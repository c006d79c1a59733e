import { describe, expect, it } from "vitest";
import { compareEngines, compareFigures, explain, idleExplanations } from "../../../scripts/compatibility/compare.ts";
import type { CompatibilityResult, Figures } from "../../../scripts/compatibility/model.ts";
import { countTests, pathIn, totalOf } from "../../../scripts/compatibility/reference.ts";
import { resultsText, withResults } from "../../../scripts/compatibility/table.ts";

const figures: Figures = { path: "example.com/m", passed: 3, failed: 0, skipped: 1, coverage: "83.3" };

const result: CompatibilityResult = {
  name: "m",
  commit: "0123456789abcdef",
  engine: "host",
  go: "go1.26.8",
  conclusion: "success",
  packages: 2,
  modules: { ".": figures },
  totals: { passed: 3, failed: 0, skipped: 1, coverage: "83.3" },
  durationMs: 2_400,
  differences: [],
};

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
    expect(compareFigures({ ".": figures }, { ".": { ...figures } })).toEqual([]);
  });

  it("names every figure that differs", () => {
    expect(compareFigures({ ".": { ...figures, passed: 2, coverage: null } }, { ".": figures })).toEqual([
      { module: ".", what: "passed", one: "2", other: "3" },
      { module: ".", what: "coverage", one: "none", other: "83.3" },
    ]);
  });

  it("names modules that only one of them has", () => {
    expect(compareFigures({ ".": figures }, { ".": figures, a: figures })).toEqual([
      { module: null, what: "modules", one: ".", other: ". a" },
    ]);
  });
});

describe("compareEngines", () => {
  const dagger: CompatibilityResult = { ...result, engine: "dagger" };

  it("finds nothing where two engines say the same, whatever the time", () => {
    const [pair, ...more] = compareEngines([result, { ...dagger, durationMs: 1 }], {});
    expect(more).toEqual([]);
    expect(pair).toMatchObject({ one: { engine: "host" }, other: { engine: "dagger" }, differences: [] });
  });

  it("names verdict, packages, commit and figures that differ, with their reasons", () => {
    const other = {
      ...dagger,
      commit: "f",
      conclusion: "failure",
      packages: 3,
      modules: { ".": { ...figures, failed: 1 } },
    };
    const [pair] = compareEngines([result, other], { m: { verdict: "because" } });
    expect(pair?.differences).toEqual([
      { module: null, what: "commit", one: result.commit, other: "f", why: null },
      { module: null, what: "verdict", one: "success", other: "failure", why: "because" },
      { module: null, what: "packages", one: "2", other: "3", why: null },
      { module: ".", what: "failed", one: "0", other: "1", why: null },
    ]);
  });

  it("leaves alone what ran on one engine", () => {
    expect(compareEngines([result, { ...dagger, name: "n" }], {})).toEqual([]);
  });
});

describe("explanations", () => {
  const difference = { module: "a", what: "coverage", one: "none", other: "0.0" };

  it("are those of the module, else of all modules of the repository", () => {
    const all = { m: { "* coverage": "all" } };
    expect(explain("m", [difference], all)).toEqual([{ ...difference, why: "all" }]);
    expect(explain("m", [difference], { m: { "a coverage": "own", "* coverage": "all" } })[0]?.why).toBe("own");
    expect(explain("n", [difference], all)[0]?.why).toBeNull();
  });

  it("are idle when nothing differs so", () => {
    const written = { m: { "a coverage": "x", "b coverage": "y" }, n: { verdict: "z" } };
    expect(idleExplanations([{ name: "m", ...difference }], written)).toEqual(["m: b coverage", "n: verdict"]);
  });
});

describe("the page", () => {
  const repositories = { m: { repository: "example/m", shape: "library" } };
  const all = { results: [result], repositories, explanations: {} };

  it("has a row per result, and says whether the engines agree", () => {
    const bare = { ...result, engine: "dagger", totals: { ...result.totals, coverage: null } };
    const text = resultsText({ ...all, results: [result, bare] });
    const rows = text
      .split("\n")
      .filter((line) => line.startsWith("| [example/m](https://github.com/example/m) | library |"));
    expect(rows).toHaveLength(2);
    expect(text).toContain("`0123456789`");
    expect(text).toContain("83.3 %");
    expect(text).toContain("in nothing");
    expect(text).toContain("1 repositories, checked with go1.26.8. 1 of them ran on two engines");
    expect(text).toContain("the same on both.");
  });

  it("says what differs, and what nobody has explained", () => {
    const difference = { module: ".", what: "passed", one: "2", other: "3" };
    const results = [{ ...result, differences: [difference] }];
    expect(resultsText({ ...all, results })).toContain("passed of .: action 2, Go 3 (not explained)");
    const explained = { ...all, results, explanations: { m: { ". passed": "because" } } };
    expect(resultsText(explained)).toContain("passed of .: action 2, Go 3 (because)");
  });

  it("tells modules that differ for one reason together", () => {
    const differences = ["a", "b"].map((module) => ({ module, what: "coverage", one: "none", other: "0.0" }));
    const results = [{ ...result, differences }];
    const text = resultsText({ ...all, results, explanations: { m: { "* coverage": "because" } } });
    expect(text).toContain("| coverage of 2 modules (because) |");
  });

  it("tells what differs for one reason together", () => {
    const differences = ["passed", "failed"].map((what) => ({ module: ".", what, one: "2", other: "3" }));
    const explanations = { m: { ". passed": "because", ". failed": "because" } };
    const text = resultsText({ ...all, results: [{ ...result, differences }], explanations });
    expect(text).toContain("| passed of .: action 2, Go 3; failed of .: action 2, Go 3 (because) |");
  });

  it("says what differs between the engines", () => {
    const text = resultsText({ ...all, results: [result, { ...result, engine: "dagger", conclusion: "failure" }] });
    expect(text).toContain("- `m`: verdict: host success, dagger failure (not explained)");
  });

  it("wants to know what a repository stands for", () => {
    expect(() => resultsText({ ...all, repositories: {} })).toThrow("does not say what m is");
  });

  it("is replaced between its marks", () => {
    const page = "before\n<!-- results -->\nold\n<!-- /results -->\nafter\n";
    const next = withResults(page, all);
    expect(next).toMatch(/^before\n<!-- results -->\n\n\| repository/);
    expect(next).not.toContain("old");
    expect(next).toMatch(/<!-- \/results -->\nafter\n$/);
    expect(() => withResults("no marks", all)).toThrow("no place");
  });
});
