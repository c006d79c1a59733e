import { expect, it } from "vitest";
import {
  mergeTestRuns,
  parseTestRuns,
  runsOfReused,
  serializeTestRuns,
  type TestRun,
} from "../../../src/cache/test-runs.ts";
import { testPackage } from "../report/reports.ts";

const cached = { cached: true } as const;
const first = { run: "https://github.com/o/r/actions/runs/1", at: "2026-11-29T20:00:00.000Z" };
const second = { run: "https://github.com/o/r/actions/runs/2", at: "2026-11-29T21:00:00.000Z" };

it("knows in which run a package really ran", () => {
  const one = mergeTestRuns(
    new Map(),
    [testPackage("a"), testPackage("b"), testPackage("c"), testPackage("f", { status: "failed" })],
    first,
  );
  expect(runsOfReused(one, [testPackage("a", cached)])).toEqual([{ run: first.run, packages: 1 }]);
  const two = mergeTestRuns(one, [testPackage("a", cached), testPackage("b"), testPackage("c", cached)], second);
  const packages = ["a", "b", "c", "f", "unknown"].map((name) => testPackage(name, cached));
  expect(runsOfReused(two, [...packages, testPackage("d")])).toEqual([
    { run: first.run, packages: 2 },
    { run: second.run, packages: 1 },
  ]);
  expect(parseTestRuns(serializeTestRuns(two))).toEqual(two);
});

it("keeps what its directory held then, where that is known", () => {
  const contents = new Map([["a", "0123"]]);
  const one = mergeTestRuns(new Map(), [testPackage("a"), testPackage("b")], first, contents);
  const again = mergeTestRuns(one, [testPackage("a", cached), testPackage("b")], second, new Map([["a", "4567"]]));
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
