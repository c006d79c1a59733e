import { describe, expect, it } from "vitest";
import { byteLength, clipEnd, clipLines, clipName, clipText } from "../../../src/text/clip.ts";

const numbered = (count: number): string[] => Array.from({ length: count }, (_, index) => `line ${index + 1}`);

describe("names", () => {
  it("are cut in the middle", () => {
    expect(clipName("example.com/very/long/path/to/package", 21)).toBe("example.co…to/package");
    expect(clipName("example.com/short", 21)).toBe("example.com/short");
  });

  it("are never cut inside a character", () => {
    expect(clipName("😀😀😀😀", 4)).toBe("😀…");
    expect(clipEnd("ab😀cd", 4)).toBe("ab…");
  });
});

describe("clipText", () => {
  it("leaves short text alone but for the last line end", () => {
    expect(clipText("a\nb\n", { maxLines: 2, maxBytes: 100 })).toBe("a\nb");
  });

  it("keeps a third from the start and the rest from the end", () => {
    expect(clipText(numbered(10).join("\n"), { maxLines: 6, maxBytes: 1_000 })).toBe(
      ["line 1", "line 2", "… 4 lines left out …", "line 7", "line 8", "line 9", "line 10"].join("\n"),
    );
  });

  it("keeps to the bytes", () => {
    const text = clipText(numbered(1_000).join("\n"), { maxLines: 500, maxBytes: 90 });
    expect(text).toBe(
      ["line 1", "line 2", "line 3", "line 4", "… 990 lines left out …"]
        .concat(["line 995", "line 996", "line 997", "line 998", "line 999", "line 1000"])
        .join("\n"),
    );
  });

  it("cuts a line that is too long alone, by bytes and not by characters", () => {
    const text = clipText("世".repeat(1_000), { maxLines: 10, maxBytes: 300 });
    expect(text).toBe(`${"世".repeat(32)}…`);
    expect(byteLength(text)).toBeLessThan(300);
  });
});

describe("clipLines", () => {
  async function clipped(count: number): Promise<string[]> {
    async function* source(): AsyncGenerator<string> {
      yield* numbered(count);
    }
    const lines: string[] = [];
    for await (const line of clipLines(source(), { head: 2, tail: 3, note: (left) => `(${left})` })) lines.push(line);
    return lines;
  }

  it.each([
    [0, []],
    [2, ["line 1", "line 2"]],
    [4, ["line 1", "line 2", "line 3", "line 4"]],
    [5, ["line 1", "line 2", "line 3", "line 4", "line 5"]],
    [6, ["line 1", "line 2", "(1)", "line 4", "line 5", "line 6"]],
    [10, ["line 1", "line 2", "(5)", "line 8", "line 9", "line 10"]],
  ])("of %i lines", async (count, expected) => {
    expect(await clipped(count)).toEqual(expected);
  });
});
