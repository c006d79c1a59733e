import { describe, expect, it } from "vitest";
import { createExclusion } from "../../../../src/go/coverage/exclude.ts";
import { type CoverageOptions, coveredFiles } from "../../../../src/go/coverage/files.ts";
import { readProfile, withSource } from "../fixture.ts";

const modules = [
  { dir: "tools/deep", path: "example.com/deep" },
  { dir: ".", path: "example.com/m" },
  { dir: "tools", path: "example.com/tools" },
];

/** Import path and place of files by their names in a profile. */
function places(names: readonly string[], over: Partial<CoverageOptions> = {}) {
  const profile = readProfile(`mode: set\n${names.map((name) => `${name}:1.1,2.1 1 1\n`).join("")}`);
  const files = coveredFiles(profile, { root: "/src", modules, cwd: ".", exclude: [], ...over });
  return files.map(({ importPath, path }) => [importPath, path]);
}

describe("files of a profile", () => {
  it("belong to the innermost module that holds them, whatever their names begin with", () => {
    expect(places(["/src/a.go", "/src/tools/b.go", "/src/tools/deep/x/c.go", "/src/toolsbox/d.go"])).toEqual([
      ["example.com/m", "a.go"],
      ["example.com/tools", "tools/b.go"],
      ["example.com/deep/x", "tools/deep/x/c.go"],
      ["example.com/m/toolsbox", "toolsbox/d.go"],
    ]);
    expect(places(["_/src/a.go"])).toEqual([["example.com/m", "a.go"]]);
    expect(places(["../b.go", "./c.go"], { cwd: "tools/x" })).toEqual([
      ["example.com/tools", "tools/b.go"],
      ["example.com/tools/x", "tools/x/c.go"],
    ]);
  });

  it("are called by their directory outside of modules and where go.mod has no module line", () => {
    expect(places(["/else/a.go"])).toEqual([["/else", null]]);
    expect(places(["/src/x/a.go"], { modules: [] })).toEqual([["x", "x/a.go"]]);
    expect(places(["/src/x/a.go"], { modules: [{ dir: ".", path: null }] })).toEqual([["x", "x/a.go"]]);
  });

  it("are left out by patterns and by what asks for a place in the repository", () => {
    const isExcluded = (path: string): boolean => path.startsWith("gen");
    expect(places(["/src/a.go", "/src/gen.go", "/else/gen.go"], { isExcluded })).toEqual([
      ["/else", null],
      ["example.com/m", "a.go"],
    ]);
  });

  it("count as a whole without their source", () => {
    const [file] = coveredFiles(readProfile("mode: set\na/a.go:1.1,2.1 1 1\n"), {
      root: "/src",
      modules,
      cwd: ".",
      exclude: [],
    });
    if (file === undefined) throw new Error("no file");
    expect(withSource(file, null).functions).toBeNull();
  });
});

describe("coverage-exclude", () => {
  it("leaves out nothing without a pattern", () => {
    expect(createExclusion([])("a.go", "m/a.go")).toBe(false);
    expect(createExclusion([" ", ""])("a.go", "m/a.go")).toBe(false);
    expect(createExclusion([" ", ""])("", "")).toBe(false);
  });

  it("takes slashes and spaces around a pattern for nothing", () => {
    for (const pattern of ["/gen", "./gen", " gen// "]) {
      expect(createExclusion([pattern])("gen/a.go", "x")).toBe(true);
      expect(createExclusion([pattern])(null, "x")).toBe(false);
    }
  });
});
