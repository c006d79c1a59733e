import { expect, it } from "vitest";
import { visiblePieces } from "../../../src/page/visible.ts";

it("leaves plain text in one piece, tabs and line ends too", () => {
  expect(visiblePieces("\ta é 世\n")).toEqual([{ text: "\ta é 世\n" }]);
  expect(visiblePieces("")).toEqual([]);
});

it.each([
  ["\u202e", "U+202E"],
  ["\u2066", "U+2066"],
  ["\u061c", "U+061C"],
  ["\u200b", "U+200B"],
  ["\ufeff", "U+FEFF"],
  ["\u0000", "U+0000"],
  ["\u001b", "U+001B"],
  ["\u009b", "U+009B"],
  ["\ud800", "U+D800"],
])("names %j", (character, hidden) => {
  expect(visiblePieces(`a${character}b`)).toEqual([{ text: "a" }, { hidden }, { text: "b" }]);
});
