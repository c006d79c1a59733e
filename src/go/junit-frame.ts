import type { TestPackage } from "../model/report.ts";

type Counted = Pick<
  TestPackage,
  "status" | "reason" | "passed" | "failed" | "skipped" | "flaky" | "interrupted" | "durationMs"
>;

/** What a `testsuite` says of its package. */
export interface SuiteCounts {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
  readonly durationMs: number;
}

/** A package that fails otherwise than by a test: it gets a case of its own, or tools would count it as green. */
export function isBroken({ status, reason }: Counted): boolean {
  return status === "failed" && reason !== null;
}

export function suiteCounts(report: Counted): SuiteCounts {
  const { passed, failed, skipped, flaky, interrupted, durationMs } = report;
  const errors = isBroken(report) ? 1 : 0;
  const tests = passed + failed + skipped + flaky + interrupted + errors;
  return { tests, failures: failed, errors, skipped: skipped + interrupted, durationMs };
}

/** What stands before the suites in a file of JUnit XML, with their totals. */
export function junitHead(packages: readonly Counted[]): string {
  const all = packages.map(suiteCounts);
  const sum = (key: keyof SuiteCounts): number => all.reduce((total, counts) => total + counts[key], 0);
  const counts = `tests="${sum("tests")}" failures="${sum("failures")}" errors="${sum("errors")}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${counts} time="${seconds(sum("durationMs"))}">\n`;
}

/** What stands after them. */
export const junitTail = "</testsuites>\n";

/** As JUnit writes durations. */
export function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
