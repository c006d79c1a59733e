import { describe, expect, it } from "vitest";
import { joinPath, localDirectories, moduleFromContent, workFromContent } from "../../../src/project/gomod.ts";

describe("moduleFromContent", () => {
  it("reads module, go and toolchain past comments, blocks and quotes", () => {
    const content =
      '// header\nmodule "example.com/a" // why\n\ngo 1.23.0\ntoolchain go1.24.1\nrequire (\n\tgo 1.0 // not a directive\n)\n';
    expect(moduleFromContent("a", content, true)).toEqual({
      dir: "a",
      path: "example.com/a",
      go: "1.23.0",
      toolchain: "go1.24.1",
      ignore: [],
      requires: ["go"],
      vendored: true,
      tools: [],
      outside: [],
    });
  });

  it("reads ignore lines of both forms", () => {
    const content = 'module m\ngo 1.25\nignore ./web // why\nignore (\n\tnode_modules\n\t"a b"\n\t/x//y\n)\n';
    expect(moduleFromContent(".", content, false).ignore).toEqual(["./web", "node_modules", "a b", "/x"]);
  });

  it("keeps what a broken file still says", () => {
    expect(moduleFromContent(".", "module example.com/a\r\n\r\nrequire (\r\n", false)).toMatchObject({
      path: "example.com/a",
      go: null,
    });
    expect(moduleFromContent(".", "<<<<<<< HEAD\n", false)).toMatchObject({ path: null, go: null });
  });
});

describe("what go.mod and go.work name", () => {
  it("are tools, and directories outside of the repository", () => {
    const content = [
      "module example.com/a",
      "tool (",
      "\texample.com/a/gen",
      "\tgolang.org/x/tools/cmd/stringer",
      ")",
      "replace example.com/b => ../b",
      "replace example.com/c v1.0.0 => ../../c",
      "replace example.com/d => /elsewhere/d",
      "replace example.com/e => /repo/e",
      "replace example.com/f => example.com/g v1.0.0",
    ].join("\n");
    expect(moduleFromContent("a", content, false, "/repo")).toMatchObject({
      tools: ["example.com/a/gen", "golang.org/x/tools/cmd/stringer"],
      outside: ["../../c", "/elsewhere/d"],
    });
    expect(moduleFromContent(".", content, false, "/repo").outside).toEqual(["../b", "../../c", "/elsewhere/d"]);
    const work = "use (\n\t./a\n\t../x\n\t/repo/b\n)\nreplace example.com/y => ../y\n";
    expect(workFromContent("go.work", work, "/repo").outside).toEqual(["../x", "../y"]);
  });
});

describe("workFromContent", () => {
  it("reads use lines of both forms, relative to the repository", () => {
    const content = "go 1.25\nuse ./a\nuse (\n\t.\n\t../b // beside\n)\n";
    expect(workFromContent("x/go.work", content, "/repo")).toEqual({
      path: "x/go.work",
      uses: ["x/a", "x", "b"],
      outside: [],
      go: "1.25",
      toolchain: null,
    });
  });
});

describe("joinPath", () => {
  it.each([
    [".", ".", "."],
    [".", "./a/", "a"],
    ["a/b", "../c", "a/c"],
    ["a", "../../b", "../b"],
    ["a", "", "a"],
  ])("%s + %s = %s", (base, path, joined) => {
    expect(joinPath(base, path)).toBe(joined);
  });
});

describe("localDirectories", () => {
  it.each([
    ["go.mod", "replace a.example/x => ./x\nreplace a.example/y v1.0.0 => a.example/z v1.2.0\n", ["x"]],
    ["sub/go.mod", 'replace (\n\ta.example/x v1.0.0 => "../x y" // note\n\ta.example/z => .\\z\n)\n', ["x y", "sub/z"]],
    ["go.work", "go 1.26\n\nuse (\n\t./a/\n\tb\n)\nuse .\nreplace a.example/x => ./.x\n", ["a", "b", ".", ".x"]],
    ["go.mod", "replace a.example/x => ../x\nreplace a.example/y => /y\nignore ./node_modules\n", []],
    ["go.mod", "module a.example/x // => ./x\n\nrequire a.example/y v1.0.0\n", []],
  ])("are what %s names in the repository: %j", (path, content, expected) => {
    expect(localDirectories(path, content)).toEqual(expected);
  });
});
