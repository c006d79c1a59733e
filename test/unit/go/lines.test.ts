import fc from "fast-check";
import { expect, it } from "vitest";
import { createLineSplitter } from "../../../src/text/lines.ts";

function split(chunks: readonly string[], limit?: number): readonly string[] {
  const lines: string[] = [];
  const splitter = createLineSplitter((line) => lines.push(line), limit);
  for (const chunk of chunks) splitter.write(chunk);
  splitter.end();
  return lines;
}

it("takes off line ends of both kinds and hands over what has none", () => {
  expect(split(["a\r\nb\n\nc"])).toEqual(["a", "b", "", "c"]);
  expect(split(["a\n"])).toEqual(["a"]);
  expect(split([])).toEqual([]);
});

it("gives the same lines however the text is cut", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "\n", "\r", "é"), maxLength: 60 });
  fc.assert(
    fc.property(text, fc.array(fc.nat(60)), (whole, cuts) => {
      const places = [0, ...cuts.map((cut) => Math.min(cut, whole.length)).sort((a, b) => a - b), whole.length];
      const chunks = places.slice(1).map((end, at) => whole.slice(places[at], end));
      expect(split(chunks)).toEqual(split([whole]));
      expect(split(chunks)).toEqual(
        whole
          .replace(/\n$/, "")
          .split(whole === "" ? "" : "\n")
          .map((line) => line.replace(/\r$/, "")),
      );
    }),
  );
});

it("cuts a line that is too long, and only that", () => {
  expect(split(["short\n", "x".repeat(25), "y".repeat(25), "\nnext\n"], 10)).toEqual(["short", "xxxxxxxxxx", "next"]);
  expect(split([`${"x".repeat(25)}\nnext`], 10)).toEqual(["xxxxxxxxxx", "next"]);
});
