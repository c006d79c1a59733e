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

/** Follows the events of `go test -json`, for people who watch. */
export interface TestWatcher {
  line(text: string): void;
  /** The same for a line that an event reader has read already. */
  accept(event: TestEvent): void;
  /** How far the tests are, in words. */
  progress(): string;
}

type Event = Extract<TestEvent, { type: "test" }>;

/** Lines of a test that are kept until it ends: what it says first is among them. */
const maxLines = 20;
const maxLength = 500;
/** Characters of JSON. */
const longestEvent = 8_192;

/** Reads the stream of `go test -json` while it grows, for people who watch. */
export function createTestWatcher({ packages, redact, onTrouble }: TestWatchOptions): TestWatcher {
  /** Of tests that run, by package and name, oldest first. */
  const said = new Map<string, string[]>();
  const parents = new Set<string>();
  const counts = { packages: 0, passed: 0, failed: 0, skipped: 0 };
  let running: string | null = null;

  const ended = (event: Event, test: string, key: string): void => {
    const lines = said.get(key) ?? [];
    said.delete(key);
    if (running === test) running = [...said.keys()].at(-1)?.split("\n")[1] ?? null;
    if (event.action === "fail") failed(event, test, lines);
    else if (event.action === "skip") counts.skipped += 1;
    else counts.passed += 1;
  };

  const failed = (event: Event, test: string, lines: readonly string[]): void => {
    counts.failed += 1;
    const isParent = parents.has(keyOf(event.package, test));
    for (const parent of parentsOf(test)) parents.add(keyOf(event.package, parent));
    if (isParent) return;
    const output = lines.join("");
    onTrouble({ subject: redact(test), within: event.package, place: firstPlace(output), said: firstWords(output) });
  };

  const acceptTest = (event: Event): void => {
    const { action, test } = event;
    if (test === null) {
      if (action === "pass" || action === "fail" || action === "skip") counts.packages += 1;
      return;
    }
    const key = keyOf(event.package, test);
    if (action === "run") {
      said.set(key, []);
      running = test;
    } else if (action === "output") keep(said.get(key), event.output ?? "", redact);
    else if (action === "pass" || action === "fail" || action === "skip") ended(event, test, key);
  };

  const accept = (event: TestEvent): void => {
    if (event.type === "test") acceptTest(event);
  };

  return {
    line: (text) => accept(readTestEvent(text)),
    accept,
    progress: () => {
      const tests = counts.passed + counts.failed + counts.skipped;
      const parts = [
        packages === null ? `${counts.packages} packages` : `${counts.packages} of ${packages} packages`,
        ...(tests === 0 ? [] : [plural(tests, "test")]),
        ...(counts.failed === 0 ? [] : [`${counts.failed} failed`]),
        ...(running === null ? [] : [`now ${redact(running)}`]),
      ];
      return parts.join(", ");
    },
  };
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
