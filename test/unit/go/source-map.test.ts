import { describe, expect, it } from "vitest";
import { importedPath, ownFrame, repoPath, type SourceMap } from "../../../src/go/source-map.ts";

const map: SourceMap = {
  root: "/src",
  modules: [
    { dir: ".", path: "example.com/m" },
    { dir: "tools/gen", path: "example.com/m/gen" },
    { dir: "broken", path: null },
  ],
};

describe("repoPath", () => {
  it.each([
    ["./x.go", "a", "a/x.go"],
    ["x.go", ".", "x.go"],
    ["../b/x.go", "a", "b/x.go"],
    ["../x.go", ".", null],
    ["../../x.go", "a", null],
    ["/src/a/x.go", "b", "a/x.go"],
    ["/src/../etc/passwd", ".", null],
    ["/srcother/x.go", ".", null],
    ["/usr/local/go/src/fmt/print.go", ".", null],
  ])("%s in %s", (name, cwd, expected) => {
    expect(repoPath(map, name, cwd)).toBe(expected);
  });

  it("knows drives and both slashes", () => {
    const windows = { ...map, root: "D:\\a\\repo" };
    expect(repoPath(windows, "d:\\a\\repo\\sub\\x.go", ".")).toBe("sub/x.go");
    expect(repoPath(windows, "D:/a/repo/x.go", ".")).toBe("x.go");
    expect(repoPath(windows, "C:\\a\\repo\\x.go", ".")).toBeNull();
  });
});

it("takes the longest module path", () => {
  expect(importedPath(map, "example.com/m/x.go")).toBe("x.go");
  expect(importedPath(map, "example.com/m/gen/x.go")).toBe("tools/gen/x.go");
  expect(importedPath(map, "example.com/m/generic/x.go")).toBe("generic/x.go");
  expect(importedPath(map, "example.com/mother/x.go")).toBeNull();
});

it("does not take generated or vendored code for the repository's own", () => {
  expect(ownFrame(map, "/src/a/x.go")).toBe("a/x.go");
  expect(ownFrame(map, "example.com/m/a/x.go")).toBe("a/x.go");
  expect(ownFrame(map, "/src/vendor/example.com/dep/x.go")).toBeNull();
  expect(ownFrame(map, "_testmain.go")).toBeNull();
  expect(ownFrame(map, "testing/testing.go")).toBeNull();
});
