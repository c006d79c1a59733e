import { describe, expect, it } from "vitest";
import { diffText, isLineEndsOnly, parseDiffs } from "../../../src/go/file-diff.ts";

/** As `go mod tidy -diff` prints it (Go 1.26.8, 1.27.4). */
const tidy = `diff current/go.mod tidy/go.mod
--- current/go.mod
+++ tidy/go.mod
@@ -2,6 +2,4 @@
 
 go 1.22
 
-require example.com/lib v0.0.0
-
 replace example.com/lib => ./testdata/lib
diff current/go.sum tidy/go.sum
--- current/go.sum
+++ tidy/go.sum
@@ -0,0 +1,1 @@
+example.com/lib v1.0.0 h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=
`;

/** As `go fix -diff` prints it (Go 1.26.8, 1.27.4); a line that is taken away looks like the head of a file. */
const fix = `--- /src/a b.go (old)
+++ /src/a b.go (new)
@@ -1,4 +1,3 @@
 package a
 
---- /src/c.go (old)
-var x interface{}
+var x any
`;

describe("diffs", () => {
  it("are read file by file", () => {
    const found = parseDiffs(tidy);
    expect(found.map(({ name, line }) => [name, line])).toEqual([
      ["current/go.mod", 5],
      ["current/go.sum", 1],
    ]);
    expect(diffText("tools/go.mod", found[0]?.hunks ?? [])).toBe(
      [
        "--- tools/go.mod",
        "+++ tools/go.mod",
        "@@ -2,6 +2,4 @@",
        " ",
        " go 1.22",
        " ",
        "-require example.com/lib v0.0.0",
        "-",
        " replace example.com/lib => ./testdata/lib",
      ].join("\n"),
    );
  });

  it("are counted by their hunks, not by how a line begins", () => {
    expect(parseDiffs(fix).map(({ name, line }) => [name, line])).toEqual([["/src/a b.go (old)", 3]]);
  });

  it("are refused when they were cut off", () => {
    expect(() => parseDiffs(fix.slice(0, -12))).toThrow(/line count did not match/);
  });

  it("of line ends alone are told apart", () => {
    const of = (text: string): boolean => isLineEndsOnly(parseDiffs(text)[0]?.hunks ?? []);
    expect([of("--- a\n+++ b\n@@ -1,2 +1,2 @@\n-x\r\n-y\r\n+x\n+y\n"), of(tidy)]).toEqual([true, false]);
  });
});
