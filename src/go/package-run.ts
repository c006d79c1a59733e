import { clipEnd } from "../text/clip.ts";
import type { OutputClip } from "./clip.ts";
import { createErrors } from "./marked-errors.ts";
import { PackageOutput } from "./package-output.ts";
import type { TestEvent } from "./test-event.ts";

/** What a test says of itself by `T.Attr`. */
export interface Attribute {
  readonly key: string;
  readonly value: string;
}

export type TestOutcome = "passed" | "failed" | "skipped";

export interface FinishedTest {
  readonly name: string;
  /** interrupted: it had begun when something else ended the test binary. flaky: passed when it was run again. */
  readonly result: TestOutcome | "flaky" | "interrupted";
  /** null when Go gives none, as for benchmarks. */
  readonly durationMs: number | null;
  /** Empty for a test that passed; of a skipped one only the end. */
  readonly output: string;
  /** Absent where there are none. */
  readonly attributes?: readonly Attribute[];
}

export interface TestFailure extends FinishedTest {
  /** It printed something itself; what its subtests printed does not count. */
  readonly spoke: boolean;
  /** What Go marked as printed by t.Error and t.Fatal, one text per call; none before Go 1.27. */
  readonly errors: readonly string[];
  /** What looked like a crash when it ended, in addition to `output`. */
  readonly dump: string;
  /** It had begun and not ended when the package did; why is said by the package. */
  readonly unfinished: "running" | "paused" | null;
}

export interface RunLimits {
  /** Characters of output kept per test. */
  readonly perTest: number;
  /** Characters of output kept of all failed tests together; counted down. */
  left: number;
  /** Keep every test with its duration, not only the failed ones. */
  readonly keepFinished: boolean;
}

/** Of one test; a test can say anything, and it stays in memory. */
const maxAttributes = 100;
const maxAttribute = 1_000;

const outcomes: Readonly<Record<string, TestOutcome>> = { pass: "passed", fail: "failed", skip: "skipped" };

/** What was seen of one package in a `go test -json` stream. Keeps the output of running and failed tests only, clipped. */
export class PackageRun {
  readonly importPath: string;
  /** RFC 3339, of the first event. */
  readonly startedAt: string | null;
  readonly output: PackageOutput;
  readonly counts = { passed: 0, failed: 0, skipped: 0, flaky: 0, interrupted: 0 };
  finished: FinishedTest[] = [];
  failures: TestFailure[] = [];
  /** Tests that did not fail but were not let end either. */
  interrupted: readonly TestFailure[] = [];
  /** The binary said how much it covered, after which it writes its profile. */
  profiled = false;
  /** Names of tests of which a subtest failed. */
  readonly failedParents = new Set<string>();
  /** null until the package's own result has come. */
  result: TestOutcome | null = null;
  durationMs = 0;
  failedBuild: string | null = null;
  /** Of running tests. */
  readonly #attributes = new Map<string, Attribute[]>();
  readonly #limits: RunLimits;

  constructor(importPath: string, startedAt: string | null, limits: RunLimits) {
    this.importPath = importPath;
    this.startedAt = startedAt;
    this.#limits = limits;
    this.output = new PackageOutput(limits.perTest);
  }

  accept(event: Extract<TestEvent, { type: "test" }>): void {
    const { action, test, output } = event;
    if (action === "output") {
      if (output !== null) this.output.print(test, output, event.outputType);
      return;
    }
    const outcome = outcomes[action];
    if (test === null) {
      if (outcome !== undefined) this.#onResult(outcome, event.elapsed, event.failedBuild);
    } else if (outcome === undefined) this.#onProgress(test, action);
    else this.#onTestResult(test, outcome, milliseconds(event.elapsed));
  }

  /** A test says something of itself. */
  attribute(test: string, { key, value }: Attribute): void {
    const said = this.#attributes.get(test) ?? [];
    this.#attributes.set(test, said);
    if (said.length < maxAttributes)
      said.push({ key: clipEnd(key, maxAttribute), value: clipEnd(value, maxAttribute) });
  }

