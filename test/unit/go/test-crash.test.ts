import { describe, expect, it } from "vitest";
import { createTestReader } from "../../../src/go/test-reader.ts";
import { captured, moduleSources, readerOptions, readRun } from "./fixture.ts";

describe.each(["go1.26.8", "go1.22.12"])("what %s prints of tests that do not end by themselves", (version) => {
  it("places a panic at the first own frame and gives it to the subtest that ran", () => {
    const { report, findings, failedBecause } = readRun(`test/panic/${version}.test`);
    const panic = "panic: runtime error: index out of range [3] with length 0";
    expect(failedBecause).toBe(`example.com/m: ${panic}; 2 tests failed`);
    expect(report.packages[0]).toMatchObject({ status: "failed", reason: panic, passed: 1, failed: 2 });
    expect(report.packages[1]).toMatchObject({ importPath: "example.com/m/ok", status: "passed" });
    const failures = report.packages[0]?.failures ?? [];
    expect(failures).toMatchObject([{ name: "TestPanics/inner", path: "deep.go", line: 7 }]);
    expect(failures[0]?.output).toMatch(
      /^ {4}m_test\.go:9: before the panic\npanic: runtime error: index out of range/,
    );
    expect(findings).toMatchObject([
      { source: "test", path: "deep.go", line: 7, title: `TestPanics/inner crashed: ${panic}` },
    ]);
    expect(findings[0]?.message).toContain("example.com/m.Deep(...)\n\t/src/deep.go:7\n");
    expect(findings[0]?.message).toMatch(/\ngo test example.com\/m -run '\^TestPanics\$\/\^inner\$' -count=1$/);
  });

  it("counts tests that a panic elsewhere has kept from ending as interrupted", () => {
    const { report, findings, failedBecause } = readRun(`test/panic-goroutine/${version}.test`);
    expect(failedBecause).toBe(
      "example.com/m: panic: assignment to entry in nil map; 1 test failed; 1 test interrupted",
    );
    expect(report).toMatchObject({ passed: 0, failed: 1, interrupted: 1 });
    expect(report.packages[0]).toMatchObject({
      reason: "panic: assignment to entry in nil map",
      failed: 1,
      interrupted: 1,
      failures: [{ name: "TestStarts", durationMs: null, path: "work/work.go", line: 7 }],
      unfinished: [
        {
          name: "TestWaits",
          durationMs: null,
          path: null,
          output: "TestWaits did not get its turn to run in parallel: panic: assignment to entry in nil map",
        },
      ],
    });
    expect(findings).toMatchObject([
      { path: "work/work.go", line: 7, title: expect.stringMatching(/^TestStarts crashed/) },
    ]);
  });

  it("looks behind a deferred function that panics again, and reports a panic before any test", () => {
    const { report, findings } = readRun(`test/panic-value/${version}.test`);
    expect(report.packages.map((entry) => entry.reason)).toEqual(["panic: first cause", "panic: at init"]);
    expect(report.packages[0]?.failures).toMatchObject([{ name: "TestError", path: "m_test.go", line: 14 }]);
    expect(findings).toContainEqual(
      expect.objectContaining({
        path: "initial/i_test.go",
        line: 5,
        title: "example.com/m/initial: panic: at init",
      }),
    );
  });

  it("names the test in which os.Exit or log.Fatal ended everything", () => {
    const { report, findings, failedBecause } = readRun(`test/exit/${version}.test`);
    expect(report).toMatchObject({ passed: 2, failed: 4 });
    const guess = "(os.Exit, log.Fatal?)";
    expect(report.packages.map((entry) => entry.reason)).toEqual([
      `the test binary ended while TestFatal was running ${guess}: no such host`,
      `the test binary ended while TestOne/inner was running ${guess}`,
      "panic: unexpected call to os.Exit(0) during test",
    ]);
    expect(failedBecause).toContain("example.com/m/one: the test binary ended while TestOne/inner was running");
    expect(report.packages[0]?.failures).toMatchObject([
      { name: "TestFatal", output: `no such host\nTestFatal did not finish: the test binary has ended ${guess}` },
    ]);
    expect(report.packages[2]?.failures).toMatchObject([{ name: "TestZero", path: "zero/z_test.go", line: 12 }]);
    expect(findings.map((finding) => finding.title).sort()).toEqual([
      "TestFatal did not finish",
      "TestOne/inner did not finish",
      "TestZero crashed: panic: unexpected call to os.Exit(0) during test",
    ]);
  });

  it("tells a TestMain that fails before from one that fails after the tests", () => {
    const { report, findings } = readRun(`test/testmain/${version}.test`);
    expect(report).toMatchObject({ passed: 1, failed: 0 });
    expect(report.packages.map(({ importPath, status, reason }) => [importPath, status, reason])).toEqual([
      ["example.com/m/after", "failed", "failed after its tests had passed: leak: 3 connections left open"],
      ["example.com/m/fatal", "failed", "failed before a test ran: setup: no database"],
      ["example.com/m/silent", "failed", "failed before a test ran: exit status 1"],
      ["example.com/m/zero", "passed", null],
    ]);
    expect(findings.find((finding) => finding.title.startsWith("example.com/m/fatal"))).toMatchObject({
      source: "test",
      path: null,
      message: "setup: no database\ngo test example.com/m/fatal -count=1",
    });
  });

  it("names what ran when the time was up, at the place where it hung", () => {
    const { report, findings, failedBecause } = readRun(`test/timeout/${version}.test`);
    const reason = "test timed out after 1s: running TestHangs/inner";
    expect(failedBecause).toBe(`example.com/m: ${reason}; 3 tests interrupted`);
    expect(report.packages[0]).toMatchObject({ reason, passed: 1, failed: 0, interrupted: 3, failures: [] });
    expect(report.packages[0]?.unfinished).toMatchObject([
      { name: "TestPaused", output: "TestPaused did not get its turn to run in parallel: test timed out after 1s" },
      { name: "TestHangs/inner", path: "wait.go", line: 7, durationMs: null },
    ]);
    expect(findings).toMatchObject([{ path: "wait.go", line: 7, title: "TestHangs/inner timed out" }]);
  });
});

