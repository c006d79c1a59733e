import { describe, expect, it } from "vitest";
import { contains, locateRepository, relativeSlashes, resolveLinks, upwards } from "../../../src/project/locate.ts";
import { fakeFacts } from "../inputs/support.ts";

describe("the repository", () => {
  const facts = fakeFacts({
    "/src/repo/.git": "directory",
    "/src/repo/tree/.git": "file",
    "/src/repo/tree/a": "directory",
    "/src/plain/a": "directory",
    "/link": { link: "/src" },
  });

  it("is the nearest parent with .git, a folder or a file", () => {
    expect(locateRepository("/src/repo", {}, facts)).toBe("/src/repo");
    expect(locateRepository("/src/repo/tree/a", {}, facts)).toBe("/src/repo/tree");
  });

  it("is else the workspace if it contains the working directory, else that", () => {
    expect(locateRepository("/src/plain/a", { GITHUB_WORKSPACE: "/link" }, facts)).toBe("/src");
    expect(locateRepository("/src/plain/a", { GITHUB_WORKSPACE: "/src/repo" }, facts)).toBe("/src/plain/a");
    expect(locateRepository("/src/plain/a", { GITHUB_WORKSPACE: "/nope" }, facts)).toBe("/src/plain/a");
    expect(locateRepository("/src/plain/a", {}, facts)).toBe("/src/plain/a");
  });
});

describe("paths", () => {
  const posix = fakeFacts({ "/a/b": "directory", "/a/l": { link: "/c" }, "/c": "directory" });
  const windows = fakeFacts({ "C:\\a": "directory" }, "win32");

  it("contain each other by elements", () => {
    expect(contains("/a", "/a", posix)).toBe(true);
    expect(contains("/a", "/a/..b", posix)).toBe(true);
    expect(contains("/a", "/ab", posix)).toBe(false);
    expect(contains("/a/b", "/a", posix)).toBe(false);
    expect(contains("C:\\A", "c:\\a\\b", windows)).toBe(true);
    expect(contains("C:\\a", "D:\\a", windows)).toBe(false);
  });

  it("have links resolved as far as they exist", () => {
    expect(resolveLinks("/a/l/x/y", posix)).toBe("/c/x/y");
    expect(resolveLinks("/a/b", posix)).toBe("/a/b");
  });

  it("go up to the root and are written with slashes", () => {
    expect(upwards("/a/b", posix)).toEqual(["/a/b", "/a", "/"]);
    expect(upwards("C:\\a", windows)).toEqual(["C:\\a", "C:\\"]);
    expect(relativeSlashes("C:\\a", "C:\\a\\b\\c", windows)).toBe("b/c");
    expect(relativeSlashes("/a", "/a", posix)).toBe(".");
  });
});