  /** Counts what has begun and not ended as failed. Of benchmarks, which end without an event, only the last one can be running. */
  failUnfinished(): void {
    const { running } = this.output;
    const lastName = [...running.keys()].at(-1);
    for (const [name, { paused }] of running) {
      if (name.startsWith("Benchmark") && name !== lastName) continue;
      this.#onTestResult(name, "failed", null, paused ? "paused" : "running");
    }
    running.clear();
  }

  /** Takes back that tests which did not finish have failed, but for `culprit`, which ended the test binary, and its parents. */
  interruptUnfinished(culprit: string | null): void {
    const interrupted = this.failures.filter(
      ({ name, unfinished }) => unfinished !== null && name !== culprit && culprit?.startsWith(`${name}/`) !== true,
    );
    const names = new Set<FinishedTest>(interrupted);
    this.failures = this.failures.filter((test) => !names.has(test));
    this.finished = this.finished.map((test) => (names.has(test) ? { ...test, result: "interrupted" } : test));
    this.interrupted = interrupted;
    this.counts.failed -= interrupted.length;
    this.counts.interrupted += interrupted.length;
  }

  #onProgress(test: string, action: string): void {
    const { running } = this.output;
    if (action === "run") {
      this.output.wentOn();
      running.set(test, { clip: null, paused: false, errors: createErrors() });
    }
    const entry = running.get(test);
    if (entry !== undefined && (action === "pause" || action === "cont")) entry.paused = action === "pause";
  }

  #onResult(outcome: TestOutcome, elapsed: number | null, failedBuild: string | null): void {
    const { passed, failed, skipped } = this.counts;
    const untested = this.output.untested && passed + failed + skipped === 0;
    // The same package twice, as in two streams one after the other, is not healed by the second.
    if (this.result !== "failed") this.result = outcome === "passed" && untested ? "skipped" : outcome;
    this.durationMs += milliseconds(elapsed) ?? 0;
    this.failedBuild = failedBuild;
  }

  #onTestResult(
    name: string,
    result: TestOutcome,
    durationMs: number | null,
    unfinished: TestFailure["unfinished"] = null,
  ): void {
    this.counts[result] += 1;
    const { clip = null, errors } = this.output.running.get(name) ?? {};
    this.output.running.delete(name);
    const said = this.#attributes.get(name);
    this.#attributes.delete(name);
    const attributes = said === undefined ? {} : { attributes: said };
    if (result === "failed") {
      const output = this.#keep(clip);
      const dump = this.output.dumpOf(name);
      const kept = { output, spoke: clip !== null, errors: errors?.texts() ?? [], dump };
      const failure: TestFailure = { name, result, durationMs, ...kept, ...attributes, unfinished };
      this.failures.push(failure);
      if (this.#limits.keepFinished) this.finished.push(failure);
      for (const parent of parentsOf(name)) this.failedParents.add(parent);
    } else if (this.#limits.keepFinished) {
      const output = result === "skipped" ? (clip?.text() ?? "").slice(-500) : "";
      this.finished.push({ name, result, durationMs, output, ...attributes });
    }
  }

  #keep(clip: OutputClip | null): string {
    if (clip === null) return "";
    if (this.#limits.left <= 0) return "[… left out: too much output of failed tests; the log is complete …]\n";
    const text = clip.text();
    this.#limits.left -= text.length;
    return text;
  }
}

/** Names of the tests that a subtest belongs to, the outermost first. */
export function* parentsOf(test: string): Generator<string> {
  for (let slash = test.indexOf("/"); slash >= 0; slash = test.indexOf("/", slash + 1)) yield test.slice(0, slash);
}

/** null also for what no test can take, since a report has to be able to hold sums. */
function milliseconds(seconds: number | null): number | null {
  return seconds !== null && seconds >= 0 && seconds < 1e9 ? Math.round(seconds * 1000) : null;
}
