import { expect, it } from "vitest";
import { nextRange, sourceLines } from "../../../src/page/lines.ts";

function look(text: string, cuts: readonly (readonly [string, number])[], uncovered: readonly [number, number][]) {
  const runs = cuts.flatMap(([part, count]) => [part.length, count]);
  expect(cuts.map(([part]) => part).join("")).toBe(text);
  return sourceLines({ text, runs }, { uncovered, changed: [] }).map(({ number, state, count }) => [
    number,
    state,
    count,
  ]);
}

it("tells covered, uncovered and untracked lines apart", () => {
  const text = "package p\nfunc f() {\n\ta()\n\tb()\n}\n";
  const cuts = [
    ["package p\nfunc f() ", -1],
    ["{\n\ta()\n\t", 3],
    ["b()\n}", 0],
    ["\n", -1],
  ] as const;
  expect(look(text, cuts, [[4, 5]])).toEqual([
    [1, "untracked", 0],
    [2, "untracked", 0],
    [3, "covered", 3],
    [4, "uncovered", 0],
    [5, "uncovered", 0],
  ]);
});

it("says partial where a part of a line was reached, but not for the brace that begins an uncovered block", () => {
  const text = "if a {\n\treturn 1\n}\nif b { return 2 }\nc()";
  const cuts = [
    ["if a ", 1],
    ["{\n\treturn 1\n}", 0],
    ["\nif b ", 1],
    ["{ return 2 }", 0],
    ["\nc()", 1],
  ] as const;
  expect(
    look(text, cuts, [
      [2, 3],
      [4, 4],
    ]),
  ).toEqual([
    [1, "covered", 1],
    [2, "uncovered", 0],
    [3, "uncovered", 0],
    [4, "partial", 1],
    [5, "covered", 1],
  ]);
});

it("knows which uncovered lines the change touches", () => {
  const lines = sourceLines({ text: "a\nb\nc\nd\n", runs: [8, 0] }, { uncovered: [[1, 4]], changed: [[2, 3]] });
  expect(lines.filter(({ changed }) => changed).map(({ number }) => number)).toEqual([2, 3]);
});

it("keeps blank lines, takes off carriage returns, and has no line behind the last line end", () => {
  const lines = sourceLines({ text: "a\r\n\r\n\nb\n", runs: [8, -1] }, { uncovered: [], changed: [] });
  expect(lines.map(({ parts }) => parts.map(({ text }) => text).join(""))).toEqual(["a", "", "", "b"]);
  expect(sourceLines({ text: "", runs: [] }, { uncovered: [], changed: [] })).toEqual([]);
});

it("finds the next range and the one before", () => {
  const ranges = [
    [3, 5],
    [9, 9],
    [20, 22],
  ] as const;
  expect(nextRange(ranges, 0, 1)).toEqual({ index: 0, range: [3, 5] });
  expect(nextRange(ranges, 3, 1)).toEqual({ index: 1, range: [9, 9] });
  expect(nextRange(ranges, 20, 1)).toBeNull();
  expect(nextRange(ranges, 20, -1)).toEqual({ index: 1, range: [9, 9] });
  expect(nextRange(ranges, 3, -1)).toBeNull();
});
