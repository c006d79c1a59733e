import { createHash } from "node:crypto";
import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as tar from "tar";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type PackFile, packExecutables } from "../../../src/artifacts/pack.ts";
import { checksumLines } from "../../../src/results/checksums.ts";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "pack-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

function built(name: string, text: string): PackFile {
  const path = join(directory, name);
  writeFileSync(path, text);
  return { path, name, sha256: sha256(text), executable: true };
}

function scratch(name: string): string {
  const path = join(directory, name);
  mkdirSync(path);
  return path;
}

async function entries(archive: string): Promise<unknown[]> {
  const found: unknown[] = [];
  await tar.list({
    file: archive,
    onReadEntry: ({ path, mode, uid, gid, uname, mtime, size, type }) =>
      found.push({ path, mode: mode?.toString(8), uid, gid, uname, mtime: mtime?.toISOString(), size, type }),
  });
  return found;
}

test("holds the executables with their mode, then the checksums", async () => {
  const files = [built("server-linux-amd64", "second"), built("client-linux-amd64", "first")];
  const archive = join(directory, "out.tar.gz");
  await packExecutables(files, scratch("s"), archive);
  const common = { uid: undefined, gid: undefined, uname: "", mtime: "1980-01-01T00:00:00.000Z", type: "File" };
  expect(await entries(archive)).toEqual([
    { ...common, path: "client-linux-amd64", mode: "755", size: 5 },
    { ...common, path: "server-linux-amd64", mode: "755", size: 6 },
    { ...common, path: "checksums.txt", mode: "644", size: 170 },
  ]);
  const target = scratch("t");
  await tar.extract({ file: archive, cwd: target });
  expect(readFileSync(join(target, "checksums.txt"), "utf8")).toBe(
    `${sha256("first")}  client-linux-amd64\n${sha256("second")}  server-linux-amd64\n`,
  );
  expect(readFileSync(join(target, "server-linux-amd64"), "utf8")).toBe("second");
});

test("the same binaries give the same bytes, whatever their times and modes", async () => {
  const file = built("x", "binary");
  const first = join(directory, "1.tar.gz");
  const second = join(directory, "2.tar.gz");
  await packExecutables([file], scratch("s1"), first);
  chmodSync(file.path, 0o600);
  utimesSync(file.path, 1, 1);
  await packExecutables([file], scratch("s2"), second);
  expect(readFileSync(second).equals(readFileSync(first))).toBe(true);
});

test("refuses what is not the file that was built", async () => {
  const secret = built("secret", "token");
  const link = join(directory, "link");
  symlinkSync(secret.path, link);
  const hard = join(directory, "hard");
  linkSync(secret.path, hard);
  const pack = (path: string, digest: string, s: string): Promise<void> =>
    packExecutables(
      [{ path, name: "app", sha256: digest, executable: true }],
      scratch(s),
      join(directory, "out.tar.gz"),
    );
  await expect(pack(link, secret.sha256, "a")).rejects.toThrow("app was refused: it is a symbolic link");
  await expect(pack(hard, secret.sha256, "b")).rejects.toThrow(
    "app was refused: it is another file as well (hard link)",
  );
  await expect(pack(directory, secret.sha256, "c")).rejects.toThrow("app was refused: it is not a regular file");
  await expect(pack(join(directory, "no"), secret.sha256, "d")).rejects.toThrow("app was refused: it is not there");
  const changed = built("changed", "new");
  await expect(pack(changed.path, sha256("old"), "e")).rejects.toThrow(
    "app was refused: it changed after it was built",
  );
});

test("what belongs to an executable is no executable", async () => {
  const files = [built("app", "1"), { ...built("app.cdx.json", "{}"), executable: false }];
  const archive = join(directory, "out.tar.gz");
  await packExecutables(files, scratch("s"), archive);
  const modes = (await entries(archive)).map((entry) => JSON.stringify(entry));
  expect(modes.map((entry) => /"mode":"(\d+)"/.exec(entry)?.[1])).toEqual(["755", "644", "644"]);
});

test("checksums are sorted by name, in the format of sha256sum", () => {
  expect(
    checksumLines([
      { name: "b", sha256: "22" },
      { name: "a", sha256: "11" },
    ]),
  ).toBe("11  a\n22  b\n");
});
