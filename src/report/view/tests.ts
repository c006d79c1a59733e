import type { TestPackage, TestReport, TestResult } from "../../model/report.ts";

/** A test, the package it is of, and the module where there are several. */
export interface TestOf {
  readonly test: TestResult;
  readonly importPath: string;
}

/** Faster ones are of no interest. */
const slowMs = 100;

/**
 * Failed tests that only failed because a subtest of theirs did: they are counted as failed, as Go counts them, and listed nowhere, since they have nothing to say
 * of their own.
 */
export function failedBySubtests({ packages }: Pick<TestReport, "packages">): number {
  return packages.reduce((sum, { tests, failures }) => {
    const listed = new Set(failures.map(({ name }) => name));
    return sum + tests.filter(({ status, name }) => status === "failed" && !listed.has(name)).length;
  }, 0);
}

/** ` (1 by its subtests only)`; empty when every failed test has failed by itself. */
export function subtestsNote(tests: Pick<TestReport, "packages">): string {
  const count = failedBySubtests(tests);
  return count === 0 ? "" : ` (${count} by ${count === 1 ? "its" : "their"} subtests only)`;
}

/** The slowest first: of a test and its subtests, the innermost; none of packages whose result is that of an earlier run. */
export function slowTests(packages: readonly TestPackage[]): readonly TestOf[] {
  return packages
    .filter(({ cached }) => cached !== true)
    .flatMap(({ importPath, tests }) => {
      const parents = new Set(tests.flatMap(({ name }) => (name.includes("/") ? [parentOf(name)] : [])));
      return tests
        .filter(({ name, durationMs }) => (durationMs ?? 0) >= slowMs && !parents.has(name))
        .map((test) => ({ test, importPath }));
    })
    .sort((a, b) => (b.test.durationMs ?? 0) - (a.test.durationMs ?? 0));
}

function parentOf(name: string): string {
  return name.slice(0, name.lastIndexOf("/"));
}

/** In the order of packages. */
export function skippedTests(packages: readonly TestPackage[]): readonly TestOf[] {
  return packages.flatMap(({ importPath, tests }) =>
    tests.filter(({ status }) => status === "skipped").map((test) => ({ test, importPath })),
  );
}
