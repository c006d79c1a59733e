import { readCrash } from "./crash.ts";
import { slashes } from "./source-map.ts";
import type { StackPlace } from "./stack.ts";
import { decodeOutput, type TestEvent } from "./test-event.ts";
import { failureWords, type PlaceOptions } from "./test-place.ts";

/** What `go test -json -fuzz` came to for one target. */
export interface FuzzEnd {
  /** null: it said nothing of the target. */
  readonly result: "passed" | "failed" | "skipped" | null;
  /** What it printed but for frames and progress, as the target itself would have printed it outside of fuzzing. */
  readonly output: string;
  /** The file with the input that failed, relative to the package, slashes; null: it wrote none. */
  readonly input: string | null;
  /** The entry of the seed corpus that failed, such as `FuzzParse/seed#0`; null: none. */
  readonly seed: string | null;
  /** Inputs that came to an end. */
  readonly execs: number;
  /** Seconds at the end in which no input came to an end. */
  readonly stalledSeconds: number;
}

export interface FuzzReader {
  accept(event: TestEvent): void;
  end(): FuzzEnd;
}

/** Characters that are kept of what a target prints. */
const outputLimit = 96 * 1024;

const results: Readonly<Record<string, FuzzEnd["result"]>> = { pass: "passed", fail: "failed", skip: "skipped" };

/** Reads the stream of a target line by line. The words are those of testing/fuzz.go and internal/fuzz/fuzz.go, the same from Go 1.22.12 to 1.27.4. */
export function createFuzzReader(name: string): FuzzReader {
  const progress = new Progress();
  let result: FuzzEnd["result"] = null;
  let input: string | null = null;
  let seed: string | null = null;
  let output = "";
  /** Below the result of the input that failed, everything is one step further in. */
  let nested = false;

  const line = (text: string): void => {
    if (progress.accept(text) || /^=== (?:RUN|NAME|PAUSE|CONT) /.test(text)) return;
    const result = /^( *)--- (?:FAIL|PASS|SKIP): /.exec(text);
    if (result !== null) {
      nested ||= result[1] !== "";
      return;
    }
    const seedEntry = /^failure while testing seed corpus entry: (.+)\n$/.exec(text)?.[1];
    if (seedEntry !== undefined) {
      seed = seedEntry;
      return;
    }
    const written = /^ {4}Failing input written to (.+)\n$/.exec(text)?.[1];
    if (written !== undefined) {
      input = slashes(written);
      return;
    }
    if (/^ {4}(?:To re-run:|go test -run=.*)\n$/.test(text) && input !== null) return;
    if (output.length < outputLimit) output += nested && text.startsWith("        ") ? text.slice(4) : text;
  };

  return {
    accept(event) {
      if (event.type !== "test" || event.test === null) return;
      if (event.test !== name && !event.test.startsWith(`${name}/`)) return;
      if (event.test === name) result = results[event.action] ?? result;
      if (event.output !== null) line(decodeOutput(event.output));
    },
    end: () => ({ result, output: output.trimEnd(), input, seed, ...progress.end() }),
  };
}

/** Follows the lines of internal/fuzz that say how far it is. */
class Progress {
  #execs = 0;
  #seeds = "";
  #now = 0;
  #moved = 0;

  /** Whether that is such a line. */
  accept(text: string): boolean {
    if (text.startsWith("fuzz: minimizing ")) return true;
    const elapsed = /^fuzz: elapsed: (?:(\d+)h)?(?:(\d+)m)?(\d+)s, /.exec(text);
    if (elapsed === null) return false;
    const [, hours = 0, minutes = 0, seconds = 0] = elapsed.map(Number);
    this.#now = (hours || 0) * 3_600 + (minutes || 0) * 60 + seconds;
    if (this.#hasMoved(text.slice(elapsed[0].length))) this.#moved = this.#now;
    return true;
  }

  #hasMoved(state: string): boolean {
    const [, execs, rate] = /^execs: (\d+) \((\d+)\/sec\)/.exec(state) ?? [];
    if (execs !== undefined) this.#execs = Number(execs);
    if (execs !== undefined || !state.startsWith("gathering baseline coverage: ")) return rate !== "0";
    const moves = state !== this.#seeds;
    this.#seeds = state;
    return moves;
  }

  end(): Pick<FuzzEnd, "execs" | "stalledSeconds"> {
    return { execs: this.#execs, stalledSeconds: this.#now - this.#moved };
  }
}

/**
 * Up to Go 1.26 the end of `-fuzztime` is now and then reported as a failure with these words and nothing else (golang/go#75804, mended in 1.27). What a
 * test itself says of a context has its place before it.
 */
export function isOnlyOutOfTime({ result, output, input, seed }: FuzzEnd): boolean {
  return result === "failed" && input === null && seed === null && output.trim() === "context deadline exceeded";
}

/** What a target said when it failed, and where; Go reports a panic as an entry of the log, with the stack below it. */
export function fuzzWords(
  options: PlaceOptions,
  importPath: string,
  { output }: Pick<FuzzEnd, "output">,
): { readonly place: StackPlace | null; readonly message: string } {
  const panic = /^(?: {4}testing\.go:\d+: )?(panic: [\s\S]*)$/m.exec(output)?.[1];
  const lines = panic?.split("\n").map((line) => `${line.replace(/^ {8}/, "")}\n`);
  const crash = lines === undefined ? null : readCrash(options, lines);
  if (crash !== null) return { place: crash.place, message: crash.text };
  const words = failureWords(options, importPath, output, []);
  return words ?? { place: null, message: unindented(output) };
}

function unindented(output: string): string {
  return output
    .split("\n")
    .map((line) => line.replace(/^ {4}/, ""))
    .join("\n")
    .trim();
}
