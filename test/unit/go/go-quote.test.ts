import { expect, it } from "vitest";
import { quotedStrings, unquote } from "../../../src/go/go-quote.ts";

it("reads what strconv.Quote writes", () => {
  expect(unquote('\\a\\b\\f\\n\\r\\t\\v\\\\\\"')).toBe('\x07\b\f\n\r\t\v\\"');
  expect(unquote("\\x00\\u00e9\\U0001f600")).toBe("\0é😀");
});

it("leaves what is no escape, or no character", () => {
  expect(unquote("\\q \\x1 \\U00110000 é")).toBe("\\q \\x1 \\U00110000 é");
});

it("finds the quoted strings of a line", () => {
  expect(quotedStrings('import "a\\"b" as "c": "open')).toEqual(['a"b', "c"]);
  expect(quotedStrings('""')).toEqual([""]);
});
