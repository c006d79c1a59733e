import type { SeenTrouble } from "../model/events.ts";
import { plural } from "../text/format.ts";
import { firstPlace, firstWords } from "../text/test-words.ts";
import { parentsOf } from "./package-run.ts";
import { decodeOutput, readTestEvent, type TestEvent } from "./test-event.ts";

export interface TestWatchOptions {
  /** Packages that go test was asked for; null when that is not known. */
  readonly packages: number | null;
  /** Takes secrets out; what it gets is whole. */
  readonly redact: (text: string) => string;
  /** Called when a test has failed; not for the parents of failed subtests. */
  readonly onTrouble: (trouble: SeenTrouble) => void;
}

type Event = Extract<TestEvent, { type: "test" }>;

/** Lines of a test that are kept until it ends: what it says first is among them. */
const maxLines = 20;
const maxLength = 500;
/** Characters of JSON. */
const longestEvent = 8_192;

/** Reads the stream of `go test -json` while it grows, for people who watch. */
export class TestWatcher {
  readonly #options: TestWatchOptions;
  /** Of tests that run, by package and name, oldest first. */
  readonly #said = new Map<string, string[]>();
  readonly #parents = new Set<string>();
  readonly #counts = { packages: 0, passed: 0, failed: 0, skipped: 0 };
  #running: string | null = null;

  constructor(options: TestWatchOptions) {
    this.#options = options;
  }

  line(text: string): void {
    this.accept(readTestEvent(text));
  }

  /** The same for a line that an event reader has read already. */
  accept(event: TestEvent): void {
    if (event.type !== "test") return;
    if (event.test !== null) this.#acceptTest(event, event.test);
    else if (isEnd(event.action)) this.#counts.packages += 1;
  }

  /** How far the tests are, in words. */
  progress(): string {
    const { packages, redact } = this.#options;
    const counts = this.#counts;
    const tests = counts.passed + counts.failed + counts.skipped;
    const parts = [
      packages === null ? `${counts.packages} packages` : `${counts.packages} of ${packages} packages`,
      ...(tests === 0 ? [] : [plural(tests, "test")]),
      ...(counts.failed === 0 ? [] : [`${counts.failed} failed`]),
      ...(this.#running === null ? [] : [`now ${redact(this.#running)}`]),
    ];
    return parts.join(", ");
  }

  #acceptTest(event: Event, test: string): void {
    const key = keyOf(event.package, test);
    if (event.action === "run") {
      this.#said.set(key, []);
      this.#running = test;
    } else if (event.action === "output") keep(this.#said.get(key), event.output ?? "", this.#options.redact);
    else if (isEnd(event.action)) this.#end(event, test, key);
  }

  #end(event: Event, test: string, key: string): void {
    const lines = this.#said.get(key) ?? [];
    this.#said.delete(key);
    if (this.#running === test) this.#running = [...this.#said.keys()].at(-1)?.split("\n")[1] ?? null;
    if (event.action === "fail") this.#fail(event, test, lines);
    else if (event.action === "skip") this.#counts.skipped += 1;
    else this.#counts.passed += 1;
  }

  #fail(event: Event, test: string, lines: readonly string[]): void {
    this.#counts.failed += 1;
    const isParent = this.#parents.has(keyOf(event.package, test));
    for (const parent of parentsOf(test)) this.#parents.add(keyOf(event.package, parent));
    if (isParent) return;
    const { redact, onTrouble } = this.#options;
    const output = lines.join("");
    onTrouble({ subject: redact(test), within: event.package, place: firstPlace(output), said: firstWords(output) });
  }
}

function isEnd(action: Event["action"]): boolean {
  return action === "pass" || action === "fail" || action === "skip";
}

function keep(lines: string[] | undefined, output: string, redact: (text: string) => string): void {
  if (lines === undefined || lines.length >= maxLines) return;
  // Go's events are shorter (see event-reader.ts). Cut only when secrets are out: half of one would stay.
  const whole = output.length > longestEvent ? "" : decodeOutput(output);
  lines.push(redact(whole).slice(0, maxLength));
}

function keyOf(importPath: string, test: string): string {
  return `${importPath}\n${test}`;
}
