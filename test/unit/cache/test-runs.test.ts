import { expect, it } from "vitest";
import {
  mergeTestRuns,
  parseTestRuns,
  runsOfReused,
  serializeTestRuns,
  type TestRun,
} from "../../../src/cache/test-runs.ts";
import type { TestPackage } from "../../../src/model/report.ts";

const counts = {
  durationMs: 1,
  passed: 1,
  failed: 0,
  skipped: 0,
  flaky: 0,
  interrupted: 0,
  failures: [],
  flakes: [],
  unfinished: [],
  tests: [],
};

function found(importPath: string, over: Partial<TestPackage> = {}): TestPackage {
  return { importPath, status: "passed", reason: null, ...counts, ...over };
}

const cached = { cached: true } as const;
const first = { run: "https://github.com/o/r/actions/runs/1", at: "2026-11-29T20:00:00.000Z" };
const second = { run: "https://github.com/o/r/actions/runs/2", at: "2026-11-29T21:00:00.000Z" };

it("knows in which run a package really ran", () => {
  const one = mergeTestRuns(new Map(), [found("a"), found("b"), found("c"), found("f", { status: "failed" })], first);
  expect(runsOfReused(one, [found("a", cached)])).toEqual([{ run: first.run, packages: 1 }]);
  const two = mergeTestRuns(one, [found("a", cached), found("b"), found("c", cached)], second);
  const packages = ["a", "b", "c", "f", "unknown"].map((name) => found(name, cached));
  expect(runsOfReused(two, [...packages, found("d")])).toEqual([
    { run: first.run, packages: 2 },
    { run: second.run, packages: 1 },
  ]);
  expect(parseTestRuns(serializeTestRuns(two))).toEqual(two);
});

it("keeps what its directory held then, where that is known", () => {
  const contents = new Map([["a", "0123"]]);
  const one = mergeTestRuns(new Map(), [found("a"), found("b")], first, contents);
  const again = mergeTestRuns(one, [found("a", cached), found("b")], second, new Map([["a", "4567"]]));
  expect(parseTestRuns(serializeTestRuns(again))).toEqual(
    new Map<string, TestRun>([
      ["a", { ...first, content: "0123" }],
      ["b", second],
    ]),
  );
});

it.each([null, "", "{", "[]", '{"version":2,"packages":[]}', '{"version":1,"packages":[["a",{"run":1}]]}'])(
  "takes nothing from %j",
  (text) => {
    expect(parseTestRuns(text)).toEqual(new Map());
  },
);
