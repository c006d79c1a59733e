import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lineLimit, readHead, readLineBytes, readLines } from "../../../src/files/lines.ts";

let dir = "";
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "lines-"));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function lines(content: string | Buffer): Promise<readonly string[]> {
  const path = join(dir, "file");
  writeFileSync(path, content);
  const found: string[] = [];
  for await (const line of readLines(path)) found.push(line);
  return found;
}

describe("readLines", () => {
  it("reads both line ends and a last line without one", async () => {
    expect(await lines("a\r\nb\n\nc")).toEqual(["a", "b", "", "c"]);
    expect(await lines("")).toEqual([]);
  });

  it("keeps a character that two chunks share", async () => {
    const text = `${"x".repeat(262_143)}é\n`;
    expect(await lines(text)).toEqual([text.trimEnd()]);
  });

  it("cuts a line that would fill the memory", async () => {
    const [first, second] = await lines(`${"y".repeat(3 * lineLimit)}\nnext\n`);
    expect(first?.length).toBe(lineLimit);
    expect(second).toBe("next");
  });
});

describe("readLineBytes", () => {
  const pieces = async (content: string): Promise<readonly string[]> => {
    const path = join(dir, "file");
    writeFileSync(path, content);
    const found: string[] = [];
    for await (const bytes of readLineBytes(path)) found.push(bytes.toString("utf8"));
    return found;
  };

  it("gives whole lines only, and all of them", async () => {
    const text = `${"é".repeat(200_000)}\n${"x".repeat(300_000)}\nlast`;
    const found = await pieces(text);
    expect(found.join("")).toBe(text);
    expect(found.slice(0, -1).every((piece) => piece.endsWith("\n"))).toBe(true);
    expect(await pieces("")).toEqual([]);
  });

  it("cuts a line that would fill the memory", async () => {
    const found = await pieces(`${"y".repeat(5 * lineLimit)}\nnext\n`);
    expect(found.join("").length).toBeLessThan(2 * lineLimit);
    expect(found.at(-1)?.endsWith("\nnext\n")).toBe(true);
  });
});

describe("readHead", () => {
  it("reads no more than asked for", async () => {
    await lines("abcdef");
    expect(await readHead(join(dir, "file"), 3)).toBe("abc");
    expect(await readHead(join(dir, "file"), 100)).toBe("abcdef");
  });
});
