import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keyOf, type ReuseKeyParts } from "../../../../../src/engine/host/reuse/key.ts";
import { ResultStore } from "../../../../../src/engine/host/reuse/store.ts";

const parts: ReuseKeyParts = {
  formatVersion: 1,
  stage: "vet",
  sources: "aa",
  toolchain: "bb",
  environment: "cc",
  commands: "dd",
};
const facts = { durationMs: 40, commands: [{ durationMs: 30 }, { durationMs: 10 }] };
const hour = 3_600_000;

let base = "";
let root = "";
let store = new ResultStore("");

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "store-"));
  root = join(base, "deep/results");
  store = new ResultStore(root);
});

afterEach(() => rmSync(base, { recursive: true, force: true }));

/** A directory with these files. */
function left(files: Readonly<Record<string, string>>, below = base): string {
  const dir = mkdtempSync(join(below, "left-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  return dir;
}

async function keep(of: ReuseKeyParts, files: Readonly<Record<string, string>>): Promise<string> {
  await (await store.stage(of, left(files), facts)).keep();
  return join(root, keyOf(of));
}

const entryPath = (of: ReuseKeyParts = parts): string => join(root, keyOf(of), "entry.json");

function lastUsed(path: string, msAgo: number): void {
  const at = (Date.now() - msAgo) / 1_000;
  utimesSync(path, at, at);
}

describe("an entry", () => {
  it("gives its files back, the same ones, and counts as used again", async () => {
    const from = left({ "0.stdout": "", "bin/app": "program" });
    // A junction: on Windows other links need a right that not every user has.
    symlinkSync(join(from, "bin"), join(from, "bin/link"), "junction");
    await (await store.stage(parts, from, facts)).keep();
    lastUsed(entryPath(), 5 * hour);
    const into = left({});
    const entry = await store.take(parts, into);
    expect(entry).toMatchObject({ key: parts, ...facts });
    expect(entry?.files.map(({ path, size }) => `${path} ${size}`).sort()).toEqual(["0.stdout 0", "bin/app 7"]);
    expect(readFileSync(join(into, "bin/app"), "utf8")).toBe("program");
    expect(statSync(join(into, "bin/app")).ino).toBe(statSync(join(from, "bin/app")).ino);
    expect(readdirSync(join(into, "bin"))).toEqual(["app"]);
    expect(Date.now() - statSync(entryPath()).mtimeMs).toBeLessThan(hour);
  });

  it("is found only once it is kept, and by its own key", async () => {
    const staged = await store.stage(parts, left({ a: "1" }), facts);
    const into = left({});
    expect(await store.take(parts, into)).toBeNull();
    expect(readdirSync(root)).toEqual([`.new-${process.pid}-${keyOf(parts)}`]);
    await staged.keep();
    expect(readdirSync(root)).toEqual([keyOf(parts)]);
    expect(await store.take({ ...parts, sources: "ab" }, into)).toBeNull();
    expect(readdirSync(into)).toEqual([]);
    expect(await store.take(parts, into)).not.toBeNull();
  });

  it("that is dropped leaves nothing", async () => {
    const staged = await store.stage(parts, left({ a: "1" }), facts);
    await staged.drop();
    expect(readdirSync(root)).toEqual([]);
  });

  it("replaces the one before, and what a process with the same number left", async () => {
    await keep(parts, { a: "old", b: "old" });
    const unfinished = join(root, `.new-${process.pid}-${keyOf(parts)}/files`);
    mkdirSync(unfinished, { recursive: true });
    writeFileSync(join(unfinished, "stale"), "");
    await keep(parts, { a: "new" });
    const into = left({});
    expect((await store.take(parts, into))?.files.map(({ path }) => path)).toEqual(["a"]);
    expect(readFileSync(join(into, "a"), "utf8")).toBe("new");
    expect(readdirSync(join(root, keyOf(parts), "files"))).toEqual(["a"]);
  });
});

describe("an entry is as if it were not there", () => {
  it.each([
    ["is no JSON", "{"],
    ["has another form", '{"key":{}}'],
    ["was made for another key", null],
  ])("when what it says %s", async (_, text) => {
    const dir = await keep(parts, { a: "1" });
    const other = JSON.parse(readFileSync(join(dir, "entry.json"), "utf8"));
    const moved = JSON.stringify({ ...other, key: { ...parts, toolchain: "other" } });
    writeFileSync(join(dir, "entry.json"), text ?? moved);
    const into = left({});
    expect(await store.take(parts, into)).toBeNull();
    expect(readdirSync(into)).toEqual([]);
  });

  it.each<[string, (file: string) => void]>([
    ["is gone", (file) => rmSync(file)],
    ["has another size", (file) => writeFileSync(file, "longer than before")],
    ["was written to", (file) => utimesSync(file, 1_000, 1_000)],
    [
      "lies behind what is no directory",
      (file) => {
        rmSync(dirname(file), { recursive: true });
        writeFileSync(dirname(file), "");
      },
    ],
  ])("when one of its files %s", async (_, touch) => {
    const dir = await keep(parts, { "a/first": "1", "b/second": "2", "c/third": "3" });
    touch(join(dir, "files/b/second"));
    const into = left({});
    expect(await store.take(parts, into)).toBeNull();
    expect(readdirSync(into)).toEqual([]);
  });
});

describe("what is wrong with the disk is said", () => {
  it("where an entry cannot be read", async () => {
    const dir = await keep(parts, { a: "1" });
    rmSync(join(dir, "entry.json"));
    mkdirSync(join(dir, "entry.json"));
    await expect(store.take(parts, left({}))).rejects.toMatchObject({ code: "EISDIR" });
  });

  it.skipIf(process.platform === "win32")("where a file cannot be looked at", async () => {
    const dir = await keep(parts, { a: "1" });
    rmSync(join(dir, "files/a"));
    symlinkSync("a", join(dir, "files/a"));
    await expect(store.take(parts, left({}))).rejects.toMatchObject({ code: "ELOOP" });
    rmSync(dir, { recursive: true });
    symlinkSync(".new-x", join(root, ".new-x"));
    await expect(store.trim()).rejects.toMatchObject({ code: "ELOOP" });
  });

  it("where a file is in the way", async () => {
    await keep(parts, { a: "1" });
    const into = left({ a: "somebody else's" });
    await expect(store.take(parts, into)).rejects.toMatchObject({ code: "EEXIST" });
    expect(readFileSync(join(into, "a"), "utf8")).toBe("somebody else's");
  });

  it.skipIf(process.platform === "win32")("where the store is no directory", async () => {
    mkdirSync(dirname(root));
    writeFileSync(root, "");
    expect(await store.take(parts, left({}))).toBeNull();
    await expect(store.trim()).rejects.toMatchObject({ code: "ENOTDIR" });
    await expect(store.stage(parts, left({}), facts)).rejects.toMatchObject({ code: "EEXIST" });
  });
});

/** A file system where no file can have a second name of one in the temporary directory. */
const elsewhere = "/dev/shm";
const hasElsewhere = existsSync(elsewhere) && statSync(elsewhere).dev !== statSync(tmpdir()).dev;

it.skipIf(!hasElsewhere)("copies between file systems, both ways", async () => {
  const there = mkdtempSync(join(elsewhere, "store-"));
  try {
    const from = left({ "bin/app": "program" }, there);
    await (await store.stage(parts, from, facts)).keep();
    const kept = join(root, keyOf(parts), "files/bin/app");
    expect(readFileSync(kept, "utf8")).toBe("program");
    expect(statSync(kept).nlink).toBe(1);
    const into = left({}, there);
    expect(await store.take(parts, into)).toMatchObject({ files: [{ path: "bin/app", size: 7 }] });
    expect(readFileSync(join(into, "bin/app"), "utf8")).toBe("program");
  } finally {
    rmSync(there, { recursive: true, force: true });
  }
});

describe("trim", () => {
  const of = (sources: string): ReuseKeyParts => ({ ...parts, sources });

  /** Entries of 100 bytes, last used that many hours ago. */
  async function used(hours: Readonly<Record<string, number>>): Promise<void> {
    for (const [sources, ago] of Object.entries(hours)) {
      await keep(of(sources), { a: "x".repeat(60), "b/c": "x".repeat(40) });
      lastUsed(entryPath(of(sources)), ago * hour);
    }
  }

  const remaining = (...sources: readonly string[]): readonly string[] =>
    sources.filter((one) => existsSync(entryPath(of(one))));

  it("does nothing where there is no store", async () => {
    await store.trim();
    expect(existsSync(root)).toBe(false);
  });

  it("keeps what was used within a week, without being told", async () => {
    await used({ new: 1, week: 167, old: 169 });
    await store.trim();
    expect(remaining("new", "week", "old")).toEqual(["new", "week"]);
  });

  it("removes the least recently used until the rest fits", async () => {
    await used({ b: 2, a: 1, d: 4, c: 3 });
    await store.trim({ bytes: 200, unusedMs: 10 * hour });
    expect(remaining("a", "b", "c", "d")).toEqual(["a", "b"]);
    await store.trim({ bytes: 199, unusedMs: 10 * hour });
    expect(remaining("a", "b")).toEqual(["a"]);
  });

  it("removes what is old although there is room", async () => {
    await used({ a: 1, b: 11 });
    await store.trim({ bytes: 1_000, unusedMs: 10 * hour });
    expect(remaining("a", "b")).toEqual(["a"]);
  });

  it("leaves what another run is about to keep, and removes what it left when it died", async () => {
    await used({ a: 1 });
    for (const [name, ago] of [
      ["1-x", 1],
      ["2-x", 11],
    ] as const) {
      mkdirSync(join(root, `.new-${name}/files`), { recursive: true });
      writeFileSync(join(root, `.new-${name}/files/app`), "x".repeat(500));
      lastUsed(join(root, `.new-${name}`), ago * hour);
    }
    await store.trim({ bytes: 100, unusedMs: 10 * hour });
    expect(readdirSync(root).sort()).toEqual([".new-1-x", keyOf(of("a"))]);
  });

  it("removes entries that say nothing, and counts broken ones as empty", async () => {
    await used({ a: 2 });
    mkdirSync(join(root, "empty"));
    mkdirSync(join(root, "broken"));
    writeFileSync(join(root, "broken/entry.json"), "{");
    await store.trim({ bytes: 100, unusedMs: 10 * hour });
    expect(readdirSync(root).sort()).toEqual(["broken", keyOf(of("a"))].sort());
  });
});
