import type { Crash } from "./crash.ts";
import { leavesOf } from "./crashed-test.ts";
import type { PackageRun, TestFailure } from "./package-run.ts";

/** Longest reason, in characters. */
export const reasonLimit = 300;

/**
 * Why a package has failed, as far as that is not a failing test. `cutShort`: why the stream ended before the package's result, null
 * when it has one.
 */
export function packageReason(run: PackageRun, crash: Crash | null, cutShort: string | null): string | null {
  const { notBuilt, summary, own } = run.output;
  if (notBuilt !== null) return buildReason(run, notBuilt);
  if (crash !== null) return withDetail(crash.title, crash.timedOut ? runningTests(crash) : null);
  if (run.result === null) return cutShort ?? "ended without a result";
  const running = run.failures.filter((test) => test.unfinished === "running");
  const lastWords = lastLine(run.output.lastWords.text());
  if (running.length > 0) {
    const last = lastWords ?? lastLine(running.at(-1)?.output ?? "") ?? lastLine(own.text());
    return withDetail(`the test binary ended while ${wereRunning(running)}${guess(last)}`, last);
  }
  if (run.result === "passed") return "a test has failed although the package has passed";
  if (run.failures.length > 0) return null;
  const last = flagProblem(own.text()) ?? lastWords ?? lastLine(own.text());
  const held = heldOpen.exec(own.text())?.[1];
  if (held !== undefined)
    return `a process that its tests started still held their output ${held} after they had ended; stop it in the test`;
  if (summary === "PASS") return withDetail("failed after its tests had passed", last);
  if (run.counts.passed + run.counts.skipped === 0) return withDetail("failed before a test ran", last);
  return withDetail("failed without a failing test", last);
}

/** How long go waits for output after the test binary has ended depends on -timeout (cmd/go, runTestActor; Go 1.26.8, 1.27.4). */
const heldOpen = /^\*\*\* Test I\/O incomplete (\S+) after exiting\.$/m;

/** Why a test has no result of its own. `crash`: that of the package; null when it ended otherwise. */
export function unfinishedReason(test: TestFailure, crash: Crash | null, cutShort: string | null): string | null {
  if (test.unfinished === null) return null;
  const state = test.unfinished === "paused" ? "did not get its turn to run in parallel" : "did not finish";
  const ended = `the test binary has ended${guess(lastLine(test.output))}`;
  return `${test.name} ${state}: ${cutShort ?? crash?.title ?? ended}`;
}

/**
 * What the flag package says before it prints the usage, of which the last line would only be the description of some flag. Its
 * words are those of Go 1.27's flag.go.
 */
export function flagProblem(text: string): string | null {
  const said =
    /^(?:flag provided but not defined: |flag needs an argument: |bad flag syntax: |invalid (?:boolean )?value .* for |missing value for )/;
  const lines = text.split("\n");
  const usage = lines.findIndex((line) => /^Usage(?: of .*)?:$/.test(line));
  const problem = lines.find((line) => said.test(line)) ?? lines[usage - 1];
  return problem === undefined || problem.trim() === "" ? null : problem.trim();
}

function wereRunning(tests: readonly TestFailure[]): string {
  const names = leavesOf(tests.map((test) => test.name));
  return `${listed(names)} ${names.length === 1 ? "was" : "were"} running`;
}

function listed(names: readonly string[]): string {
  return `${names.slice(0, 5).join(", ")}${names.length > 5 ? ", …" : ""}`;
}

function buildReason(run: PackageRun, notBuilt: string): string {
  const cause = run.failedBuild?.replace(/ \[.*\]$/, "");
  const elsewhere = cause !== undefined && cause !== run.importPath && cause !== `${run.importPath}_test`;
  return elsewhere ? `${notBuilt}: ${cause}` : notBuilt;
}

function runningTests(crash: Crash): string | null {
  const leaves = leavesOf(crash.running);
  return leaves.length === 0 ? null : `running ${listed(leaves)}`;
}

/** Without a message from the system, the program has ended itself. */
function guess(last: string | null): string {
  return last?.startsWith("signal: ") ? "" : " (os.Exit, log.Fatal?)";
}

/** The last line that says something; `exit status 1` only if nothing else does. */
function lastLine(text: string): string | null {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const line = lines.findLast((candidate) => !/^exit status \d+$/.test(candidate)) ?? lines.at(-1);
  return line === undefined ? null : line.trim();
}

function withDetail(reason: string, detail: string | null): string {
  const text = detail === null ? reason : `${reason}: ${detail}`;
  return text.length <= reasonLimit ? text : `${text.slice(0, reasonLimit - 1)}…`;
}
