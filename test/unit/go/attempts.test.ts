import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withAttempts } from "../../../src/go/attempts.ts";
import type { FinishedTest } from "../../../src/go/package-run.ts";
import { createTestReader, type FinishedPackage } from "../../../src/go/test-reader.ts";
import { runs } from "../../support/runs.ts";
import { readerOptions } from "./fixture.ts";

type Result = "pass" | "fail" | "skip";

interface Said {
  /** By name, in the order in which they end; a name may be there several times. */
  readonly tests: readonly (readonly [name: string, result: Result])[];
  /** The binary fails although no test did. */
  readonly fails?: boolean;
  /** It ends without a word of its own: a crash. */
  readonly cut?: boolean;
}

/** What a binary says whose tests end so. */
function attempt({ tests, fails = false, cut = false }: Said, later: readonly FinishedPackage[] = []): FinishedPackage {
  const done: FinishedPackage[] = [];
  const options = later.length === 0 ? {} : { later: new Map([["p", later]]) };
  const reader = createTestReader({ ...readerOptions, ...options, onPackage: (found) => done.push(found) });
  const event = (rest: object): void => reader.line(JSON.stringify({ Package: "p", ...rest }));
  for (const [name, result] of tests) {
    event({ Action: "run", Test: name });
    if (result === "fail") event({ Action: "output", Test: name, Output: `    a_test.go:1: ${name} is bad\n` });
    event({ Action: result, Test: name, Elapsed: 0.5 });
  }
  const failed = fails || cut || tests.some(([, result]) => result === "fail");
  if (!cut) event({ Action: "output", Output: failed ? "FAIL\n" : "PASS\n" });
  if (!cut) event({ Action: "output", Output: "coverage: 50.0% of statements\n" });
  event({ Action: failed ? "fail" : "pass", Elapsed: 1 });
  reader.end({ exitCode: failed ? 1 : 0, timedOut: false, stderr: "" });
  const [found] = done;
  if (found === undefined) throw new Error("no package");
  return found;
}

const results = ({ report }: FinishedPackage) => report.tests.map(({ name, status }) => `${name} ${status}`);

describe("what can be run again of a package", () => {
  it("is its failed tests, a parent only when it spoke, and then as a whole", () => {
    const quiet = attempt({
      tests: [
        ["TestP/a/deep", "fail"],
        ["TestP/b", "pass"],
        ["TestX", "fail"],
      ],
    });
    expect(quiet.again).toEqual({ tests: ["TestP/a/deep", "TestX"] });
    const spoke = attempt({
      tests: [
        ["TestP/a", "fail"],
        ["TestP/b", "fail"],
        ["TestP", "fail"],
      ],
    });
    expect(spoke.again).toEqual({ tests: ["TestP"] });
  });

  it("is all of it when it did not come to its end or no test failed, and nothing when it passed", () => {
    expect(attempt({ tests: [["TestX", "fail"]], cut: true }).again).toEqual({ tests: null });
    expect(attempt({ tests: [["TestX", "pass"]], fails: true }).again).toEqual({ tests: null });
    expect(attempt({ tests: [["TestX", "pass"]] }).again).toBeNull();
  });
});

