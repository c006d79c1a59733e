import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { createEventReader } from "../../../src/go/event-reader.ts";
import { createFuzzReader, type FuzzEnd, fuzzWords, isOnlyOutOfTime } from "../../../src/go/fuzzing.ts";
import type { TestEvent } from "../../../src/go/test-event.ts";

/** What `go test -json` printed, Go 1.26.8 where the name says no other, for a module `example.com/fz` in /src. */
function events(name: string): readonly TestEvent[] {
  const text = readFileSync(resolve(import.meta.dirname, `../../fixtures/fuzz/${name}.jsonl`), "utf8");
  const read = createEventReader();
  return text
    .trimEnd()
    .split("\n")
    .map((line) => read(line));
}

function fuzzed(name: string, target: string): FuzzEnd {
  const reader = createFuzzReader(target);
  for (const event of events(name)) reader.accept(event);
  return reader.end();
}

const map = { root: "/src", modules: [{ dir: ".", path: "example.com/fz" }] };
const words = (end: FuzzEnd, package_ = "a") => fuzzWords(map, `example.com/fz/${package_}`, end);

describe("a target", () => {
  it("passes", () => {
    expect(fuzzed("passes", "FuzzGood")).toEqual({
      ...{ result: "passed", output: "", input: null, seed: null },
      ...{ execs: 161245, stalledSeconds: 0 },
    });
  });

  it.each(["fails", "fails.go1.22", "fails.go1.27"])("fails with an input: %s", (name) => {
    const end = fuzzed(name, "FuzzBad");
    expect(end).toMatchObject({ result: "failed", seed: null, input: "testdata/fuzz/FuzzBad/d503c9c96aac93cf" });
    expect(words(end)).toEqual({ place: { path: "a/a_test.go", line: 14 }, message: 'too long: "000"' });
  });

  it.each(["panics", "panics.go1.22", "panics.go1.27"])("panics, at a place that the stack tells: %s", (name) => {
    const end = fuzzed(name, "FuzzPanic");
    expect(end).toMatchObject({ result: "failed", input: "testdata/fuzz/FuzzPanic/a9cdec84d5b4da6b" });
    const { place, message } = words(end);
    expect(place).toEqual({ path: "a/a_test.go", line: 23 });
    expect(message).toMatch(
      /^panic: runtime error: index out of range \[1\] with length 1\n\ngoroutine \d+ \[running\]:\n/,
    );
    expect(message).not.toContain("Failing input");
  });

  it("ends its process, of which Go knows no more than how", () => {
    const end = fuzzed("exits", "FuzzExit");
    expect(end).toMatchObject({ result: "failed", input: "testdata/fuzz/FuzzExit/34037b9c40e86dac", execs: 2 });
    expect(words(end, "b")).toEqual({
      place: null,
      message: "fuzzing process hung or terminated unexpectedly: exit status 3",
    });
  });

  it("is killed, and Go keeps no input", () => {
    const end = fuzzed("killed", "FuzzKilled");
    expect(end).toMatchObject({ result: "failed", input: null });
    expect(words(end, "g").message).toContain("no crash will be recorded: signal: killed");
  });

  it("fails with a seed", () => {
    const end = fuzzed("seed", "FuzzSeed");
    expect(end).toMatchObject({ result: "failed", input: null, seed: "FuzzSeed/seed#0" });
    expect(words(end, "c")).toEqual({ place: { path: "c/c_test.go", line: 8 }, message: "seed is bad" });
  });

  it("logs before it fails: the error is what counts", () => {
    const end = fuzzed("logs", "FuzzLogs");
    expect(words(end, "g")).toEqual({
      place: { path: "g/g_test.go", line: 50 },
      message: "round trip:\n got 1\nwant 2",
    });
  });

  it.each([
    ["fails before it fuzzes", "setup-fails", "FuzzFail", "c", { path: "c/c_test.go", line: 18 }],
    ["panics before it fuzzes", "setup-panics", "FuzzSetupPanics", "g", { path: "g/g_test.go", line: 31 }],
    ["does not fuzz", "no-fuzz", "FuzzNoTarget", "c", null],
  ])("%s", (_, name, target, package_, place) => {
    const end = fuzzed(name, target);
    expect(end).toMatchObject({ result: "failed", input: null, seed: null });
    expect(words(end, package_).place).toEqual(place);
  });

  it("skips itself", () => {
    expect(fuzzed("skips", "FuzzSkip").result).toBe("skipped");
  });

  it("is none that Go knows", () => {
    expect(fuzzed("none", "FuzzNone").result).toBeNull();
  });

  it.each([
    ["hangs", "FuzzHang", 5],
    ["hangs.go1.27", "FuzzHang", 4],
    ["overflows", "FuzzOverflow", 4],
  ])("passes for Go although it %s: it says since when nothing came to an end", (name, target, stalledSeconds) => {
    expect(fuzzed(name, target)).toMatchObject({ result: "passed", stalledSeconds });
  });
});

describe("progress", () => {
  const stalledAfter = (...states: readonly string[]): number => {
    const reader = createFuzzReader("FuzzA");
    for (const state of states) {
      const output = JSON.stringify(`fuzz: elapsed: ${state}\n`);
      reader.accept(
        createEventReader()(
          `{"Time":"2026-11-30T09:00:00Z","Action":"output","Package":"p","Test":"FuzzA","Output":${output}}`,
        ),
      );
    }
    return reader.end().stalledSeconds;
  };
  const seeds = (time: string, done: number): string => `${time}, gathering baseline coverage: ${done}/9 completed`;
  const execs = (time: string, count: number, rate: number): string =>
    `${time}, execs: ${count} (${rate}/sec), new interesting: 0 (total: 1)`;

  it("counts from the last line with more of it", () => {
    expect(stalledAfter(execs("3s", 9, 3), execs("3s", 9, 0))).toBe(0);
    expect(stalledAfter(execs("3s", 9, 3), execs("6s", 9, 0), execs("9s", 9, 0))).toBe(6);
    expect(stalledAfter(execs("59m58s", 9, 3), execs("1h0m1s", 9, 0))).toBe(3);
  });

  it("counts seeds too", () => {
    expect(stalledAfter(seeds("0s", 0), seeds("3s", 4), seeds("6s", 9))).toBe(0);
    expect(stalledAfter(seeds("0s", 0), seeds("3s", 4), seeds("6s", 4), seeds("9s", 4))).toBe(6);
  });

  it("goes on while an input is minimized", () => {
    expect(stalledAfter(execs("3s", 9, 3), "6s, minimizing")).toBe(0);
  });
});

describe("the end of the time", () => {
  it("is no failure of the target (golang/go#75804)", () => {
    expect(isOnlyOutOfTime(fuzzed("deadline", "FuzzGood"))).toBe(true);
  });

  it("is one where the target says it itself, or with an input", () => {
    const end = fuzzed("deadline", "FuzzGood");
    expect(isOnlyOutOfTime({ ...end, output: "    a_test.go:9: context deadline exceeded" })).toBe(false);
    expect(isOnlyOutOfTime({ ...end, input: "testdata/fuzz/FuzzGood/ab" })).toBe(false);
    expect(isOnlyOutOfTime({ ...end, seed: "FuzzGood/seed#0" })).toBe(false);
    expect(isOnlyOutOfTime(fuzzed("fails", "FuzzBad"))).toBe(false);
  });
});
