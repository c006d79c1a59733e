import { describe, expect, it } from "vitest";
import { createTestReader } from "../../../src/go/test-reader.ts";
import { captured, countEvents, readerOptions, readRun } from "./fixture.ts";

const versions = ["go1.26.8", "go1.22.12"];

describe.each(versions)("what %s prints of tests that end by themselves", (version) => {
  it("counts passing tests, subtests, examples and fuzz seeds", () => {
    const { report, findings, failedBecause, junkLines } = readRun(`test/pass/${version}.test`);
    expect(failedBecause).toBeNull();
    expect(findings).toEqual([]);
    expect(junkLines).toBe(0);
    expect(report).toMatchObject({ passed: 7, failed: 0, skipped: 0 });
    expect(report.packages.map(({ importPath, status, passed }) => [importPath, status, passed])).toEqual([
      ["example.com/m", "passed", 6],
      ["example.com/m/none", "skipped", 0],
      ["example.com/m/sub", "passed", 1],
    ]);
  });

  it("lists failed tests with place, output and command, leaves first", () => {
    const { report, findings, failedBecause } = readRun(`test/fail/${version}.test`);
    expect(failedBecause).toBe("7 tests failed");
    expect(report).toMatchObject({ passed: 2, failed: 7, skipped: 0 });
    const [root, sub] = report.packages;
    expect(root).toMatchObject({ status: "failed", reason: null, passed: 2, failed: 6 });
    expect(root?.failures.map(({ name, path, line }) => [name, path, line])).toEqual([
      ["TestTable/bad/deeper", "m_test.go", 11],
      ["TestTable/bad", "m_test.go", 8],
      ["TestPlain", "m_test.go", 18],
      ["TestParentSpeaks/child", null, null],
      ["TestParentSpeaks", "m_test.go", 25],
    ]);
    expect(root?.failures[0]).toMatchObject({
      output: "    m_test.go:10: got 1\n    m_test.go:11: want 2, got 1\n        second line of the message",
      command: "go test example.com/m -run '^TestTable$/^bad$/^deeper$' -count=1",
    });
    expect(sub?.failures).toMatchObject([{ name: "TestExternal", path: "sub/x_test.go", line: 11 }]);
    expect(findings).toContainEqual({
      source: "test",
      severity: "error",
      path: "m_test.go",
      line: 11,
      column: null,
      title: "TestTable/bad/deeper failed",
      subject: { package: "example.com/m", test: "TestTable/bad/deeper" },
      message:
        "want 2, got 1\nsecond line of the message\ngo test example.com/m -run '^TestTable$/^bad$/^deeper$' -count=1",
    });
  });

  it("makes no finding of a parent that has failed by its subtests", () => {
    const titles = readRun(`test/fail/${version}.test`).findings.map((finding) => finding.title);
    expect(titles).not.toContain("TestTable failed");
    expect(titles).not.toContain("TestTable/bad failed");
  });

  it("counts skipped tests and says nothing against a package that skips all", () => {
    const { report, failedBecause } = readRun(`test/skip/${version}.test`);
    expect(failedBecause).toBeNull();
    expect(report).toMatchObject({ passed: 2, failed: 0, skipped: 3 });
    expect(report.packages.map((entry) => entry.status)).toEqual(["passed", "passed"]);
  });

  it("keeps the output of parallel tests apart", () => {
    const { report } = readRun(`test/parallel/${version}.test`);
    expect(report).toMatchObject({ passed: 8, failed: 3 });
    const failures = report.packages[0]?.failures ?? [];
    expect(failures.map((failure) => failure.name).sort()).toEqual(["TestParallel/1", "TestParallel/4"]);
    for (const { name, output } of failures) {
      const number = name.at(-1);
      expect(output).toContain(`a_test.go:13: start ${number}`);
      expect(output).toContain(`a_test.go:17: failed ${number}`);
    }
  });

  it("is not confused by benchmarks, which end without an event", () => {
    const { report, failedBecause } = readRun(`test/bench/${version}.test`);
    expect(failedBecause).toBe("2 tests failed");
    expect(
      report.packages.map(({ importPath, status, passed, failed }) => [importPath, status, passed, failed]),
    ).toEqual([
      ["example.com/m/bad", "failed", 0, 1],
      ["example.com/m/failing", "failed", 0, 1],
      ["example.com/m/good", "passed", 1, 0],
    ]);
    expect(report.packages[1]?.failures).toMatchObject([
      {
        name: "BenchmarkFails",
        durationMs: null,
        path: "failing/f_test.go",
        line: 7,
        command: "go test example.com/m/failing -run '^$' -bench '^BenchmarkFails$' -count=1",
      },
    ]);
  });

  it("shows what a failing example has printed", () => {
    const failures = readRun(`test/examples/${version}.test`).report.packages[0]?.failures;
    expect(failures).toMatchObject([
      { name: "FuzzSeeds/seed#1", path: "m_test.go", line: 26 },
      { name: "Example", path: null, output: "got:\ngot\nwant:\nwant" },
    ]);
  });

  it("takes nothing that a test prints for a result", () => {
    const { report } = readRun(`test/noise/${version}.test`);
    expect(report.packages[0]).toMatchObject({ importPath: "example.com/m", status: "passed", passed: 6, failed: 0 });
  });

  it("shows a forged result with Go's own marker as a failure rather than as nothing", () => {
    const { report, failedBecause } = readRun(`test/noise/${version}.test`);
    expect(failedBecause).toBe(
      "example.com/m/marked: a test has failed although the package has passed; 1 test failed",
    );
    expect(report.packages[1]).toMatchObject({ status: "failed", failed: 1, passed: 1 });
  });

  it("keeps bytes that are no text, and clips what is long", () => {
    const failures = readRun(`test/noise-fail/${version}.test`, { outputLimit: 2_000 }).report.packages[0]?.failures;
    expect(failures?.map((failure) => failure.name)).toEqual(["TestBytes", "TestLong", "TestNoNewline", "TestMany"]);
    expect(failures?.[0]?.output).toBe(
      "nul \0 invalid \ufffd\ufffd esc \x1b[31mred\x1b[0m cr \rover\n    m_test.go:12: bytes \0\ufffd ]]>",
    );
    expect(failures?.[2]?.output).toBe("no newline");
    const many = failures?.[3]?.output ?? "";
    expect(many).toMatch(/^line 0\nline 1\n/);
    expect(many).toMatch(/\nline 2998\nline 2999$/);
    const shown = many.split("\n").filter((line) => line.startsWith("line ")).length;
    expect(many).toContain(`[… ${3000 - shown} lines, about `);
    expect(many.length).toBeLessThan(2_100);
  });
});