describe("a package of which tests were run again", () => {
  const first = attempt({
    tests: [
      ["TestA", "fail"],
      ["TestB", "pass"],
      ["TestC", "fail"],
    ],
  });

  it("is flaky when all that failed passed then", () => {
    const second = attempt({
      tests: [
        ["TestA", "pass"],
        ["TestC", "pass"],
      ],
    });
    const { report, findings } = withAttempts(first, [second], "warning");
    expect(report).toMatchObject({ status: "flaky", attempts: 2, durationMs: 2_000, passed: 1, failed: 0, flaky: 2 });
    expect(report.flakes.map(({ name, output }) => [name, output])).toEqual([
      ["TestA", "    a_test.go:1: TestA is bad"],
      ["TestC", "    a_test.go:1: TestC is bad"],
    ]);
    expect(findings.map(({ source, severity, title }) => [source, severity, title])).toEqual([
      ["flaky", "warning", "TestA is flaky: it failed, and passed when it was run again"],
      ["flaky", "warning", "TestC is flaky: it failed, and passed when it was run again"],
    ]);
  });

  it("has failed when one did not pass, did not run or was skipped, and counts it once", () => {
    for (const tests of [
      [["TestC", "pass"]],
      [
        ["TestA", "fail"],
        ["TestC", "pass"],
      ],
      [
        ["TestA", "skip"],
        ["TestC", "pass"],
      ],
    ] as const) {
      const { report, findings } = withAttempts(first, [attempt({ tests })], "error");
      expect(report).toMatchObject({ status: "failed", reason: null, passed: 1, failed: 1, skipped: 0, flaky: 1 });
      expect([report.failures.length, report.flakes.length]).toEqual([1, 1]);
      expect(findings.map(({ source, title }) => [source, title])).toEqual([
        ["test", "TestA failed"],
        ["flaky", "TestC is flaky: it failed, and passed when it was run again"],
      ]);
    }
  });

  it("has failed when its binary fails without a test the last time", () => {
    const second = attempt({
      tests: [
        ["TestA", "pass"],
        ["TestC", "pass"],
      ],
      fails: true,
    });
    const { report } = withAttempts(first, [second], "warning");
    expect(report).toMatchObject({ status: "failed", reason: second.report.reason, failed: 0, flaky: 2 });
  });

  it("goes by the last attempt of each test, and hides none that failed on the way", () => {
    const later = [
      attempt({
        tests: [
          ["TestA", "pass"],
          ["TestC/sub", "fail"],
          ["TestC", "fail"],
        ],
      }),
      attempt({
        tests: [
          ["TestC/sub", "pass"],
          ["TestC", "pass"],
        ],
      }),
    ];
    expect(results(withAttempts(first, later, "warning"))).toEqual([
      "TestA flaky",
      "TestB passed",
      "TestC flaky",
      "TestC/sub flaky",
    ]);
  });

  it("is flaky without a flaky test when it failed otherwise", () => {
    const { report, findings } = withAttempts(
      attempt({ tests: [["TestA", "pass"]], fails: true }),
      [attempt({ tests: [["TestA", "pass"]] })],
      "warning",
    );
    expect(report).toMatchObject({ status: "flaky", passed: 1, flaky: 0 });
    expect(findings).toMatchObject([{ source: "flaky", title: expect.stringMatching(/^p is flaky: p: /) }]);
  });

  it("takes every run of a name that is run several times (-count) for itself", () => {
    const counted = attempt({
      tests: [
        ["TestA", "pass"],
        ["TestA", "fail"],
        ["TestA", "pass"],
      ],
    });
    expect(
      results(
        withAttempts(
          counted,
          [
            attempt({
              tests: [
                ["TestA", "pass"],
                ["TestA", "pass"],
              ],
            }),
          ],
          "warning",
        ),
      ),
    ).toEqual(["TestA passed", "TestA flaky", "TestA passed"]);
    const again = attempt({
      tests: [
        ["TestA", "pass"],
        ["TestA", "fail"],
      ],
    });
    expect(results(withAttempts(counted, [again], "warning"))).toEqual([
      "TestA passed",
      "TestA failed",
      "TestA passed",
    ]);
  });

  it("is what go test exits with 0 for, when no other failed", () => {
    const reader = createTestReader({
      ...readerOptions,
      later: new Map([["p", [attempt({ tests: [["TestA", "pass"]] })]]]),
    });
    const event = (rest: object): void => reader.line(JSON.stringify({ Package: "p", ...rest }));
    event({ Action: "run", Test: "TestA" });
    event({ Action: "fail", Test: "TestA", Elapsed: 0 });
    event({ Action: "output", Output: "FAIL\n" });
    event({ Action: "fail", Elapsed: 0 });
    expect(reader.end({ exitCode: 1, timedOut: false, stderr: "" })).toMatchObject({
      report: { flaky: 1, failed: 0 },
      failedBecause: null,
    });
  });

  describe("beside another command", () => {
    /** TestA of p is flaky; then another command ends so. */
    const failedBecause = (exitCode: number | null, died: string | null = null): string | null => {
      const later = new Map([["p", [attempt({ tests: [["TestA", "pass"]] })]]]);
      const reader = createTestReader({ ...readerOptions, later });
      const event = (rest: object): void => reader.line(JSON.stringify(rest));
      event({ Action: "run", Package: "p", Test: "TestA" });
      event({ Action: "fail", Package: "p", Test: "TestA", Elapsed: 0 });
      event({ Action: "fail", Package: "p", Elapsed: 0 });
      reader.next();
      if (exitCode === 0) event({ Action: "pass", Package: "q", Elapsed: 0 });
      const stderr = "go: creating work dir: no space left on device\n";
      return reader.end({ exitCode: 1, timedOut: false, stderr, died }, [1, exitCode]).failedBecause;
    };

    it("makes up for its own failure alone", () => {
      expect(failedBecause(0)).toBeNull();
      expect(failedBecause(1)).toContain("no space left on device");
      expect(failedBecause(2)).toContain("no space left on device");
      expect(failedBecause(null)).not.toBeNull();
      expect(failedBecause(0, "go test was killed")).not.toBeNull();
    });
  });

  it("keeps every test once, and never makes a failure a pass", () => {
    const result = fc.constantFrom<Result>("pass", "fail", "skip");
    const some = fc.array(fc.tuple(fc.constantFrom("TestA", "TestB", "TestC", "TestD"), result), { maxLength: 6 });
    fc.assert(
      fc.property(some, fc.array(some, { minLength: 1, maxLength: 3 }), (tests, again) => {
        const begun = attempt({ tests, fails: true });
        const later = again.map((found) => attempt({ tests: found }));
        const { report, tests: kept } = withAttempts(begun, later, "warning");
        const names = (all: readonly FinishedTest[]) => new Set(all.map(({ name }) => name));
        expect(names(kept)).toEqual(names([begun, ...later].flatMap((found) => [...found.tests])));
        const failed = [begun, ...later].flatMap((found) => found.tests).filter((test) => test.result === "failed");
        const shown = kept.filter((test) => test.result === "failed" || test.result === "flaky");
        expect(names(shown)).toEqual(names(failed));
        const sum = report.passed + report.failed + report.skipped + report.flaky + report.interrupted;
        expect(sum).toBe(kept.length);
      }),
      { numRuns: runs(200) },
    );
  });
});
