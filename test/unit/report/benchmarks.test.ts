import { describe, expect, it } from "vitest";
import type { Benchmark, Benchmarks, Report } from "../../../src/model/report.ts";
import { renderSummary } from "../../../src/report/targets/job-summary.ts";
import { expectHarmless } from "./harmless.ts";
import { modulesRun } from "./module-reports.ts";
import { context, green } from "./reports.ts";

const base = "0123456789abcdef0123456789abcdef01234567";

const same: Benchmark = {
  ...{ package: "example.com/tool", name: "Same-2", unit: "sec/op", base: 1e-7, head: 1.01e-7 },
  ...{ baseRange: 2, headRange: 3, change: 1, p: 0.4, significant: false, direction: null, exceeds: false },
};
const slow: Benchmark = {
  ...{ ...same, name: "Slow-2", head: 1.5e-7, change: 50, p: 0.002 },
  ...{ significant: true, direction: "worse", exceeds: true },
};
const fast: Benchmark = { ...slow, name: "Fast-2", head: 5e-8, change: -50, direction: "better", exceeds: false };
const from0: Benchmark = { ...slow, name: "Grew-2", unit: "allocs/op", base: 0, head: 3, change: null, exceeds: false };
const added: Benchmark = { ...same, name: "New-2", base: null, baseRange: null, change: null, p: null };
const own: Benchmark = { ...slow, name: "Own-2", unit: "things/op", base: 1, head: 2, direction: null, exceeds: false };

const benchmarks: Benchmarks = {
  ...{ module: ".", base, threshold: 10, notes: [], files: [] },
  results: [same, fast, slow, from0, added, own],
};

function section(report: Report): string {
  const [, text = ""] = renderSummary(report, context).split("### Benchmarks\n");
  return text.split("\n### ")[0] ?? "";
}

const summaryOf = (...all: readonly Benchmarks[]): string => section({ ...green, benchmarks: all });

describe("benchmarks in the summary", () => {
  it("show what has changed first, the worst of it above, and fold the rest", () => {
    const text = summaryOf(benchmarks);
    expect(text).toContain(
      "**2 significantly worse**, 1 by more than 10 % ❌, **1 better** of 6 measurements, compared with `0123456789ab`.",
    );
    expect([...text.matchAll(/^\| `(\w+)-2` \| (.*) \|$/gm)].map(([, name, cells]) => `${name}: ${cells}`)).toEqual([
      "Grew: 0 allocs ± 2 % | 3 allocs ± 3 % | **from 0** ⚠️ | 0.002",
      "Slow: 100 ns ± 2 % | 150 ns ± 3 % | **+50.00 %** ❌ | 0.002",
      "Fast: 100 ns ± 2 % | 50 ns ± 3 % | −50.00 % ✅ | 0.002",
      "Own: 1 things/op ± 2 % | 2 things/op ± 3 % | +50.00 % | 0.002",
      "Same: 100 ns ± 2 % | 101 ns ± 3 % | \\~ | 0.4",
      "New: – | 101 ns ± 3 % | new | –",
    ]);
    expect(text).toContain("<summary>2 measurements without a significant change</summary>");
  });

  it("say that nothing was worse, and what was not compared", () => {
    const text = summaryOf({ ...benchmarks, results: [same], notes: ["at the base there is no `example.com/x`"] });
    expect(text).toContain("**0 significantly worse**, 0 by more than 10 % ✅, **0 better** of 1 measurement");
    expect(text).toContain("at the base there is no");
    expect(summaryOf({ ...benchmarks, threshold: null, results: [slow] })).toContain(
      "**1 significantly worse**, **0 better**",
    );
  });

  it("have only their own figures without a base", () => {
    const results = [added, { ...added, package: "example.com/tool/sub", head: null }];
    const text = summaryOf({
      ...benchmarks,
      base: null,
      results,
      notes: ["compared with nothing: there is no commit yet"],
    });
    expect(text).toContain("Compared with nothing.");
    expect(text).toContain("| Benchmark | Package | Now |");
    expect(text).not.toContain("Change");
    expect(text).toContain("<summary>2 measurements</summary>");
  });

  it("have a part for each module of several", () => {
    const text = section({ ...modulesRun, benchmarks: [benchmarks, { ...benchmarks, module: "tools" }] });
    expect(text).toContain("Module `tools`");
  });

  it("are not there where nobody asked, and keep names from doing harm", () => {
    expect(renderSummary(green, context)).not.toContain("Benchmarks");
    const evil = { ...slow, name: "X|`<script>", unit: "<b>/op", package: "`|x" };
    expectHarmless(
      renderSummary(
        { ...green, traceUrl: null, benchmarks: [{ ...benchmarks, results: [evil], notes: ["<script>"] }] },
        context,
      ),
    );
  });
});
