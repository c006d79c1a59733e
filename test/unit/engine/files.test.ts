import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { linkOrCopy, move, tryLink } from "../../../src/files/move.ts";

/** On Linux a file system of its own. */
const elsewhere = "/dev/shm";
const twoFileSystems = existsSync(elsewhere) && statSync(elsewhere).dev !== statSync(tmpdir()).dev;

let here = "";
let there = "";

beforeEach(() => {
  here = mkdtempSync(join(tmpdir(), "files-"));
  there = mkdtempSync(join(twoFileSystems ? elsewhere : tmpdir(), "files-"));
  writeFileSync(join(here, "a"), "text");
});

afterEach(() => {
  for (const dir of [here, there]) rmSync(dir, { recursive: true, force: true });
});

describe("on one file system", () => {
  it("a link is a second name of the file", async () => {
    expect(await tryLink(join(here, "a"), join(here, "b"))).toBe(true);
    await linkOrCopy(join(here, "a"), join(here, "c"));
    expect(statSync(join(here, "a")).nlink).toBe(3);
  });

  it("moving renames", async () => {
    const { ino } = statSync(join(here, "a"));
    await move(join(here, "a"), join(here, "b"));
    expect([existsSync(join(here, "a")), statSync(join(here, "b")).ino]).toEqual([false, ino]);
  });

  it("what is not there is an error", async () => {
    await expect(tryLink(join(here, "no"), join(here, "b"))).rejects.toMatchObject({ code: "ENOENT" });
    await expect(move(join(here, "no"), join(here, "b"))).rejects.toMatchObject({ code: "ENOENT" });
  });
});

describe.runIf(twoFileSystems)("from one file system to another", () => {
  it("a link is impossible, so the file is copied", async () => {
    expect(await tryLink(join(here, "a"), join(there, "a"))).toBe(false);
    await linkOrCopy(join(here, "a"), join(there, "a"));
    expect([readFileSync(join(there, "a"), "utf8"), statSync(join(here, "a")).nlink]).toEqual(["text", 1]);
  });

  it("files and whole directories move, with their times", async () => {
    mkdirSync(join(here, "dir/deep"), { recursive: true });
    writeFileSync(join(here, "dir/deep/b"), "more");
    for (const path of ["a", "dir/deep/b"]) utimesSync(join(here, path), 1_000_000, 1_000_000);
    for (const name of ["a", "dir"]) await move(join(here, name), join(there, name));
    expect(["a", "dir/deep/b"].map((path) => readFileSync(join(there, path), "utf8"))).toEqual(["text", "more"]);
    expect(["a", "dir/deep/b"].map((path) => statSync(join(there, path)).mtimeMs)).toEqual([1e9, 1e9]);
    expect(["a", "dir"].map((name) => existsSync(join(here, name)))).toEqual([false, false]);
  });
});
