import { expect, it } from "vitest";
import type { CacheReport, TestReuseReport } from "../../../src/model/report.ts";
import { renderSummary } from "../../../src/report/targets/job-summary.ts";
import { context, green } from "./reports.ts";

const travelled = green.cache;

/** What the last line of the summary says of tests. */
function told(testReuse: TestReuseReport | null, cache: CacheReport | null = travelled): string | null {
  const summary = renderSummary({ ...green, testReuse, cache }, context);
  return / · tests: (.*?) · /.exec(summary)?.[1] ?? null;
}

const reused = { mode: "reuse", reason: "this is a pull request", packages: 52, reused: 41, runs: [] } as const;
const address = "https://github.com/o/r/actions/runs/7";

it("says how many packages have an earlier result, and where it was made", () => {
  expect(told(reused)).toBe("41 of 52 packages unchanged");
  expect(told({ ...reused, runs: [{ run: address, packages: 41 }] })).toBe(
    `41 of 52 packages unchanged, last run in [an earlier run](${address})`,
  );
  const runs = [
    { run: "1234-1", packages: 40 },
    { run: address, packages: 1 },
  ];
  expect(told({ ...reused, runs })).toBe("41 of 52 packages unchanged, last run in `1234-1` and 1 other");
});

it("says why none has", () => {
  const reason = "main is the default branch, which runs every test";
  expect(told({ ...reused, mode: "full", reason, reused: 0 })).toBe(`every package was run: ${reason}`);
  expect(told({ ...reused, mode: "off", reason: "test-reuse: false", reused: 0 })).toBe(
    "no results of earlier runs: test-reuse: false",
  );
  expect(told({ ...reused, mode: "off", reused: 3 })).toBe("3 of 52 packages unchanged");
  expect(told(null)).toBeNull();
});

it("says nothing of them where nothing travels and none was taken", () => {
  const off = { ...reused, mode: "off", reason: "the machine stays", reused: 0 } as const;
  expect([told(off, null), told(off)]).toEqual([null, "no results of earlier runs: the machine stays"]);
  expect(told({ ...off, reused: 3 }, null)).toBe("3 of 52 packages unchanged");
});
