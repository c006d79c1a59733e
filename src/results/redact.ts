import type { Reason } from "../model/reason.ts";
import type {
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
  return {
    ...report,
    reasons: report.reasons.map(redact),
    warnings: report.warnings.map(redact),
    engine: { ...report.engine, reason: redact(report.engine.reason) },
    stages: report.stages.map((stage) => redactStage(stage, redact)),
    ...(report.comparison === undefined ? {} : { comparison: redactComparison(report.comparison, redact) }),
    modules: report.modules.map((module) => ({ ...module, tests: redactTests(module.tests, redact) })),
    totals: { ...report.totals, tests: redactTests(report.totals.tests, redact) },
  };
}

function redactComparison(comparison: Comparison, redact: Redact): Comparison {
  return { ...comparison, notes: comparison.notes.map(redact) };
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

function redactTests(tests: TestReport | null, redact: Redact): TestReport | null {
  if (tests === null) return null;
  return { ...tests, packages: tests.packages.map((entry) => redactPackage(entry, redact)) };
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
  const { name, attributes, reason } = test;
  return {
    ...test,
    name: redact(name),
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
