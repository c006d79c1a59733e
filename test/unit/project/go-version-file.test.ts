import { describe, expect, it } from "vitest";
import { UsageError } from "../../../src/errors.ts";
import { isGoVersionFile, versionIn } from "../../../src/project/go-version-file.ts";

const read = (path: string, content: string, gotoolchain = ""): string =>
  versionIn({ label: "go-version-file", path, content, gotoolchain });

describe("go-version-file", () => {
  it.each([
    ["go.mod", "module m\n\ngo 1.26.8\n", "1.26.8"],
    ["go.mod", "module m\n\ngo 1.26 // language\n", "1.26"],
    ["tools/go.mod", "module m\r\n\r\ngo 1.26\r\n\r\ntoolchain go1.27.4\r\n", "1.27.4"],
    ["go.mod", "module m\ngo 1.26.1\ntoolchain default\n", "1.26.1"],
    ["go.mod", "module m\ngo 1.26\ntoolchain go1.27.4-custom\n", "1.27.4"],
    ["go.mod", "module m\ngo 1.27rc1\n", "1.27rc1"],
    ["go.work", "go 1.25.3\n\nuse ./a\n", "1.25.3"],
    ["go.work", "go 1.25.3\ntoolchain go1.26.8\nuse ./a\n", "1.26.8"],
    [".go-version", "1.26.8\n", "1.26.8"],
    [".go-version", "\ufeffgo1.26\r\n", "1.26"],
    [".go-version", "# the Go of this project\n\n1.26.8 # see docs\n", "1.26.8"],
    [".tool-versions", "nodejs 20.1.0\ngolang 1.26.8\n", "1.26.8"],
    [".tool-versions", "golang  1.26.8 1.25.3 system # two\n", "1.26.8"],
    [".tool-versions", "# golang 1.22.1\ngo\t1.27\n", "1.27"],
    [".tool-versions", "golangci-lint 2.1.0\ngolang 1.26.8", "1.26.8"],
  ])("%s: %j is %s", (path, content, version) => {
    expect(read(path, content)).toBe(version);
  });

  it.each(["local", "go1.26.8"])("has no use for the toolchain line with GOTOOLCHAIN=%s, as Go has none", (setting) => {
    const content = "module m\ngo 1.26.1\ntoolchain go1.27.4\n";
    expect([read("go.mod", content, setting), read("go.mod", content, "auto")]).toEqual(["1.26.1", "1.27.4"]);
  });

  it.each([
    [
      "go.mod",
      "module m\n",
      "go-version-file: go.mod says no Go version; it takes the `toolchain` or `go` line of go.mod",
    ],
    [".go-version", "\n", "go-version-file: .go-version says no Go version; "],
    [".go-version", "latest\n", 'go-version-file: .go-version says "latest", which is no Go version; '],
    [".tool-versions", "nodejs 20.1.0\n", "go-version-file: .tool-versions says no Go version; "],
    [".tool-versions", "golang system\n", 'go-version-file: .tool-versions says "system", which is no Go version; '],
    [".tool-versions", "golang ref:master\n", 'says "ref:master"'],
    ["go.mod", "module m\ngo 1.20\n", "go-version-file: go.mod asks for Go 1.20, which is too old; at least 1.22"],
    [".go-version", "2.0\n", 'says "2.0"'],
  ])("%s: %j is refused", (path, content, problem) => {
    expect(() => read(path, content)).toThrow(problem);
    expect(() => read(path, content)).toThrow(UsageError);
  });

  it.each([
    ["go.mod", true],
    ["a/.tool-versions", true],
    ["a/go.work", true],
    [".go-version", true],
    ["go.sum", false],
    ["go.mod.bak", false],
    ["constructor", false],
  ])("may be called %s: %s", (path, expected) => {
    expect(isGoVersionFile(path)).toBe(expected);
  });
});
