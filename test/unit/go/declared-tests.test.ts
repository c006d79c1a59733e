import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { declaredTests, functionOf, functionsIn, type TestSource } from "../../../src/go/declared-tests.ts";

const wanted = new Set(["TestA", "TestB", "ExampleA", "Example_b", "FuzzA", "BenchmarkA", "TestÄ_1"]);

function found(text: string): readonly string[] {
  return [...functionsIn(text, wanted)].map(({ name, line }) => `${name} ${line}`);
}

describe("the functions of a file", () => {
  it.each([
    ["package p\n\nfunc TestA(t *testing.T) {}\n", ["TestA 3"]],
    ["package p\r\n\r\nfunc TestA(t *testing.T) {\r\n}\r\nfunc TestB(t *testing.T) {}\r\n", ["TestA 3", "TestB 5"]],
    ["\uFEFFpackage p; func TestA(t *testing.T) {}; func TestB(t *testing.T) {}", ["TestA 1", "TestB 1"]],
    [
      "func ExampleA() {}\nfunc Example_b() {}\nfunc FuzzA(f *testing.F) {}\nfunc BenchmarkA(b *testing.B) {}",
      ["ExampleA 1", "Example_b 2", "FuzzA 3", "BenchmarkA 4"],
    ],
    ["func TestÄ_1(t *testing.T) {}\nfunc TestÄ(t *testing.T) {}", ["TestÄ_1 1"]],
    ["\t func \t\n  TestA\n(\n\tt *testing.T) {}", ["TestA 1"]],
    ["func TestA(t *testing.T) { f := func(s string) {}; f(`func TestB(`) }", ["TestA 1"]],
    ["func TestAB(t *testing.T) {}\nfunc testA(t *testing.T) {}\nfunc atest() {}", []],
    // None of these is a test.
    ["func (s *Suite) TestA() {}\nfunc (Suite) TestB() {}", []],
    ["func TestA[T any](t *testing.T) {}", []],
    ["var TestA = func(t *testing.T) {}\ntype TestB func(t *testing.T)", []],
    ["func init() { TestA(nil) }", []],
    ["xfunc TestA(t *testing.T) {}\nfuncTestB(t)", []],
    // What only looks like one.
    ["const s = `\nfunc TestA(t *testing.T) {}\n`\nfunc TestB(t *testing.T) {}", ["TestB 4"]],
    ["/*\nfunc TestA(t *testing.T) {}\n*/ func TestB(t *testing.T) {}", ["TestB 3"]],
    ["// func TestA(t *testing.T) {}\n//\nfunc TestB(t *testing.T) {}", ["TestB 3"]],
    ['var s = "\\" func TestA(t)"\nfunc TestB(t *testing.T) {}', ["TestB 2"]],
    // What only looks like the beginning or the end of a comment or a literal.
    ['var s = "`"\nfunc TestA(t *testing.T) {}\nvar u = "`"', ["TestA 2"]],
    ["var r = []rune{'`', '\"', '\\'', '\\\\'}\nfunc TestA(t *testing.T) {}", ["TestA 2"]],
    ["var s = `\\`\nfunc TestA(t *testing.T) {}\nvar u = `'\"//`", ["TestA 2"]],
    ['var s = "/*"\nfunc TestA(t *testing.T) {}\nvar u = "*/"', ["TestA 2"]],
    ["// don't `/*\nfunc TestA(t *testing.T) {}", ["TestA 2"]],
    ["/*/ func TestB() */ func TestA(t *testing.T) {}", ["TestA 1"]],
    ["var n = 6 / 2 / 1 /* ` */\nfunc TestA(t *testing.T) {}", ["TestA 2"]],
    // Sources that Go does not compile.
    ["`func TestA(", []],
    ["/* func TestA(", []],
    ['"func TestA(\nfunc TestB(', ["TestB 2"]],
    ['"\\', []],
    ["func TestA", []],
    ["", []],
  ])("%j", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  /** Pieces of a file that hide what looks like a test, or have nothing of it. */
  const hiding = fc.oneof(
    fc.constantFrom(
      ...["`\nfunc TestA(t *testing.T) {}\n`", "/*\nfunc TestA(t) */", "// func TestA(t)", '"func TestA(t)"', "'\\''"],
      ...[
        '"\\\\"',
        '"\\""',
        "'\"'",
        "'`'",
        '"`"',
        '"//"',
        "`//`",
        "`\\`",
        "/* ` */",
        "// ` \" '",
        "/**/",
        "x / y",
        "//",
      ],
      ...["func (s S) TestA(t) {}", "func TestA[T any](t) {}", "func(t) {}", "func testA() {}", "type TestA func(t)"],
    ),
    fc.string({ unit: "binary" }).map((text) => `\`${text.replaceAll("`", "'")}\``),
    fc.string({ unit: "binary" }).map((text) => `/*${text.replaceAll("*/", "* /")}*/`),
    fc.string({ unit: "binary" }).map((text) => `//${text.replaceAll("\n", "")}`),
    fc.string({ unit: "binary" }).map((text) => JSON.stringify(text)),
  );
  const lineEnd = fc.constantFrom("\n", "\r\n", "\n\n", "\n\t");

  it("are found between whatever hides others, with their lines", () => {
    const name = fc.constantFrom(...wanted);
    const piece = fc.oneof(
      { weight: 2, arbitrary: hiding },
      name.map((declared) => ({ declared })),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, lineEnd), { maxLength: 30 }), (pieces) => {
        let text = "";
        const expected: string[] = [];
        for (const [part, end] of pieces) {
          if (typeof part !== "string") expected.push(`${part.declared} ${text.split("\n").length}`);
          text += `${typeof part === "string" ? part : `func ${part.declared}(t *testing.T) {}`}${end}`;
        }
        expect(found(text)).toEqual(expected);
      }),
    );
  });

  it("are soon looked for in a large file in which every place is wrong", () => {
    const size = 2 * 1024 * 1024;
    const pieces = [
      "/*",
      "/* ",
      "`",
      '"',
      '"\\a',
      "'\\'",
      "func ",
      "func TestA ",
      "func TestA\n",
      "func",
      " ",
      '"\\\n',
      "/",
      "Test",
    ];
    for (const piece of pieces) {
      expect(found(piece + piece.repeat(Math.ceil(size / piece.length)))).toEqual([]);
      expect(found(`"${piece.repeat(1_000)}"\n\nfunc TestB(t)`).every((one) => one.startsWith("Test"))).toBe(true);
    }
  });
});