it.each(["pass", "fail", "skip", "parallel", "names", "examples", "noise", "noise-fail"])(
  "counts every event that names a test: %s",
  (name) => {
    for (const version of versions) {
      const { stdout } = captured(`test/${name}/${version}.test`);
      expect(readRun(`test/${name}/${version}.test`).report).toMatchObject(countEvents(stdout));
    }
  },
);

it("counts repeated tests as often as they run", () => {
  const { report } = readRun("test/repeated/go1.26.8.test");
  expect(report).toMatchObject({ passed: 2, failed: 1 });
  expect(report.packages[0]?.failures).toMatchObject([{ output: "    m_test.go:10: run 2" }]);
});

it("reads attributes of tests as output", () => {
  expect(readRun("test/attr/go1.26.8.test").report.packages[0]?.failures).toMatchObject([
    { name: "TestAttr", path: "m_test.go", line: 11, output: "    through Output\n    m_test.go:11: failed" },
  ]);
});

it("finds places with -fullpath", () => {
  const failures = readRun("test/trimpath/go1.26.8.full").report.packages[0]?.failures;
  expect(failures).toMatchObject([{ name: "TestFail", path: "f/f_test.go", line: 5 }]);
});

it("places tests of a module below the root of the repository", () => {
  const modules = [
    { dir: ".", path: "example.com" },
    { dir: "services/m", path: "example.com/m" },
  ];
  const failures = readRun("test/fail/go1.26.8.test", { modules }).report.packages[1]?.failures;
  expect(failures).toMatchObject([{ name: "TestExternal", path: "services/m/sub/x_test.go" }]);
});

it("puts flags into the commands", () => {
  const { report } = readRun("test/failfast/go1.26.8.test", { flags: ["-race", "-tags=a b"] });
  expect(report.packages[0]?.failures[0]?.command).toBe(
    "go test example.com/m/a -race '-tags=a b' -run '^TestA$' -count=1",
  );
});

it("marks packages without test files as skipped although -cover lets them pass", () => {
  const { report } = readRun("coverage/set/go1.26.8.test");
  expect(report.packages.map(({ importPath, status }) => [importPath, status])).toEqual([
    ["example.com/m", "passed"],
    ["example.com/m/gen", "skipped"],
    ["example.com/m/nostatements", "skipped"],
    ["example.com/m/sub", "passed"],
    ["example.com/m/untested", "skipped"],
  ]);
});

it.each(["1.26.8", "1.27.4", "1.22.12"])(
  "marks as skipped, too, a package without test files that has a function and no statement: Go %s",
  (version) => {
    const { report } = readRun(`coverage/empty-function/go${version}.test`);
    expect(report.packages.map(({ importPath, status }) => [importPath, status])).toEqual([
      ["example.com/m", "skipped"],
      ["example.com/m/sub", "passed"],
    ]);
  },
);

it("does not take an empty stream for success", () => {
  const reader = createTestReader(readerOptions);
  expect(reader.end({ exitCode: 0, timedOut: false, stderr: "" })).toEqual({
    report: { passed: 0, failed: 0, skipped: 0, flaky: 0, interrupted: 0, packages: [] },
    findings: [],
    failedBecause: "go test has reported no package",
    profiled: new Set(),
    junkLines: 0,
  });
});

