import { describe, expect, it } from "vitest";
import { failureWords, type SourceFiles } from "../../../src/go/test-place.ts";
import { moduleSources, readRun, source } from "./fixture.ts";

describe.each(["go1.26.8", "go1.27.4"])("the place and the message of a failed test, by %s", (version) => {
  const { report, findings } = readRun(`test/places/${version}.test`, { sources: moduleSources("test/places") });

  it.each([
    ["TestLogsAfter", "m_test.go", 15, "got 3, want 4"],
    [
      "TestQuotes",
      "m_test.go",
      19,
      "the generated code does not compile:\ngen_test.go:99:2: undefined: x\n\n    m_test.go:1: indented",
    ],
    ["TestPrintsQuote", "m_test.go", 23, "the child failed"],
    ["TestHelper", "m_test.go", 28, "got 3, want 4"],
    ["TestNoHelper", "helper.go", 14, "got 3, want 5"],
    ["TestOtherPackage", "internal/probe/probe.go", 7, "got 3, want 6"],
    ["TestCleanup", "m_test.go", 33, "cleanup failed"],
    ["TestNoNewline", "m_test.go", 39, "two is wrong"],
    ["TestNoNewlineHelper", "m_test.go", 44, "got 3, want 7"],
    ["TestStack", "m_test.go", 52, "recovered: handled"],
    ["TestChild", "m_test.go", 63, "the child has crashed"],
    ["TestFraming", "m_test.go", 71, "after lines that look like Go's own"],
    ["TestMarker", "m_test.go", 77, "an error"],
    ["TestForged", "m_test.go", 83, "the true one"],
    ["TestEscaped", "m_test.go", 88, "behind an escape"],
    [
      "TestAssert",
      "m_test.go",
      93,
      "Error Trace:\t/src/m_test.go:97\n\tError:      \tNot equal: \n\t            \texpected: 1\n\t            \tactual  : 2\n\tTest:       \tTestAssert",
    ],
    ["TestDiff", "m_test.go", 98, "mismatch (-want +got):\n  m.T{\n- \tA: 1,\n+ \tA: 2,\n  }"],
    ["TestOnlyLogs", "m_test.go", 103, "second"],
    ["TestSilent", null, null, "failed without output"],
    ["TestOutput", "m_test.go", 110, "the compiler failed"],
  ])("%s", (name, path, line, message) => {
    const command = `go test example.com/m -run '^${name}$' -count=1`;
    expect(findings.find(({ title }) => title === `${name} failed`)).toMatchObject({
      path,
      line,
      message: `${message}\n${command}`,
    });
    expect(report.packages[0]?.failures.find((test) => test.name === name)).toMatchObject({ path, line });
  });
});

describe("without the sources", () => {
  const words = (output: string) => failureWords(source, "example.com/m", output, []);

  it("a test has failed where a test file said something last, with the lines that belong to it", () => {
    const output =
      "    a_test.go:1: first\n    b_test.go:12: second\n        third\n          4th\n    other\n        5th\n";
    expect(words(output)).toEqual({ place: { path: "b_test.go", line: 12 }, message: "second\nthird\n  4th" });
    expect(words("    a_test.go:1: \n        all")).toEqual({ place: { path: "a_test.go", line: 1 }, message: "all" });
    expect(words("    a_test.go:1: x\n        ")?.message).toBe("x");
  });

  it("nothing is known outside of the package, in line 0, of other files and behind other text", () => {
    expect(words("    a_test.go:0: x\n")).toBeNull();
    expect(words("    sub/a_test.go:1: x\n")).toBeNull();
    expect(words("    /elsewhere/a_test.go:1: x\n")).toBeNull();
    expect(words("    a.go:1: x\n")).toBeNull();
    expect(words("value    a_test.go:1: x\n")).toBeNull();
    expect(words("        a_test.go:1: x\n")).toBeNull();
  });

  it("what Go marked as an error counts, also where its file is not known", () => {
    const output = "    a_test.go:1: an error\n    a_test.go:2: a log\n";
    expect(failureWords(source, "example.com/m", output, ["    a_test.go:1: an error\n"])).toEqual({
      place: { path: "a_test.go", line: 1 },
      message: "an error",
    });
    const mock = "    controller.go:137: missing call\n        to Get\n";
    expect(failureWords(source, "example.com/m", mock, [mock])).toEqual({
      place: null,
      message: "missing call\nto Get",
    });
  });
});

describe("the line of source", () => {
  const lines = [
    't.Errorf("x")',
    't.Log("x")',
    "mustBe(t, 1, 2)",
    "log.Error(err)",
    "t.Log(err.Error())",
    "s.T().Fatal(err)",
    't.Skip("no")',
    "}",
  ];
  const sources: SourceFiles = {
    line: (path, line) => (path.endsWith("a_test.go") || path === "x/only.go" ? (lines[line - 1] ?? null) : null),
    named: (base) => (base === "only.go" ? ["x/only.go"] : base === "twin.go" ? ["x/twin.go", "y/twin.go"] : []),
  };
  const lineOf = (...output: readonly string[]) =>
    failureWords({ ...source, sources }, "example.com/m", output.join("\n"), [])?.place ?? null;
  const entry = (line: number, file = "a_test.go") => `    ${file}:${line}: said`;

  it.each([
    ["an error, whatever was logged after it", [entry(1), entry(2), entry(5), entry(7)], 1],
    ["an error through a suite", [entry(6), entry(3)], 6],
    ["a helper rather than a log", [entry(3), entry(2)], 3],
    ["a logger that logs through the test is none", [entry(1), entry(4)], 1],
    ["of equals the last", [entry(2), entry(5)], 5],
    ["no line that calls nothing, behind other text", [`50 %${entry(8)}`, entry(2)], 2],
    ["no line that is not there", [entry(9), entry(2)], 2],
  ])("tells %s", (_, output, line) => {
    expect(lineOf(...output)).toEqual({ path: "a_test.go", line });
  });

  it("tells the file of a helper elsewhere when only one has the name and the line fails a test", () => {
    expect(lineOf(entry(1, "only.go"))).toEqual({ path: "x/only.go", line: 1 });
    expect(lineOf(entry(2, "only.go"))).toBeNull();
    expect(lineOf(entry(1, "twin.go"))).toBeNull();
  });
});
