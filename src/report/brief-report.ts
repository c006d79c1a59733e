import type { Coverage, FailedTest, Report, TestPackage, TestReport } from "../model/report.ts";
import { clipEnd } from "../text/clip.ts";
import { isTrouble } from "./view/status.ts";

/** Bytes of a report that somebody else made, at most: whoever comments on a pull request reads no more (docs/pr-comments.md). */
export const readableReport = 1024 * 1024;

/** What is kept. */
interface Room {
  /** Elements of each list. */
  readonly length: number;
  /** Characters of what a test or a tool said; the comment shows a few lines. */
  readonly said: number;
}

/** From all that a comment could show to a handful. */
const rooms: readonly Room[] = [
  { length: Number.POSITIVE_INFINITY, said: 4_000 },
  { length: 2_000, said: 1_000 },
  { length: 500, said: 500 },
  { length: 100, said: 500 },
  { length: 20, said: 200 },
];

/**
 * What a comment shows of a report, as JSON by the same schema: without the tests and packages that have nothing to say, the files, and the ends of long texts.
 * Lists are cut as far as it takes, which is said as a warning of the report. null: it is too large even so.
 */
export function briefJson(report: Report, limit = readableReport): string | null {
  for (const room of rooms) {
    const text = `${JSON.stringify(briefReport(report, room))}\n`;
    if (Buffer.byteLength(text) <= limit) return text;
  }
  return null;
}

const cutNote =
  "The report of this run is large: lists in this comment were cut before it was made, and what is counted as left out is less than there is.";

function briefReport(report: Report, { length, said }: Room): Report {
  const { modules, totals, stages, comparison } = report;
  const first = <T>(items: readonly T[]): readonly T[] => items.slice(0, length);
  const worst = <T>(items: readonly T[], hasTrouble: (item: T) => boolean): readonly T[] =>
    items.length <= length ? items : first(calmLast(items, hasTrouble));
  const clip = (text: string): string => clipEnd(text, said);
  const several = modules.length > 1;
  const troubled = new Set(stages.filter(isTrouble).map(({ module }) => module));
  // The comment lists the packages of the modules where there are several, else those of the totals.
  const tests = (found: TestReport | null, listed: boolean): TestReport | null => {
    if (found === null) return null;
    const packages = listed ? first(found.packages.filter(hasTrouble)) : [];
    return { ...found, packages: packages.map((pkg) => brief(pkg, first, clip)) };
  };
  const coverage = (found: Coverage | null): Coverage | null =>
    found === null
      ? null
      : { ...found, missing: first(found.missing), packages: leastCovered(found, length), files: [] };
  return {
    ...report,
    reasons: first(report.reasons).map(clip),
    warnings: [...first(report.warnings).map(clip), ...(Number.isFinite(length) ? [cutNote] : [])],
    modules: worst(modules, ({ dir }) => troubled.has(dir)).map((module) => ({
      ...module,
      tests: tests(module.tests, several),
      coverage: module.coverage === null ? null : { ...module.coverage, missing: [], packages: [], files: [] },
    })),
    // No comment shows them.
    ...(report.benchmarks === undefined ? {} : { benchmarks: [] }),
    totals: {
      tests: tests(totals.tests, !several),
      coverage: coverage(totals.coverage),
      patch: totals.patch === null ? null : { ...totals.patch, files: first(totals.patch.files) },
    },
    ...(comparison === undefined
      ? {}
      : {
          comparison: {
            ...comparison,
            baseline: comparison.baseline === null ? null : { ...comparison.baseline, packages: [] },
            notes: first(comparison.notes).map(clip),
          },
        }),
    thresholds: first([...report.thresholds].sort((a, b) => Number(a.met) - Number(b.met))),
    stages: worst(stages, isTrouble).map((stage) => ({
      ...stage,
      reason: stage.reason === null ? null : clip(stage.reason),
      findings: first(stage.findings).map((finding) => ({ ...finding, message: clip(finding.message) })),
    })),
    artifacts: first(report.artifacts),
    testReuse: report.testReuse === null ? null : { ...report.testReuse, runs: [] },
  };
}

/** What has trouble stands before what has none, since lists are cut at their ends. */
function calmLast<T>(items: readonly T[], hasTrouble: (item: T) => boolean): readonly T[] {
  return [...items].sort((a, b) => Number(hasTrouble(b)) - Number(hasTrouble(a)));
}

type First = <T>(items: readonly T[]) => readonly T[];

function hasTrouble({ status, interrupted, failures }: TestPackage): boolean {
  return status === "failed" || status === "flaky" || interrupted > 0 || failures.length > 0;
}

function brief(found: TestPackage, first: First, clip: (text: string) => string): TestPackage {
  const failures = (tests: readonly FailedTest[]) =>
    first(tests).map((test) => ({ ...test, output: clip(test.output), command: clip(test.command) }));
  return {
    ...found,
    reason: found.reason === null ? null : clip(found.reason),
    failures: failures(found.failures),
    flakes: failures(found.flakes),
    unfinished: failures(found.unfinished),
    tests: first(found.tests.filter(({ status }) => status === "failed")).map(({ name, status, durationMs }) => ({
      ...{ name, status, durationMs },
    })),
  };
}

/** As a comment shows them. */
function leastCovered({ packages }: Coverage, length: number): Coverage["packages"] {
  if (packages.length <= length) return packages;
  return [...packages].sort((a, b) => (a.percent ?? 101) - (b.percent ?? 101)).slice(0, length);
}
