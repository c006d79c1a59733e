import { expect, it } from "vitest";
import { TestWatcher } from "../../../src/go/test-watch.ts";
import type { SeenTrouble } from "../../../src/model/events.ts";

const at = '{"Time":"2026-03-01T12:00:00Z",';

/** An event as `go test -json` of Go 1.26.8 writes it. */
function event(action: string, test: string | null, output?: string): string {
  const name = test === null ? "" : `,"Test":${JSON.stringify(test)}`;
  const said = output === undefined ? "" : `,"Output":${JSON.stringify(output)}`;
  return `${at}"Action":"${action}","Package":"example.com/m"${name}${said}}`;
}

const redact = (text: string): string => text.replaceAll("hunter2-hunter2", "***");

function watched(lines: readonly string[], packages: number | null = 3) {
  const troubles: SeenTrouble[] = [];
  const watcher = new TestWatcher({ packages, redact, onTrouble: (trouble) => troubles.push(trouble) });
  const words = lines.map((line) => {
    watcher.line(line);
    return watcher.progress();
  });
  return { troubles, words };
}

it("tells packages and tests that are done, and the test that runs", () => {
  const { words } = watched([
    event("start", null),
    event("run", "TestA"),
    event("run", "TestA/b"),
    event("pass", "TestA/b"),
    event("pass", "TestA"),
    event("run", "TestB"),
    event("skip", "TestB"),
    event("pass", null),
  ]);
  expect(words).toEqual([
    "0 of 3 packages",
    "0 of 3 packages, now TestA",
    "0 of 3 packages, now TestA/b",
    "0 of 3 packages, 1 test, now TestA",
    "0 of 3 packages, 2 tests",
    "0 of 3 packages, 2 tests, now TestB",
    "0 of 3 packages, 3 tests",
    "1 of 3 packages, 3 tests",
  ]);
  expect(watched([event("start", null)], null).words).toEqual(["0 packages"]);
});

it("tells a failed test as soon as it has ended, with its place and its first words", () => {
  const { troubles, words } = watched([
    event("run", "TestA"),
    event("output", "TestA", "=== RUN   TestA\n"),
    event("output", "TestA", '    a_test.go:31: got "1", want 2\n'),
    event("output", "TestA", "--- FAIL: TestA (0.00s)\n"),
    event("fail", "TestA"),
  ]);
  expect(troubles).toEqual([
    { subject: "TestA", within: "example.com/m", place: "a_test.go:31", said: 'got "1", want 2' },
  ]);
  expect(words.at(-1)).toBe("0 of 3 packages, 1 test, 1 failed");
});

it("tells a failed subtest, not its parents", () => {
  const { troubles } = watched([
    ...["TestA", "TestA/b", "TestA/b/c"].map((test) => event("run", test)),
    ...["TestA/b/c", "TestA/b", "TestA"].map((test) => event("fail", test)),
    event("run", "TestAB"),
    event("fail", "TestAB"),
  ]);
  expect(troubles.map(({ subject }) => subject)).toEqual(["TestA/b/c", "TestAB"]);
  expect(troubles[0]).toMatchObject({ place: null, said: null });
});

it("keeps little of a test that prints much", () => {
  const long = event("output", "TestA", `${"x".repeat(3_000)}\n`);
  const { troubles } = watched([
    event("run", "TestA"),
    ...Array.from({ length: 100 }, () => long),
    event("fail", "TestA"),
  ]);
  expect(troubles[0]?.said?.length).toBeLessThan(11_000);
});

it("tells no secret, nor a part of one", () => {
  const secret = "hunter2-hunter2";
  const { troubles, words } = watched([
    event("run", `TestA/${secret}`),
    event("output", `TestA/${secret}`, `    a_test.go:1: ${"x".repeat(480)}${secret}\n`),
    event("fail", `TestA/${secret}`),
  ]);
  expect(words[0]).toBe("0 of 3 packages, now TestA/***");
  expect(JSON.stringify(troubles)).not.toContain("hunter2");
  expect(troubles[0]?.subject).toBe("TestA/***");
});

it("takes lines that are no events", () => {
  expect(watched(["", "junk", "{", '{"Action":"build-fail","ImportPath":"x"}']).words.at(-1)).toBe("0 of 3 packages");
});
