import { appendFileSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { followFile } from "../../../src/files/follow.ts";

const fileIn = (): string => join(mkdtempSync(join(tmpdir(), "watch-")), "0.stdout");

/** Follows a file; `until` waits for as many lines. */
function follow(path: string, intervalMs = 5) {
  const lines: string[] = [];
  const words: string[] = [];
  const watching = followFile({
    path,
    intervalMs,
    watcher: { line: (text) => lines.push(text), progress: () => `${lines.length} lines` },
    onProgress: (text) => words.push(text),
  });
  const until = async (count: number): Promise<void> => {
    while (lines.length < count) await new Promise((done) => setTimeout(done, 5));
  };
  return { lines, words, until, end: () => watching.end() };
}

it("reads whole lines of a file as it grows, from when it is there", async () => {
  const path = fileIn();
  const { lines, words, until, end } = follow(path);
  writeFileSync(path, "one\ntw");
  await until(1);
  appendFileSync(path, "o\n\u00e4");
  await until(2);
  expect(lines).toEqual(["one", "two"]);
  appendFileSync(path, "\nlast");
  await end();
  // What no line end follows is no line yet.
  expect(lines).toEqual(["one", "two", "\u00e4"]);
  expect(words.at(-1)).toBe("3 lines");
});

it("keeps no more of a line than anybody needs", async () => {
  const path = fileIn();
  const { lines, until, end } = follow(path);
  for (let part = 0; part < 20; part++) appendFileSync(path, "x".repeat(1_000_000));
  appendFileSync(path, "\nnext\n");
  await until(2);
  await end();
  expect(lines.map(({ length }) => length)).toEqual([1_048_576, 4]);
});

it("looks once more at the end, were it the first time", async () => {
  const path = fileIn();
  writeFileSync(path, "one\n");
  const { lines, words, end } = follow(path, 60_000);
  await end();
  expect([lines, words]).toEqual([["one"], ["1 lines"]]);
});

it("is no trouble when there is nothing to read", async () => {
  const missing = follow(fileIn());
  await missing.end();
  expect(missing.lines).toEqual([]);
  const directory = follow(mkdtempSync(join(tmpdir(), "watch-")));
  await new Promise((done) => setTimeout(done, 30));
  await directory.end();
  expect(directory.lines).toEqual([]);
});

it("says how far it is only when that has changed", async () => {
  const path = fileIn();
  writeFileSync(path, "one\n");
  const { words, until, end } = follow(path);
  await until(1);
  await new Promise((done) => setTimeout(done, 30));
  await end();
  expect(words).toEqual(["1 lines"]);
});

describe("a watcher that makes the verdict", () => {
  function followed(path: string, begin: () => Promise<void> = async () => undefined) {
    const seen: string[] = [];
    const watching = followFile({
      path,
      intervalMs: 5,
      watcher: {
        line: (text) => seen.push(text),
        progress: () => "",
        verdict: {
          begin: async () => {
            await begin();
            seen.push("begin");
          },
          drain: async () => undefined,
          lost: () => seen.push("lost"),
          judge: () => Promise.reject(new Error("nobody asks")),
        },
      },
      onProgress: () => undefined,
    });
    return { seen, end: () => watching.end() };
  }

  it("is asked before the first line, and gets all that is there in the end, whatever its size", async () => {
    const path = fileIn();
    const line = "x".repeat(999);
    writeFileSync(path, `first\n${`${line}\n`.repeat(20_000)}without an end`);
    const { seen, end } = followed(path);
    await end();
    expect(seen.slice(0, 2)).toEqual(["begin", "first"]);
    expect(seen).toHaveLength(20_003);
    expect(seen.at(-1)).toBe("without an end");
  });

  it("is told when the stream cannot be read, and when it cannot begin", async () => {
    const directory = followed(mkdtempSync(join(tmpdir(), "watch-")));
    await directory.end();
    expect(directory.seen).toEqual(["begin", "lost"]);
    const path = fileIn();
    writeFileSync(path, "one\n");
    const broken = followed(path, () => Promise.reject(new Error("no room")));
    await broken.end();
    expect(broken.seen).toEqual(["lost"]);
  });

  it("hears nothing of a stream that never comes", async () => {
    const { seen, end } = followed(fileIn());
    await end();
    expect(seen).toEqual([]);
  });
});
