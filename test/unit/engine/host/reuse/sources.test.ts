import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  readStamps,
  readTree,
  type Sources,
  type SourcesRequest,
  sourcesOf,
  stampOfFiles,
} from "../../../../../src/engine/host/reuse/sources.ts";
import { addSubmodule, cloneInto, directory, gitIn, repository } from "../../../../support/repository.ts";

const windows = process.platform === "win32";
const files = { "go.mod": "module a\n", "main.go": "package main\n", "data/notes.txt": "notes\n" };

const request = (root: string) => ({ root, without: [join(root, ".pipeline")] });

/** Those of the whole repository. */
async function readSources(of: SourcesRequest): Promise<Sources> {
  return sourcesOf(await readTree(of), () => true);
}

async function readStamp(of: SourcesRequest): Promise<string> {
  return stampOfFiles(await readStamps(of));
}

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

  it("where it leads, when that is a directory of the repository: what is there counts at its own place", async () => {
    const root = linked("data");
    const before = await readSources(request(root));
    writeFileSync(join(root, "data/notes.txt"), "other\n");
    const after = await readSources(request(root));
    expect(after.digest).not.toBe(before.digest);
    expect([before.unknown, after.unknown]).toEqual([null, null]);
    rmSync(join(root, "link.txt"));
    expect(await digest(root)).not.toBe(after.digest);
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

/** Reasons of a repository with these files after `change`. */
async function unknownAfter(change: (root: string) => void, more: Readonly<Record<string, string>> = {}) {
  const root = repository({ ...files, ...more });
  change(root);
  return (await readSources(request(root))).unknown;
}

describe.skipIf(windows)("it is not known what a build reads", () => {
  const link = (target: string) => (root: string) => symlinkSync(target, join(root, "a"));

  it("where a link leads out of the repository", async () => {
    const outside = directory({ "go.mod": "module b\n" });
    const expected = "the link a leads out of the repository";
    expect(await unknownAfter(link(outside))).toBe(expected);
    expect(await unknownAfter(link(join(outside, "go.mod")))).toBe(expected);
    expect(await unknownAfter(link(".."))).toBe(expected);
    expect(await unknownAfter(link(outside), { ".gitignore": "/a\n" })).toBe(expected);
    expect(await unknownAfter((root) => symlinkSync(outside, `${root}/data/a b`))).toBe(
      "the link data/a b leads out of the repository",
    );
  });

  it("where a link leads to files of git, or to the output directory", async () => {
    expect(await unknownAfter(link(".git/hooks"))).toBe("the link a leads to what is no source");
    expect(
      await unknownAfter((root) => {
        directoryWith(root, ".pipeline/x/go.mod");
        link(".pipeline/x")(root);
      }),
    ).toBe("the link a leads to what is no source");
  });

  it("where something is no ordinary file", async () => {
    const pipe = (root: string): void => {
      rmSync(join(root, "main.go"));
      execFileSync("mkfifo", [join(root, "main.go")]);
    };
    expect(await unknownAfter(pipe)).toBe("main.go is no ordinary file");
    expect(await unknownAfter(link("/dev/null"))).toBe("the link a leads out of the repository");
  });

  it("and nowhere else", async () => {
    expect(await unknownAfter(() => undefined)).toBeNull();
    expect(await unknownAfter(link("/nowhere"))).toBeNull();
    expect(await unknownAfter(link("."))).toBeNull();
    expect(await unknownAfter(link("data/../main.go"))).toBeNull();
    expect(await unknownAfter((root) => symlinkSync("..", `${root}/data/up`))).toBeNull();
  });
});

describe.skipIf(windows)("assembly", () => {
  const include = (...names: readonly string[]): string =>
    `${names.map((name) => `#include "${name}"\n`).join("")}TEXT ·F(SB), 4, $0\n\tRET\n`;
  const package_ = { "p/p.go": "package p\n\nfunc F()\n", ".gitignore": "gen/\n*.inc\n" };
  const unknownWith = (text: string, change: (root: string) => void = () => undefined) =>
    unknownAfter(change, { ...package_, "p/p_amd64.s": text, "x/y.h": '#include "../gen/z.inc"\n' });

  it("takes in what is known: files of the repository and of Go", async () => {
    expect(await unknownWith(include("textflag.h", "../x/y.h", "../x/none.h"))).toBeNull();
  });

  it("takes in what git ignores, or what lies outside", async () => {
    const add = (path: string) => (root: string) => directoryWith(root, path);
    expect(await unknownWith(include("tables.inc"), add("p/tables.inc"))).toBe(
      "p/p_amd64.s includes p/tables.inc, which is not among the sources",
    );
    expect(await unknownWith(include("../x/y.h"), add("gen/z.inc"))).toBe(
      "p/p_amd64.s includes gen/z.inc, which is not among the sources",
    );
    const outside = directory({ "a.h": "" });
    expect(await unknownWith(include(join(outside, "a.h")))).toBe("p/p_amd64.s includes a file outside the repository");
    const up = `../../${basename(outside)}/a.h`;
    expect(await unknownWith(include(up))).toBe("p/p_amd64.s includes a file outside the repository");
  });
});

describe("cgo", () => {
  it.each([
    ['package a\n\nimport "C"\n', true],
    ['package a\n\nimport (\n\t"fmt"\n\t"C"\n)\n', true],
    ['package a\n\n/* int x; */ import "C"\n', true],
    ['package a\n\nvar c = []string{"A", "C"}\n', false],
    ['package a\n\nimport "fmt"\n', false],
  ])("is known by its import: %j", async (text, expected) => {
    expect((await readSources(request(repository({ ...files, "a/a.go": text })))).cgo).toBe(expected);
  });

  it("is known by files of SWIG, and in files of any size", async () => {
    expect((await readSources(request(repository({ ...files, "a/a.swigcxx": "" })))).cgo).toBe(true);
    const big = `package a\n\nimport "C"\n\nconst s = "${"x".repeat(1_100_000)}"\n`;
    expect((await readSources(request(repository({ ...files, "a/a.go": big })))).cgo).toBe(true);
  });
});

describe("the digest is another one for other sources of another git:", () => {
  const dep = { ".gitignore": "*.tmp\n", "go.mod": "module dep\n", "d.go": "package dep\n" };

  /** The digest before and after other sources in `path`. */
  async function aroundIn(path: string, make: (root: string) => void, change = "d.go"): Promise<boolean> {
    const root = repository({ ...files, ".gitignore": "ignored/\n" });
    make(root);
    const before = await digest(root);
    writeFileSync(join(root, path, change), "package other\n");
    return before !== (await digest(root));
  }

  it("a submodule's", async () => {
    const add = (root: string): void => addSubmodule(root, repository(dep), "sub");
    expect(await aroundIn("sub", add)).toBe(true);
    expect(await aroundIn("sub", add, "new.go")).toBe(true);
    expect(await aroundIn("sub", add, "notes.tmp")).toBe(false);
  });

  it.each(["tools/dep", "ignored/dep", "ignored/_dep", "ignored/.dep"])("a checkout's in %s", async (path) => {
    const add = (root: string): void => cloneInto(root, repository(dep), path);
    expect(await aroundIn(path, add)).toBe(true);
    expect(await aroundIn(path, add, "go.mod")).toBe(true);
    expect(await aroundIn(path, add, "notes.tmp")).toBe(false);
  });

  it("a submodule's that lost its .git", async () => {
    const add = (root: string): void => {
      addSubmodule(root, repository(dep), "sub");
      rmSync(join(root, "sub/.git"));
    };
    expect(await aroundIn("sub", add)).toBe(true);
  });
});

describe("the digest is another one for other ignored files that a build reads:", () => {
  const ignoring = { ".gitignore": "_gen/\n.gen/\n*.pgo\n*.syso\n*.txt\n/third/\n", "e/e.go": embeds("a.txt") };

  it.each(["_gen/g.go", ".gen/g.go", "default.pgo", "a.syso", "e/a.txt", "third/testdata/t.go", ".gen/go.mod"])(
    "%s",
    async (path) => {
      const root = repository({ ...files, ...ignoring });
      directoryWith(root, path, "1");
      const before = await digest(root);
      writeFileSync(join(root, path), "2");
      expect(await digest(root)).not.toBe(before);
    },
  );

  it("but not of a module cache, unless a module of the repository lies there", async () => {
    const root = repository({ ...files, ".gitignore": "/.go/\n" });
    directoryWith(root, ".go/mod/cache/download/example.com/x/@v/v1.0.0.info");
    directoryWith(root, ".go/mod/example.com/x@v1.0.0/x.go", "package x\n");
    const before = await digest(root);
    const change = (): void => writeFileSync(join(root, ".go/mod/example.com/x@v1.0.0/x.go"), "package y\n");
    change();
    expect(await digest(root)).toBe(before);
    writeFileSync(join(root, "go.mod"), "module a\n\nreplace example.com/x => ./.go/mod/example.com/x@v1.0.0\n");
    const named = await digest(root);
    writeFileSync(join(root, ".go/mod/example.com/x@v1.0.0/x.go"), "package z\n");
    expect(await digest(root)).not.toBe(named);
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

  it.skipIf(windows)("sees a write to what a link leads to", async () => {
    const outside = directory({ "a.txt": "1" });
    const root = repository(files);
    symlinkSync(join(outside, "a.txt"), join(root, "link.txt"));
    const before = await readStamp(request(root));
    writeFileSync(join(outside, "a.txt"), "22");
    expect(await readStamp(request(root))).not.toBe(before);
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
    expect(moduleFiles).toEqual([
      { path: "go.mod", content: "module a\n" },
      { path: "go.work", content: "use ./sub\n" },
      { path: "sub/go.mod", content: "module a/sub\n" },
    ]);
  });

  it("are empty when they are gone", async () => {
    const root = repository(modules);
    rmSync(join(root, "sub/go.mod"));
    const { moduleFiles } = await readSources(request(root));
    expect(moduleFiles.map(({ content }) => content)).toEqual(["module a\n", "use ./sub\n", ""]);
  });

  it("count although git ignores them", async () => {
    const root = repository({ "go.mod": "module a\n", ".gitignore": "go.work\n" });
    writeFileSync(join(root, "go.work"), "use .\n");
    expect(gitIn(root, "status", "--porcelain")).toBe("");
    const { moduleFiles } = await readSources(request(root));
    expect(moduleFiles.map(({ content }) => content)).toEqual(["module a\n", "use .\n"]);
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

function embeds(name: string): string {
  return `package e\n\nimport _ "embed"\n\n//go:embed ${name}\nvar s string\n`;
}
