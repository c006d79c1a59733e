import { describe, expect, it } from "vitest";
import type { Report } from "../../../src/model/report.ts";
import { renderSummary, summaryLimit } from "../../../src/report/targets/job-summary.ts";
import { byteLength } from "../../../src/text/clip.ts";
import { effort } from "../../support/effort.ts";
import { expectHarmless } from "./harmless.ts";
import { context, failedTest, failingTests, finding, stage, testPackage } from "./reports.ts";

describe("a very large report", () => {
  const manyPackages = Array.from({ length: 50_000 }, (_, index) => `example.com/mono/internal/package${index}`);
  const huge: Report = {
    ...failingTests,
    reasons: Array.from({ length: 5_000 }, (_, index) => `reason ${index}`),
    warnings: Array.from({ length: 5_000 }, (_, index) => `warning ${index}`),
    stages: [
      ...failingTests.stages,
      ...Array.from({ length: 1_000 }, (_, index) => stage(`build:linux/arch${index}`)),
      stage("format", {
        status: "failed",
        findings: Array.from({ length: 5_000 }, (_, index) =>
          finding({ source: "format", path: `dir/file${index}.go`, message: "+\tfmt.Println(世界)\n".repeat(500) }),
        ),
      }),
      stage("vet", {
        status: "failed",
        findings: Array.from({ length: 20_000 }, (_, index) => finding({ line: index + 1, message: "x".repeat(900) })),
      }),
    ],
    thresholds: [],
    totals: {
      tests: {
        passed: 1,
        failed: 20_000,
        skipped: 0,
        flaky: 0,
        interrupted: 0,
        packages: manyPackages.map((importPath, index) =>
          testPackage(importPath, {
            status: index < 20_000 ? "failed" : "passed",
            failures:
              index < 20_000
                ? [
                    failedTest({
                      name: `TestNumber${index}`,
                      command: `go test -run '^${"x".repeat(400)}$'`,
                      output: `${"世界".repeat(15)}\n`.repeat(500),
                    }),
                  ]
                : [],
          }),
        ),
      },
      coverage: {
        percent: 50,
        covered: 25_000,
        statements: 50_000,
        missing: [],

        packages: manyPackages.map((importPath) => ({ importPath, percent: 50, covered: 1, statements: 2 })),
        files: manyPackages.map((path) => ({ path, percent: 50, covered: 1, statements: 2, uncovered: [[1, 2]] })),
      },
      patch: null,
    },
  };

  it("stays below GitHub's limit in UTF-8 and takes little time", () => {
    let markdown = "";
    const rendered = effort(() => {
      markdown = renderSummary(huge, context);
    });
    expect(byteLength(markdown)).toBeLessThanOrEqual(summaryLimit);
    expect(rendered).toBeLessThan(200);
    expect(byteLength(renderSummary(huge, context, Number.POSITIVE_INFINITY))).toBeGreaterThan(summaryLimit);
    expect(markdown).toContain("… 50,000 more packages in report.json.");
    expect(markdown).toContain("… 19,850 more failed tests in report.json.");
    expect(markdown).toContain("… 4,950 more reasons in report.json.");
  });

  it.each([
    [summaryLimit, ": gofmt, warnings, timeline, coverage."],
    [100_000, ": failed tests, go vet, Tests, Data races, gofmt, warnings, timeline, coverage."],
    [1, ": reasons, Compile errors, failed tests, go vet,"],
  ])("is shortened to %i bytes, least important first, and says what", (limit, shortened) => {
    const markdown = renderSummary(huge, context, limit);
    if (limit > 1) expect(byteLength(markdown)).toBeLessThanOrEqual(limit);
    expect(markdown).toMatch(/^## ❌ Go pipeline failed: `example.com\/greeter`\n/);
    expect(markdown.trimEnd().split("\n").at(-1)).toContain(shortened);
    expect(markdown).toContain("### Reproduce locally");
    expectHarmless(markdown);
  });

  it("is as small as it gets, and that is far below the limit", () => {
    expect(byteLength(renderSummary(huge, context, 1))).toBeLessThan(60_000);
  });
});
