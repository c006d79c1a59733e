import { describe, expect, it } from "vitest";
import { namedFiles } from "../../../../src/go/coverage/files.ts";
import { coverageTold, hasStatements, missingPackages } from "../../../../src/go/coverage/missing.ts";
import { readTestEvent } from "../../../../src/go/test-event.ts";
import { captured, fixtureNames, fixtureText, moduleFiles, readProfile, source } from "../fixture.ts";

const textOf = moduleFiles("coverage/missing");
const names = fixtureNames("coverage/missing");
const tested = [...new Set(names.filter((name) => name.endsWith("_test.go")).map((name) => name.split("/")[0]))].map(
  (dir) => `example.com/m/${dir}`,
);

function statementsIn(importPath: string): boolean {
  const own = names.filter(
    (name) => `example.com/m/${name.split("/")[0]}` === importPath && !name.endsWith("_test.go"),
  );
  return own.some((name) => hasStatements(textOf(name) ?? ""));
}

function missing(
  version: string,
  run: string,
  profile: string,
  packages: readonly string[] = tested,
): readonly string[] {
  const told = captured(`coverage/missing/${version}.${run}`)
    .stdout.split("\n")
    .map((line) => coverageTold(readTestEvent(line)));
  const files = namedFiles(readProfile(fixtureText(`coverage/missing/${version}.${profile}.out`)), {
    ...source,
    cwd: ".",
    exclude: [],
  });
  return missingPackages({
    tested: packages,
    profiled: new Set(files.map(({ importPath }) => importPath)),
    told: new Set(told.filter((name) => name !== null)),
    coverpkg: run === "pkg",
    hasStatements: statementsIn,
  });
}

describe.each(["go1.26.8", "go1.27.4"])("packages without a profile, %s", (version) => {
  it("are those that panic, exit or are not built, not those that have nothing to cover", () => {
    expect(tested).toHaveLength(7);
    expect(missing(version, "test", "coverage")).toEqual([
      "example.com/m/broken",
      "example.com/m/exits",
      "example.com/m/panics",
    ]);
  });

  it("include those that -failfast has left out", () => {
    expect(missing(version, "fast", "first")).toEqual(
      expect.arrayContaining(["example.com/m/broken", "example.com/m/exits", "example.com/m/panics"]),
    );
    expect(missing(version, "fast", "first")).not.toContain("example.com/m/good");
  });

  it("are missing although others have covered some of them, with -coverpkg", () => {
    const asked = ["good", "panics", "exits", "onlytests"].map((name) => `example.com/m/${name}`);
    expect(missing(version, "pkg", "all", asked)).toEqual(["example.com/m/exits", "example.com/m/panics"]);
  });
});

it.each([
  ['"Output":"coverage: 50.0% of statements\\n"', "m"],
  ['"Output":"coverage: [no statements]\\n"', "m"],
  ['"Output":"coverage: 50.0% of statements in ./...\\n"', "m"],
  ['"Output":"ok  \\tm\\t(cached)\\tcoverage: 50.0% of statements\\n"', "m"],
  ['"Test":"TestA","Output":"coverage: 50.0% of statements\\n"', null],
  ['"Output":"my coverage: 50.0% of statements\\n"', null],
  ['"Output":"coverage: low\\n"', null],
])("of %s the coverage is told", (fields, told) => {
  expect(coverageTold(readTestEvent(`{"Action":"output","Package":"m",${fields}}`))).toBe(told);
});

it.each([
  ["package p\n\nfunc F() int { return 1 }\n", true],
  ["package p\n\nfunc F() {\n\t// nothing\n\t/* } */\n}\n", false],
  ["package p\n\nfunc F() {}\nfunc G() { F() }\n", true],
  ["package p\n\nfunc F()\n", false],
  ["package p\n\nfunc F( {\n", true],
  ["package p\n\ntype T struct{ A int }\n\nconst c = 1\n", false],
  ["package p\n\ntype I interface{ F() int }\n", false],
])("%j has statements: %s", (text, expected) => {
  expect(hasStatements(text)).toBe(expected);
});
