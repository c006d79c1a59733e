import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { isInside, pathInside, styleOf } from "../../src/text/paths.ts";

describe("isInside", () => {
  it.each([
    ["/r", "/r", ""],
    ["/r", "/r/", ""],
    ["/r", "/r/a/b", "a/b"],
    ["/r", "/r/..x", "..x"],
    ["/r", "/r/..x/y", "..x/y"],
    ["/r", "/r/...", "..."],
    ["/r", "/r/.../..x", ".../..x"],
    ["/r", "/r/a/../b", "b"],
    ["/", "/r", "r"],
    ["/r", "/r/C:\\x", "C:\\x"],
    ["/r", "/", null],
    ["/r", "/r/..", null],
    ["/r", "/r/../x", null],
    ["/r", "/x", null],
    ["/r", "/rx", null],
    ["/r", "/R/a", null],
    ["/r/..x", "/r", null],
    ["/r/..x", "/r/..y", null],
  ])("posix: from %s to %s is %s", (parent, path, expected) => {
    expect(pathInside(parent, path, "posix")).toBe(expected);
    expect(isInside(parent, path, "posix")).toBe(expected !== null);
  });

  it.each([
    ["C:\\r", "C:\\r", ""],
    ["C:\\r", "C:\\r\\a\\b", "a/b"],
    ["C:\\r", "c:/R/a", "a"],
    ["C:\\r", "C:\\r\\..x\\y", "..x/y"],
    ["C:\\r", "C:\\r\\...", "..."],
    ["C:\\", "C:\\r", "r"],
    ["\\\\host\\share\\r", "\\\\host\\share\\r\\a", "a"],
    ["C:\\r", "C:\\", null],
    ["C:\\r", "C:\\r\\..\\x", null],
    ["C:\\r", "C:\\r/../x", null],
    ["C:\\r", "C:\\rx", null],
    ["C:\\r", "D:\\r\\a", null],
    ["C:\\r", "\\\\host\\share\\r", null],
  ])("win32: from %s to %s is %s", (parent, path, expected) => {
    expect(pathInside(parent, path, "win32")).toBe(expected);
    expect(isInside(parent, path, "win32")).toBe(expected !== null);
  });
});

describe("styleOf", () => {
  it.each([
    ["/r", "posix"],
    ["C:\\r", "win32"],
    ["c:/r", "win32"],
    ["\\\\host\\share", "win32"],
    ["/c:/r", "posix"],
  ])("%s is %s", (path, style) => {
    expect(styleOf(path)).toBe(style);
  });
});

it("is the only place that asks whether a path leads out", () => {
  const src = resolve(import.meta.dirname, "../../src");
  const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const asks = /startsWith\(["'`]\.\.(?:["'`]|\$\{)/;
  const found = files.filter((file) => asks.test(readFileSync(join(src, file), "utf8")));
  expect(found).toEqual([join("text", "paths.ts")]);
});
