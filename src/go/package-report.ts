import type { FailedTest, Finding, TestPackage, TestResult } from "../model/report.ts";
import { type Crash, readCrash, readRace } from "./crash.ts";
import { crashedTest } from "./crashed-test.ts";
import { culpritOf } from "./culprit.ts";
import { logEntries } from "./log-lines.ts";
import { flagProblem, packageReason, reasonLimit, unfinishedReason } from "./package-reason.ts";
import { type FinishedTest, type PackageRun, parentsOf, type TestFailure } from "./package-run.ts";
import { reproCommand } from "./repro.ts";
import type { SourceMap } from "./source-map.ts";
import type { StackPlace } from "./stack.ts";
import { failureWords, type PlaceOptions } from "./test-place.ts";

export interface PackageReport {
  readonly package: TestPackage;
  readonly findings: readonly Finding[];
  readonly again: Again | null;
}

/** What of a failed package can be run again: tests by their names, or null: nothing less than all of it, since it was not only tests that failed. */
export interface Again {
  readonly tests: readonly string[] | null;
}

export interface PackageReportOptions extends PlaceOptions {
  /** Flags that a command needs to run the same tests, such as `-race` and `-tags=a`. */
  readonly flags: readonly string[];
  /** Puts a command where it has to run, with the variables that the tests had. */
  readonly wrap?: (command: string) => string;
}

/** What is known about the package as a whole when its tests are described. */
interface Context {
  readonly run: PackageRun;
  readonly options: PackageReportOptions;
  readonly crash: Crash | null;
  /** Name of the test that crashed. */
  readonly crashed: string | null;
  readonly races: readonly RaceReport[];
  readonly cutShort: string | null;
}

interface RaceReport {
  readonly test: string | null;
  readonly place: StackPlace | null;
  readonly finding: Finding;
}

const messageLimit = 3_000;

/**
 * The result of one package whose events are all in. `cutShort`: why the stream ended before the package's own result, which
 * makes it a failure; null when Go gave a result.
 */
export function reportPackage(run: PackageRun, options: PackageReportOptions, cutShort: string | null): PackageReport {
  const failed = run.result === "failed" || run.result === null || run.counts.failed > 0;
  const crash = failed && run.output.crash !== null ? readCrash(options, run.output.crash.outputs) : null;
  if (crash === null) run.output.wentOn();
  // A binary that says PASS or FAIL has ended all its tests; what is left over then are benchmarks, which have no result.
  if (failed && run.output.summary === null) run.failUnfinished();
  const crashed = crash === null ? null : crashedTest(run, crash);
  const context = { run, options, crash, crashed, races: readRaces(run, options), cutShort };
  const reason = failed ? packageReason(run, crash, cutShort) : null;
  run.interruptUnfinished(culpritOf(run, crash, crashed));
  const describe = (tests: readonly TestFailure[]) =>
    tests.filter((test) => isListed(test, context)).map((test) => describeTest(test, context));
  const failures = describe(run.failures);
  const interrupted = describe(run.interrupted);
  const tests = [...failures, ...interrupted];
  const ofNoTest = crash !== null && crashed === null;
  return {
    package: {
      importPath: run.importPath,
      status: failed ? "failed" : (run.result ?? "failed"),
      reason,
      durationMs: run.durationMs,
      ...(run.output.cached ? { cached: true as const } : {}),
      ...run.counts,
      failures: failures.map((test) => test.failed),
      flakes: [],
      unfinished: interrupted.map((test) => test.failed),
      tests: resultsOf(run.finished),
    },
    findings: [
      ...context.races.map((race) => race.finding),
      ...tests.map((test) => test.finding).filter((finding) => finding !== null),
      ...(failed && (tests.length === 0 || ofNoTest) ? packageFindings(context, reason) : []),
    ],
    again: failed ? againOf(context) : null,
  };
}

/**
 * Tests by name where the binary ran to its end and wrote its profile. A parent that printed something may have failed by itself, and is run again with all its
 * subtests; one that did not is run again for those that failed. What does not build fails again.
 */
function againOf(context: Context): Again | null {
  const { run, crash, races } = context;
  const { notBuilt, summary } = run.output;
  if (notBuilt !== null) return null;
  const unfinished = [...run.failures, ...run.interrupted].some((test) => test.unfinished !== null);
  const ended = run.result !== null && crash === null && races.length === 0 && !unfinished && summary === "FAIL";
  if (!ended || !run.profiled || run.failures.length === 0) return { tests: null };
  const names = new Set(run.failures.filter((test) => isListed(test, context)).map(({ name }) => name));
  return { tests: [...names].filter((name) => ![...parentsOf(name)].some((parent) => names.has(parent))) };
}

