import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { expectedCounts, fullSize, packageDir, type ScaleSize } from "../../../bench/scale/size.ts";
import {
  expectedCoverage,
  functionsPerFile,
  listStream,
  profileStream,
  sourceFile,
  testStream,
} from "../../../bench/scale/streams.ts";
import { createProfileReader } from "../../../src/go/coverage/profile.ts";
import { readTestEvent } from "../../../src/go/test-event.ts";
import { createTestReader } from "../../../src/go/test-reader.ts";
import { parseGoList } from "../../../src/project/go-list.ts";

const size: ScaleSize = { packages: 250, tests: 3_000, outputBytes: 300_000, profileBytes: 500_000, profileCopies: 2 };

describe("generated streams", () => {
  test("are as large as they are said to be", () => {
    const profile = [...profileStream(size)].join("");
    expect(profile.length).toBeGreaterThanOrEqual(500_000);
    expect(profile.length).toBeLessThan(750_000);
    const printed = lines([...testStream(size)])
      .map((line) => JSON.parse(line).Output ?? "")
      .filter((text) => text.startsWith("output of a test"))
      .join("");
    expect(printed.length).toBe(300_000);
    expect(functionsPerFile(fullSize)).toBe(28);
  });

  test("of tests are what our reader counts", () => {
    const reader = createTestReader({ root: "/repo", modules: [], cwd: ".", flags: [], onPackage: () => undefined });
    for (const line of lines([...testStream(size)])) reader.accept(readTestEvent(line));
    const { report } = reader.end({ exitCode: 1, timedOut: false, stderr: "" });
    expect(expectedCounts(size)).toEqual({ passed: 2_994, failed: 3, skipped: 3 });
    expect({ passed: report.passed, failed: report.failed, skipped: report.skipped }).toEqual(expectedCounts(size));
    expect(report.packages).toHaveLength(250);
  });

  test("of a profile hold each block once per copy, some of them covered", () => {
    const reader = createProfileReader();
    for (const line of lines([...profileStream(size)])) reader.line(line);
    const { files, problem } = reader.end();
    const blocks = [...files.values()].flatMap((file) => [...file]);
    expect(problem).toBeNull();
    expect(files.size).toBe(250);
    expect({
      covered: blocks.filter(({ count }) => count > 0).length,
      statements: blocks.length,
    }).toEqual(expectedCoverage(size));
  });

  test("of packages are what our reader lists", () => {
    const listed = parseGoList([...listStream(size, "/repo")].join(""));
    expect(listed).toHaveLength(250);
    expect(listed[0]).toEqual({
      ImportPath: "example.com/scale/cmd/app",
      Match: [],
      embeds: [],
      Dir: "/repo/cmd/app",
      Name: "main",
      error: "",
      files: 1,
      testFiles: ["code_test.go"],
      excludedTestFiles: [],
    });
    expect(listed[201]?.Dir).toBe("/repo/area2/pkg201");
    expect(packageDir(99)).toBe("area0/pkg99");
  });

  test("are about code that gofmt accepts", () => {
    const source = sourceFile("pkg1", 2);
    const formatted = execFileSync("gofmt", { input: source, encoding: "utf8" });
    expect(formatted.trimEnd()).toBe(source.trimEnd());
  });
});

function lines(pieces: readonly string[]): readonly string[] {
  return pieces.join("").trimEnd().split("\n");
}
