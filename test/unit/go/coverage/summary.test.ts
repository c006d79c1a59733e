import { describe, expect, it } from "vitest";
import { type CoverageOptions, coveredFiles } from "../../../../src/go/coverage/files.ts";
import { coverageJson } from "../../../../src/go/coverage/json.ts";
import { summarizeCoverage, uncoveredLines } from "../../../../src/go/coverage/summary.ts";
import { writeProfile } from "../../../../src/go/coverage/write.ts";
import type { CoveredFile } from "../../../../src/model/coverage.ts";
import { formatDecimal } from "../../../../src/text/format.ts";
import { fixtureText, moduleFiles, readProfile, source, withSource } from "../fixture.ts";

const plain: CoverageOptions = { ...source, cwd: ".", exclude: [] };

/** The files of a captured profile, with their sources unless these are not asked for. */
function filesOf(name: string, version: string, options: Partial<CoverageOptions> = {}): readonly CoveredFile[] {
  const profile = readProfile(fixtureText(`coverage/${name}/${version}.coverage.out`));
  const sourceOf = moduleFiles(`coverage/${name}`);
  return coveredFiles(profile, { ...plain, ...options }).map((file) => withSource(file, sourceOf(file.path)));
}

/** What `go tool cover -func` says in its last line. */
function totalOfGo(name: string, version: string): string {
  const last = fixtureText(`coverage/${name}/${version}.func.out`).trim().split("\n").at(-1) ?? "";
  return last.split(/\s+/).at(-1) ?? "";
}

describe("the total", () => {
  it.each([
    ["set", "go1.26.8"],
    ["set", "go1.22.12"],
    ["count", "go1.26.8"],
    ["atomic", "go1.26.8"],
    ["coverpkg", "go1.26.8"],
    ["coverpkg", "go1.22.12"],
    ["literals", "go1.26.8"],
    ["literals", "go1.22.12"],
    ["files", "go1.26.8"],
  ])("is that of go tool cover -func: %s with %s", (name, version) => {
    const { percent } = summarizeCoverage(filesOf(name, version));
    expect(`${formatDecimal(percent ?? Number.NaN)}%`).toBe(totalOfGo(name, version));
  });

  it("counts every block where the source is not known", () => {
    const files = coveredFiles(readProfile(fixtureText("coverage/set/go1.26.8.coverage.out")), plain);
    expect(summarizeCoverage(files)).toMatchObject({ covered: 7, statements: 17 });
    expect(summarizeCoverage(filesOf("set", "go1.26.8"))).toMatchObject({ covered: 6, statements: 15, percent: 40 });
  });

  it("is null without statements", () => {
    const files = filesOf("empty", "go1.26.8");
    expect(summarizeCoverage(files)).toEqual({ percent: null, covered: 0, statements: 0, packages: [], files: [] });
  });
});

it("counts packages without tests as 0", () => {
  const { packages } = summarizeCoverage(filesOf("set", "go1.26.8"));
  expect(packages).toEqual([
    { importPath: "example.com/m", percent: 50, covered: 5, statements: 10 },
    { importPath: "example.com/m/gen", percent: 0, covered: 0, statements: 1 },
    { importPath: "example.com/m/sub", percent: 50, covered: 1, statements: 2 },
    { importPath: "example.com/m/untested", percent: 0, covered: 0, statements: 2 },
  ]);
});

it.each(["go1.26.8", "go1.22.12"])("counts what a failing run has written: %s", (version) => {
  const { packages } = summarizeCoverage(filesOf("failing", version));
  expect(packages).toEqual([
    { importPath: "example.com/m/fails", percent: 100, covered: 1, statements: 1 },
    { importPath: "example.com/m/good", percent: 50, covered: 1, statements: 2 },
  ]);
});

it("gives files with the lines that no test reached", () => {
  const { files } = summarizeCoverage(filesOf("set", "go1.26.8"));
  expect(files.map(({ path, covered, statements, uncovered }) => [path, covered, statements, uncovered])).toEqual([
    ["gen/gen.pb.go", 0, 1, [[6, 6]]],
    [
      "m.go",
      5,
      10,
      [
        [9, 10],
        [15, 20],
      ],
    ],
    ["sub/sub.go", 1, 2, [[8, 8]]],
    ["untested/u.go", 0, 2, [[4, 7]]],
  ]);
});

describe("what is left out", () => {
  it.each([
    [["*.pb.go"], ["m.go", "sub/sub.go", "untested/u.go"]],
    [["gen"], ["m.go", "sub/sub.go", "untested/u.go"]],
    [
      ["gen/", " sub/** "],
      ["m.go", "untested/u.go"],
    ],
    [["./m.go"], ["gen/gen.pb.go", "sub/sub.go", "untested/u.go"]],
    [["**/{sub,gen}/*.go"], ["m.go", "untested/u.go"]],
    [["example.com/m/untested/*"], ["gen/gen.pb.go", "m.go", "sub/sub.go"]],
    [
      ["ub/*", "sub.g", "!m.go", ""],
      ["gen/gen.pb.go", "m.go", "sub/sub.go", "untested/u.go"],
    ],
    [["**"], []],
  ])("%j", (exclude, paths) => {
    expect(filesOf("set", "go1.26.8", { exclude }).map((file) => file.path)).toEqual(paths);
  });

  it("includes what a predicate says, such as generated files", () => {
    const isExcluded = (path: string): boolean => path.startsWith("gen/");
    expect(filesOf("set", "go1.26.8", { isExcluded }).map((file) => file.path)).toEqual([
      "m.go",
      "sub/sub.go",
      "untested/u.go",
    ]);
  });
});

