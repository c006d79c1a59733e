import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sanitizeLine, sanitizeText } from "../../../src/text/sanitize.ts";
import { runs } from "../../support/runs.ts";
import { linesOf } from "./lines-of.ts";
import { isCommand, runnerLines } from "./runner-oracle.ts";

const ESC = "\u001b";

const pieces = fc.constantFrom(
  ...[
    "::",
    ":",
    "##[",
    "#",
    "[",
    "]",
    "error",
    " ",
    "\t",
    "\n",
    "\r",
    "\r\n",
    ESC,
    `${ESC}[`,
    `${ESC}]`,
    "m",
    "\u0007",
  ],
  ...[
    "\u009b",
    "\u009c",
    "\u0090",
    "\u0000",
    "\u200b",
    "\u00ad",
    "\ufeff",
    "\u2028",
    "\u3000",
    "\u202e",
    "\ud83d",
    "\ude00",
    "\\",
    "x",
  ],
);
const hostile = fc
  .array(fc.oneof({ weight: 4, arbitrary: pieces }, fc.string({ unit: "binary", maxLength: 3 })), { maxLength: 40 })
  .map((parts) => parts.join(""));

describe("for any text", () => {
  it("no line is a command, and nothing that steers a terminal is left", () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 60 }), (text, limit) => {
        const output = sanitizeText(text, limit);
        expect(runnerLines(output).filter(isCommand)).toEqual([]);
        expect(runnerLines(sanitizeLine(text, limit)).filter(isCommand)).toEqual([]);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is the point
        expect(output).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]/);
        expect(output).not.toMatch(/\p{Surrogate}/u);
      }),
      { numRuns: runs(3_000) },
    );
  });

  it("sanitizing again changes nothing", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const once = sanitizeText(text);
        expect(sanitizeText(once)).toBe(once);
      }),
      { numRuns: runs(1_000) },
    );
  });

  it("where the stream is split does not matter", async () => {
    await fc.assert(
      fc.asyncProperty(hostile, fc.integer({ min: 1, max: 5 }), async (text, size) => {
        const bytes = Buffer.from(text);
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
          bytes.subarray(index * size, (index + 1) * size),
        );
        expect(await linesOf(chunks)).toEqual(await linesOf([bytes]));
        const units = Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
          text.slice(index * size, (index + 1) * size),
        );
        expect(await linesOf(units)).toEqual(await linesOf([text]));
      }),
      { numRuns: runs(1_000) },
    );
  });

  it("plain text comes back unchanged", () => {
    const plain = fc.string({ unit: fc.constantFrom(..."abc XYZ019.,;-_/(){}<>'\"!?é世😀\t\n") });
    fc.assert(
      fc.property(plain, (text) => {
        expect(sanitizeText(text)).toBe(text);
      }),
    );
  });
});
