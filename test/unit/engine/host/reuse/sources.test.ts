import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readSources, readStamp } from "../../../../../src/engine/host/reuse/sources.ts";
import { directory, gitIn, repository } from "../../../../support/repository.ts";

const windows = process.platform === "win32";
const files = { "go.mod": "module a\n", "main.go": "package main\n", "data/notes.txt": "notes\n" };

const request = (root: string) => ({ root, without: [join(root, ".pipeline")] });

async function digest(root: string): Promise<string> {
  return (await readSources(request(root))).digest;
}

/** The digest before and after `change`. */
async function around(change: (root: string) => void): Promise<readonly [before: string, after: string]> {
  const root = repository(files);
  const before = await digest(root);
  change(root);
  return [before, await digest(root)];
}

describe("the digest", () => {
  it("is that of paths, kinds and contents, wherever and whenever they were written", async () => {
    const [one, other] = [repository(files), repository(files)];
    utimesSync(join(other, "main.go"), 1_000, 1_000);
    const [here, there] = [await readSources(request(one)), await readSources(request(other))];
    expect(here.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(there.digest).toBe(here.digest);
    expect(there.stamp).not.toBe(here.stamp);
  });

  it.each<[string, (root: string) => void]>([
    ["the output directory", (root) => directoryWith(root, ".pipeline/report.json")],
    ["what git ignores and no build reads", (root) => directoryWith(root, ".git/info/exclude", "*.log\n", "a.log")],
  ])("is the same whatever is in %s", async (_, change) => {
    const [before, after] = await around(change);
    expect(after).toBe(before);
  });

  it.each<[string, (root: string) => void]>([
    ["content", (root) => writeFileSync(join(root, "main.go"), "package other\n")],
    ["content of a file that is no source", (root) => writeFileSync(join(root, "data/notes.txt"), "other\n")],
    ["content of a module file", (root) => writeFileSync(join(root, "go.mod"), "module b\n")],
    ["name", (root) => renameSync(join(root, "main.go"), join(root, "other.go"))],
    ["new file", (root) => writeFileSync(join(root, "new.go"), "")],
    ["new file with a secret-looking name", (root) => writeFileSync(join(root, ".env"), "A=1\n")],
    ["missing file", (root) => rmSync(join(root, "data/notes.txt"))],
    ["missing module file", (root) => rmSync(join(root, "go.mod"))],
    ["directory in place of a file", (root) => turnIntoDirectory(join(root, "data/notes.txt"))],
    ["file in place of a directory", (root) => turnIntoFile(join(root, "data"))],
  ])("is another one for another %s", async (_, change) => {
    const [before, after] = await around(change);
    expect(after).not.toBe(before);
  });

  it("tells a missing file from an empty one", async () => {
    const gone = repository({ ...files, "a.txt": "" });
    const empty = await digest(gone);
    rmSync(join(gone, "a.txt"));
    expect(await digest(gone)).not.toBe(empty);
  });

  it("holds files of many megabytes to their last byte", async () => {
    const big = Buffer.alloc(4_000_001, "x");
    const root = repository({ ...files, "big.bin": big.toString() });
    const [before, again] = [await digest(root), await digest(root)];
    expect(again).toBe(before);
    big[4_000_000] = 0;
    writeFileSync(join(root, "big.bin"), big);
    expect(await digest(root)).not.toBe(before);
  });

  it.skipIf(windows)("knows executables", async () => {
    const [before, after] = await around((root) => chmodSync(join(root, "main.go"), 0o755));
    expect(after).not.toBe(before);
  });
});

describe.skipIf(windows)("a link counts by", () => {
  const linked = (target: string, more: Readonly<Record<string, string>> = {}): string => {
    const root = repository({ ...files, ...more });
    symlinkSync(target, join(root, "link.txt"));
    return root;
  };

  it("what is there", async () => {
    const outside = directory({ "a.txt": "1" });
    const root = linked(join(outside, "a.txt"));
    const before = await digest(root);
    writeFileSync(join(outside, "a.txt"), "2");
    expect(await digest(root)).not.toBe(before);
  });

  it("where it leads", async () => {
    const same = { "a.txt": "1", "b.txt": "1" };
    expect(await digest(linked("a.txt", same))).not.toBe(await digest(linked("b.txt", same)));
  });

  it("its own being, as Go follows none to directories", async () => {
    const outside = directory({ "a.txt": "1" });
    const root = linked(outside);
    const before = await digest(root);
    writeFileSync(join(outside, "a.txt"), "2");
    expect(await digest(root)).toBe(before);
    rmSync(join(root, "link.txt"));
    expect(await digest(root)).not.toBe(before);
  });

  it.each(["nowhere", "link.txt", "main.go/below"])("its target when nothing can be there: %s", async (target) => {
    const [root, other] = [linked(target), linked(`./${target}`)];
    expect(await digest(root)).not.toBe(await digest(other));
    expect(await digest(root)).toBe(await digest(linked(target)));
  });

  it("nothing when the system cannot say", async () => {
    await expect(digest(linked("x".repeat(300)))).rejects.toMatchObject({ code: "ENAMETOOLONG" });
  });
});

describe("the stamp", () => {
  it("is the same until somebody writes, without a look at contents", async () => {
    const root = repository(files);
    const { stamp } = await readSources(request(root));
    expect(await readStamp(request(root))).toBe(stamp);
    writeFileSync(join(root, "main.go"), "package nain\n");
    expect(await readStamp(request(root))).not.toBe(stamp);
  });

  it("sees a file that was put in another one's place, and one that is gone", async () => {
    const root = repository(files);
    const stamps = [await readStamp(request(root))];
    writeFileSync(join(root, "new"), "notes\n");
    renameSync(join(root, "new"), join(root, "data/notes.txt"));
    stamps.push(await readStamp(request(root)));
    rmSync(join(root, "data/notes.txt"));
    stamps.push(await readStamp(request(root)));
    expect(new Set(stamps).size).toBe(3);
  });

  it.skipIf(windows)("is none when a directory leads to itself", async () => {
    const root = repository(files);
    rmSync(join(root, "data"), { recursive: true });
    symlinkSync("data", join(root, "data"));
    await expect(readStamp(request(root))).rejects.toMatchObject({ code: "ELOOP" });
  });
});

describe("the module files", () => {
  const modules = { "go.mod": "module a\n", "sub/go.mod": "module a/sub\n", "go.work": "use ./sub\n", "a.mod": "no\n" };

  it("are those that Go reads, as they are", async () => {
    const { moduleFiles } = await readSources(request(repository({ ...modules, "sub/go.sum": "no\n" })));
    expect([...moduleFiles].sort()).toEqual(["module a\n", "module a/sub\n", "use ./sub\n"]);
  });

  it("are empty when they are gone", async () => {
    const root = repository(modules);
    rmSync(join(root, "sub/go.mod"));
    const { moduleFiles } = await readSources(request(root));
    expect([...moduleFiles].sort()).toEqual(["", "module a\n", "use ./sub\n"]);
  });

  it("count although git ignores them", async () => {
    const root = repository({ "go.mod": "module a\n", ".gitignore": "go.work\n" });
    writeFileSync(join(root, "go.work"), "use .\n");
    expect(gitIn(root, "status", "--porcelain")).toBe("");
    const { moduleFiles } = await readSources(request(root));
    expect([...moduleFiles].sort()).toEqual(["module a\n", "use .\n"]);
  });
});

function directoryWith(root: string, path: string, text = "", ignored = ""): void {
  mkdirSync(join(root, path, ".."), { recursive: true });
  writeFileSync(join(root, path), text);
  if (ignored !== "") writeFileSync(join(root, ignored), "x");
}

function turnIntoDirectory(path: string): void {
  rmSync(path);
  mkdirSync(path);
}

function turnIntoFile(path: string): void {
  rmSync(path, { recursive: true });
  writeFileSync(path, "");
}
