import type { Crash } from "./crash.ts";
import type { Failure, PackageRun } from "./package-run.ts";

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

/** Why a test has no result of its own. `crash`: that of the package; null when it ended otherwise. */
export function unfinishedReason(test: Failure, crash: Crash | null, cutShort: string | null): string | null {
  if (test.unfinished === null) return null;
  const state = test.unfinished === "paused" ? "did not get its turn to run in parallel" : "did not finish";
  const ended = `the test binary has ended${guess(lastLine(test.output))}`;
  return `${test.name} ${state}: ${cutShort ?? crash?.title ?? ended}`;
}

/**
 * The test that crashed. Go attributes the crash to a parent when a subtest panics, since the subtest's result has been printed by
 * then; the stack tells them apart, for it begins in the test function itself or in a literal of it.
 */
export function crashedTest(run: PackageRun, crash: Crash): string | null {
  const named = run.output.crash?.test ?? null;
  if (crash.timedOut) {
    const leaves = leavesOf(crash.running);
    return leaves.find((name) => name === named) ?? leaves[0] ?? named;
  }
  if (named === null) return null;
  const inParent = crash.entry !== null && !named.includes("/") && crash.entry.endsWith(`.${named}`);
  if (inParent) return named;
  return run.failures.findLast((test) => test.name.startsWith(`${named}/`))?.name ?? named;
}

function buildReason(run: PackageRun, notBuilt: string): string {
  const cause = run.failedBuild?.replace(/ \[.*\]$/, "");
  const elsewhere = cause !== undefined && cause !== run.importPath && cause !== `${run.importPath}_test`;
  return elsewhere ? `${notBuilt}: ${cause}` : notBuilt;
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
