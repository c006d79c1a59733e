import type { FailedTest, Finding, TestPackage } from "../results/model.ts";
import { type Crash, readCrash, readRace } from "./crash.ts";
import type { Failure, PackageRun } from "./package-run.ts";
import { reproCommand } from "./repro.ts";
import type { SourceMap } from "./source-map.ts";
import type { Place } from "./stack.ts";
import { failurePlace } from "./test-place.ts";

export interface PackageReport {
  readonly package: TestPackage;
  readonly findings: readonly Finding[];
}

export interface PackageReportOptions extends SourceMap {
  /** Flags that a command needs to run the same tests, such as `-race` and `-tags=a`. */
  readonly flags: readonly string[];
}

/** Longest text taken into a reason, a finding. */
const reasonLimit = 300;
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
  const listed = run.failures.filter(
    (test) => !run.failedParents.has(test.name) || test.spoke || test.name === crashed,
  );
  const reason = failed ? packageReason(run, crash, cutShort) : null;
  const races = readRaces(run, options);
  const failures = listed.map((test) => describe(test, test.name === crashed ? crash : null));
  return {
    package: {
      importPath: run.importPath,
      status: failed ? "failed" : (run.result ?? "failed"),
      reason,
      durationMs: run.durationMs,
      ...run.counts,
      failures: failures.map(({ failed }) => failed),
    },
    findings: [
      ...races.map(({ finding }) => finding),
      ...failures.map(({ finding }) => finding).filter((finding) => finding !== null),
      ...packageFindings(),
    ],
  };

  function describe(test: Failure, own: Crash | null): { failed: FailedTest; finding: Finding | null } {
    const why = unfinishedReason(test, own, crash, run.result === null ? cutShort : null);
    const said = failurePlace(options, run.importPath, test.output);
    const race = races.find((report) => report.test === test.name);
    const place = own?.place ?? said ?? race?.place ?? null;
    const command = reproCommand(run.importPath, test.name, options.flags);
    const output = test.output.trimEnd();
    const text = own?.text ?? (why === null ? (said?.message ?? output.trim()) : joined([output.slice(-1_000), why]));
    // A parent is listed for what it printed, but what its subtests have shown is enough at their lines. A race has its own finding.
    const quiet =
      test.unfinished === "paused" ||
      (own === null && run.failedParents.has(test.name)) ||
      (race !== undefined && !said);
    return {
      failed: {
        name: test.name,
        durationMs: test.durationMs,
        path: place?.path ?? null,
        line: place?.line ?? null,
        output: joined([output, own?.text ?? why ?? ""]),
        command,
      },
      finding: quiet ? null : finding("test", titleOf(test, own), withCommand(text, command), place),
    };
  }

  /** A failed package in which no test has failed, and whose code did compile. */
  function packageFindings(): readonly Finding[] {
    if (!failed || failures.length > 0 || run.output.notBuilt !== null) return [];
    const command = reproCommand(run.importPath, null, options.flags);
    const text = crash?.text ?? run.output.own.text().trim();
    return [finding("test", `${run.importPath}: ${reason}`, withCommand(text, command), crash?.place ?? null)];
  }
}

function packageReason(run: PackageRun, crash: Crash | null, cutShort: string | null): string | null {
  const { notBuilt, summary, own } = run.output;
  if (notBuilt !== null) return buildReason(run, notBuilt);
  if (crash !== null) return withDetail(crash.title, crash.timedOut ? runningTests(crash) : null);
  if (run.result === null) return cutShort ?? "ended without a result";
  const unfinished = run.failures.findLast((test) => test.unfinished === "running");
  if (unfinished !== undefined) {
    const last = lastLine(unfinished.output) ?? lastLine(own.text());
    return withDetail(`the test binary ended while ${unfinished.name} was running${guess(last)}`, last);
  }
  if (run.result === "passed") return "a test has failed although the package has passed";
  if (run.failures.length > 0) return null;
  const last = lastLine(own.text());
  if (summary === "PASS") return withDetail("failed after its tests had passed", last);
  if (run.counts.passed + run.counts.skipped === 0) return withDetail("failed before a test ran", last);
  return withDetail("failed without a failing test", last);
}

