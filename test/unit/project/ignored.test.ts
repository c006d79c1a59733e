import { describe, expect, it } from "vitest";
import { ignoredDirs } from "../../../src/project/ignored.ts";

/** Directories of one module that hold a package. */
const dirs = [".", "a/b/c", "a/x", "a/xy", "x", "x/sub"];

describe("ignoredDirs", () => {
  // What `go list ./...` of Go 1.26.8 and 1.27.4 leaves out, for the same line in a module with these packages.
  it.each([
    [["./x"], ["x", "x/sub"]],
    [["./x/"], ["x", "x/sub"]],
    [["x"], ["a/x", "x", "x/sub"]],
    [["x/"], ["a/x", "x", "x/sub"]],
    [["/x"], ["a/x", "x", "x/sub"]],
    [["a/x"], ["a/x"]],
    [["b/c"], ["a/b/c"]],
    [["./a/b"], ["a/b/c"]],
    [["a"], ["a/b/c", "a/x", "a/xy"]],
    [["."], dirs],
    [["./"], dirs],
    [["./a/../x"], []],
    [["../m/x"], []],
    [["A/x"], []],
    [["**/x"], []],
    [[], []],
    [
      ["./x", "c"],
      ["a/b/c", "x", "x/sub"],
    ],
  ])("%j leaves out %j", (lines, expected) => {
    expect(dirs.filter(ignoredDirs(lines))).toEqual(expected);
  });
});
