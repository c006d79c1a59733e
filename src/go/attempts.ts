import { groupBy } from "../group-by.ts";
import type { FailedTest, Finding, TestPackage } from "../model/report.ts";
import { resultsOf } from "./package-report.ts";
import type { FinishedTest } from "./package-run.ts";
import type { FinishedPackage } from "./test-reader.ts";

/** How findings about what passed when it was run again are shown. */
export const flakySource = "flaky";

const worst: readonly FinishedTest["result"][] = ["failed", "interrupted", "skipped", "passed"];

/** Of one name: how it ended in the last attempt that ran it, and how it failed first. */
interface Fate {
  last: FinishedTest;
  failed: FinishedTest | null;
}

/**
 * What a package came to when tests of it were run again, once or several times. The last attempt that ran a test decides: one that passes there and failed
 * before is flaky, and shown as it failed first; one that does not pass there has failed. What was not run again stays as it was.
 */
export function withAttempts(
  first: FinishedPackage,
  later: readonly FinishedPackage[],
  severity: Finding["severity"],
): FinishedPackage {
  const last = later.at(-1);
  if (last === undefined) return first;
  const tests = settled(first.tests, later);
  const failed = tests.some(({ result }) => result === "failed") || last.report.status === "failed";
  const all = [first, ...later];
  const report: TestPackage = {
    importPath: first.report.importPath,
    status: failed ? "failed" : "flaky",
    attempts: all.length,
    reason: failed ? (last.report.status === "failed" ? last : first).report.reason : null,
    durationMs: all.reduce((sum, { report: { durationMs } }) => sum + durationMs, 0),
    ...counted(tests),
    failures: listed(tests, "failed", all),
    flakes: listed(tests, "flaky", all),
    unfinished: listed(tests, "interrupted", all),
    tests: resultsOf(tests),
  };
  return { ...first, report, tests, findings: toldOnce(all, report, severity), again: last.again };
}

/** All tests in the order of the first attempt, and after them those that only later ones ran. */
function settled(first: readonly FinishedTest[], later: readonly FinishedPackage[]): readonly FinishedTest[] {
  const fates = new Map<string, Fate>();
  for (const { tests } of later) {
    for (const [name, found] of groupBy(tests, ({ name }) => name)) {
      const [test] = [...found].sort((a, b) => worst.indexOf(a.result) - worst.indexOf(b.result));
      if (test === undefined) continue;
      const failed = fates.get(name)?.failed ?? null;
      fates.set(name, { last: test, failed: failed ?? (test.result === "failed" ? test : null) });
    }
  }
  const firsts = groupBy(first, ({ name }) => name);
  const seen = new Set<string>();
  const known = first.flatMap((test) => {
    const fate = fates.get(test.name);
    if (fate === undefined) return [test];
    const beside = firsts.get(test.name) ?? [];
    const own = beside.find(({ result }) => result === "failed") ?? null;
    // Of a name that ran several times (-count), what failed stands for it.
    if (own !== null) return [test.result === "failed" ? ended({ ...fate, failed: test }) : test];
    if (seen.has(test.name)) return [test];
    seen.add(test.name);
    return [ended(fate)];
  });
  const names = new Set(first.map(({ name }) => name));
  return [...known, ...[...fates].flatMap(([name, fate]) => (names.has(name) ? [] : [ended(fate)]))];
}

function ended({ last, failed }: Fate): FinishedTest {
  if (failed === null) return last;
  return { ...failed, result: last.result === "passed" ? "flaky" : "failed" };
}

function counted(
  tests: readonly FinishedTest[],
): Pick<TestPackage, "passed" | "failed" | "skipped" | "flaky" | "interrupted"> {
  const counts = { passed: 0, failed: 0, skipped: 0, flaky: 0, interrupted: 0 };
  for (const { result } of tests) counts[result] += 1;
  return counts;
}

/** As the first attempt tells them that has anything to tell. */
function listed(
  tests: readonly FinishedTest[],
  result: FinishedTest["result"],
  attempts: readonly FinishedPackage[],
): readonly FailedTest[] {
  const names = new Set(tests.filter((test) => test.result === result).map(({ name }) => name));
  const which = result === "interrupted" ? "unfinished" : "failures";
  return firstOfEach(
    attempts.flatMap(({ report }) => report[which]).filter(({ name }) => names.has(name)),
    ({ name }) => name,
  );
}

function toldOnce(
  attempts: readonly FinishedPackage[],
  { status, importPath, flakes, failures }: TestPackage,
  severity: Finding["severity"],
): readonly Finding[] {
  const flaky = new Set(flakes.map(({ name }) => name));
  const failed = new Set(failures.map(({ name }) => name));
  const all = firstOfEach(
    attempts.flatMap(({ findings }) => findings),
    ({ source, title, path, line }) => `${source}\n${title}\n${path}\n${line}`,
  );
  return all.flatMap((finding) => {
    const test = finding.subject?.test;
    const passed = test === undefined ? status === "flaky" : flaky.has(test);
    if (passed) return [asFlaky(finding, severity, importPath)];
    return test === undefined || failed.has(test) ? [finding] : [];
  });
}

function asFlaky(finding: Finding, severity: Finding["severity"], importPath: string): Finding {
  const title =
    finding.subject === undefined
      ? `${importPath} is flaky: ${finding.title}; it passed when it was run again`
      : `${finding.subject.test} is flaky: it failed, and passed when it was run again`;
  return { ...finding, source: flakySource, severity, title };
}

function firstOfEach<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return [...groupBy(items, key).values()].flatMap((alike) => alike.slice(0, 1));
}
