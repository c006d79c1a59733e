import type { Finding, TestPackage, TestReport } from "../model/report.ts";
import { withAttempts } from "./attempts.ts";
import { BuildLog } from "./build-log.ts";
import { coverageTold } from "./coverage/missing.ts";
import { parseDiagnostics } from "./diagnostics.ts";
import { createEventReader } from "./event-reader.ts";
import { type Again, type PackageReport, type PackageReportOptions, reportPackage } from "./package-report.ts";
import { type FinishedTest, PackageRun, type RunLimits } from "./package-run.ts";
import type { TestEvent } from "./test-event.ts";
import { failureReason, type TestEnd } from "./test-verdict.ts";

export interface TestReaderOptions extends PackageReportOptions {
  /** Directory `go test` ran in, relative to the repository. */
  readonly cwd: string;
  /** Characters of output kept per failed test; 24,000 if not given. */
  readonly outputLimit?: number;
  /** Characters of output kept of all failed tests together; 32 Mi if not given. */
  readonly keptOutput?: number;
  /** Standard error, as far as it is known beforehand: there Go before 1.24 says why a package was not built. null: not known; see lacksErrors. */
  readonly stderr?: string | null;
  /** Called once per package, as soon as its result is known; with it every test is kept until then. */
  readonly onPackage?: (done: FinishedPackage) => void;
  /** What was run again of packages, by their import paths, in order. */
  readonly later?: ReadonlyMap<string, readonly FinishedPackage[]>;
  /** Of what passed when it was run again; `warning` if not given. */
  readonly flaky?: Finding["severity"];
}

export interface FinishedPackage {
  readonly report: TestPackage;
  /** RFC 3339; null when no event gave a time. */
  readonly startedAt: string | null;
  /** All tests in the order in which they ended. */
  readonly tests: readonly FinishedTest[];
  /** What the package printed outside of tests, or why it was not built; empty when it passed. */
  readonly output: string;
  readonly findings: readonly Finding[];
  /** What of it can be run again; null: it has not failed, or fails again for sure. */
  readonly again: Again | null;
}

export interface TestReader {
  /** A package was not built, and standard error may say why, which was not known. */
  readonly lacksErrors: boolean;
  /** One line of standard output. Never throws. */
  line(text: string): void;
  /** The same for a line that an event reader has read already. */
  accept(event: TestEvent): void;
  /** What follows is the stream of another command. */
  next(): void;
  /** `exitCodes`: of all commands, in the order of their streams, where there are several. */
  end(end: TestEnd, exitCodes?: readonly (number | null)[]): TestRunResult;
}

export interface TestRunResult {
  readonly report: TestReport;
  readonly findings: readonly Finding[];
  /** Why the run is not a pass, one sentence; null when it is. */
  readonly failedBecause: string | null;
  /** Packages whose binaries said how much they covered, after which they write a profile. */
  readonly profiled: ReadonlySet<string>;
  /** Lines of standard output that were no events. */
  readonly junkLines: number;
}

/** Characters of output kept of all failed tests together: they stay in memory, and go into report.json. */
export const totalLimit = 32 * 1024 * 1024;
const defaultLimit = 24_000;
const maxTestFindings = 1_000;

