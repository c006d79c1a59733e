import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { isRegularFile, moveFile, moveRedacted } from "../../../src/collect/files.ts";
import { digestFile } from "../../../src/files/digest-file.ts";
import { createRedactor } from "../../../src/platform/mask.ts";

const dir = mkdtempSync(join(tmpdir(), "files-"));
afterAll(() => rmSync(dir, { recursive: true }));
const path = (name: string): string => join(dir, name);

describe("moving", () => {
  it("takes regular files, and nothing that a test has planted", async () => {
    writeFileSync(path("a"), "text");
    await moveFile(path("a"), path("to/a"));
    expect([existsSync(path("a")), readFileSync(path("to/a"), "utf8")]).toEqual([false, "text"]);
    symlinkSync("to/a", path("link"));
    await expect(moveFile(path("link"), path("b"))).rejects.toThrow("link is not a regular file");
    expect([
      await isRegularFile(path("link")),
      await isRegularFile(path("to/a")),
      await isRegularFile(path("no")),
    ]).toEqual([false, true, false]);
  });

  it("leaves secrets behind", async () => {
    const redactor = createRedactor();
    writeFileSync(path("c"), "a hunter2 b");
    await moveRedacted(path("c"), path("d"), redactor);
    expect(readFileSync(path("d"), "utf8")).toBe("a hunter2 b");
    redactor.add("hunter2");
    await moveRedacted(path("d"), path("e"), redactor);
    expect([existsSync(path("d")), readFileSync(path("e"), "utf8")]).toEqual([false, "a *** b"]);
    symlinkSync("e", path("link2"));
    await expect(moveRedacted(path("link2"), path("f"), redactor)).rejects.toThrow("link2 is not a regular file");
  });

  it("knows what a file holds", async () => {
    writeFileSync(path("abc"), "abc");
    expect(await digestFile(path("abc"))).toEqual({
      sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
      size: 3,
    });
  });
});
