import { expect, it } from "vitest";
import type { TestReport } from "../../../src/model/report.ts";
import { sumTests } from "../../../src/results/totals.ts";

function tests(passed: number, failed: number): TestReport {
  return { passed, failed, skipped: 0, flaky: 0, interrupted: 0, packages: [] };
}

it("are what a single module came to", () => {
  expect(sumTests([{ tests: tests(3, 1) }])).toEqual(tests(3, 1));
  expect(sumTests([{ tests: null }])).toBeNull();
});

it("are the sum of several, a module without tests apart", () => {
  expect(sumTests([{ tests: tests(3, 1) }, { tests: null }, { tests: tests(4, 0) }])).toEqual(tests(7, 1));
});