/** Reads the stream of `go test -json` line by line. Memory does not grow with the output, nor with tests that pass. */
export function createTestReader(options: TestReaderOptions): TestReader {
  const { outputLimit = defaultLimit, keptOutput = totalLimit, onPackage } = options;
  const limits: RunLimits = {
    perTest: outputLimit,
    left: keptOutput,
    keepFinished: onPackage !== undefined || options.later !== undefined,
  };
  const runs = new Map<string, PackageRun>();
  const reports = new Map<string, PackageReport>();
  const build = new BuildLog(options.stderr ?? "");
  const read = createEventReader();
  const profiled = new Set<string>();
  let junkLines = 0;
  let lacksErrors = false;
  let stream = 0;
  /** In which stream a package is. */
  const streams = new Map<string, number>();
  /** Streams in which a package that failed has passed when it was run again. */
  const healed = new Set<number>();

  const close = (run: PackageRun, cutShort: string | null): void => {
    const { package: report, ...rest } = reportPackage(run, options, cutShort);
    runs.delete(run.importPath);
    const output = report.status === "failed" ? run.output.own.text() : "";
    lacksErrors ||= run.output.notBuilt !== null && options.stderr === null;
    const built = run.output.notBuilt === null ? "" : build.of(run.importPath, run.failedBuild);
    const own = { report, ...rest, startedAt: run.startedAt, tests: run.finished, output: output + built };
    const done = withAttempts(own, options.later?.get(run.importPath) ?? [], options.flaky ?? "warning");
    if (report.status === "failed" && done.report.status !== "failed") healed.add(streams.get(run.importPath) ?? 0);
    const { findings, again } = done;
    reports.set(run.importPath, merge(reports.get(run.importPath), { package: done.report, findings, again }));
    onPackage?.(done);
  };

  /** Go before 1.24 reports a package that it cannot even load as plain text. */
  const onJunk = (text: string): void => {
    const name = /^FAIL\t(\S+) \[(?:setup|build) failed\]$/.exec(text)?.[1];
    if (name === undefined) junkLines += text === "" ? 0 : 1;
    else for (const event of failedPackage(name, text)) accept(event);
  };

  const accept = (event: TestEvent): void => {
    if (event.type === "junk") onJunk(event.text);
    else if (event.type === "build") build.add(event.importPath, event.output);
    else if (event.type === "attribute") runs.get(event.package)?.attribute(event.test, event);
    else if (event.type === "test") {
      const run = runs.get(event.package) ?? new PackageRun(event.package, event.time, limits);
      runs.set(event.package, run);
      streams.set(event.package, stream);
      if (coverageTold(event) !== null) {
        run.profiled = true;
        // The name that the event has may keep a whole piece of the stream in memory.
        profiled.add(run.importPath);
      }
      run.accept(event);
      if (run.result !== null) close(run, null);
    }
  };

  const end = (ended: TestEnd, exitCodes: readonly (number | null)[] = [ended.exitCode]): TestRunResult => {
    const cutShort = ended.timedOut ? "stopped by the time limit of the stage" : "go test ended before the package did";
    for (const run of [...runs.values()]) close(run, cutShort);
    const packages = [...reports.values()].map((report) => report.package).sort(byImportPath);
    const report = { ...totals(packages), packages };
    const failures = packages.filter((entry) => entry.status === "failed");
    const failed = failures.length > 0;
    const red = new Set(failures.map(({ importPath }) => streams.get(importPath)));
    // Every package that made a command exit with 1 has passed since; of one that died nobody knows what it left out.
    const isHealed = (index: number): boolean => ended.died == null && healed.has(index) && !red.has(index);
    const codes = exitCodes.map((code, index) => (code === 1 && isHealed(index) ? 0 : code));
    const exitCode = codes.find((code) => code !== 0);
    const how = { ...ended, exitCode: exitCode === undefined ? 0 : exitCode };
    const broken = failed || how.exitCode !== 0;
    const diagnostics = parseDiagnostics(build.text() + (broken ? `\n${how.stderr}` : ""), {
      ...options,
      source: "compile",
    });
    const tests = [...reports.values()].flatMap((entry) => entry.findings);
    const failedBecause = failureReason(report, how);
    return { report, findings: [...diagnostics, ...capped(tests)], failedBecause, profiled, junkLines };
  };

  const next = (): void => {
    stream += 1;
  };
  return {
    get lacksErrors() {
      return lacksErrors;
    },
    line: (text) => accept(read(text)),
    accept,
    next,
    end,
  };
}

function failedPackage(name: string, text: string): readonly TestEvent[] {
  const none = { test: null, elapsed: null, outputType: null, failedBuild: null, time: null };
  const event = { type: "test", package: name, ...none } as const;
  return [
    { ...event, action: "output", output: `${text.replaceAll("\t", "\\t")}\\n` },
    { ...event, action: "fail", output: null },
  ];
}

/** Two results of one package, as when two streams follow each other. */
function merge(first: PackageReport | undefined, second: PackageReport): PackageReport {
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

function capped(findings: readonly Finding[]): readonly Finding[] {
  const left = findings.length - maxTestFindings;
  if (left <= 0) return findings;
  const rest = { source: "test", severity: "error", path: null, line: null, column: null } as const;
  const note = { ...rest, title: "more failed tests", message: `${left} more failures are listed in report.json` };
  return [...findings.slice(0, maxTestFindings), note];
}

function byImportPath(a: TestPackage, b: TestPackage): number {
  if (a.importPath === b.importPath) return 0;
  return a.importPath < b.importPath ? -1 : 1;
}
