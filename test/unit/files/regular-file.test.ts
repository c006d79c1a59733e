import { mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { EnvironmentError } from "../../../src/errors.ts";
import { readRegularFile } from "../../../src/files/regular-file.ts";

const dir = mkdtempSync(join(tmpdir(), "regular-"));
afterAll(() => rmSync(dir, { recursive: true }));
const path = (name: string): string => join(dir, name);

describe("readRegularFile", () => {
  it("reads files, through links too", async () => {
    writeFileSync(path("file"), "text");
    symlinkSync("file", path("link"));
    expect(await readRegularFile(path("link"))).toBe("text");
  });

  it("refuses what is no file or has no end that people reach", async () => {
    symlinkSync("/dev/zero", path("zero"));
    writeFileSync(path("large"), "");
    truncateSync(path("large"), 16 * 1024 * 1024 + 1);
    for (const [name, why] of [
      ["zero", "is no regular file"],
      [".", "is no regular file"],
      ["large", "has 16777217 bytes, more than 16777216"],
    ] as const) {
      await expect(readRegularFile(path(name))).rejects.toThrow(why);
      await expect(readRegularFile(path(name))).rejects.toBeInstanceOf(EnvironmentError);
    }
  });

  it("leaves a missing file to the caller", async () => {
    await expect(readRegularFile(path("no"))).rejects.toMatchObject({ code: "ENOENT" });
  });
});
