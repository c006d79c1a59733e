import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import {
  chooseData,
  chooseFile,
  type EditCandidate,
  editedData,
  editedGoMod,
  editedSource,
  testDataIn,
} from "../../../bench/edit.ts";
import { moduleFromContent } from "../../../src/project/gomod.ts";

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

describe("test data", () => {
  test("is what lies in testdata of packages with tests, but for what fuzzing has found", () => {
    const data = ["testdata/root.txt", "a/testdata/deep/er.json"];
    const others = ["b/testdata/untested.txt", "a/testdata/fuzz/FuzzA/0", "a/data.txt", "testdata.txt"];
    expect(testDataIn(["x_test.go", "a/a_test.go", "b/b.go", ...data, ...others])).toEqual(data);
  });

  test("is edited in its largest text", () => {
    const file = (path: string, content: string | Buffer) => ({ path, content: Buffer.from(content) });
    const binary = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x61, 0x61, 0x61]);
    const files = [
      file("small", "a"),
      file("z", "abc"),
      file("y", "abd"),
      file("bits", binary),
      file("no", "12345678"),
    ];
    expect(chooseData(files)).toBe("y");
    expect(chooseData([file("bits", binary), file("zero", "aaaa\0aaaa")])).toBeNull();
  });

  test("keeps its size and has another content in each of 25 rounds", () => {
    const original = '{"näme": "Zoë", "n": 1}\n';
    const edited = Array.from({ length: 25 }, (_, index) => editedData(original, 1_700_000_000 + index));
    expect(new Set([original, ...edited]).size).toBe(26);
    expect(new Set(edited.map((text) => Buffer.byteLength(text)))).toEqual(new Set([Buffer.byteLength(original)]));
    expect(editedData(original, 0)).toBe('{"näme": "Zoë", "o": 1}\n');
    expect(editedData("xyz!", 0)).toBe("xya!");
    expect(() => editedData("123", 1)).toThrow("no letter");
  });
});

describe("editedGoMod", () => {
  test("requires what it required", () => {
    const original = "module m\n\ngo 1.26\n";
    const edited = editedGoMod(original, 7);
    expect(edited).toBe("module m\n\ngo 1.26\n\n// 7\n");
    expect(moduleFromContent(".", edited, false)).toEqual(moduleFromContent(".", original, false));
  });
});
