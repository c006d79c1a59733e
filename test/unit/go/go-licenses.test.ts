import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { fatalIn, isOfOtherGo, parseGoLicenses } from "../../../src/go/go-licenses.ts";

/** What go-licenses 2.0.1 printed. */
const printed = (name: string): string =>
  readFileSync(resolve(import.meta.dirname, "../../fixtures/go-licenses", name), "utf8");

describe("the report of go-licenses", () => {
  it("names a library once, with all licences of its file", () => {
    expect(parseGoLicenses(printed("red.csv"))).toEqual([
      { name: "example.com/bsd", url: null, licenses: ["BSD-3-Clause"] },
      { name: "example.com/dual", url: null, licenses: ["MIT", "GPL-3.0"] },
      { name: "example.com/gpl", url: null, licenses: ["GPL-3.0"] },
      { name: "example.com/tool", url: null, licenses: [] },
    ]);
  });

  it("names directories that have a licence of their own", () => {
    const libraries = parseGoLicenses(printed("grpcurl.csv"));
    expect(libraries).toHaveLength(23);
    expect(libraries).toContainEqual({
      name: "github.com/go-jose/go-jose/v4/json",
      url: "https://github.com/go-jose/go-jose/blob/v4.1.4/json/LICENSE",
      licenses: ["BSD-3-Clause"],
    });
  });

  it("has a library without a licence for each line that cannot be read", () => {
    expect(parseGoLicenses("")).toEqual([]);
    expect(parseGoLicenses("example.com/a,Unknown\nout of luck, again, and again\n")).toEqual([
      { name: "example.com/a,Unknown", url: null, licenses: [] },
      { name: "out of luck, again, and again", url: null, licenses: [] },
    ]);
  });

  it("reads an address with a comma, and a line twice", () => {
    expect(parseGoLicenses('example.com/b,"https://example.com/a,""b""",MIT\n')).toEqual([
      { name: "example.com/b", url: 'https://example.com/a,"b"', licenses: ["MIT"] },
    ]);
    expect(parseGoLicenses("example.com/a,Unknown,MIT\r\nexample.com/a,Unknown,MIT\r\n")).toEqual([
      { name: "example.com/a", url: null, licenses: ["MIT"] },
    ]);
  });
});

describe("the last words of go-licenses", () => {
  it.each([
    [
      "broken.stderr",
      `errors for ["example.com/tool"]: example.com/tool: bad.go:1:1: expected 'package', found 'import'`,
    ],
    [
      "missing.stderr",
      `errors for ["example.com/tool"]: example.com/none: main.go:3:8: no required module provides package example.com/none; to add it:`,
    ],
    ["other-go.stderr", "some errors occurred when loading direct and transitive dependency packages"],
    ["unknown.stderr", null],
  ])("are those of %s", (name, words) => {
    expect(fatalIn(printed(name))).toBe(words);
  });

  it("tell a program of another Go", () => {
    expect(isOfOtherGo(printed("other-go.stderr"))).toBe(true);
    expect(isOfOtherGo(printed("unknown.stderr"))).toBe(false);
  });
});