function buildReason(run: PackageRun, notBuilt: string): string {
  const cause = run.failedBuild?.replace(/ \[.*\]$/, "");
  const elsewhere = cause !== undefined && cause !== run.importPath && cause !== `${run.importPath}_test`;
  return elsewhere ? `${notBuilt}: ${cause}` : notBuilt;
}

/**
 * The test that crashed. Go attributes the crash to a parent when a subtest panics, since the subtest's result has been printed by
 * then; the stack tells them apart, for it begins in the test function itself or in a literal of it.
 */
function crashedTest(run: PackageRun, crash: Crash): string | null {
  const named = run.output.crash?.test ?? null;
  if (crash.timedOut)
    return leavesOf(crash.running).find((name) => name === named) ?? leavesOf(crash.running)[0] ?? named;
  if (named === null) return null;
  const inParent = crash.entry !== null && !named.includes("/") && crash.entry.endsWith(`.${named}`);
  if (inParent) return named;
  return run.failures.findLast((test) => test.name.startsWith(`${named}/`))?.name ?? named;
}

function leavesOf(names: readonly string[]): readonly string[] {
  return names.filter((name) => !names.some((other) => other.startsWith(`${name}/`)));
}

function runningTests(crash: Crash): string | null {
  const leaves = leavesOf(crash.running);
  return leaves.length === 0 ? null : `running ${leaves.slice(0, 5).join(", ")}${leaves.length > 5 ? ", …" : ""}`;
}

/** Without a message from the system, the program has ended itself. */
function guess(last: string | null): string {
  return last?.startsWith("signal: ") ? "" : " (os.Exit, log.Fatal?)";
}

function unfinishedReason(
  test: Failure,
  own: Crash | null,
  crash: Crash | null,
  cutShort: string | null,
): string | null {
  if (test.unfinished === null || own !== null) return null;
  const state = test.unfinished === "paused" ? "did not get its turn to run in parallel" : "did not finish";
  const ended = `the test binary has ended${guess(lastLine(test.output))}`;
  return `${test.name} ${state}: ${cutShort ?? crash?.title ?? ended}`;
}

function titleOf(test: Failure, crash: Crash | null): string {
  if (crash?.timedOut) return `${test.name} timed out`;
  if (crash !== null) return `${test.name} crashed: ${clip(crash.title, reasonLimit)}`;
  return test.unfinished === null ? `${test.name} failed` : `${test.name} did not finish`;
}

/** Races by place: the same one is reported again for every run of the code. */
function readRaces(
  run: PackageRun,
  options: SourceMap,
): readonly { readonly test: string | null; readonly place: Place | null; readonly finding: Finding }[] {
  const seen = new Set<string>();
  return run.output.races.flatMap((dump) => {
    const race = readRace(options, dump.outputs);
    const key = race.place === null ? race.text : `${race.place.path}:${race.place.line}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const title = dump.test === null ? "data race" : `data race in ${dump.test}`;
    return [{ test: dump.test, place: race.place, finding: finding("race", title, clip(race.text), race.place) }];
  });
}

function finding(source: "test" | "race", title: string, message: string, place: Place | null): Finding {
  return {
    source,
    severity: "error",
    path: place?.path ?? null,
    line: place?.line ?? null,
    column: null,
    title,
    message,
  };
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n");
}

/** Every failure ends with the command that runs it again. */
function withCommand(text: string, command: string): string {
  return `${text === "" ? "failed without output" : clip(text)}\n${command}`;
}

/** The last line that says something; `exit status 1` only if nothing else does. */
function lastLine(text: string): string | null {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const line = lines.findLast((candidate) => !/^exit status \d+$/.test(candidate)) ?? lines.at(-1);
  return line === undefined ? null : line.trim();
}

function withDetail(reason: string, detail: string | null): string {
  return detail === null ? reason : clip(`${reason}: ${detail}`, reasonLimit);
}

function clip(text: string, limit = messageLimit): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}
