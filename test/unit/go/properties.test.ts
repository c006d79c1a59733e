import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDeps } from "../../../src/go/deps.ts";
import { parseDiagnostics } from "../../../src/go/diagnostics.ts";
import { parseGofmt } from "../../../src/go/gofmt.ts";
import { createTestReader } from "../../../src/go/test-reader.ts";
import { testsSchema } from "../../../src/model/report/tests.ts";
import { reportSchema } from "../../../src/model/report.ts";
import { createLineSplitter } from "../../../src/text/lines.ts";
import { runs } from "../../support/runs.ts";
import { captured, readerOptions, readProfile, source } from "./fixture.ts";

const recorded = ["fail", "panic", "race", "timeout", "noise", "compile", "bench"].flatMap((name) =>
  captured(`test/${name}/go1.26.8.test`).stdout.trimEnd().split("\n"),
);

const event = fc
  .record(
    {
      Action: fc.constantFrom("start", "run", "pause", "cont", "output", "pass", "fail", "skip", "bench", "attr", "?"),
      Package: fc.constantFrom("p", "q", ""),
      Test: fc.constantFrom("TestA", "TestA/b", "TestA/b/c", "BenchmarkX", ""),
      Elapsed: fc.double(),
      Output: fc.constantFrom(
        "PASS\n",
        "FAIL\n",
        "panic: x\n",
        "goroutine 1 [running]:\n",
        "WARNING: DATA RACE\n",
        "x",
        "\n",
      ),
      FailedBuild: fc.constantFrom("p", "r [p.test]"),
    },
    { requiredKeys: ["Action", "Package"] },
  )
  .map((fields) => JSON.stringify(fields));

const line = fc.oneof(event, fc.constantFrom(...recorded), fc.string(), fc.json());

describe("the reader of tests", () => {
  it("never throws, never counts below zero and gives what report.json can hold", () => {
    const end = fc.record({
      exitCode: fc.constantFrom(0, 1, 2, null),
      timedOut: fc.boolean(),
      stderr: fc.string(),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), end, (lines, how) => {
        const reader = createTestReader({ ...readerOptions, outputLimit: 200, onPackage: () => undefined });
        for (const text of lines) reader.line(text);
        const result = reader.end(how);
        expect(testsSchema.parse(result.report)).toEqual(result.report);
        for (const finding of result.findings) reportSchema.shape.stages.element.shape.findings.element.parse(finding);
        if (how.exitCode !== 0 || how.timedOut || result.report.failed > 0) expect(result.failedBecause).not.toBeNull();
      }),
    );
  });

  it("gives the same result however the stream is cut into chunks", () => {
    const text = captured("test/panic/go1.26.8.test").stdout;
    const read = (size: number): unknown => {
      const reader = createTestReader(readerOptions);
      const splitter = createLineSplitter(reader.line);
      for (let at = 0; at < text.length; at += size) splitter.write(text.slice(at, at + size));
      splitter.end();
      return reader.end({ exitCode: 1, timedOut: false, stderr: "" });
    };
    const whole = read(text.length);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), (size) => {
        expect(read(size)).toEqual(whole);
      }),
      { numRuns: runs(20) },
    );
  });

  it("gives the same packages in whatever order they interleave", () => {
    const lines = captured("test/parallel/go1.26.8.test").stdout.trimEnd().split("\n");
    const [first, second] = ["example.com/m/a", "example.com/m/b"].map((name) =>
      lines.filter((text) => text.includes(`"${name}"`)),
    );
    const read = (order: readonly string[]): unknown => {
      const reader = createTestReader(readerOptions);
      for (const text of order) reader.line(text);
      return reader.end({ exitCode: 1, timedOut: false, stderr: "" }).report;
    };
    const whole = read(lines);
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: lines.length }), (choices) => {
        const rest = [[...(first ?? [])], [...(second ?? [])]];
        const mixed = choices.map((choice) => rest[Number(choice)]?.shift()).filter((text) => text !== undefined);
        expect(read([...mixed, ...rest.flat()])).toEqual(whole);
      }),
    );
  });
});

it("no parser throws on arbitrary text", () => {
  const pieces = [
    ...captured("build/errors/go1.26.8.build").stderr.split("\n"),
    ...captured("gofmt/diffs/go1.26.8.gofmt").stdout.split("\n"),
    ...captured("deps/own/go1.26.8.deps").stdout.split("\n"),
  ];
  const text = fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 20 })
    .map((parts) => parts.join("\n"));
  fc.assert(
    fc.property(text, text, fc.constantFrom(0, 1, null), (stdout, stderr, exitCode) => {
      parseDiagnostics(stderr, { ...source, source: "compile", cwd: "." });
      parseGofmt({ stdout, stderr, files: ["bad.go"], dir: "." });
      parseDeps({ stdout, stderr, exitCode }, { ...source, cwd: "." });
      readProfile(stdout);
    }),
  );
});
