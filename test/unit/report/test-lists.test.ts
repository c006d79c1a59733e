import { describe, expect, it } from "vitest";
import type { Report, TestPackage, TestResult } from "../../../src/model/report.ts";
import { renderMarkdown } from "../../../src/report/markdown.ts";
import { skippedSection, slowestSection, testListsSections } from "../../../src/report/sections/test-lists.ts";
import { renderSummary } from "../../../src/report/targets/job-summary.ts";
import { expectHarmless } from "./harmless.ts";
import { context, failedTest, failingTests, green, hostileTexts, testPackage, withTotals } from "./reports.ts";
import { verdictLines } from "./verdict-lines.ts";

function test(name: string, over: Partial<TestResult> = {}): TestResult {
  return { name, status: "passed", durationMs: 0, ...over };
}

function having(...packages: readonly TestPackage[]): Report {
  return withTotals(green, { tests: { passed: 0, failed: 0, skipped: 0, flaky: 0, interrupted: 0, packages } });
}

const shown = (sections: ReturnType<typeof slowestSection>, level = 0): string =>
  renderMarkdown(sections.flatMap(({ levels }) => levels[level]?.() ?? []));

const rows = (markdown: string): readonly string[] => markdown.split("\n").filter((line) => line.startsWith("| `"));

describe("the slowest tests", () => {
  it("are folded, slowest first, innermost only, without quick ones and earlier results", () => {
    const tests = [
      test("TestA", { durationMs: 3_100 }),
      test("TestA/b", { durationMs: 900 }),
      test("TestA/c", { durationMs: 2_200 }),
      test("TestQuick", { durationMs: 99 }),
      test("BenchmarkNo", { durationMs: null }),
      test("TestJust", { durationMs: 100 }),
    ];
    const cached = testPackage("m/cached", { cached: true, tests: [test("TestOld", { durationMs: 9_000 })] });
    const markdown = shown(slowestSection(having(testPackage("m/p", { tests }), cached)));
    expect(markdown).toMatch(/^<details>\n<summary>3 slowest tests<\/summary>/);
    expect(rows(markdown)).toEqual([
      "| `TestA/c` | `m/p` | 2.2 s |",
      "| `TestA/b` | `m/p` | 900 ms |",
      "| `TestJust` | `m/p` | 100 ms |",
    ]);
  });

  it("are ten, one, or none", () => {
    const of = (count: number): string =>
      shown(
        slowestSection(
          having(
            testPackage("m", {
              tests: Array.from({ length: count }, (_, index) => test(`T${index}`, { durationMs: 200 })),
            }),
          ),
        ),
      );
    expect(rows(of(11))).toHaveLength(10);
    expect(of(1)).toContain("<summary>Slowest test</summary>");
    expect([of(0), shown(slowestSection(withTotals(green, { tests: null })))]).toEqual(["", ""]);
  });
});

describe("skipped tests", () => {
  it("are folded, with their reasons", () => {
    const tests = [
      test("TestA", { status: "skipped", reason: "needs a database" }),
      test("TestB", { status: "skipped" }),
      test("TestC"),
    ];
    const markdown = shown(skippedSection(having(testPackage("m/p", { tests }))));
    expect(markdown).toMatch(/^<details>\n<summary>2 skipped tests<\/summary>/);
    expect(rows(markdown)).toEqual(["| `TestA` | `m/p` | needs a database |", "| `TestB` | `m/p` | |"]);
    expect(shown(skippedSection(having(testPackage("m/p", { tests: [test("TestC")] }))))).toBe("");
    expect(shown(skippedSection(withTotals(green, { tests: null })))).toBe("");
  });

  it("are limited, and go first where room is short", () => {
    const tests = Array.from({ length: 130 }, (_, index) => test(`Test${index}`, { status: "skipped" }));
    const sections = skippedSection(having(testPackage("m", { tests })));
    expect(shown(sections)).toContain("… 30 more skipped tests in report.json.");
    expect(rows(shown(sections, 1))).toHaveLength(20);
    expect(shown(sections, 2)).toBe("");
  });
});

describe("both lists", () => {
  const skipped = test("TestA", { status: "skipped" });
  const slow = test("TestB", { durationMs: 5_000 });
  const listed = (...tests: readonly TestResult[]) => testListsSections(having(testPackage("m", { tests })));
  const titles = (sections: ReturnType<typeof listed>, level = 0): readonly string[] =>
    shown(sections, level)
      .split("\n")
      .filter((line) => /^(###|<summary>)/.test(line));

  it("have one title", () => {
    const [tests, slowest, others] = [
      "### Tests",
      "<summary>Slowest test</summary>",
      "<summary>1 skipped test</summary>",
    ];
    expect(titles(listed(slow, skipped))).toEqual([tests, others, slowest]);
    expect(titles(listed(slow))).toEqual([tests, slowest]);
    expect(titles(listed(skipped))).toEqual([tests, others]);
    expect(listed(test("TestFine"))).toEqual([]);
  });

  it("leave none behind where room is short, and the one that has it goes last", () => {
    const sections = listed(slow, skipped);
    expect(titles(sections, 2)).toEqual([]);
    const [first, second] = sections.map(({ importance }) => importance);
    expect(first).toBeGreaterThan(second ?? Number.POSITIVE_INFINITY);
  });
});

it("hostile names and reasons make nothing of their own in either", () => {
  const texts = [...hostileTexts, "x".repeat(10_000), "\u202e</details>"];
  const tests = texts.flatMap((text) => [
    test(text, { status: "skipped", reason: text }),
    test(`slow ${text}`, { durationMs: 5_000 }),
  ]);
  const markdown = renderSummary({ ...having(testPackage(texts.join("|"), { tests })), traceUrl: null }, context);
  expectHarmless(markdown);
  expect(rows(markdown).length).toBeGreaterThan(15);
});

describe("failed tests and their parents", () => {
  const failed = (name: string): TestResult => test(name, { status: "failed" });
  const tests = [failed("TestT"), failed("TestT/a"), failed("TestSpoke"), failed("TestSpoke/b"), test("TestFine")];
  const failures = ["TestT/a", "TestSpoke", "TestSpoke/b"].map((name) => failedTest({ name }));
  const found = testPackage("m/p", { status: "failed", passed: 1, failed: 4, tests, failures });
  const report = withTotals(failingTests, {
    tests: { passed: 1, failed: 4, skipped: 0, flaky: 0, interrupted: 0, packages: [found] },
  });

  it("are one count, and those that failed by their subtests only are told apart", () => {
    expect(renderSummary(report, context)).toContain(" · 4 tests failed (1 by its subtests only), 1 passed · ");
    const row = verdictLines(report, context).find((line) => line.startsWith("  tests "));
    expect(row).toContain("1 passed, 4 failed (1 by its subtests only), 0 skipped");
    expect(renderSummary(report, context).match(/^<summary>❌ <code>/gm)).toHaveLength(3);
  });

  it("are told in the plural", () => {
    const silent = withTotals(failingTests, {
      tests: { passed: 0, failed: 4, skipped: 0, flaky: 0, interrupted: 0, packages: [{ ...found, failures: [] }] },
    });
    expect(renderSummary(silent, context)).toContain("4 tests failed (4 by their subtests only)");
  });
});
