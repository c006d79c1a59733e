import { describe, expect, it } from "vitest";
import { firstWords, withoutOwnFrames } from "../../../src/text/test-words.ts";

describe("the first words of a failed test", () => {
  it.each([
    [
      "=== RUN   TestA\n    a_test.go:31: got 1, want 2\n    a_test.go:32: and more\n--- FAIL: TestA (0.00s)\n",
      "got 1, want 2",
    ],
    ["starting\n    a_test.go:7: x: y.go:3: z\n", "x: y.go:3: z"],
    ["    a_test.go:7: first\npanic: boom\n\ngoroutine 7 [running]:\n", "panic: boom"],
    ["connection refused\n", "connection refused"],
    ["    a_test.go:7: \n", null],
    ["\n", null],
  ])("%j", (output, expected) => {
    expect(firstWords(output)).toBe(expected);
  });
});

describe("a trace", () => {
  const trace = [
    "panic: boom [recovered]",
    "\tpanic: boom",
    "",
    "goroutine 7 [running]:",
    "testing.tRunner.func1.2({0x5a1, 0x6b2})",
    "\t/usr/local/go/src/testing/testing.go:1872 +0x237",
    "panic({0x5a1?, 0x6b2?})",
    "\t/usr/local/go/src/runtime/panic.go:783 +0x132",
    "example.com/m.TestA(0xc0001)",
    "\t/src/m/a_test.go:8 +0x25",
    "created by testing.(*T).Run in goroutine 1",
    "\t/usr/local/go/src/testing/testing.go:1997 +0x465",
    "exit status 2",
  ];

  it("keeps the frames of the repository, and counts Go's own", () => {
    expect(withoutOwnFrames(trace.join("\n")).split("\n")).toEqual([
      ...trace.slice(0, 4),
      "\t… 2 frames of runtime and testing",
      ...trace.slice(8, 10),
      "\t… 1 frame of runtime and testing",
      "exit status 2",
    ]);
  });

  it("is left alone where nothing is Go's own", () => {
    const text = "testing.go says hello\nruntime error: index out of range\n";
    expect(withoutOwnFrames(text)).toBe(text);
  });
});
