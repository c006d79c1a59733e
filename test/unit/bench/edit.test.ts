import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { chooseFile, type EditCandidate, editedSource } from "../../../bench/edit.ts";

function candidate(
  importPath: string,
  deps: readonly string[],
  files: readonly [string, number][],
  name = "lib",
): EditCandidate {
  return { importPath, name, deps, files: files.map(([path, size]) => ({ path, size })) };
}

describe("chooseFile", () => {
  test("takes the largest file of the library with the median number of dependants", () => {
    const candidates = [
      candidate("m", ["m/a", "m/b", "m/c"], [["/main.go", 900]], "main"),
      candidate("m/a", ["m/b", "m/c"], [["/a.go", 500]]),
      candidate(
        "m/b",
        ["m/c"],
        [
          ["/b/small.go", 10],
          ["/b/large.go", 80],
          ["/b/equal.go", 80],
        ],
      ),
      candidate("m/c", [], [["/c.go", 700]]),
    ];
    expect(chooseFile(candidates)).toBe("/b/equal.go");
  });

  test("takes a main package where there is nothing else, and passes over packages of tests only", () => {
    const only = [candidate("m/cmd", [], [["/cmd/main.go", 5]], "main"), candidate("m/e2e", [], [])];
    expect(chooseFile(only)).toBe("/cmd/main.go");
    expect(chooseFile([candidate("m/e2e", [], [])])).toBeNull();
  });
});

describe("editedSource", () => {
  test("adds one declaration that differs with the number", () => {
    expect(editedSource("package a\n\nvar X = 1\n", 7)).toBe(
      "package a\n\nvar X = 1\n\nfunc pipelineBenchEdit() int { return 7 }\n",
    );
  });

  test("keeps CRLF", () => {
    expect(editedSource("package a\r\n", 8)).toBe("package a\r\n\r\nfunc pipelineBenchEdit() int { return 8 }\r\n");
  });

  test("leaves nothing for gofmt to change", () => {
    const edited = editedSource("package a\n\nfunc f() {}\n", 9);
    expect(execFileSync("gofmt", { input: edited, encoding: "utf8" })).toBe(edited);
  });
});
