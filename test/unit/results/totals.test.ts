import { expect, it } from "vitest";
import type { Coverage, ModuleResult } from "../../../src/model/report.ts";
import { totalsOf } from "../../../src/results/totals.ts";

function module(dir: string, over: Partial<ModuleResult>): ModuleResult {
  return { dir, path: `example.com/${dir}`, goVersion: "go1.26.8", tests: null, coverage: null, ...over };
}

function tests(passed: number, failed: number): NonNullable<ModuleResult["tests"]> {
  return { passed, failed, skipped: 0, flaky: 0, interrupted: 0, packages: [] };
}

function coverage(files: readonly (readonly [path: string, covered: number, statements: number])[]): Coverage {
  const covered = files.reduce((sum, [, count]) => sum + count, 0);
  const statements = files.reduce((sum, [, , count]) => sum + count, 0);
  return {
    percent: (100 * covered) / statements,
    ...{ covered, statements, missing: [], packages: [] },
    files: files.map(([path, one, all]) => ({
      path,
      percent: (100 * one) / all,
      covered: one,
      statements: all,
      uncovered: [],
    })),
  };
}

it("are what a single module came to", () => {
  const only = module(".", { tests: tests(3, 1), coverage: coverage([["a.go", 1, 2]]) });
  expect(totalsOf([only])).toEqual({ tests: only.tests, coverage: only.coverage, patch: null });
  expect(totalsOf([module(".", {})])).toEqual({ tests: null, coverage: null, patch: null });
});

it("are the sum of several, a module without tests apart", () => {
  const sum = totalsOf([module(".", { tests: tests(3, 1) }), module("a", {}), module("b", { tests: tests(4, 0) })]);
  expect(sum.tests).toMatchObject({ passed: 7, failed: 1 });
  expect(sum.coverage).toBeNull();
});

it("count a file once, as its own module's tests cover it", () => {
  const root = module(".", {
    coverage: coverage([
      ["main.go", 1, 4],
      ["lib/l.go", 9, 10],
    ]),
  });
  const lib = module("lib", {
    coverage: coverage([
      ["lib/l.go", 2, 10],
      ["lib/m.go", 0, 6],
    ]),
  });
  const { coverage: total } = totalsOf([root, lib]);
  expect(total?.files.map(({ path, covered }) => [path, covered])).toEqual([
    ["main.go", 1],
    ["lib/l.go", 2],
    ["lib/m.go", 0],
  ]);
  expect([total?.covered, total?.statements, total?.percent]).toEqual([3, 20, 15]);
});

it("have no percentage without statements", () => {
  const empty = { ...coverage([]), percent: null };
  expect(totalsOf([module("a", { coverage: empty }), module("b", { coverage: empty })]).coverage?.percent).toBeNull();
});