it.each(["go1.26.8", "go1.27.4"])(
  "says of a process that outlives its tests what go %s says in the terms of its code",
  (version) => {
    const { report, failedBecause } = readRun(`test/held-output/${version}.test`);
    const reason =
      "a process that its tests started still held their output 5s after they had ended; stop it in the test";
    expect(report.packages).toMatchObject([{ status: "failed", passed: 1, failed: 0, reason }]);
    expect(failedBecause).toBe(`example.com/m: ${reason}`);
  },
);

it("places errors of the runtime", () => {
  const { report, findings } = readRun("test/fatal-error/go1.26.8.test");
  expect(report.packages.map(({ importPath, reason }) => [importPath, reason])).toEqual([
    ["example.com/m/deadlock", "fatal error: all goroutines are asleep - deadlock!"],
    ["example.com/m/maps", "fatal error: concurrent map writes"],
    ["example.com/m/nilptr", "panic: runtime error: invalid memory address or nil pointer dereference"],
    ["example.com/m/stack", "fatal error: stack overflow"],
  ]);
  expect(findings.map(({ path, line }) => [path, line]).sort()).toEqual([
    ["deadlock/d_test.go", 10],
    ["maps/m_test.go", 10],
    ["nilptr/n_test.go", 7],
    ["stack/s_test.go", 8],
  ]);
});

it("reads stacks of binaries built with -trimpath", () => {
  const { report } = readRun("test/trimpath/go1.26.8.trim");
  expect(report.packages[1]?.failures).toMatchObject([{ name: "TestPanic", path: "p/p_test.go", line: 5 }]);
});

it("reports a data race at the first own frame, once", () => {
  const { report, findings } = readRun("test/race/go1.26.8.test");
  expect(report.packages[0]).toMatchObject({ passed: 1, failed: 1, reason: null });
  expect(report.packages[0]?.failures).toMatchObject([{ name: "TestRace", path: "counter/counter.go", line: 7 }]);
  expect(findings).toMatchObject([
    { source: "race", path: "counter/counter.go", line: 7, title: "data race in TestRace" },
  ]);
  expect(findings[0]?.message).toMatch(/^WARNING: DATA RACE\nRead at 0x/);
  expect(findings[0]?.message).not.toContain("====");
});

