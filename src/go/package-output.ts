import { OutputClip } from "./clip.ts";
import { createDump, type Dump, dumpStart, endsRace } from "./crash.ts";
import { createFailChain } from "./fail-chain.ts";
import type { MarkedErrors } from "./marked-errors.ts";

/** A test that has begun and not ended. */
export interface RunningTest {
  /** null as long as it has printed nothing of its own. */
  clip: OutputClip | null;
  /** Waits for its turn to run in parallel. */
  paused: boolean;
  readonly errors: MarkedErrors;
}

const maxRaces = 50;
/** Among them the seed of a random order (testing.go, `fmt.Println("-test.shuffle", n)`). */
const packageLine = /^-test\.shuffle -?\d+\\n$|^(?:ok {2}|\? {3}|FAIL)\\t|^coverage: |^\\t\S+\\t\\t(?:coverage: |$)/;
const cachedLine = /^ok {2}\\t[^\\\s]+\\t\(cached\)/;
const framing = /^(?:=== (?:RUN|PAUSE|CONT|NAME|ATTR|ARTIFACTS) | *--- (PASS|FAIL|SKIP|BENCH): )/;
const lastWordsLimit = 4_000;
/** What a binary without a statement to cover says when it ends itself (emitMetaData in internal/coverage/cfile; Go 1.26.8 and 1.27.4): not its last words. */
const coverageNote = "program not built with -cover\\n";

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
  /** Go took the result of an earlier run and replays what it printed. */
  cached = false;
  crash: Dump | null = null;
  /**
   * What was printed after the last line of Go's own. When the binary ends itself these are its last words, whichever test Go credits
   * them to: that is the one it named last, which may have passed long ago.
   */
  lastWords = new OutputClip(lastWordsLimit);
  readonly #chain = createFailChain();
  readonly #limit: number;
  #race: Dump | null = null;
  /** The last output that was not an empty line. */
  #before: string | null = null;

  constructor(limit: number) {
    this.#limit = limit;
    this.own = new OutputClip(limit);
  }

  print(test: string | null, output: string, type: string | null): void {
    if (output === coverageNote) return;
    if (test === null ? this.#isPackageLine(output) : this.#isFraming(test, output)) return;
    if (test !== null && type !== null) this.running.get(test)?.errors.add(output, type);
    const taken = this.#addToDump(test, output);
    this.#chain.broken();
    this.lastWords.add(output);
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

  /** Lines in which the test binary speaks about a test. A result after what looked like a crash shows that it went on. */
  #isFraming(test: string, output: string): boolean {
    const match = framing.exec(output);
    if (match === null) return false;
    if (match[1] !== undefined) this.wentOn();
    if (match[1] === "FAIL") this.#chain.failed(test);
    else this.#chain.broken();
    this.lastWords = new OutputClip(lastWordsLimit);
    return true;
  }

  #addToTest(test: string | null, output: string): void {
    const entry = test === null ? undefined : this.running.get(test);
    if (entry !== undefined) entry.clip ??= new OutputClip(this.#limit);
    (entry?.clip ?? this.own).add(output);
  }

  /** True when the output belongs to the crash alone. */
  #addToDump(test: string | null, output: string): boolean {
    if (this.#race !== null) {
      this.#race.add(output);
      if (endsRace(output)) this.#race = null;
      return false;
    }
    const kind = dumpStart(output);
    // A second message after a stack: the first was printed by a test, since a binary crashes once.
    if (kind === "crash" && this.crash?.credible && !output.startsWith("goroutine ")) this.wentOn();
    if (this.crash !== null) return this.crash.add(output) || this.crash.credible;
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
    this.crash = createDump(test, this.#chain.names());
    // A panic right after text without a line end is part of that line, and the stack is the first sign of it.
    if (output.startsWith("goroutine ") && this.#before !== null) this.crash.add(this.#before);
    return this.crash.add(output);
  }

  /** Lines in which `go test` and the test binary speak about the package. */
  #isPackageLine(output: string): boolean {
    if (output === "PASS\\n" || output === "FAIL\\n") {
      this.wentOn();
      this.#chain.broken();
      this.lastWords = new OutputClip(lastWordsLimit);
      this.summary = output === "PASS\\n" ? "PASS" : "FAIL";
      return true;
    }
    if (!packageLine.test(output)) return false;
    if (output.endsWith(" [build failed]\\n")) this.notBuilt = "build failed";
    if (output.endsWith(" [setup failed]\\n")) this.notBuilt = "setup failed";
    // Tests can print such a line too; the last one is Go's.
    if (output.startsWith("ok ")) this.cached = cachedLine.test(output);
    if (output.startsWith("\\t")) this.untested = true;
    return true;
  }
}
