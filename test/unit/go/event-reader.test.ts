import { describe, expect, it } from "vitest";
import { createEventReader, withoutRemains } from "../../../src/go/event-reader.ts";
import { decodeOutput } from "../../../src/go/test-event.ts";
import { captured, readRun } from "./fixture.ts";

/** All that a package printed, by whom. */
function printedBy(version: string, goVersion: string | null): string {
  const read = createEventReader(goVersion);
  const events = captured(`test/colours/${version}.test`).stdout.split("\n").map(read);
  return events.map((event) => (event.type === "test" ? decodeOutput(event.output ?? "") : "")).join("");
}

describe("what Go 1.27 leaves of control sequences", () => {
  it("is in no finding, no output of a test and no reason", () => {
    const { report, findings } = readRun("test/colours/go1.27.4.test");
    expect(findings.map(({ title, message }) => [title, message.split("\n").slice(0, 6)])).toEqual([
      ["TestColour failed", ["ERROR cannot open the file", "fatal [====] [ok]", "over two", "lines", "\r50 %", "link"]],
      ["TestText failed", ["\x1b[31mlogged\x1b[0m", "and \x1b[1mbold\x1b[0m", expect.stringMatching(/^go test /)]],
      ["TestPanic crashed: panic: red", expect.arrayContaining(["panic: red [recovered, repanicked]"])],
    ]);
    expect(report.packages[0]?.reason).toBe("panic: red");
  });

  it("is not looked for in text, in what is logged and in what older versions print", () => {
    const output = readRun("test/colours/go1.27.4.test").report.packages[0]?.failures[1]?.output;
    expect(output?.split("\n").slice(0, 3)).toEqual([
      "[31m0s 5m0s] [31m] [0m 1m]",
      '"\\x1b[31mred\\x1b[0m" \\033[31m ^[[0m',
      "    m_test.go:28: [31mas it is[0m",
    ]);
    const before = captured("test/colours/go1.26.8.test").stdout;
    const all = before.split("\n").map((line) => JSON.parse(line === "" ? "{}" : line).Output ?? "");
    expect(printedBy("go1.26.8", "go1.26.8")).toBe(all.join(""));
  });

  it("is known before the first line of Go's own by the version", () => {
    expect(printedBy("go1.27.4", null)).toMatch(/^\[36mbefore the tests\[0m\n/);
    for (const version of ["go1.27.4", "devel go1.28-0a1b2c3 Mon"]) {
      expect(printedBy("go1.27.4", version)).toMatch(/^before the tests\n/);
    }
  });
});

describe("withoutRemains", () => {
  it.each([
    ["[31mERROR[0m x", "ERROR x"],
    ["[1;31m[FAIL][0m x", "[FAIL] x"],
    ["a [38;2;1;2;3mb[m", "a b"],
    ["[[32m==[0m][[33m--[0m]", "[==][--]"],
    ["[01;31m[Kmatch[m[K", "match"],
    ["half [33m", "half "],
    ["line[0m\\n", "line\\n"],
    ["\\r[2K[1A50 %", "\\r50 %"],
    ["[?25lhidden[?25h", "hidden"],
    ["]0;a title\\u0007x", "x"],
    ["]8;;https://example.com\\\\link]8;;\\\\ x", "link x"],
  ])("takes it off %j", (text, plain) => {
    expect(withoutRemains(text)).toBe(plain);
  });

  it.each([
    "plain",
    "[31m]",
    "[31m0s 5m0s]",
    "took [5m 3m] of [0m]",
    "[main.go",
    "[Alice, Bob",
    "[60m later",
    "x[2], [3]int{1m}",
    "\\\\x1b[31mred\\\\x1b[0m",
    "\\u001b[31mred\\u001b[0m",
    "ESC is ^[[0m",
    "[DEBUG] 8;;x]",
  ])("leaves %j", (text) => {
    expect(withoutRemains(text)).toBe(text);
  });
});
