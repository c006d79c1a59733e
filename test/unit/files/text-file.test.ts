import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { TextFile, writePieces } from "../../../src/files/text-file.ts";

let directory = "";

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "text-file-"));
});

afterEach(() => rm(directory, { recursive: true }));

it("holds what was written, in its order, whatever the size of pieces and the time of draining", async () => {
  const pieces = ["a\n", "é€😀\n", "x".repeat(1_000_000), "", "ü".repeat(300_000), "end\n"];
  const path = join(directory, "within/file");
  const file = await TextFile.create(path);
  for (const piece of [...pieces, ...pieces]) {
    file.write(piece);
    if (file.full) await file.drain();
    file.write("|");
  }
  await file.close();
  const expected = [...pieces, ...pieces].map((piece) => `${piece}|`).join("");
  expect((await readFile(path, "utf8")) === expected).toBe(true);
});

it("takes pieces that come at once and pieces that have to be waited for", async () => {
  const pieces = ["a", "b".repeat(600_000), "c"];
  async function* later(): AsyncGenerator<string> {
    for (const piece of pieces) yield await Promise.resolve(piece);
  }
  await writePieces(join(directory, "now"), pieces);
  await writePieces(join(directory, "later"), later());
  for (const name of ["now", "later"]) {
    expect((await readFile(join(directory, name), "utf8")) === pieces.join("")).toBe(true);
  }
});
