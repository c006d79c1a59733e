import type { Reason } from "../model/reason.ts";
import type {
  Benchmarks,
  Comparison,
  FailedTest,
  Finding,
  Report,
  StageResult,
  TestPackage,
  TestReport,
  TestResult,
} from "../model/report.ts";

/** Replaces what must not be shown in a text. */
export type Redact = (text: string) => string;

/** A report without secrets in anything that quotes tools or people; names that the schema fixes, paths and counts stay. */
export function redactReport(report: Report, redact: Redact): Report {
  // Those of the modules are those of the totals.
  const done = new Map<TestPackage, TestPackage>();
  const tests = (found: TestReport | null): TestReport | null => redactTests(found, redact, done);
  return {
    ...report,
    reasons: report.reasons.map(redact),
    warnings: report.warnings.map(redact),
    ...(report.notices === undefined ? {} : { notices: report.notices.map(redact) }),
    engine: { ...report.engine, reason: redact(report.engine.reason) },
    stages: report.stages.map((stage) => redactStage(stage, redact)),
    ...(report.comparison === undefined ? {} : { comparison: redactComparison(report.comparison, redact) }),
    ...(report.benchmarks === undefined
      ? {}
      : { benchmarks: report.benchmarks.map((found) => redactBenchmarks(found, redact)) }),
    modules: report.modules.map((module) => ({ ...module, tests: tests(module.tests) })),
    totals: { ...report.totals, tests: tests(report.totals.tests) },
  };
}

function redactComparison(comparison: Comparison, redact: Redact): Comparison {
  return { ...comparison, notes: comparison.notes.map(redact) };
}

function redactBenchmarks(benchmarks: Benchmarks, redact: Redact): Benchmarks {
  const results = benchmarks.results.map((row) => ({ ...row, name: redact(row.name), unit: redact(row.unit) }));
  return { ...benchmarks, notes: benchmarks.notes.map(redact), results };
}

/** The reasons of a run, by the same rule. */
export function redactReason(reason: Reason, redact: Redact): Reason {
  if (reason.kind === "environment") return { ...reason, problem: redact(reason.problem) };
  if (reason.kind === "stage" && reason.said !== null) return { ...reason, said: redact(reason.said) };
  return reason;
}

export function redactStage(stage: StageResult, redact: Redact): StageResult {
  return {
    ...stage,
    reason: stage.reason === null ? null : redact(stage.reason),
    findings: stage.findings.map((finding) => redactFinding(finding, redact)),
    command: redact(stage.command),
  };
}

function redactFinding(finding: Finding, redact: Redact): Finding {
  return { ...finding, title: redact(finding.title), message: redact(finding.message) };
}

function redactTests(tests: TestReport | null, redact: Redact, done: Map<TestPackage, TestPackage>): TestReport | null {
  if (tests === null) return null;
  const packages = tests.packages.map((entry) => {
    const redacted = done.get(entry) ?? redactPackage(entry, redact);
    done.set(entry, redacted);
    return redacted;
  });
  return { ...tests, packages };
}

export function redactPackage(entry: TestPackage, redact: Redact): TestPackage {
  return {
    ...entry,
    reason: entry.reason === null ? null : redact(entry.reason),
    failures: entry.failures.map((test) => redactTest(test, redact)),
    flakes: entry.flakes.map((test) => redactTest(test, redact)),
    unfinished: entry.unfinished.map((test) => redactTest(test, redact)),
    tests: entry.tests.map((test) => redactResult(test, redact)),
  };
}

function redactResult(test: TestResult, redact: Redact): TestResult {
  const { name: said, attributes, reason } = test;
  const name = redact(said);
  // Most tests say nothing but their names, and there are many.
  if (name === said && attributes === undefined && reason === undefined) return test;
  return {
    ...test,
    name,
    ...(attributes === undefined ? {} : { attributes: redactAttributes(attributes, redact) }),
    ...(reason === undefined ? {} : { reason: redact(reason) }),
  };
}

/** What tests say of themselves. */
export function redactAttributes(
  attributes: NonNullable<TestResult["attributes"]>,
  redact: Redact,
): NonNullable<TestResult["attributes"]> {
  return attributes.map(({ key, value }) => ({ key: redact(key), value: redact(value) }));
}

function redactTest(test: FailedTest, redact: Redact): FailedTest {
  return { ...test, name: redact(test.name), output: redact(test.output), command: redact(test.command) };
}
