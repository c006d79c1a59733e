import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unmatched } from "../../../src/platform/problem-matchers.ts";
import { matchesGo } from "../../support/go-matcher.ts";

const matched = [
  "main.go:12:3: undefined: x",
  "  ./internal/a b.go:1:1: declared and not used: y",
  "✗ build:linux/amd64 failed in 2.1 s: main.go:3:5: undefined: x",
  "open main.go: no such file or directory",
  "a.go: b.go:1:2: c.go: d",
  "x.go:1:2:3:4: x.go: y",
];

describe("a line of the log", () => {
  test.each(matched)("is no annotation of the matcher that setup-go leaves behind: %s", (line) => {
    expect(matchesGo(line)).toBe(true);
    expect(matchesGo(unmatched(line))).toBe(false);
    expect(unmatched(line).replaceAll("\u00a0", " ")).toBe(line);
  });

  test("keeps position and message, with a blank that looks the same", () => {
    expect(unmatched("main.go:12:3: undefined: x")).toBe("main.go:12:3:\u00a0undefined: x");
  });

  test.each(["main_test.go:12: got 1", "ok  \texample.com/x\t0.1s", "main.go", "x.god: y"])(
    "stays as it is when nothing matches: %s",
    (line) => {
      expect(matchesGo(line)).toBe(false);
      expect(unmatched(line)).toBe(line);
    },
  );

  test("never matches, whatever it is", () => {
    const piece = fc.constantFrom(".go", ":", " ", "1", "12", "a", "\t", "\u00a0", ".");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        expect(matchesGo(unmatched(pieces.join("")))).toBe(false);
      }),
    );
  });
});
