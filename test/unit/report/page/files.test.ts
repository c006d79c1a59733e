import { expect, it } from "vitest";
import { noEvidence } from "../../../../src/model/evidence.ts";
import type { Patch } from "../../../../src/model/report.ts";
import { pageFiles } from "../../../../src/report/page/files.ts";
import { context, failedTest, failingTests, finding, stage, testPackage, withTotals } from "../reports.ts";

const files = ["whole", "less", "more"].map((name, index) => ({
  path: `${name}.go`,
  ...{ percent: 50, covered: 10 - index, statements: 10 },
  uncovered: [],
}));
const coverage = { percent: 90, covered: 27, statements: 30, missing: [], packages: [], files };
const report = { ...withTotals(failingTests, { tests: null, coverage }), stages: [] };
const evidence = { ...noEvidence, sourceSize: (path: string) => (path === "more.go" ? 20 : 10) };

function shown(limits: { readonly all: number; readonly one: number }): readonly [readonly string[], string | null] {
  const { files: page } = pageFiles({ report, context, evidence }, limits);
  return [page.files.filter(({ source }) => source !== null).map(({ path }) => path), page.left];
}

it("holds all sources as long as there is room", () => {
  expect(shown({ all: 40, one: 20 })).toEqual([["less.go", "more.go", "whole.go"], null]);
});

it("else those of files with uncovered lines, those with most first, and says so", () => {
  expect(shown({ all: 39, one: 20 })[0]).toEqual(["less.go", "more.go"]);
  const [paths, left] = shown({ all: 25, one: 20 });
  expect(paths).toEqual(["more.go"]);
  expect(left).toContain("but for 1 file with the fewest of them");
});

it("leaves out a source that is too large", () => {
  const [paths, left] = shown({ all: 100, one: 10 });
  expect(paths).toEqual(["less.go", "whole.go"]);
  expect(left).toMatch(/^1 source above/);
});

it("says which uncovered lines the change touches", () => {
  const patch: Patch = {
    ...{ base: "abc", percent: 0, covered: 0, statements: 2 },
    files: [{ path: "less.go", uncovered: [[3, 4]] }],
  };
  const { files: page } = pageFiles({ report: withTotals(report, { coverage, patch }), context, evidence });
  expect(page.files.map((file) => [file.path, file.changed])).toEqual([
    ["less.go", [[3, 4]]],
    ["more.go", []],
    ["whole.go", []],
  ]);
});

it("marks lines of findings and of failed tests, each once, in the order of the lines", () => {
  const twice = finding({ path: "whole.go", line: 9, message: "second line\nof a message" });
  const early = finding({ path: "whole.go", line: 3, message: "" });
  const diff = finding({
    source: "format",
    path: "whole.go",
    line: 1,
    title: "not formatted",
    message: "--- a\n+++ b",
  });
  const nowhere = finding({ path: null });
  const aboutTest = finding({ path: "less.go", line: 5, subject: { package: "p", test: "TestGone" } });
  const failures = [
    failedTest({ path: "less.go", line: 7 }),
    failedTest({ name: "TestMute", path: "less.go", line: 8, output: "" }),
  ];
  const tests = { passed: 0, failed: 2, skipped: 0, flaky: 0, interrupted: 0 };
  const marked = {
    ...withTotals(report, {
      coverage,
      tests: { ...tests, packages: [testPackage("p", { status: "failed", failures })] },
    }),
    stages: [stage("vet", { status: "failed", findings: [twice, twice, early, diff, nowhere, aboutTest] })],
  };
  const { files: page } = pageFiles({ report: marked, context, evidence });
  const marks = new Map(page.files.map((file) => [file.path, file.marks]));
  expect(marks.get("whole.go")).toEqual([
    { line: 1, text: "not formatted" },
    { line: 3, text: "" },
    { line: 9, text: "second line" },
  ]);
  expect(marks.get("less.go")).toEqual([
    { line: 7, text: 'TestGreet/empty_name: Greet("") = "Hello, !", want "Hello, world!"' },
    { line: 8, text: "TestMute: failed" },
  ]);
  expect(marks.get("more.go")).toEqual([]);
});

it("shows files that count or can be read, and reads none outside of the repository", () => {
  const asked: string[] = [];
  const sourceSize = (path: string): number | null => {
    asked.push(path);
    return path === "found.go" ? 10 : null;
  };
  const findings = ["found.go", "gone.go", "../outside.go"].map((path) => finding({ path }));
  const found = { ...withTotals(report, { tests: null, coverage: null }), stages: [stage("vet", { findings })] };
  const { files: page } = pageFiles({ report: found, context, evidence: { ...evidence, sourceSize } });
  expect(page.files.map(({ path, counts, source }) => [path, counts, source])).toEqual([
    ["found.go", null, "source-0"],
  ]);
  expect(asked.sort()).toEqual(["found.go", "gone.go"]);
  expect(page.packages).toEqual([]);
});

it("prefers marked files to those with more uncovered statements where there is not room for both", () => {
  const failing = { ...report, stages: [stage("vet", { findings: [finding({ path: "whole.go" })] })] };
  const { files: page } = pageFiles({ report: failing, context, evidence }, { all: 15, one: 20 });
  expect(page.files.filter(({ source }) => source !== null).map(({ path }) => path)).toEqual(["whole.go"]);
});

it("hands over the source of the file a block is of", () => {
  const source = (path: string) => ({ text: path, runs: [] });
  const { files: page, sources } = pageFiles({ report, context, evidence: { ...evidence, source } });
  const texts = new Map(sources.map(({ id, read }) => [id, read()?.text]));
  expect(page.files.map((file) => texts.get(file.source ?? ""))).toEqual(page.files.map(({ path }) => path));
  expect(page.files[0]?.url).toBe(`https://github.com/acme/greeter/blob/${context.source?.sha}/less.go`);
});