it("says which signal ended a test binary", () => {
  const { report } = readRun("test/test-killed/go1.26.8.test");
  expect(report.packages[0]).toMatchObject({
    failed: 0,
    interrupted: 1,
    unfinished: [{ name: "TestKill" }],
    reason: "the test binary ended while TestKill was running: signal: killed",
  });
});

describe("a stream that ends early", () => {
  it("counts what was running as interrupted", () => {
    const { report, failedBecause } = readRun("test/killed/go1.26.8.test");
    expect(failedBecause).toBe(
      "go test was ended by a signal; example.com/m/b: go test ended before the package did; 2 tests interrupted",
    );
    expect(
      report.packages.map(({ status, passed, failed, interrupted }) => [status, passed, failed, interrupted]),
    ).toEqual([
      ["passed", 1, 0, 0],
      ["failed", 1, 0, 2],
    ]);
    expect(report.packages[1]?.unfinished).toMatchObject([
      {
        name: "TestHangs/inner",
        path: "b/b_test.go",
        line: 12,
        output: "    b_test.go:12: still here\nTestHangs/inner did not finish: go test ended before the package did",
      },
    ]);
  });

  it("is never a pass, wherever it is cut and whatever the exit code", () => {
    const { stdout } = captured("test/pass/go1.26.8.test");
    const lines = stdout.trimEnd().split("\n");
    const lastOfRoot = lines.findIndex((line) => line.includes('"Action":"pass"') && !line.includes('"Test"'));
    for (let cut = 1; cut <= lastOfRoot; cut++) {
      const reader = createTestReader(readerOptions);
      for (const line of lines.slice(0, cut)) reader.line(line);
      expect(reader.end({ exitCode: 0, timedOut: false, stderr: "" }).failedBecause).not.toBeNull();
    }
  });

  it("shows where a test hung when a time limit of ours has ended it", () => {
    const { report, findings } = readRun("test/quit/go1.26.8.test");
    const reason = "stopped by SIGQUIT at a time limit";
    expect(report.packages[1]).toMatchObject({ failed: 0, interrupted: 2, reason });
    expect(report.packages[1]?.unfinished).toMatchObject([{ name: "TestHangs/inner", path: "b/b_test.go", line: 13 }]);
    expect(findings).toMatchObject([{ title: "TestHangs/inner timed out", path: "b/b_test.go", line: 13 }]);
    expect(findings[0]?.message).toMatch(/^SIGQUIT: quit\n[\s\S]*\ntime\.Sleep\(/);
  });

  it("names the stage's time limit when that was the reason", () => {
    const reader = createTestReader(readerOptions);
    for (const line of captured("test/killed/go1.26.8.test").stdout.split("\n")) reader.line(line);
    const { report, failedBecause } = reader.end({ exitCode: null, timedOut: true, stderr: "" });
    expect(report.packages[1]?.reason).toBe("stopped by the time limit of the stage");
    expect(failedBecause).toMatch(/^stopped by the time limit of the stage; /);
  });
});

it("does not take a printed panic for a crash", () => {
  const reader = createTestReader(readerOptions);
  const event = { Package: "example.com/m", Test: "TestX" };
  reader.line(JSON.stringify({ ...event, Action: "run" }));
  for (const text of [
    "panic: printed\n",
    "\n",
    "goroutine 1 [running]:\n",
    "main.main()\n",
    "\t/src/main.go:3 +0x1\n",
  ]) {
    reader.line(JSON.stringify({ ...event, Action: "output", Output: text }));
  }
  reader.line(JSON.stringify({ ...event, Action: "fail", Elapsed: 0 }));
  reader.line(JSON.stringify({ Package: "example.com/m", Action: "output", Output: "FAIL\n" }));
  reader.line(JSON.stringify({ Package: "example.com/m", Action: "fail", Elapsed: 0 }));
  const { report } = reader.end({ exitCode: 1, timedOut: false, stderr: "" });
  expect(report.packages[0]).toMatchObject({ reason: null, failures: [{ name: "TestX", path: null }] });
  expect(report.packages[0]?.failures[0]?.output).toBe(
    "panic: printed\n\ngoroutine 1 [running]:\nmain.main()\n\t/src/main.go:3 +0x1",
  );
});

it("finds a panic behind text without a line end", () => {
  const reader = createTestReader(readerOptions);
  const event = { Package: "example.com/m", Test: "TestX" };
  reader.line(JSON.stringify({ ...event, Action: "run" }));
  const dump = [
    "loading... panic: boom\n",
    "\n",
    "goroutine 7 [running]:\n",
    "example.com/m.F()\n",
    "\t/src/a.go:3 +0x1\n",
  ];
  for (const text of dump) reader.line(JSON.stringify({ ...event, Action: "output", Output: text }));
  reader.line(JSON.stringify({ Package: "example.com/m", Action: "fail", Elapsed: 0 }));
  const { report } = reader.end({ exitCode: 1, timedOut: false, stderr: "" });
  expect(report.packages[0]).toMatchObject({
    reason: "panic: boom",
    failures: [{ name: "TestX", path: "a.go", line: 3 }],
  });
});

describe.each(["go1.26.8", "go1.27.4"])("what %s prints of crashes and other ends", (version) => {
  const crashes = readRun(`test/crashes/${version}.test`, { sources: moduleSources("test/crashes") });
  const failuresOf = (name: string) =>
    crashes.report.packages
      .find((entry) => entry.importPath === `example.com/m/${name}`)
      ?.failures.map((test) => `${test.name} ${test.path}:${test.line}`);
  const titlesOf = (name: string) =>
    crashes.findings.filter(({ path }) => path?.startsWith(`${name}/`)).map(({ title, line }) => `${line} ${title}`);

  it("belongs to the innermost test that the panic went through", () => {
    expect(failuresOf("deep")).toEqual(["TestSuite/group/bad deep/d_test.go:10"]);
    expect(titlesOf("deep")).toEqual([
      "10 TestSuite/group/bad crashed: panic: runtime error: index out of range [3] with length 0",
    ]);
    expect(failuresOf("table")).toEqual(["TestTable/zero/deeper table/t_test.go:10"]);
    expect(failuresOf("seed")).toEqual(["FuzzParse/seed#1 seed/s_test.go:8"]);
    expect(failuresOf("example")).toEqual(["ExampleBroken example/e_test.go:12"]);
  });

  it("belongs to a parent that panics after a subtest has failed", () => {
    expect(titlesOf("parent")).toEqual([
      "7 TestSuite/group/fails failed",
      "8 TestSuite/group crashed: panic: after it",
    ]);
    expect(titlesOf("cleanup")).toEqual([
      "8 TestSuite/group/fails failed",
      "7 TestSuite/group crashed: panic: while cleaning up",
    ]);
  });

  it("is a finding beside ordinary failures when TestMain crashes", () => {
    const panic = "panic: runtime error: invalid memory address or nil pointer dereference";
    expect(titlesOf("teardown")).toEqual(["16 TestWrong failed", `14 example.com/m/teardown: ${panic}`]);
    const message = crashes.findings.find(({ title }) => title.startsWith("example.com/m/teardown"))?.message;
    expect(message).toContain("example.com/m/teardown.TestMain(");
    expect(message).toMatch(/\ngo test example.com\/m\/teardown -count=1$/);
    expect(titlesOf("setup")).toEqual(["10 example.com/m/setup: panic: no database"]);
  });

  it("is that of the test whose goroutine it was, not of one that had passed", () => {
    expect(titlesOf("leak")).toEqual(["21 TestSlow crashed: panic: in a goroutine"]);
    expect(crashes.report.packages.find(({ importPath }) => importPath.endsWith("leak"))).toMatchObject({
      passed: 1,
      failed: 1,
      reason: "panic: in a goroutine",
    });
  });

  it("is the last one, when the test has printed others", () => {
    expect(titlesOf("twice")).toEqual(["14 TestTwice crashed: panic: assignment to entry in nil map"]);
    const output = crashes.report.packages.find(({ importPath }) => importPath.endsWith("twice"))?.failures[0]?.output;
    expect(output).toMatch(/^panic: one that was handled\n\ngoroutine /);
    expect(titlesOf("stack")).toEqual(["11 TestStackThenFails failed"]);
  });

  it("ends with the words that Go has credited to a test that passed", () => {
    const { report, findings } = readRun(`test/ended/${version}.test`, { sources: moduleSources("test/ended") });
    const guess = "(os.Exit, log.Fatal?)";
    expect(report.packages.map(({ importPath, reason }) => [importPath, reason])).toEqual([
      [
        "example.com/m/load",
        `the test binary ended while TestLoad was running ${guess}: cannot read config.yml: no such file`,
      ],
      ["example.com/m/main", null],
      ["example.com/m/two", `the test binary ended while TestOne, TestTwo were running ${guess}: the disk is full`],
    ]);
    const load = findings.find(({ title }) => title === "TestLoad did not finish");
    expect(load?.message).toContain("    l_test.go:10: loading\ncannot read config.yml: no such file\n");
    const two = report.packages[2]?.unfinished.map(({ output }) => output.split("\n").slice(0, 2));
    expect(two).toEqual([
      ["cannot go on:", "the disk is full"],
      ["cannot go on:", "the disk is full"],
    ]);
  });

  it.each([
    ["unknown", "example.com/m/q", "flag provided but not defined: -update"],
    ["value", "example.com/m", 'invalid boolean value "maybe" for -update: parse error'],
  ])("names the flag that tests do not take: %s", (name, importPath, problem) => {
    const { findings, failedBecause } = readRun(`test/usage/${version}.${name}`);
    expect(failedBecause).toBe(`${importPath}: failed before a test ran: ${problem}`);
    expect(findings).toMatchObject([
      { title: failedBecause, path: null, message: `${problem}\ngo test ${importPath} -count=1` },
    ]);
  });
});

it("does not blame a test that had failed for a goroutine that outlived it", () => {
  const reader = createTestReader(readerOptions);
  const print = (Test: string | undefined, ...lines: readonly string[]) => {
    for (const line of lines) {
      reader.line(JSON.stringify({ Action: "output", Package: "example.com/m", Test, Output: `${line}\n` }));
    }
  };
  reader.line(JSON.stringify({ Action: "run", Package: "example.com/m", Test: "TestX" }));
  print("TestX", "=== RUN   TestX", "    x_test.go:3: wrong", "--- FAIL: TestX (0.00s)", "panic: late", "");
  print("TestX", "goroutine 9 [running]:", "example.com/m.watch()", "\t/src/watch.go:5 +0x1");
  reader.line(JSON.stringify({ Action: "fail", Package: "example.com/m", Test: "TestX", Elapsed: 0 }));
  reader.line(JSON.stringify({ Action: "fail", Package: "example.com/m", Elapsed: 0 }));
  const { findings } = reader.end({ exitCode: 1, timedOut: false, stderr: "" });
  expect(findings.map(({ title, path, line }) => [title, path, line])).toEqual([
    ["TestX failed", "x_test.go", 3],
    ["example.com/m: panic: late", "watch.go", 5],
  ]);
});

/** Events of one package, read with every test kept. */
function readEvents(events: readonly object[]) {
  const reader = createTestReader({ ...readerOptions, onPackage: () => undefined });
  for (const event of events) reader.line(JSON.stringify({ Package: "example.com/m", ...event }));
  return reader.end({ exitCode: 1, timedOut: false, stderr: "" });
}

const printed = (Test: string, ...lines: readonly string[]) =>
  lines.map((line) => ({ Action: "output", Test, Output: `${line}\n` }));

it.each([
  ["TestLeaks", "example.com/m: panic: late", 1],
  ["TestLeaks.func1", "example.com/m: panic: late", 1],
  ["TestAfter", "TestAfter crashed: panic: late", 0],
  ["TestingHelper", "TestAfter crashed: panic: late", 0],
])(
  "blames the test that runs for a goroutine of its own or of nobody's, not for one of a test that has passed: %s",
  (starter, title, interrupted) => {
    const stack = ["goroutine 5 [running]:", "example.com/m.watch()", "\t/src/watch.go:5 +0x2b"];
    const created = [`created by example.com/m.${starter} in goroutine 4`, "\t/src/a_test.go:11 +0x1a"];
    const { report, findings } = readEvents([
      { Action: "run", Test: "TestLeaks" },
      { Action: "pass", Test: "TestLeaks", Elapsed: 0 },
      { Action: "run", Test: "TestAfter" },
      ...printed("TestAfter", "panic: late", "", ...stack, ...created),
      { Action: "fail", Elapsed: 0.1 },
    ]);
    expect(findings.map((finding) => [finding.title, finding.path, finding.line])).toEqual([[title, "watch.go", 5]]);
    expect(report).toMatchObject({ passed: 1, failed: 1 - interrupted, interrupted });
  },
);

it("takes for last words what the test said, not what Go says of a binary without coverage", () => {
  const { failedBecause } = readEvents([
    { Action: "run", Test: "TestA" },
    ...printed("TestA", "no such database", "program not built with -cover"),
    { Action: "fail", Elapsed: 0.1 },
  ]);
  const said = "the test binary ended while TestA was running (os.Exit, log.Fatal?): no such database";
  expect(failedBecause).toBe(`example.com/m: ${said}; 1 test failed`);
});

describe("which of the tests that were running has failed", () => {
  const event = { Package: "example.com/m" };
  const readLines = (events: readonly object[]) => {
    const reader = createTestReader(readerOptions);
    for (const each of events) reader.line(JSON.stringify({ ...event, ...each }));
    return reader.end({ exitCode: 1, timedOut: false, stderr: "" });
  };
  const run = (Test: string) => ({ Action: "run", Test });
  const prints = (Output: string) => ({ Action: "output", Output });

  it("none, when several could have ended the program", () => {
    const { report, findings } = readLines([
      run("TestA"),
      run("TestB"),
      prints("exit status 1\n"),
      prints("FAIL\texample.com/m\t0.01s\n"),
      { Action: "fail", Elapsed: 0.01 },
    ]);
    expect(report).toMatchObject({ passed: 0, failed: 0, interrupted: 2 });
    expect(report.packages[0]?.unfinished.map(({ name }) => name)).toEqual(["TestA", "TestB"]);
    expect(findings.map(({ title }) => title)).toEqual(["TestA did not finish", "TestB did not finish"]);
  });

  it("the only one that could have, with its parents, beside one that waits for its turn", () => {
    const { report } = readLines([
      run("TestWaits"),
      { Action: "pause", Test: "TestWaits" },
      run("TestA"),
      run("TestA/b"),
      prints("exit status 3\n"),
      { Action: "fail", Elapsed: 0.01 },
    ]);
    expect(report).toMatchObject({ passed: 0, failed: 2, interrupted: 1 });
    expect(report.packages[0]).toMatchObject({ failures: [{ name: "TestA/b" }], unfinished: [{ name: "TestWaits" }] });
  });

  it("the one that panicked, not its parallel neighbours", () => {
    const own = ["goroutine 9 [running]:\n", "example.com/m.TestB(0x1)\n", "\t/src/b_test.go:7 +0x1\n"];
    const stack = [...own, "testing.tRunner(0x1, 0x2)\n", "\t/go/src/testing/testing.go:1934 +0xea\n"];
    const { report, findings } = readLines([
      run("TestA"),
      run("TestB"),
      { Action: "output", Test: "TestB", Output: "--- FAIL: TestB (0.00s)\n" },
      ...["panic: boom\n", "\n", ...stack].map((Output) => ({ Action: "output", Test: "TestB", Output })),
      { Action: "fail", Test: "TestB", Elapsed: 0 },
      { Action: "fail", Elapsed: 0.01 },
    ]);
    expect(report).toMatchObject({ passed: 0, failed: 1, interrupted: 1 });
    expect(report.packages[0]).toMatchObject({
      failures: [{ name: "TestB", path: "b_test.go", line: 7 }],
      unfinished: [{ name: "TestA", output: "TestA did not finish: panic: boom" }],
    });
    expect(findings.map(({ title }) => title)).toEqual(["TestB crashed: panic: boom"]);
  });
});
