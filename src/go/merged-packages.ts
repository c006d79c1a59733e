import type { TestPackage, TestReport } from "../model/report.ts";
import type { PackageReport } from "./package-report.ts";

/** What all packages came to together, by name. */
export function reportOf(reports: readonly PackageReport[]): TestReport {
  const packages = reports.map((report) => report.package).sort(byImportPath);
  return { ...totals(packages), packages };
}

/** Two results of one package, as when two streams follow each other. */
export function merge(first: PackageReport | undefined, second: PackageReport): PackageReport {
  if (first === undefined) return second;
  const [a, b] = [first.package, second.package];
  const failed = a.status === "failed" || b.status === "failed";
  return {
    package: {
      importPath: a.importPath,
      status: failed ? "failed" : a.status === "skipped" ? b.status : a.status,
      reason: a.reason ?? b.reason,
      durationMs: a.durationMs + b.durationMs,
      ...totals([a, b]),
      failures: [...a.failures, ...b.failures],
      flakes: [...a.flakes, ...b.flakes],
      unfinished: [...a.unfinished, ...b.unfinished],
      tests: [...a.tests, ...b.tests],
    },
    findings: [...first.findings, ...second.findings],
    again: null,
  };
}

function totals(
  packages: readonly TestPackage[],
): Pick<TestPackage, "passed" | "failed" | "skipped" | "flaky" | "interrupted"> {
  const sum = { passed: 0, failed: 0, skipped: 0, flaky: 0, interrupted: 0 };
  for (const entry of packages) {
    sum.passed += entry.passed;
    sum.failed += entry.failed;
    sum.skipped += entry.skipped;
    sum.flaky += entry.flaky;
    sum.interrupted += entry.interrupted;
  }
  return sum;
}

function byImportPath(a: TestPackage, b: TestPackage): number {
  if (a.importPath === b.importPath) return 0;
  return a.importPath < b.importPath ? -1 : 1;
}
