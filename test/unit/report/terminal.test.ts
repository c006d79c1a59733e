import { describe, expect, it } from "vitest";
import type { ReportContext } from "../../../src/report/target.ts";
import {
  context,
  errorRun,
  everyStatus,
  failingTests,
  finding,
  green,
  hostile,
  localContext,
  stage,
} from "./reports.ts";
import { isCommand } from "./runner-oracle.ts";
import { verdictLines } from "./verdict-lines.ts";

describe("verdictLines", () => {
  it("shows a green run", () => {
    expect(verdictLines(green, localContext)).toEqual([
      "",
      "  ✓ deps                 300 ms  cached",
      "  ✓ format               200 ms",
      "  ✓ vet                  2.4 s",
      "  ✓ test                 8.1 s",
      "  ✓ build:linux/amd64    4.0 s",
      "  ✓ build:darwin/amd64   4.1 s",
      "  ✓ build:windows/amd64  4.2 s",
      "  ✓ image                6.0 s",
      "  ✓ smoke                1.5 s",
      "  ✓ deliver              5.4 s",
      "",
      "  tests     42 passed, 0 failed, 1 skipped",
      "  coverage  83.3 % of statements (120 of 144)",
      "  binaries  .pipeline/bin/greeter-linux-amd64 (5.1 MiB)",
      "            .pipeline/bin/greeter-darwin-amd64 (5.2 MiB)",
      "            .pipeline/bin/greeter-windows-amd64.exe (5.3 MiB)",
      "  summary   .pipeline/summary.md",
      "  report    .pipeline/report.html",
      "            .pipeline/report.json",
      "",
      "✓ pipeline passed in 13 s",
    ]);
  });

  it("shows every status with its reason", () => {
    expect(verdictLines(everyStatus, context)).toEqual([
      "",
      "  ✓ deps               1.2 s     cached",
      "  ! format             1.2 s     1 file is not formatted",
      "  ✗ vet                1.2 s     2 findings",
      "  ■ test               1.2 s     the run was cancelled",
      "  - build:linux/amd64  disabled  build: false",
      "  ✗ image              1.2 s     the daemon at unix:///var/run/docker.sock refused the connection",
      "  - smoke              blocked   image errored",
      "  - deliver            skipped   image-output: none",
      "",
      "  summary  .pipeline/summary.md",
      "  report   .pipeline/report.html",
      "           .pipeline/report.json",
      "",
      "  ✗ vet     greet/greet.go:12:5      fmt.Printf format %d has arg name of wrong type string",
      "  ! vet     cmd/greeter/main.go:7:2  unreachable code",
      "  ! format  greet/greet.go:3         not formatted by gofmt",
      "",
      "✗ pipeline could not finish in 13 s",
    ]);
  });

  it("names what broke last, by name, place and first words, and counts what is too much", () => {
    const findings = Array.from({ length: 30 }, (_, index) =>
      finding({
        source: "test",
        title: `TestGreet/${index} failed`,
        message: `    greet_test.go:${index + 1}: got ${index}\ngo test -run x`,
        path: "greet/greet_test.go",
        line: index + 1,
        column: null,
        subject: { package: "example.com/greeter/greet", test: `TestGreet/${index}` },
      }),
    );
    const lines = verdictLines({ ...green, stages: [stage("test", { status: "failed", findings })] }, context);
    const from = lines.findIndex((line) => line.includes("TestGreet/0"));
    expect(lines.slice(from, from + 2)).toEqual([
      "  ✗ TestGreet/0   greet/greet_test.go:1   got 0",
      "  ✗ TestGreet/1   greet/greet_test.go:2   got 1",
    ]);
    expect(lines.slice(from + 19, from + 22)).toEqual([
      "  ✗ TestGreet/19  greet/greet_test.go:20  got 19",
      "  … 10 more findings above and in report.json",
      "",
    ]);
  });

  it("names reasons that stand in no row, and the threshold", () => {
    const lines = verdictLines(failingTests, context);
    expect(lines).toContain(
      "  coverage  83.3 % of statements (120 of 144), threshold 90 % missed, no profile from example.com/greeter/internal/broken",
    );
    const reasons: ReportContext["reasons"] = [
      { kind: "cancelled" },
      { kind: "environment", problem: "no space left" },
      { kind: "stage", stage: "vet", status: "failed", said: "1 finding" },
    ];
    expect(verdictLines(errorRun, { ...context, reasons }).slice(-3)).toEqual([
      "  the run was cancelled",
      "  no space left",
      "✗ pipeline could not finish in 1 min 0 s",
    ]);
  });

  it("says in words that nothing was covered, and why", () => {
    const crashed = { percent: null, covered: 0, statements: 0, missing: ["example.com/m"], packages: [], files: [] };
    const shown = (coverage: typeof crashed): readonly string[] =>
      verdictLines({ ...green, totals: { ...green.totals, coverage } }, context).filter((line) =>
        line.includes("coverage"),
      );
    expect(shown(crashed)).toEqual(["  coverage  none, no profile from example.com/m"]);
    expect(shown({ ...crashed, missing: [] })).toEqual(["  coverage  no statements to cover"]);
  });

  it("is coloured only on request, and colour does not move columns", () => {
    const plain = verdictLines(everyStatus, context);
    const coloured = verdictLines(everyStatus, { ...context, colour: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences
    const colours = /\u001b\[\d+m/g;
    expect(plain.filter((line) => line.search(colours) >= 0)).toEqual([]);
    expect(coloured.at(-1)).toBe("\u001b[1m\u001b[31m✗ pipeline could not finish in 13 s\u001b[39m\u001b[22m");
    expect(coloured.map((line) => line.replace(colours, ""))).toEqual(plain);
  });

  it("aligns by the width a terminal shows", () => {
    const report = { ...green, tests: null, coverage: null, artifacts: [], stages: [stage("deps"), stage("世界")] };
    expect(verdictLines(report, context).slice(1, 3)).toEqual(["  ✓ deps  1.2 s", "  ✓ 世界  1.2 s"]);
  });

  it("holds nothing that steers the terminal or the runner", () => {
    const lines = verdictLines(hostile, context);
    expect(lines.filter((line) => isCommand(line) || line.includes("\n"))).toEqual([]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is the point
    expect(lines.filter((line) => /[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/.test(line))).toEqual([]);
  });
});