it("does not let a second stream heal a package that has failed", () => {
  const reader = createTestReader(readerOptions);
  for (const name of ["fail", "pass"]) {
    for (const line of captured(`test/${name}/go1.26.8.test`).stdout.split("\n")) reader.line(line);
  }
  const { report, failedBecause } = reader.end({ exitCode: 0, timedOut: false, stderr: "" });
  expect(failedBecause).toBe("7 tests failed");
  expect(report.packages[0]).toMatchObject({ importPath: "example.com/m", status: "failed", passed: 8, failed: 6 });
});

it("limits findings, and says how many there are more", () => {
  const reader = createTestReader(readerOptions);
  const event = { Package: "example.com/m" };
  for (let test = 0; test < 1_205; test++) {
    reader.line(JSON.stringify({ ...event, Action: "run", Test: `Test${test}` }));
    reader.line(JSON.stringify({ ...event, Action: "fail", Test: `Test${test}`, Elapsed: 0.25 }));
  }
  reader.line(JSON.stringify({ ...event, Action: "fail", Elapsed: 1 }));
  const { report, findings } = reader.end({ exitCode: 1, timedOut: false, stderr: "" });
  expect(report.packages[0]?.failures).toHaveLength(1_205);
  expect(report.packages[0]?.failures[0]).toMatchObject({ durationMs: 250, output: "" });
  expect(findings).toHaveLength(1_001);
  expect(findings.at(-1)?.message).toBe("205 more failures are listed in report.json");
});

it("keeps the output of failed tests within a limit for all of them", () => {
  const reader = createTestReader({ ...readerOptions, outputLimit: 4 * 1024 * 1024 });
  const event = { Package: "example.com/m" };
  const output = "x".repeat(1024 * 1024);
  for (let test = 0; test < 40; test++) {
    const named = { ...event, Test: `Test${test}` };
    reader.line(JSON.stringify({ ...named, Action: "run" }));
    const start = `{"Time":"2026-01-01T00:00:00Z","Action":"output","Package":"example.com/m"`;
    reader.line(`${start},"Test":"Test${test}","Output":"${output}"}`);
    reader.line(JSON.stringify({ ...named, Action: "fail", Elapsed: 0 }));
  }
  reader.line(JSON.stringify({ ...event, Action: "fail", Elapsed: 1 }));
  const failures = reader.end({ exitCode: 1, timedOut: false, stderr: "" }).report.packages[0]?.failures ?? [];
  expect(failures.filter((failure) => failure.output === output)).toHaveLength(32);
  expect(failures.at(-1)?.output).toBe("[… left out: too much output of failed tests; the log is complete …]");
});

it.each(["go1.26.8", "go1.27.4"])(
  "lists every test with what it says of itself and why it was skipped, as %s tells it",
  (version) => {
    const { stdout, stderr, exitCode } = captured(`test/attributes/${version}.test`);
    const reader = createTestReader({ ...readerOptions, onPackage: () => undefined });
    for (const line of stdout.split("\n")) reader.line(line);
    const [found] = reader.end({ exitCode, timedOut: false, stderr }).report.packages;
    const timed = { durationMs: expect.any(Number) };
    expect(found?.tests).toEqual([
      { name: "TestBad", status: "failed", ...timed, attributes: [{ key: "owner", value: "nobody" }] },
      {
        ...{ name: "TestOwned", status: "passed", ...timed },
        attributes: [
          { key: "owner", value: "payments <b>" },
          { key: "issue", value: "" },
          { key: "owner", value: "core é" },
        ],
      },
      {
        ...{ name: "TestOwned/child", status: "skipped", ...timed },
        attributes: [{ key: "level", value: "2" }],
        reason: "needs docker\nand more",
      },
      { name: "TestPlain", status: "passed", ...timed },
      { name: "TestQuiet", status: "skipped", ...timed },
    ]);
  },
);

it("keeps the first 100 attributes of a test, clipped", () => {
  const reader = createTestReader({ ...readerOptions, onPackage: () => undefined });
  const event = (rest: object): void => reader.line(JSON.stringify({ Package: "p", Test: "TestX", ...rest }));
  event({ Action: "run" });
  for (let at = 0; at < 101; at++) event({ Action: "attr", Key: `k${at}`, Value: "v".repeat(2_000) });
  event({ Action: "pass", Elapsed: 0 });
  reader.line(JSON.stringify({ Action: "pass", Package: "p" }));
  const attributes = reader.end({ exitCode: 0, timedOut: false, stderr: "" }).report.packages[0]?.tests[0]?.attributes;
  expect(attributes).toHaveLength(100);
  expect(attributes?.at(-1)).toEqual({ key: "k99", value: `${"v".repeat(999)}…` });
});
