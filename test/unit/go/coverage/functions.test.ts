import fc from "fast-check";
import { expect, it } from "vitest";
import { commentsOf, functionExtents } from "../../../../src/go/coverage/functions.ts";
import { effort } from "../../../support/effort.ts";
import { fixtureText } from "../fixture.ts";

function names(source: string): readonly string[] | null {
  const lines = source.split("\n");
  const extents = functionExtents(source);
  if (extents === null) return null;
  return extents.map(({ startLine, startColumn, endLine, endColumn }) => {
    const first = Buffer.from(lines[startLine - 1] ?? "")
      .subarray(startColumn - 1)
      .toString();
    expect(first.startsWith("func")).toBe(true);
    const last = Buffer.from(lines[endLine - 1] ?? "");
    expect(last.subarray(endColumn - 2, endColumn - 1).toString()).toBe("}");
    return `${/^func (?:\([^)]*\) )?(\w+)/.exec(first)?.[1]} ${startLine}-${endLine}`;
  });
}

it("finds what go tool cover -func lists", () => {
  const source =
    fixtureText("coverage/literals/input.txtar").split("-- m.go --\n")[1]?.split("-- m_test.go --")[0] ?? "";
  const listed = fixtureText("coverage/literals/go1.26.8.func.out").trim().split("\n").slice(0, -1);
  expect(names(source)?.map((name) => name.replace(/-\d+$/, ""))).toEqual(
    listed.map((line) => line.replace(/^.*:(\d+):\t+(\w+)\t.*$/, "$2 $1")),
  );
});

it.each([
  ["package m\nfunc A() {}\n", ["A 2-2"]],
  ["package m; func A() {}; func B() {}", ["A 1-1", "B 1-1"]],
  ["package m\nvar f = func() {}\nfunc A() {}", ["A 3-3"]],
  ["package m\nvar f =\nfunc() {}\nfunc A() {}", ["A 4-4"]],
  ["package m\nfunc asm(a int) int\nfunc A() {}", ["A 3-3"]],
  ["package m\nfunc asm() // comment {\n\nfunc A() {}", ["A 4-4"]],
  ["package m\nfunc A() struct{ x int } { return struct{ x int }{1} }\nfunc B() {}", ["A 2-2", "B 3-3"]],
  ["package m\nfunc A() interface{ X() }\nfunc B() {}", ["B 3-3"]],
  ["package m\nfunc A() (f func() struct{}) {\n}\n", ["A 2-3"]],
  ["package m\nfunc (r *T[K]) A[P interface{ ~int }](x P) {\n}\n", ["A 2-3"]],
  ["package m\ntype F func()\nfunc A() {}\n", ["A 3-3"]],
  ['package m\nconst s = `}\nfunc X() {`\nfunc A() { _ = \'}\'; _ = "}\\"}" }\n', ["A 4-4"]],
  ["package m\n/* { */ func /* x */ A() { // }\n}\n", null],
  ['package m\nfunc äöü() { x := "世界" } ; func B() {}\n', ["undefined 2-2", "B 2-2"]],
])("%j", (source, expected) => {
  if (expected === null) expect(functionExtents(source)).toHaveLength(1);
  else expect(names(source)).toEqual(expected);
});

it.each(["package m\nfunc A() {", "package m\n}"])("gives up on %j", (source) => {
  expect(functionExtents(source)).toBeNull();
});

it.each(["/* ", "'\\'", '\\"', "`x", "x'"])(
  "takes time for the length of a text of many %j, and not for its square",
  (piece) => {
    const source = `package m\n\nfunc A() {\n${piece.repeat(400_000 / piece.length)}`;
    const all = (): void => {
      functionExtents(source);
      expect([...commentsOf(source)].length).toBeLessThan(2);
    };
    expect(effort(all)).toBeLessThan(100);
  },
);

it("never throws", () => {
  const piece = fc.constantFrom(
    "func",
    " ",
    "\n",
    "{",
    "}",
    "(",
    ")",
    "`",
    '"',
    "'",
    "\\",
    "/*",
    "*/",
    "//",
    "A",
    "=",
    ";",
    "世",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      for (const extent of functionExtents(pieces.join("")) ?? [])
        expect(extent.endLine).toBeGreaterThanOrEqual(extent.startLine);
    }),
  );
});
