import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import AdmZip from "adm-zip";
import { describe, expect, it } from "vitest";
import { type ArchiveFile, companions, writeArchive } from "../../../src/collect/archive.ts";
import { directory } from "../../support/repository.ts";

const modified = Date.UTC(2026, 10, 30, 4, 0, 2);

/** The same two files, of another time and mode each. */
function filesIn(umask: number, time: number): readonly ArchiveFile[] {
  const dir = directory({ tool: "program", "README.md": "text" });
  chmodSync(join(dir, "tool"), 0o777 & ~umask);
  chmodSync(join(dir, "README.md"), 0o666 & ~umask);
  utimesSync(join(dir, "tool"), time, time);
  return [
    { name: "tool", path: join(dir, "tool"), executable: true },
    { name: "README.md", path: join(dir, "README.md"), executable: false },
  ];
}

const zone = process.env["TZ"];

describe("an archive", () => {
  it.each(["tar.gz", "zip"])(
    "is the same bytes as %s whenever, wherever and from what it is made",
    async (extension) => {
      const dir = mkdtempSync(join(directory({}), "x"));
      await writeArchive(join(dir, `a.${extension}`), filesIn(0o022, 1), modified);
      process.env["TZ"] = "Pacific/Auckland";
      await writeArchive(join(dir, `b.${extension}`), [...filesIn(0o077, 2)].reverse(), modified);
      if (zone === undefined) delete process.env["TZ"];
      else process.env["TZ"] = zone;
      expect(readFileSync(join(dir, `a.${extension}`))).toEqual(readFileSync(join(dir, `b.${extension}`)));
    },
  );

  it("keeps modes, and has the time of the commit", async () => {
    const dir = directory({});
    await writeArchive(join(dir, "a.tar.gz"), filesIn(0o077, 1), modified);
    const listed = execFileSync("tar", ["--utc", "--full-time", "--numeric-owner", "-tvzf", join(dir, "a.tar.gz")]);
    expect(
      listed
        .toString()
        .trim()
        .split("\n")
        .map((line) => line.replace(/ +/g, " ")),
    ).toEqual(["-rw-r--r-- 0/0 4 2026-11-30 04:00:02 README.md", "-rwxr-xr-x 0/0 7 2026-11-30 04:00:02 tool"]);
    await writeArchive(join(dir, "a.zip"), filesIn(0o077, 1), 0);
    const entries = new AdmZip(join(dir, "a.zip")).getEntries();
    expect(entries.map(({ entryName, attr, header }) => [entryName, attr >>> 16, header.time.getFullYear()])).toEqual([
      ["README.md", 0o100644, 1980],
      ["tool", 0o100755, 1980],
    ]);
  });
});

describe("what comes along", () => {
  const names = async (root: string, dir: string, paths: readonly string[]) =>
    (await companions(root, dir, paths)).map(({ name, path }) => [name, readFileSync(path, "utf8")]);

  it("is licence and readme of the module, and the licence of what it lies in", async () => {
    const files = {
      ...{ LICENSE: "root", "README.md": "root", "license.go": "package x", "docs/README": "docs" },
      ...{ "a/b/readme.txt": "b", "a/b/CHANGELOG.md": "log", "a/NOTICE": "a", "a/COPYING": "a" },
    };
    const root = directory(files);
    const paths = Object.keys(files);
    expect(await names(root, ".", paths)).toEqual([
      ["LICENSE", "root"],
      ["README.md", "root"],
    ]);
    expect(await names(root, "a/b", paths)).toEqual([
      ["readme.txt", "b"],
      ["CHANGELOG.md", "log"],
      ["COPYING", "a"],
    ]);
    expect(await names(root, "docs", paths)).toEqual([
      ["README", "docs"],
      ["LICENSE", "root"],
    ]);
  });

  it("is nothing that leads out of the repository, is gone or is no text", async () => {
    const outside = directory({ secret: "secret" });
    const root = directory({ "LICENSE-real": "text" });
    symlinkSync(join(outside, "secret"), join(root, "LICENSE"));
    symlinkSync("LICENSE-real", join(root, "LICENCE"));
    symlinkSync(".", join(root, "README"));
    writeFileSync(join(root, "CHANGELOG"), Buffer.alloc(1024 * 1024 + 1));
    const paths = ["LICENSE", "LICENCE", "LICENSE-real", "README", "CHANGELOG", "NOTICE"];
    expect(await names(root, ".", paths)).toEqual([
      ["LICENCE", "text"],
      ["LICENSE-real", "text"],
    ]);
  });
});
