import { expect, it } from "vitest";
import { type WhyFacts, whyRan } from "../../../src/cache/why-ran.ts";
import { testPackage } from "../report/reports.ts";

const hour = 3_600_000;
const at = "2026-11-29T20:00:00.000Z";
const facts: WhyFacts = {
  reuse: { mode: "reuse", reason: "this is a pull request" },
  always: new Set(["db"]),
  known: new Map([
    ["db", { run: "runs/1", at, content: "a" }],
    ["edited", { run: "runs/1", at, content: "a" }],
    ["same", { run: "runs/2", at, content: "a" }],
    ["old", { run: "runs/3", at: "2026-11-01T00:00:00.000Z", content: "a" }],
    ["before", { run: "runs/4", at }],
  ]),
  contents: new Map([
    ["edited", "b"],
    ["same", "a"],
    ["old", "b"],
    ["before", "a"],
  ]),
  maxAgeMs: 24 * hour,
  now: new Date("2026-11-30T00:00:00.000Z"),
};

it("says of packages that ran what is known, and that it is not", () => {
  const names = ["db", "edited", "same", "old", "before", "new"];
  const packages = [...names.map((name) => testPackage(name)), testPackage("kept", { cached: true })];
  expect(whyRan([...packages, testPackage("none", { status: "skipped" })], facts)).toEqual([
    "db ran: `test-reuse-except` names it",
    "edited ran: files in its directory have changed since it passed in runs/1",
    "same ran: why is not known; the files in its directory have not changed since it passed in runs/2",
    "old ran: it passed in runs/3, which is longer ago than test-reuse-max-age",
    "before ran: why is not known; it passed in runs/4",
    "new ran: no earlier run in which it passed is known",
  ]);
});

it("says of a run of all tests why it is one, and nothing where Go decides alone", () => {
  const packages = [testPackage("db"), testPackage("edited", { status: "failed" })];
  expect(whyRan(packages, { ...facts, reuse: { mode: "full", reason: "main is the default branch" } })).toEqual([
    "db ran: `test-reuse-except` names it",
    "edited ran: main is the default branch",
  ]);
  expect(whyRan(packages, { ...facts, reuse: { mode: "off", reason: "`test-reuse: false`" } })).toEqual([]);
});
