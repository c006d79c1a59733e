import { expect, it } from "vitest";
import { proseParts } from "../../../src/page/prose.ts";

const shown = (text: string): readonly string[] =>
  proseParts(text).map(({ text, code }) => (code ? `<${text}>` : text));

it.each([
  ["switched off by `docker: false`", ["switched off by ", "<docker: false>"]],
  ["`a` and `b`.", ["<a>", " and ", "<b>", "."]],
  ["`a``b`", ["<a>", "<b>"]],
  ["no code", ["no code"]],
  ["one ` alone", ["one ` alone"]],
  ["`` nothing", ["`` nothing"]],
  ["", []],
])("%j", (text, parts) => {
  expect(shown(text)).toEqual(parts);
});