describe("names in the profile", () => {
  it("belong to the innermost module", () => {
    const modules = [
      { dir: "a", path: "example.com/a" },
      { dir: "a/nested", path: "example.com/a/other" },
    ];
    const files = filesOf("workspace", "go1.26.8", { modules });
    expect(files.map(({ path, importPath }) => [path, importPath])).toEqual([
      ["a/nested/n.go", "example.com/a/other"],
      ["a/x/x.go", "example.com/a/x"],
    ]);
  });

  it("may be paths of files given on the command line", () => {
    expect(filesOf("files", "go1.26.8").map(({ name, path, importPath }) => [name, path, importPath])).toEqual([
      ["/src/a.go", "a.go", "example.com/m"],
    ]);
    const profile = readProfile("mode: set\n./sub/x.go:1.1,2.2 1 1\n_/src/mod/y.go:1.1,2.2 1 1\n");
    const modules = [{ dir: "mod", path: "example.com/m" }];
    const files = coveredFiles(profile, { root: "/src", modules, cwd: "mod", exclude: [] });
    expect(files.map(({ path, importPath }) => [path, importPath])).toEqual([
      ["mod/sub/x.go", "example.com/m/sub"],
      ["mod/y.go", "example.com/m"],
    ]);
  });

  it("of other modules have no path, but count", () => {
    const profile = readProfile("mode: set\nexample.com/other/x.go:1.1,2.2 3 1\n");
    const files = coveredFiles(profile, plain);
    expect(files).toMatchObject([{ path: null, importPath: "example.com/other" }]);
    expect(summarizeCoverage(files)).toMatchObject({ statements: 3, files: [{ path: "example.com/other/x.go" }] });
  });
});

it("joins ranges of lines that touch", () => {
  const at = (startLine: number, endLine: number, count = 0, startColumn = 9, endColumn = 3) => {
    return { startLine, startColumn, endLine, endColumn, statements: 1, count };
  };
  expect(uncoveredLines([at(9, 9), at(1, 3), at(4, 5), at(2, 6), at(8, 8)])).toEqual([
    [1, 6],
    [8, 9],
  ]);
  expect(uncoveredLines([at(3, 4, 1, 2, 9), at(4, 6, 0, 9)])).toEqual([[5, 6]]);
  expect(uncoveredLines([at(3, 9, 1, 2, 9), at(4, 6, 0, 9)])).toEqual([[4, 6]]);
  expect(uncoveredLines([at(1, 2, 1)])).toEqual([]);
});

describe("where a block ends", () => {
  it.each([
    // Up to Go 1.26 a block reaches from its brace to the other one.
    [
      "go1.26.8",
      [
        [5, 5],
        [9, 9],
        [12, 16],
      ],
    ],
    // Since Go 1.27 from its first token to column 1 of the line after its last one.
    [
      "go1.27.4",
      [
        [5, 5],
        [9, 9],
        [13, 13],
        [15, 15],
      ],
    ],
  ])("is not part of it: %s", (version, uncovered) => {
    expect(summarizeCoverage(filesOf("ends", version)).files).toMatchObject([{ path: "m.go", uncovered }]);
  });

  it("may be a column that nobody knows", () => {
    const at = (startLine: number, endLine: number, count: number) => {
      return { startLine, startColumn: 0, endLine, endColumn: 0, statements: 1, count };
    };
    expect(uncoveredLines([at(5, 6, 1), at(6, 8, 0), at(9, 9, 0)])).toEqual([[7, 9]]);
  });

  it("never leaves a block without lines", () => {
    const at = (startLine: number, startColumn: number, endLine: number, endColumn: number, count: number) => {
      return { startLine, startColumn, endLine, endColumn, statements: 1, count };
    };
    expect(uncoveredLines([at(4, 2, 4, 7, 1), at(4, 7, 5, 1, 0)])).toEqual([[4, 4]]);
    expect(uncoveredLines([at(4, 1, 4, 1, 0)])).toEqual([[4, 4]]);
  });
});

it("writes a profile that reads back the same, without what is excluded", () => {
  const files = filesOf("coverpkg", "go1.26.8", { exclude: ["gen"] });
  const written = [...writeProfile("count", files)].join("");
  const again = coveredFiles(readProfile(written), plain);
  expect(again.map(({ name, blocks }) => [name, [...blocks]])).toEqual(
    files.map(({ name, blocks }) => [name, [...blocks]]),
  );
  expect(written).toMatch(/^mode: count\nexample\.com\/m\/m\.go:4\.25,5\.11 1 14\n/);
  expect(written).not.toContain("gen.pb.go");
  expect([...writeProfile(null, [])].join("")).toBe("mode: set\n");
});

it("writes percentages to coverage.json unrounded", () => {
  const coverage = { ...summarizeCoverage(filesOf("literals", "go1.26.8")), missing: [], thresholds: [] };
  const content = JSON.parse(coverageJson(coverage, "set"));
  expect(content).toMatchObject({
    schemaVersion: 1,
    mode: "set",
    percent: 85.71428571428571,
    covered: 12,
    statements: 14,
  });
  expect(content.files).toHaveLength(1);
});
