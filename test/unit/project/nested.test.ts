import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { readUploadRule } from "../../../src/project/source.ts";
import { listTree } from "../../../src/project/tree.ts";
import { addSubmodule, cloneInto, directory, gitIn, repository } from "../../support/repository.ts";

const outer = { ".gitignore": "/ignored/\n*.log\n", "go.mod": "module example.com/x\n" };
const inner = { ".gitignore": "*.tmp\n!keep.log\n", "go.mod": "module example.com/dep\n", "dep.go": "package dep\n" };

function add(root: string, ...paths: readonly string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), "");
  }
}

// Names and links that Windows does not have.
describe.skipIf(process.platform === "win32")("listTree", () => {
  it("asks a submodule's own git about its files", async () => {
    const root = repository(outer);
    addSubmodule(root, repository(inner), "sub");
    add(root, "sub/new.go", "sub/a.tmp", "sub/keep.log", "sub/b.log");
    expect(await listTree(root)).toEqual({
      source: "git",
      tracked: [".gitignore", ".gitmodules", "go.mod", "sub/.gitignore", "sub/dep.go", "sub/go.mod"],
      // The .gitignore of the repository around it does not count: that is another one's.
      untracked: ["sub/b.log", "sub/keep.log", "sub/new.go"],
      ignored: ["sub/a.tmp"],
      warning: null,
    });
  });

  it("asks a checkout inside the checkout, and one inside that", async () => {
    const root = repository(outer);
    cloneInto(root, repository(inner), "tools/dep");
    cloneInto(root, repository({ "x.go": "package x\n" }), "tools/dep/deep er");
    add(root, "tools/dep/a.tmp", "tools/own.go");
    const { tracked, untracked, ignored } = await listTree(root);
    expect(tracked).toEqual([
      ...[".gitignore", "go.mod", "tools/dep/.gitignore", "tools/dep/dep.go", "tools/dep/go.mod"],
      "tools/dep/deep er/x.go",
    ]);
    expect(untracked).toEqual(["tools/own.go"]);
    expect(ignored).toEqual(["tools/dep/a.tmp"]);
  });

  it("ignores all of a checkout that is ignored, and lists it", async () => {
    const root = repository(outer);
    cloneInto(root, repository(inner), "ignored/dep");
    cloneInto(root, repository({ "x.go": "package x\n" }), "ignored/dep/deeper");
    add(root, "ignored/dep/a.tmp");
    const { tracked, untracked, ignored } = await listTree(root);
    expect([tracked, untracked]).toEqual([[".gitignore", "go.mod"], []]);
    const dep = ["ignored/dep/.gitignore", "ignored/dep/a.tmp", "ignored/dep/deeper/x.go", "ignored/dep/dep.go"];
    expect([...ignored].sort()).toEqual([...dep, "ignored/dep/go.mod"]);
  });

  it("knows worktrees inside the repository", async () => {
    const root = repository(outer);
    gitIn(root, "worktree", "add", "--quiet", "tree");
    expect((await listTree(root)).tracked).toEqual([".gitignore", "go.mod", "tree/.gitignore", "tree/go.mod"]);
  });

  it("has nothing of a submodule that was not fetched", async () => {
    const root = repository(outer);
    addSubmodule(root, repository(inner), "sub");
    gitIn(root, "submodule", "--quiet", "deinit", "--force", "sub");
    const { tracked, untracked, warning } = await listTree(root);
    expect([tracked, untracked, warning]).toEqual([[".gitignore", ".gitmodules", "go.mod"], [], null]);
  });

  it.each<[string, (git: string) => void, string | null]>([
    ["lost its .git", () => undefined, null],
    [
      "points to a repository that is not there",
      (git) => writeFileSync(git, "gitdir: /nowhere\n"),
      "git could not list sub (fatal: not a git repository: /nowhere)",
    ],
    // git takes the repository around it for its own then, and lists the submodule as "./".
    [
      "has an empty .git",
      (git) => mkdirSync(git),
      "git could not list sub (fatal: not a git repository (or any of the parent directories): .git)",
    ],
  ])("walks a submodule that %s", async (_, damage, said) => {
    const root = repository(outer);
    addSubmodule(root, repository(inner), "sub");
    rmSync(join(root, "sub/.git"));
    damage(join(root, "sub/.git"));
    add(root, "sub/a.tmp");
    const { tracked, untracked, ignored, warning } = await listTree(root);
    expect(tracked).toEqual([".gitignore", ".gitmodules", "go.mod"]);
    expect(untracked).toEqual(["sub/.gitignore", "sub/dep.go", "sub/go.mod"]);
    expect([ignored, warning]).toEqual([["sub/a.tmp"], said]);
  });

  it("knows that it is in a repository where names make that hard to say", async () => {
    const root = join(directory({}), "a:b");
    mkdirSync(root);
    gitIn(root, "init", "--quiet");
    addSubmodule(root, repository(inner), "sub");
    rmSync(join(root, "sub/.git"));
    mkdirSync(join(root, "sub/.git"));
    expect((await listTree(root)).untracked).toEqual(["sub/.gitignore", "sub/dep.go", "sub/go.mod"]);
  });

  it("lists what lies in the place of a submodule or of a file", async () => {
    const root = repository({ ...outer, "a.txt": "", "b.txt": "" });
    const dep = repository(inner);
    addSubmodule(root, dep, "sub");
    rmSync(join(root, "sub"), { recursive: true });
    symlinkSync("elsewhere", join(root, "sub"));
    rmSync(join(root, "a.txt"));
    cloneInto(root, dep, "a.txt");
    rmSync(join(root, "b.txt"));
    add(root, "b.txt/plain", "b.txt/c.log");
    const { tracked, untracked, ignored } = await listTree(root);
    expect(tracked).toEqual([
      ...[".gitignore", ".gitmodules", "go.mod", "sub", "a.txt/.gitignore", "a.txt/dep.go", "a.txt/go.mod"],
    ]);
    expect([untracked, ignored]).toEqual([["b.txt/plain"], ["b.txt/c.log"]]);
  });

  it("asks the git of checkouts in a directory that is none", async () => {
    const root = directory(outer);
    for (const path of ["dep", "ignored/dep"]) cloneInto(root, repository(inner), path);
    add(root, "dep/b.log", "dep/a.tmp");
    const { source, tracked, untracked, ignored } = await listTree(root);
    expect([source, tracked]).toEqual(["walk", ["dep/.gitignore", "dep/dep.go", "dep/go.mod"]]);
    expect(untracked).toEqual([".gitignore", "go.mod", "dep/b.log"]);
    expect([...ignored].sort()).toEqual([
      ...["dep/a.tmp", "ignored/dep/.gitignore", "ignored/dep/dep.go", "ignored/dep/go.mod"],
    ]);
  });
});

