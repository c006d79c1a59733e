import { describe, expect, it } from "vitest";
import { directiveFor, directivesIn, failedDirectives, generatedFrom } from "../../../src/go/directives.ts";

const map = { root: "/repo", modules: [{ dir: ".", path: "example.com/m" }] };

describe("directives of a Go file", () => {
  it("begin a line, as go generate reads them", () => {
    const text = "//go:generate stringer -type=A\r\n // go:generate x\n//go:generate\tgo run ./gen\n//go:generated\n";
    expect(directivesIn("a.go", text)).toEqual([
      { path: "a.go", line: 1, command: "stringer -type=A" },
      { path: "a.go", line: 3, command: "go run ./gen" },
    ]);
  });
});

describe("what go generate -v -x prints", () => {
  // Go 1.26.8, in the directory of the module `sub`.
  const stderr = [
    "a.go",
    "sh gen.sh",
    "b.go",
    "sh gen.sh b",
    "x.go: made",
    "grammar.y:3: no rule",
    'b.go:5: running "sh": exit status 3',
    "c/c.go",
    "stringer -type=C",
    'c/c.go:3: running "stringer": exec: "stringer": executable file not found in $PATH',
    "",
  ].join("\n");

  it("names the files that were read", () => {
    expect(generatedFrom(stderr, map, "sub")).toEqual(["sub/a.go", "sub/b.go", "sub/c/c.go"]);
  });

  it("says which directives failed, with what they printed", () => {
    expect(failedDirectives(stderr, map, "sub")).toEqual([
      {
        path: "sub/b.go",
        line: 5,
        problem: 'running "sh": exit status 3',
        missing: null,
        output: "sh gen.sh b\nx.go: made\ngrammar.y:3: no rule",
      },
      {
        path: "sub/c/c.go",
        line: 3,
        problem: 'running "stringer": exec: "stringer": executable file not found in $PATH',
        missing: "stringer",
        output: "stringer -type=C",
      },
    ]);
  });

  it("takes nothing that a program prints for a directive that failed", () => {
    expect(failedDirectives("a.go\nsh gen.sh\nother.go:3: bad\n", map, ".")).toEqual([]);
  });

  it("reads names of Windows", () => {
    const windows = { root: "C:\\repo", modules: [] };
    const text = 'c\\c.go\r\nx\r\nc\\c.go:3: running "x": exec: "x": executable file not found in %PATH%\r\n';
    expect(failedDirectives(text, windows, ".")).toMatchObject([{ path: "c/c.go", line: 3, missing: "x" }]);
  });
});

describe("the directive that makes a file", () => {
  const directive = (path: string, command: string) => ({ path, line: 3, command });
  const pill = directive("a/pill.go", "stringer -type=Pill");
  const mock = directive("a/store.go", "mockgen -destination=mocks/store.go");
  const api = directive("b/api.go", "protoc -o ../a/api.pb.go");
  const all = [pill, mock, api];

  it.each([
    ["the only one", "z/any.txt", [pill], pill],
    ["the only one of its directory", "b/other.txt", all, api],
    ["one whose file begins its name", "a/pill_string.go", all, pill],
    ["one that names it", "mocks/store.go", all, mock],
    ["nobody where several could", "a/other.go", all, null],
    ["nobody where none is near", "z/any.txt", all, null],
    ["nobody without any", "a/pill_string.go", [], null],
  ])("is %s", (_, path, directives, expected) => {
    expect(directiveFor(path, directives)).toEqual(expected);
  });
});
