import type { ModuleResult, TestReport } from "../model/report.ts";

/** The tests of all modules together; null when none has any. With one module they are that one's. */
export function sumTests(modules: readonly Pick<ModuleResult, "tests">[]): TestReport | null {
  const all = modules.map(({ tests }) => tests).filter((tests) => tests !== null);
  if (all.length === 0) return null;
  const sum = (count: (tests: TestReport) => number): number => all.reduce((total, tests) => total + count(tests), 0);
  const [shuffle] = all.flatMap((tests) => tests.shuffle ?? []);
  return {
    passed: sum(({ passed }) => passed),
    failed: sum(({ failed }) => failed),
    skipped: sum(({ skipped }) => skipped),
    flaky: sum(({ flaky }) => flaky),
    interrupted: sum(({ interrupted }) => interrupted),
    ...(shuffle === undefined ? {} : { shuffle }),
    packages: all.flatMap(({ packages }) => packages),
  };
}