describe.skipIf(process.platform === "win32")("readUploadRule", () => {
  const read = async (root: string) => {
    const { files, exclude, secretLooking } = await readUploadRule({ root, without: [] });
    return { files, exclude, secretLooking };
  };

  it("takes of an ignored checkout what a build needs", async () => {
    const root = repository(outer);
    const dep = {
      ...inner,
      "README.md": "",
      "docs/a.md": "",
      ".env": "A=1\n",
      "sub/s.s": "",
      "sub/s.go": "package s\n",
    };
    cloneInto(root, repository(dep), "ignored/dep");
    expect(await read(root)).toEqual({
      files: [
        ...[".gitignore", "go.mod", "ignored/dep/dep.go", "ignored/dep/go.mod"],
        ...["ignored/dep/sub/s.go", "ignored/dep/sub/s.s"],
      ],
      exclude: ["ignored/dep/.env", "ignored/dep/.gitignore", "ignored/dep/README.md", "ignored/dep/docs"],
      secretLooking: [],
    });
  });

  it("takes of other checkouts what their own git tracks or does not ignore, and no untracked secret", async () => {
    const root = repository(outer);
    addSubmodule(root, repository({ ...inner, "tracked.pem": "" }), "sub");
    cloneInto(root, repository({ ...inner, "static/.gitignore": "*.js\n" }), "dep");
    add(root, "sub/a.tmp", "sub/.env", "dep/key.pem", "dep/static/app.js", "dep/notes.txt");
    expect(await read(root)).toEqual({
      files: [
        ...[".gitignore", ".gitmodules", "dep/.gitignore", "dep/dep.go", "dep/go.mod", "dep/notes.txt"],
        ...["dep/static/.gitignore", "go.mod", "sub/.gitignore", "sub/dep.go", "sub/go.mod", "sub/tracked.pem"],
      ],
      exclude: ["dep/key.pem", "dep/static/app.js", "sub/.env", "sub/a.tmp"],
      secretLooking: ["sub/.env", "dep/key.pem"],
    });
  });

  it.each([
    ["go.mod", "module example.com/x\n\nreplace example.com/dep v1.0.0 => ./.deps/dep // for now\n"],
    ["go.mod", 'module example.com/x\n\nreplace (\n\texample.com/dep => "./.deps/dep"\n)\n'],
    ["go.work", "use (\n\t.\n\t./.deps/dep/\n)\n"],
    ["tools/go.mod", "module example.com/x/tools\n\nreplace example.com/dep => ../.deps/dep\n"],
  ])("takes a hidden directory that %s names", async (path, text) => {
    const root = repository({ ...outer, ".gitignore": ".deps/\n", [path]: text });
    cloneInto(root, repository({ ...inner, "_old/x.go": "package x\n" }), ".deps/dep");
    cloneInto(root, repository(inner), ".deps/other");
    const { files, exclude } = await read(root);
    expect(files.filter((file) => file.startsWith(".deps/"))).toEqual([".deps/dep/dep.go", ".deps/dep/go.mod"]);
    expect(exclude).toEqual([".deps/dep/.gitignore", ".deps/dep/_old", ".deps/other"]);
  });

  it("takes an ignored profile that Go finds by its name", async () => {
    const root = repository({ ...outer, ".gitignore": "*.pgo\n", "cmd/a/main.go": "package main\n" });
    add(root, "cmd/a/default.pgo", "cmd/a/other.pgo", "default.pgo");
    expect(await read(root)).toMatchObject({
      files: [".gitignore", "cmd/a/default.pgo", "cmd/a/main.go", "go.mod"],
      exclude: ["cmd/a/other.pgo", "default.pgo"],
    });
  });

  it("never leaves a checkout behind because it was moved there", async () => {
    const root = repository(outer);
    const dep = repository(inner);
    mkdirSync(join(root, "ignored"));
    renameSync(dep, join(root, "ignored/dep"));
    expect((await read(root)).files).toContain("ignored/dep/dep.go");
  });
});
