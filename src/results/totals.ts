import type { Coverage, ModuleResult, Report, TestReport } from "../model/report.ts";

/** What all modules come to together. With one module it is what that one came to. */
export function totalsOf(modules: readonly ModuleResult[]): Report["totals"] {
  return {
    tests: sumTests(modules.map(({ tests }) => tests).filter((tests) => tests !== null)),
    coverage: sumCoverage(modules),
    patch: null,
  };
}

function sumTests(all: readonly TestReport[]): TestReport | null {
  if (all.length === 0) return null;
  const sum = (count: (tests: TestReport) => number): number => all.reduce((total, tests) => total + count(tests), 0);
  return {
    passed: sum(({ passed }) => passed),
    failed: sum(({ failed }) => failed),
    skipped: sum(({ skipped }) => skipped),
    flaky: sum(({ flaky }) => flaky),
    interrupted: sum(({ interrupted }) => interrupted),
    packages: all.flatMap(({ packages }) => packages),
  };
}

/**
 * The sum over files. Tests of one module may cover files of another: then the profile of the module that owns the file counts alone.
 */
function sumCoverage(modules: readonly ModuleResult[]): Coverage | null {
  const measured = modules.flatMap(({ dir, coverage }) => (coverage === null ? [] : [{ dir, coverage }]));
  const [first, ...others] = measured;
  if (first === undefined) return null;
  if (others.length === 0) return first.coverage;
  const dirs = modules.map(({ dir }) => dir);
  const files = measured.flatMap(({ dir, coverage }) =>
    coverage.files.filter(({ path }) => (ownerOf(path, dirs) ?? dir) === dir),
  );
  const covered = files.reduce((total, file) => total + file.covered, 0);
  const statements = files.reduce((total, file) => total + file.statements, 0);
  return {
    percent: statements === 0 ? null : (100 * covered) / statements,
    covered,
    statements,
    missing: measured.flatMap(({ coverage }) => coverage.missing),
    packages: measured.flatMap(({ coverage }) => coverage.packages),
    files,
  };
}

/** The innermost module that holds a file; null for none. */
function ownerOf(path: string, dirs: readonly string[]): string | null {
  const holding = dirs.filter((dir) => dir === "." || path.startsWith(`${dir}/`));
  return holding.sort((a, b) => depth(b) - depth(a))[0] ?? null;
}

function depth(dir: string): number {
  return dir === "." ? 0 : dir.split("/").length;
}