describe("the tests of a package", () => {
  const names = new Set(["TestA", "TestB", "TestC"]);
  const source = (path: string, ...tests: readonly string[]): TestSource => ({
    path,
    text: `package p\n${tests.map((name) => `func ${name}(t *testing.T) {}\n`).join("")}`,
  });
  const places = (built: readonly (TestSource | null)[], others: readonly (TestSource | null)[] = []) =>
    Object.fromEntries(
      [...declaredTests(names, { built, others })].map(([name, place]) => [
        name,
        place === null ? null : `${place.path}:${place.line}`,
      ]),
    );

  it("are where the files that are built declare them", () => {
    expect(places([source("a_test.go", "TestX", "TestA"), source("b_test.go", "TestB")])).toEqual({
      TestA: "a_test.go:3",
      TestB: "b_test.go:2",
    });
  });

  it("are in the file that is built of those for several systems, and the others are not read without need", () => {
    const other = source("a_windows_test.go", "TestA", "TestB", "TestC");
    expect(places([source("a_linux_test.go", "TestA", "TestB", "TestC")], [other])).toEqual({
      TestA: "a_linux_test.go:2",
      TestB: "a_linux_test.go:3",
      TestC: "a_linux_test.go:4",
    });
    const unread: Iterable<TestSource> = {
      [Symbol.iterator]: () => {
        throw new Error("read");
      },
    };
    expect(declaredTests(new Set(["TestA"]), { built: [source("a_test.go", "TestA")], others: unread }).size).toBe(1);
  });

  it("are nowhere when two packages of the directory declare them", () => {
    expect(places([source("a_test.go", "TestA"), source("x_test.go", "TestA", "TestB")])).toEqual({
      TestA: null,
      TestB: "x_test.go:3",
    });
  });

  it("are in a file that go list leaves out when nothing else declares them", () => {
    const [one, two] = [source("one_test.go", "TestB", "TestC"), source("two_test.go", "TestC")];
    expect(places([source("a_test.go", "TestA")], [one, two])).toEqual({
      TestA: "a_test.go:2",
      TestB: "one_test.go:2",
      TestC: null,
    });
  });

  it("are not guessed when a file could not be read", () => {
    // The package x_test may declare TestA too.
    expect(places([source("a_test.go", "TestA"), null], [source("b_test.go", "TestB")])).toEqual({});
    expect(places([source("a_test.go", "TestA")], [null, source("b_test.go", "TestB")])).toEqual({
      TestA: "a_test.go:2",
    });
  });

  it.each(["//go:build race\n\n", "//go:build linux && !race\n\n", "// +build !msan\n\n", "//go:build\t!asan\r\n\r\n"])(
    "are not taken for those of a file that flags of go test decide on: %j",
    (constraint) => {
      const { text } = source("", "TestA");
      const decided = { path: "norace_test.go", text: constraint + text };
      const line = constraint.split("\n").length + 1;
      expect(places([decided])).toEqual({ TestA: `norace_test.go:${line}` });
      expect(places([decided], [source("race_test.go", "TestA")])).toEqual({ TestA: null });
      expect(places([decided, source("a_test.go", "TestA")])).toEqual({ TestA: "a_test.go:2" });
    },
  );

  it("are where they are whatever the constraints on systems are", () => {
    const built = { path: "a_test.go", text: `//go:build linux && tracer\n\n${source("", "TestA").text}` };
    expect(places([built], [source("b_test.go", "TestA")])).toEqual({ TestA: "a_test.go:4" });
  });
});

it.each([
  ["TestA", "TestA"],
  ["TestA/b/c-2", "TestA"],
  ["TestA/", "TestA"],
  ["BenchmarkA-16", "BenchmarkA"],
  ["BenchmarkA/b-16", "BenchmarkA"],
  ["TestA-2", "TestA-2"],
])("%s belongs to %s", (test, name) => {
  expect(functionOf(test)).toBe(name);
});
