import { chownSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Module, Project } from "../../../src/model/project.ts";
import { gitEnv } from "../../../src/project/git.ts";
import { listGoFiles } from "../../../src/project/go-files.ts";
import { openRepository } from "../../../src/project/repository.ts";
import { readUploadRule } from "../../../src/project/source.ts";
import { listTree } from "../../../src/project/tree.ts";
import { makeProject } from "../../support/facts.ts";
import { makeModule } from "../../support/module.ts";
import { directory, gitIn, repository } from "../../support/repository.ts";

const files = {
  ".gitignore": "*.log\n/static/\n!keep.log\n",
  "go.mod": "module example.com/x\n",
  "main.go": "package main\n\n//go:embed static\nvar f embed.FS\n",
};

function add(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

// Names and links that Windows does not have.
describe.skipIf(process.platform === "win32")("listTree", () => {
  it("asks git, names with spaces, newlines and leading dashes included", async () => {
    const root = repository(files);
    add(root, "-dash.txt", "");
    add(root, "new/with space\nand line.txt", "");
    add(root, "static/app.js", "");
    add(root, "a.log", "");
    expect(await listTree(root)).toEqual({
      source: "git",
      tracked: [".gitignore", "go.mod", "main.go"],
      untracked: ["-dash.txt", "new/with space\nand line.txt"],
      ignored: ["a.log", "static/app.js"],
      warning: null,
    });
  });

  it("works in a worktree, whose .git is a file", async () => {
    const root = repository(files);
    const worktree = join(directory({}), "tree");
    gitIn(root, "worktree", "add", "--quiet", worktree);
    add(worktree, "a.log", "");
    const listed = await listTree(worktree);
    expect(listed.source).toBe("git");
    expect(listed.tracked).toEqual([".gitignore", "go.mod", "main.go"]);
    expect(listed.ignored).toEqual(["a.log"]);
  });

  it.runIf(process.getuid?.() === 0)("works in a repository of another owner", async () => {
    const root = repository(files);
    for (const path of [".", ".git"]) chownSync(join(root, path), 12_345, 12_345);
    const listed = await listTree(root);
    expect(listed.warning).toBeNull();
    expect(listed.tracked).toEqual([".gitignore", "go.mod", "main.go"]);
  });

  it("walks without .git and honours nested .gitignore files", async () => {
    const root = directory({
      ...files,
      "a.log": "",
      "keep.log": "",
      "static/app.js": "",
      "sub/.gitignore": "*.txt\n!b.txt\n!c.log\n",
      "sub/a.txt": "",
      "sub/b.txt": "",
      "sub/c.log": "",
    });
    const listed = await listTree(root);
    expect(listed.source).toBe("walk");
    expect(listed.untracked).toEqual([
      ".gitignore",
      "go.mod",
      "keep.log",
      "main.go",
      "sub/.gitignore",
      "sub/b.txt",
      "sub/c.log",
    ]);
    expect(listed.ignored).toEqual(["a.log", "static/app.js", "sub/a.txt"]);
  });

  it("walks and says so when git refuses the repository", async () => {
    const root = directory({ ...files, ".git": "gitdir: /nowhere\n" });
    const listed = await listTree(root);
    expect(listed.source).toBe("walk");
    expect(listed.warning).toBe("git could not list the repository (fatal: not a git repository: /nowhere)");
  });
});

describe("readUploadRule", () => {
  it("finds ignored files that are embedded and leaves out the output directory", async () => {
    const root = repository(files);
    for (const path of ["static/app.js", "static/.hidden", ".pipeline/report.json", "a.log"]) add(root, path, "");
    const rule = await readUploadRule({ root, without: [join(root, ".pipeline"), "/elsewhere"] });
    expect(rule.files).toEqual([".gitignore", "go.mod", "main.go", "static/app.js"]);
    expect(rule.exclude).toEqual([".pipeline", "a.log", "static/.hidden"]);
    expect(rule.warnings).toEqual([]);
  });

  it("takes a name that begins with dots for what it is, and nothing above for something inside", async () => {
    const root = repository(files);
    add(root, "..out/report.json", "");
    const rule = await readUploadRule({ root, without: [join(root, "..out"), join(root, ".."), "/elsewhere"] });
    expect(rule.files).toEqual([".gitignore", "go.mod", "main.go"]);
    expect(rule.exclude).toEqual(["..out"]);
  });

  it("survives a tracked Go file that was deleted", async () => {
    const root = repository(files);
    rmSync(join(root, "main.go"));
    add(root, "static/app.js", "");
    const rule = await readUploadRule({ root, without: [] });
    expect(rule.exclude).toEqual(["static"]);
    expect(rule.warnings).toEqual([]);
  });
});

describe("gitEnv", () => {
  it("drops what a calling git says about its own repository and keeps the rest", () => {
    const env = { GIT_DIR: "/x", GIT_INDEX_FILE: "/x/index", GIT_SSH_COMMAND: "ssh", HOME: "/home/x", LC_ALL: "de" };
    expect(gitEnv(env)).toEqual({ GIT_SSH_COMMAND: "ssh", HOME: "/home/x", LC_ALL: "C", GIT_OPTIONAL_LOCKS: "0" });
  });
});

describe.skipIf(process.platform === "win32")("listGoFiles", () => {
  const module: Module = makeModule({ dir: ".", path: "example.com/x" });
  const projectAt = async (root: string): Promise<Project> => {
    const { files, git } = await openRepository(root);
    return makeProject({ root, modules: [module], files, git });
  };
  const goTree = {
    ".gitignore": "/ignored.go\n",
    "go.mod": "module example.com/x\n",
    "main.go": "package main\n",
    "gen.go": "// Licence\n\n// Code generated by x. DO NOT EDIT.\n\npackage main\n",
    "gen_late.go": "package main\n\n// Code generated by x. DO NOT EDIT.\n",
    "vendor/v/v.go": "package v\n",
    "a/testdata/t.go": "package t\n",
    "nested/go.mod": "module nested\n",
    "nested/n.go": "package n\n",
    "a/a.go": "package a\n",
  };

  it("lists tracked and untracked files that are the module's own", async () => {
    const root = repository(goTree);
    add(root, "new.go", "package main\n");
    add(root, "ignored.go", "package main\n");
    symlinkSync("/etc/passwd", join(root, "link.go"));
    rmSync(join(root, "main.go"));
    const own = ["a/a.go", "gen_late.go", "new.go"].map((path) => ({ path, checkoutCrlf: false }));
    expect((await listGoFiles(await projectAt(root), module)).handWritten).toEqual(own);
  });

  it("leaves out what Go takes for no part of the module: ignore lines, _ and . names, vendor and testdata at any depth", async () => {
    const others = ["web/w.go", "web/deep/d.go", "a/node_modules/n.go", "_old/o.go", "a/.hidden/h.go", "a/vendor/v.go"];
    const more = [...others, "a/_draft.go", "a/.editor.go", "a/b/testdata/t.go"];
    const kept = ["a/web/w.go", "node_modules2/n.go", "website/w.go"];
    const broken = Object.fromEntries([...more, ...kept].map((path) => [path, "package {{ .Name }}\n"]));
    const root = repository({ ...goTree, ...broken });
    const own = { ...module, ignore: ["./web", "node_modules"] };
    const { handWritten } = await listGoFiles(await projectAt(root), own);
    expect(handWritten.map(({ path }) => path)).toEqual([
      "a/a.go",
      ...kept.slice(0, 1),
      "gen_late.go",
      "main.go",
      ...kept.slice(1),
    ]);
  });

  it("knows which CRLF files the checkout made", async () => {
    const root = repository({ ...goTree, "committed_crlf.go": "package main\r\n" });
    add(root, ".gitattributes", "a/*.go text eol=crlf\n");
    rmSync(join(root, "a/a.go"));
    gitIn(root, "checkout", "--quiet", "--", "a/a.go");
    const { handWritten: found } = await listGoFiles(await projectAt(root), module);
    expect(found).toEqual([
      { path: "a/a.go", checkoutCrlf: true },
      { path: "committed_crlf.go", checkoutCrlf: false },
      { path: "gen_late.go", checkoutCrlf: false },
      { path: "main.go", checkoutCrlf: false },
    ]);
  });

  it("gives paths relative to a module below the root", async () => {
    const root = repository(goTree);
    const nested = { ...module, dir: "nested" };
    expect((await listGoFiles(await projectAt(root), nested)).handWritten).toEqual([
      { path: "n.go", checkoutCrlf: false },
    ]);
  });

  it("lists the same files without git", async () => {
    const root = directory({ ...goTree, "ignored.go": "package main\n" });
    const { handWritten: found } = await listGoFiles(await projectAt(root), module);
    expect(found.map((file) => file.path)).toEqual(["a/a.go", "gen_late.go", "main.go"]);
  });

  it.each([
    ['package a\n\nimport "C"\n', true],
    ['package a\n\nimport (\n\t"fmt"\n\t"C"\n)\n', true],
    ["//go:build linux && cgo\n\npackage a\n", true],
    ["// +build !cgo\n\npackage a\n", true],
    ['package a\n\nconst c = "C" // cgo\n', false],
  ])("knows whether a file asks for cgo: %j", async (text, expected) => {
    const root = repository({ "go.mod": "module example.com/x\n", "a.go": "package a\n", "b.go": text });
    expect((await listGoFiles(await projectAt(root), module)).mentionCgo).toBe(expected);
  });

  it("knows main packages of every platform only where it has read all Go files", async () => {
    const files = { "go.mod": "module example.com/x\n", "main.go": "package main\n", ".gitignore": "made*.go\n" };
    const mainsIn = async (root: string) => (await listGoFiles(await projectAt(root), module)).mains;
    const root = repository(files);
    expect(await mainsIn(root)).toEqual(["."]);
    expect(await mainsIn(directory(files))).toBeNull();
    expect(await mainsIn(repository({ ...files, ".gitmodules": "" }))).toBeNull();
    writeFileSync(join(root, "made_test.go"), "package main\n");
    expect(await mainsIn(root)).toBeNull();
    const linked = repository(files);
    symlinkSync("main.go", join(linked, "main_windows.go"));
    expect(await mainsIn(linked)).toBeNull();
  });
});
