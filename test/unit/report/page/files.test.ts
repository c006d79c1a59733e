import { expect, it } from "vitest";
import { noEvidence } from "../../../../src/model/evidence.ts";
import { pageFiles } from "../../../../src/report/page/files.ts";
import { context, failingTests, withTotals } from "../reports.ts";

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
