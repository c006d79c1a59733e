import { expect, it } from "vitest";
import type { SeenTrouble } from "../../../src/model/events.ts";
import { RunningStages } from "../../../src/report/running.ts";

function stages() {
  let now = 1_000;
  const running = new RunningStages(() => now);
  const pass = (ms: number): void => {
    now += ms;
  };
  return { running, pass };
}

const trouble: SeenTrouble = { subject: "TestA", within: "example.com/m", place: "a_test.go:3", said: "got 1, want 2" };

it("has a line for each stage that runs, with its clock and what is known of it", () => {
  const { running, pass } = stages();
  running.start("test");
  pass(61_400);
  running.start("vet");
  running.seen("test", "14 of 52 packages, 120 tests, now TestA");
  pass(1_700);
  expect(running.lines(80, 10, false)).toEqual([
    "  ▶ test  1 min 3 s  14 of 52 packages, 120 tests, now TestA",
    "  ▶ vet   1.0 s",
  ]);
  running.end("test");
  expect(running.lines(80, 10, false)).toEqual(["  ▶ vet  1.0 s"]);
});

it("stays within the screen", () => {
  const { running } = stages();
  for (const index of Array.from({ length: 30 }, (_, at) => at))
    running.start(`dir/with/a/long/name${index}#build:linux/amd64`);
  running.seen("dir/with/a/long/name0#build:linux/amd64", "x".repeat(300));
  const lines = running.lines(40, 4, false);
  expect(lines).toHaveLength(5);
  expect(lines.at(-1)).toBe("  … 26 more");
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(40);
  expect(running.lines(40, 0, false)).toHaveLength(2);
});

it("tells of a silent stage once a minute", () => {
  const { running, pass } = stages();
  running.start("test");
  running.start("vet");
  running.seen("test", "3 of 9 packages");
  pass(59_000);
  expect(running.silent(60_000)).toEqual([]);
  pass(2_000);
  expect(running.silent(60_000)).toEqual(["… test runs for 1 min 1 s: 3 of 9 packages", "… vet runs for 1 min 1 s"]);
  expect(running.silent(60_000)).toEqual([]);
  pass(30_000);
  running.trouble("test", trouble, false);
  pass(30_000);
  expect(running.silent(60_000)).toEqual(["… vet runs for 2 min 1 s"]);
});

it("tells the first ten failures of a stage at once, and that there are more", () => {
  const { running } = stages();
  running.start("test");
  const told = Array.from({ length: 14 }, () => running.trouble("test", trouble, false));
  expect(told.slice(0, 10)).toEqual(Array(10).fill("✗ TestA in example.com/m a_test.go:3: got 1, want 2"));
  expect(told.slice(10)).toEqual(["… more failures in test, told when it has ended", null, null, null]);
  expect(running.trouble("vet", trouble, false)).toBeNull();
});

it("lets nothing of a name act upon the terminal", () => {
  const { running } = stages();
  running.start("test");
  const hostile = "a\u001b[2Jb\r\n::error::c\u202e";
  const line =
    running.trouble("test", { subject: hostile, within: hostile, place: hostile, said: hostile }, false) ?? "";
  running.seen("test", hostile);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is the point
  const control = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/;
  expect(line).not.toMatch(control);
  expect(running.lines(200, 3, false).join("")).not.toMatch(control);
});
