import { describe, expect, it } from "vitest";
import { parseGofmt } from "../../../src/go/gofmt.ts";
import { captured } from "./fixture.ts";

const given = ["good.go", "bad.go", "sub/deep/worse.go", "./-dash.go", "empty.go", "crlf.go", "noeol.go"];

describe.each(["go1.26.8", "go1.22.12"])("gofmt %s", (version) => {
  it("lists the files it would change, with their diffs and the command", () => {
    const result = parseGofmt({ ...captured(`gofmt/diffs/${version}.gofmt`), files: given, dir: "." });
    expect(result.problems).toEqual([]);
    expect(result.files.map(({ path, line }) => [path, line])).toEqual([
      ["bad.go", 3],
      ["sub/deep/worse.go", 2],
      ["-dash.go", 2],
      ["noeol.go", 3],
    ]);
    expect(result.files[1]?.diff).toBe(`\
diff sub/deep/worse.go.orig sub/deep/worse.go
--- sub/deep/worse.go.orig
+++ sub/deep/worse.go
@@ -1,3 +1,4 @@
 package deep
+
 // C is a comment
-var   c=1
+var c = 1`);
    expect(result.fix).toBe("gofmt -w bad.go sub/deep/worse.go ./-dash.go noeol.go");
  });

  it("reports syntax errors and files it cannot read", () => {
    const files = ["broken.go", "sub/broken.go", "bad.go", "missing.go", "notgo.go"];
    const result = parseGofmt({ ...captured(`gofmt/syntax/${version}.gofmt`), files, dir: "mod" });
    expect(result.files.map((file) => file.path)).toEqual(["mod/bad.go"]);
    const format = { source: "format", severity: "error" };
    expect(result.problems).toMatchObject([
      {
        ...format,
        path: "mod/broken.go",
        line: 3,
        column: 14,
        title: "syntax error",
        message: "expected ')', found '{'",
      },
      { ...format, path: "mod/broken.go", line: 4, column: 1 },
      { ...format, path: "mod/broken.go", line: 6, column: 1 },
      { ...format, path: "mod/sub/broken.go", line: 3, column: 12 },
      {
        ...format,
        path: null,
        line: null,
        title: "gofmt",
        message: expect.stringMatching(/^l?stat missing\.go: no such file/),
      },
      { ...format, path: "mod/notgo.go", line: 1, column: 1 },
    ]);
  });
});

it("finds nothing where nothing is to change", () => {
  const result = parseGofmt({ ...captured("gofmt/clean/go1.26.8.gofmt"), files: ["good.go"], dir: "." });
  expect(result).toEqual({ files: [], problems: [], fix: null });
});

it("is not misled by differences that look like its own lines, nor by names", () => {
  const files = ["text.go", "b.go", "grüße.go", "sub/it's.go"];
  const result = parseGofmt({ ...captured("gofmt/tricky/go1.26.8.gofmt"), files, dir: "." });
  expect(result.files.map((file) => file.path)).toEqual(["text.go", "grüße.go", "sub/it's.go"]);
  expect(result.fix).toBe("gofmt -w text.go 'grüße.go' 'sub/it'\\''s.go'");
});

it("lists names without diffs as well", () => {
  const result = parseGofmt({ stdout: "a.go\nsub\\b.go\n", stderr: "", files: ["a.go", "sub/b.go"], dir: "." });
  expect(result.files).toEqual([
    { path: "a.go", line: 1, diff: "" },
    { path: "sub/b.go", line: 1, diff: "" },
  ]);
});

it("does not pass over what it does not understand", () => {
  const result = parseGofmt({ stdout: "unknown.go\n", stderr: "", files: ["a.go"], dir: "." });
  expect(result.files).toEqual([]);
  expect(result.problems).toMatchObject([{ path: null, message: "unknown.go" }]);
});

it("takes the lines of a diff for one until another file begins, CRLF or not", () => {
  const stdout = "a.go\r\ndiff a.go.orig a.go\r\n@@ -12,2 +12,2 @@\r\n x\r\n-b.go\r\n+y @@ -3\r\nb.go\r\n";
  const result = parseGofmt({ stdout, stderr: "", files: ["a.go", "b.go"], dir: "." });
  expect(result.files.map(({ path, line }) => [path, line])).toEqual([
    ["a.go", 13],
    ["b.go", 1],
  ]);
});

it("reads places of Windows, and keeps what a message says", () => {
  const stderr = "C:\\src\\a.go:12:34: expected ';', found b.go:1:2: x\r\n\r\n  \r\n";
  const { problems } = parseGofmt({ stdout: "", stderr, files: ["a.go"], dir: "." });
  expect(problems.map(({ line, column, message }) => [line, column, message])).toEqual([
    [12, 34, "expected ';', found b.go:1:2: x"],
  ]);
});

it("tells in words how to format more files than fit on a line", () => {
  const files = Array.from({ length: 40 }, (_, at) => `pkg/file${at}.go`);
  const result = parseGofmt({ stdout: `${files.join("\n")}\n`, stderr: "", files, dir: "." });
  expect(result.files).toHaveLength(40);
  expect(result.fix).toBe("gofmt -w on each");
});
