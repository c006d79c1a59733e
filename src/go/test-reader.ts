import type { Finding, TestPackage, TestReport } from "../model/report.ts";
import { withAttempts } from "./attempts.ts";
import { BuildLog } from "./build-log.ts";
import { CommandStreams } from "./command-streams.ts";
import { coverageTold } from "./coverage/missing.ts";
import { parseDiagnostics } from "./diagnostics.ts";
import { createEventReader } from "./event-reader.ts";
import { merge, reportOf } from "./merged-packages.ts";
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
  return new StreamReader(options);
}

class StreamReader implements TestReader {
  readonly #options: TestReaderOptions;
  readonly #limits: RunLimits;
  readonly #read = createEventReader();
  readonly #build: BuildLog;
  readonly #streams = new CommandStreams();
  /** Packages that have not ended. */
  readonly #runs = new Map<string, PackageRun>();
  readonly #reports = new Map<string, PackageReport>();
  readonly #profiled = new Set<string>();
  #junkLines = 0;
  #lacksErrors = false;

  constructor(options: TestReaderOptions) {
    const { outputLimit = defaultLimit, keptOutput = totalLimit, onPackage, later, stderr } = options;
    this.#options = options;
    this.#limits = {
      perTest: outputLimit,
      left: keptOutput,
      keepFinished: onPackage !== undefined || later !== undefined,
    };
    this.#build = new BuildLog(stderr ?? "");
  }

  get lacksErrors(): boolean {
    return this.#lacksErrors;
  }

  readonly line = (text: string): void => this.accept(this.#read(text));

  readonly next = (): void => this.#streams.next();

  accept(event: TestEvent): void {
    if (event.type === "junk") this.#junk(event.text);
    else if (event.type === "build") this.#build.add(event.importPath, event.output);
    else if (event.type === "attribute") this.#runs.get(event.package)?.attribute(event.test, event);
    else if (event.type === "test") this.#test(event);
  }

  end(ended: TestEnd, exitCodes: readonly (number | null)[] = [ended.exitCode]): TestRunResult {
    const cutShort = ended.timedOut ? "stopped by the time limit of the stage" : "go test ended before the package did";
    for (const run of [...this.#runs.values()]) this.#close(run, cutShort);
    const reports = [...this.#reports.values()];
    const report = reportOf(reports);
    const failures = report.packages.filter(({ status }) => status === "failed");
    const exitCode = this.#streams.exitCode(exitCodes, failures, ended.died != null);
    const broken = failures.length > 0 || exitCode !== 0;
    const diagnostics = parseDiagnostics(this.#build.text() + (broken ? `\n${ended.stderr}` : ""), {
      ...this.#options,
      source: "compile",
    });
    return {
      report,
      findings: [...diagnostics, ...capped(reports.flatMap(({ findings }) => findings))],
      failedBecause: failureReason(report, { ...ended, exitCode }),
      ...{ profiled: this.#profiled, junkLines: this.#junkLines },
    };
  }

  #test(event: Extract<TestEvent, { type: "test" }>): void {
    const run = this.#runs.get(event.package) ?? new PackageRun(event.package, event.time, this.#limits);
    this.#runs.set(event.package, run);
    this.#streams.has(event.package);
    if (coverageTold(event) !== null) {
      run.profiled = true;
      // The name that the event has may keep a whole piece of the stream in memory.
      this.#profiled.add(run.importPath);
    }
    run.accept(event);
    if (run.result !== null) this.#close(run, null);
  }

  /** Go before 1.24 reports a package that it cannot even load as plain text. */
  #junk(text: string): void {
    const name = /^FAIL\t(\S+) \[(?:setup|build) failed\]$/.exec(text)?.[1];
    if (name === undefined) this.#junkLines += text === "" ? 0 : 1;
    else for (const event of failedPackage(name, text)) this.accept(event);
  }

  #close(run: PackageRun, cutShort: string | null): void {
    const { importPath } = run;
    const { stderr, later, flaky = "warning", onPackage } = this.#options;
    const { package: report, ...rest } = reportPackage(run, this.#options, cutShort);
    this.#runs.delete(importPath);
    this.#lacksErrors ||= run.output.notBuilt !== null && stderr === null;
    const own = { report, ...rest, startedAt: run.startedAt, tests: run.finished, output: this.#outputOf(run, report) };
    const done = withAttempts(own, later?.get(importPath) ?? [], flaky);
    if (report.status === "failed" && done.report.status !== "failed") this.#streams.healed(importPath);
    const { findings, again } = done;
    const result = { package: done.report, findings, again };
    this.#reports.set(importPath, merge(this.#reports.get(importPath), result));
    onPackage?.(done);
  }

  #outputOf({ output, importPath, failedBuild }: PackageRun, { status }: TestPackage): string {
    const own = status === "failed" ? output.own.text() : "";
    return output.notBuilt === null ? own : own + this.#build.of(importPath, failedBuild);
  }
}

function failedPackage(name: string, text: string): readonly TestEvent[] {
  const none = { test: null, elapsed: null, outputType: null, failedBuild: null, time: null };
  const event = { type: "test", package: name, ...none } as const;
  return [
    { ...event, action: "output", output: `${text.replaceAll("\t", "\\t")}\\n` },
    { ...event, action: "fail", output: null },
  ];
}

function capped(findings: readonly Finding[]): readonly Finding[] {
  const left = findings.length - maxTestFindings;
  if (left <= 0) return findings;
  const rest = { source: "test", severity: "error", path: null, line: null, column: null } as const;
  const note = { ...rest, title: "more failed tests", message: `${left} more failures are listed in report.json` };
  return [...findings.slice(0, maxTestFindings), note];
}