/** As the report lists them: tests that run side by side end in any order. */
export function resultsOf(tests: readonly FinishedTest[]): readonly TestResult[] {
  return tests.map(resultOf).sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
}

function resultOf({ name, result, durationMs, output, attributes }: FinishedTest): TestResult {
  const reason = result === "skipped" ? skipReason(output) : "";
  return {
    ...{ name, status: result, durationMs },
    ...(attributes === undefined ? {} : { attributes }),
    ...(reason === "" ? {} : { reason }),
  };
}

/** What T.Skip was given, without its place; else the last words. */
function skipReason(output: string): string {
  return (logEntries(output).at(-1)?.message ?? output).trim();
}

/** A parent that has failed by its subtests only, without a word of its own, adds nothing to them. */
function isListed(test: TestFailure, { run, crashed, crash }: Context): boolean {
  return (
    !run.failedParents.has(test.name) || test.spoke || (crash === null && test.dump !== "") || test.name === crashed
  );
}

function describeTest(test: TestFailure, context: Context): { failed: FailedTest; finding: Finding | null } {
  const { run, options, crash, races } = context;
  const own = test.name === context.crashed ? crash : null;
  const why = own === null ? unfinishedReason(test, crash, run.result === null ? context.cutShort : null) : null;
  const words = test.unfinished === "running" && crash === null ? run.output.lastWords.text().trimEnd() : "";
  const printed = (test.output + (crash === null ? test.dump : "")).trimEnd();
  const output = printed.endsWith(words) ? printed : joined([printed, words]);
  const said = failureWords(options, run.importPath, output, test.errors);
  const race = races.find((report) => report.test === test.name);
  const place = own?.place ?? said?.place ?? race?.place ?? null;
  const command = commandOf(run, test.name, options);
  const text = own?.text ?? (why === null ? (said?.message ?? output.trim()) : joined([output.slice(-1_000), why]));
  // What the subtests of a parent show at their lines is enough, and a race has its own finding.
  const isParent = own === null && run.failedParents.has(test.name);
  // What ended everybody is known, and says more than each of them.
  const isVictim = own === null && crash !== null && run.interrupted.includes(test);
  const quiet = test.unfinished === "paused" || isVictim || isParent || (race !== undefined && said === null);
  return {
    failed: {
      name: test.name,
      durationMs: test.durationMs,
      path: place?.path ?? null,
      line: place?.line ?? null,
      output: joined([output, own?.text ?? why ?? ""]),
      command,
    },
    finding: quiet
      ? null
      : {
          ...finding("test", titleOf(test, own), withCommand(text, command), place),
          subject: { package: run.importPath, test: test.name },
        },
  };
}

/** A failed package in which no test has failed; one that was not built is shown by what the compiler says. */
function packageFindings({ run, options, crash }: Context, reason: string | null): readonly Finding[] {
  if (run.output.notBuilt !== null) return [];
  const command = commandOf(run, null, options);
  const printed = run.output.own.text().trim();
  const text = crash?.text ?? flagProblem(printed) ?? printed;
  return [finding("test", `${run.importPath}: ${reason}`, withCommand(text, command), crash?.place ?? null)];
}

function titleOf(test: TestFailure, crash: Crash | null): string {
  if (crash?.timedOut) return `${test.name} timed out`;
  if (crash !== null) return `${test.name} crashed: ${clip(crash.title, reasonLimit)}`;
  return test.unfinished === null ? `${test.name} failed` : `${test.name} did not finish`;
}

/** Races by place: the same one is reported again for every run of the code. */
function readRaces(run: PackageRun, options: SourceMap): readonly RaceReport[] {
  const seen = new Set<string>();
  return run.output.races.flatMap(({ test, outputs }) => {
    const { place, text } = readRace(options, outputs);
    const key = place === null ? text : `${place.path}:${place.line}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const title = test === null ? "data race" : `data race in ${test}`;
    return [{ test, place, finding: finding("race", title, clip(text), place) }];
  });
}

function finding(source: "test" | "race", title: string, message: string, place: StackPlace | null): Finding {
  const at = { path: place?.path ?? null, line: place?.line ?? null, column: null };
  return { source, severity: "error", ...at, title, message };
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n");
}

function commandOf({ importPath }: PackageRun, test: string | null, { flags, wrap }: PackageReportOptions): string {
  const command = reproCommand(importPath, test, flags);
  return wrap === undefined ? command : wrap(command);
}

/** Every failure ends with the command that runs it again. */
function withCommand(text: string, command: string): string {
  return `${text === "" ? "failed without output" : clip(text)}\n${command}`;
}

function clip(text: string, limit = messageLimit): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}
