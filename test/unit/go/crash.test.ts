import { describe, expect, it } from "vitest";
import { createDump, dumpStart, readCrash, readRace } from "../../../src/go/crash.ts";
import { source } from "./fixture.ts";

const crashOf = (...lines: readonly string[]) => readCrash(source, [lines.join("\n")]);

describe("dumpStart", () => {
  it.each([
    ["WARNING: DATA RACE\n", "race"],
    ["panic: boom\n", "crash"],
    ["fatal error: all goroutines are asleep\n", "crash"],
    ["unexpected fault address 0x0\n", "crash"],
    ["SIGQUIT: quit\n", "crash"],
    ["goroutine 1 [running]:\n", "crash"],
    ["WARNING: disk\n", null],
    ["panicking\n", null],
    ["apanic: x\n", null],
    ["", null],
  ])("of %j is %s", (output, kind) => {
    expect(dumpStart(output)).toBe(kind);
  });
});

describe("a dump", () => {
  it("is a crash from its first stack on", () => {
    const dump = createDump("TestX");
    expect([dump.test, dump.credible]).toEqual(["TestX", false]);
    dump.add("panic: x\\n");
    expect(dump.credible).toBe(false);
    dump.add("goroutine 7 [running]:\\n");
    dump.add("more\\n");
    expect(dump.credible).toBe(true);
    expect(dump.outputs).toEqual(["panic: x\n", "goroutine 7 [running]:\n", "more\n"]);
  });

  it("ends after 600 lines or 96 KiB", () => {
    const many = createDump(null);
    expect(Array.from({ length: 602 }, () => many.add("x")).indexOf(false)).toBe(600);
    expect(many.outputs).toHaveLength(600);
    const long = createDump(null);
    expect(Array.from({ length: 98 }, () => long.add("x".repeat(1_024))).indexOf(false)).toBe(96);
  });
});

describe("a crash", () => {
  it("is told with its message, the stack that leads to the place and the function that was running", () => {
    const stack = [
      "goroutine 7 [running]:",
      "panic({0x1, 0x2})",
      "\t/usr/local/go/src/runtime/panic.go:785 +0x132",
      "example.com/m.TestX(0xc000)",
      "\t/src/a_test.go:12 +0x1d",
      "testing.tRunner(0xc000, 0x55)",
      "\t/usr/local/go/src/testing/testing.go:1690 +0xf4",
    ];
    const other = ["goroutine 1 [chan receive]:", "main.main()", "\t/src/main.go:3 +0x1"];
    expect(crashOf("panic: boom [recovered, repanicked]", "", ...stack, "", ...other)).toEqual({
      title: "panic: boom",
      timedOut: false,
      place: { path: "a_test.go", line: 12 },
      entry: "example.com/m.TestX",
      running: [],
      text: ["panic: boom [recovered, repanicked]", "", ...stack].join("\n"),
    });
  });

  it("at the time limit names the tests that ran, and the goroutine that hangs", () => {
    const waiting = ["goroutine 1 [chan receive]:", "testing.(*T).Run(0x1)", "\t/src/run_test.go:1 +0x1"];
    const busy = ["goroutine 7 [sleep]:", "example.com/m.TestSlow(0x1)", "\t/src/slow_test.go:9 +0x1"];
    const crash = crashOf(
      "panic: test timed out after 1s",
      "\trunning tests:",
      "\t\tTestSlow (1s)",
      "",
      ...waiting,
      "",
      ...busy,
    );
    expect(crash).toMatchObject({
      title: "test timed out after 1s",
      timedOut: true,
      place: { path: "slow_test.go", line: 9 },
      entry: null,
      running: ["TestSlow"],
    });
    expect(crashOf("SIGQUIT: quit", "PC=0x1 m=0 sigcode=0", "", ...busy)?.title).toBe(
      "stopped by SIGQUIT at a time limit",
    );
  });

  it("without a message or a place in the repository shows its first stack, 60 lines of it", () => {
    const frames = Array.from({ length: 40 }, (_, n) => [`f${n}()`, `\t/usr/x.go:${n} +0x1`]).flat();
    const crash = crashOf("goroutine 1 [running]:", ...frames);
    expect(crash).toMatchObject({ title: "crash", place: null, entry: null });
    expect(crash?.text.split("\n")).toEqual(["", "goroutine 1 [running]:", ...frames.slice(0, 59)]);
  });

  it("is none without a stack", () => {
    expect(crashOf("panic: x", "no goroutine 1 [running]:")).toBeNull();
  });
});

describe("a race", () => {
  it("ends at its last line, or where the output ends", () => {
    const report = ["WARNING: DATA RACE", "Read at 0x1 by goroutine 7:", "  m.f()", "      /src/m.go:5 +0x1"];
    const place = { path: "m.go", line: 5 };
    const text = report.join("\n");
    expect(readRace(source, [`${text}\n\n==================\nafter`])).toEqual({ place, text });
    expect(readRace(source, [`${text}\n`])).toEqual({ place, text });
    expect(readRace(source, ["==================\nafter"])).toEqual({ place: null, text: "" });
  });
});
