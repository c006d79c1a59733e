import { expect, it } from "vitest";
import type { PageTestPackage } from "../../../src/page/data.ts";
import { noteOf, shownTests, type TestQuery } from "../../../src/page/shown-tests.ts";

function pkg(
  path: string,
  tests: readonly (readonly [name: string, end: string, ms: number | null])[],
): PageTestPackage {
  return {
    ...{ path, module: null, status: "passed", reason: null, ms: 0, cached: false, attempts: 1 },
    names: tests.map(([name]) => name),
    ends: tests.map(([, end]) => end).join(""),
    times: tests.map(([, , ms]) => ms),
    notes: { 0: { reason: "first" } },
  };
}

const packages = [
  pkg("example.com/a", [
    ["TestA", "p", 5],
    ["TestB", "f", 900],
    ["TestB/sub", "f", 890],
  ]),
  pkg("example.com/b", [
    ["TestC", "s", 0],
    ["TestD", "k", null],
    ["TestE", "i", 70],
  ]),
];

function names(query: Partial<TestQuery>): readonly string[] {
  const found = shownTests(packages, { filter: "all", search: "", byTime: false, ...query });
  return found.map(({ of, index }) => of.names[index] ?? "");
}

it("has what did not pass first", () => {
  expect(names({})).toEqual(["TestB", "TestB/sub", "TestD", "TestE", "TestA", "TestC"]);
});

it.each([
  ["failed", ["TestB", "TestB/sub"]],
  ["flaky", ["TestD"]],
  ["interrupted", ["TestE"]],
  ["skipped", ["TestC"]],
] as const)("filters %s tests", (filter, expected) => {
  expect(names({ filter })).toEqual(expected);
});

it("searches names and packages, words in any order, case ignored", () => {
  expect(names({ search: "testb A" })).toEqual(["TestB", "TestB/sub"]);
  expect(names({ search: " COM/B  teste " })).toEqual(["TestE"]);
  expect(names({ search: "nowhere" })).toEqual([]);
});

it("sorts by time, and tells the slowest without the parents of subtests and without those that took none", () => {
  expect(names({ byTime: true }).slice(0, 3)).toEqual(["TestB", "TestB/sub", "TestE"]);
  expect(names({ filter: "slow" })).toEqual(["TestB/sub", "TestE", "TestA"]);
});

it("finds notes by place", () => {
  const [test] = shownTests(packages, { filter: "skipped", search: "", byTime: false });
  expect(test === undefined ? null : noteOf(test)).toEqual({ reason: "first" });
  const [failed] = shownTests(packages, { filter: "failed", search: "", byTime: false });
  expect(failed === undefined ? undefined : noteOf(failed)).toBeNull();
});
