import { createClip, type OutputClip } from "./clip.ts";
import { createDump, type Dump, dumpStart, endsRace } from "./crash.ts";

/** A test that has begun and not ended. */
export interface RunningTest {
  /** null as long as it has printed nothing of its own. */
  clip: OutputClip | null;
  /** Waits for its turn to run in parallel. */
  paused: boolean;
}

const maxRaces = 50;
const packageLine = /^(?:ok {2}|\? {3}|FAIL)\\t|^coverage: |^\\t\S+\\t\\tcoverage: /;
const framing = /^(?:=== (?:RUN|PAUSE|CONT|NAME|ATTR|ARTIFACTS) | *--- (?:PASS|FAIL|SKIP|BENCH): )/;

/**
 * Sorts the output of one package: to the test that printed it, to the package, to a crash, to a report of the race detector.
 * Output is JSON text, as in TestEvent.
 */
export class PackageOutput {
  readonly running = new Map<string, RunningTest>();
  readonly races: Dump[] = [];
  /** What was printed outside of tests. */
  readonly own: OutputClip;
  /** The test binary reached its own end and said so. */
  summary: "PASS" | "FAIL" | null = null;
  notBuilt: "build failed" | "setup failed" | null = null;
  /** With -cover a package without test files passes, where it would be skipped without (Go 1.22 and later). */
  untested = false;
  crash: Dump | null = null;
  readonly #limit: number;
  #race: Dump | null = null;
  /** The last output that was not an empty line. */
  #before: string | null = null;

  constructor(limit: number) {
    this.#limit = limit;
    this.own = createClip(limit);
  }

  print(test: string | null, output: string): void {
    if (test === null ? this.#isPackageLine(output) : framing.test(output)) return;
    const taken = this.#addToDump(test, output);
    if (output !== "\\n") this.#before = output;
    if (!taken) this.#addToTest(test, output);
  }

  /** What looks like a crash of this test, as long as nothing shows that the binary went on. */
  dumpOf(test: string): string {
    return this.crash?.test === test ? this.crash.outputs.join("") : "";
  }

  /** Something that follows shows that the binary went on: what looked like a crash was printed by a test. */
  wentOn(): void {
    const dump = this.crash;
    if (dump === null) return;
    this.crash = null;
    if (dump.test !== null && !this.running.has(dump.test)) return;
    for (const output of dump.outputs) this.#addToTest(dump.test, JSON.stringify(output).slice(1, -1));
  }

  #addToTest(test: string | null, output: string): void {
    const entry = test === null ? undefined : this.running.get(test);
    if (entry !== undefined) entry.clip ??= createClip(this.#limit);
    (entry?.clip ?? this.own).add(output);
  }

  /** True when the output belongs to the crash alone. */
  #addToDump(test: string | null, output: string): boolean {
    if (this.#race !== null) {
      this.#race.add(output);
      if (endsRace(output)) this.#race = null;
      return false;
    }
    if (this.crash !== null) return this.crash.add(output) || this.crash.credible;
    const kind = dumpStart(output);
    if (kind === "crash") return this.#startCrash(test, output);
    if (kind === "race") this.#startRace(test, output);
    return false;
  }

  #startRace(test: string | null, output: string): void {
    if (this.races.length >= maxRaces) return;
    this.#race = createDump(test);
    this.#race.add(output);
    this.races.push(this.#race);
  }

  #startCrash(test: string | null, output: string): boolean {
    this.crash = createDump(test);
    // A panic right after text without a line end is part of that line, and the stack is the first sign of it.
    if (output.startsWith("goroutine ") && this.#before !== null) this.crash.add(this.#before);
    return this.crash.add(output);
  }

  /** Lines in which `go test` and the test binary speak about the package. */
  #isPackageLine(output: string): boolean {
    if (output === "PASS\\n" || output === "FAIL\\n") {
      this.wentOn();
      this.summary = output === "PASS\\n" ? "PASS" : "FAIL";
      return true;
    }
    if (!packageLine.test(output)) return false;
    if (output.endsWith(" [build failed]\\n")) this.notBuilt = "build failed";
    if (output.endsWith(" [setup failed]\\n")) this.notBuilt = "setup failed";
    if (output.startsWith("\\t")) this.untested = true;
    return true;
  }
}
