import { existsSync, lstatSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeBaseTree } from "../../../src/project/base-tree.ts";
import { directory, gitIn, repository } from "../../support/repository.ts";

function head(root: string): string {
  return gitIn(root, "rev-parse", "HEAD").trim();
}

async function write(root: string, commit: string) {
  return await writeBaseTree({ root, base: { ok: true, commit }, directory: async () => directory({}) });
}

describe("the files of the base", () => {
  it("are those of the commit, with modes and links, and nothing in the repository changes", async () => {
    const root = repository({
      "a.go": "package a\n",
      "sub/b_test.go": "package sub\n",
      ".gitattributes": "*_test.go export-ignore\n",
    });
    symlinkSync("a.go", join(root, "link.go"));
    gitIn(root, "add", "--all");
    gitIn(root, "update-index", "--chmod=+x", "a.go");
    gitIn(root, "commit", "--quiet", "--message=base");
    const base = head(root);
    writeFileSync(join(root, "a.go"), "package a // changed\n");
    rmSync(join(root, "sub"), { recursive: true });
    const before = gitIn(root, "status", "--porcelain");
    const tree = await write(root, base);
    if ("problem" in tree) throw new Error(tree.problem);
    expect(tree.commit).toBe(base);
    expect(readFileSync(join(tree.path, "a.go"), "utf8")).toBe("package a\n");
    expect(lstatSync(join(tree.path, "a.go")).mode & 0o100).toBe(0o100);
    expect(lstatSync(join(tree.path, "link.go")).isSymbolicLink()).toBe(true);
    // What `git archive` would leave out.
    expect(existsSync(join(tree.path, "sub/b_test.go"))).toBe(true);
    expect(gitIn(root, "status", "--porcelain")).toBe(before);
    expect(gitIn(root, "worktree", "list").trim().split("\n")).toHaveLength(1);
  });

  it("do without the content that Git LFS has elsewhere", async () => {
    const pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n";
    const root = repository({ "a.bin": pointer, "a.go": "package a\n" });
    const base = head(root);
    writeFileSync(join(root, ".gitattributes"), "*.bin filter=lfs -text\n");
    for (const [key, value] of [
      ["process", "no-such-program"],
      ["smudge", "no-such-program"],
      ["required", "true"],
    ] as const) {
      gitIn(root, "config", `filter.lfs.${key}`, value);
    }
    const tree = await write(root, base);
    if ("problem" in tree) throw new Error(tree.problem);
    expect(readFileSync(join(tree.path, "a.bin"), "utf8")).toBe(pointer);
  });

  it("are nothing to compare with where nothing has changed", async () => {
    const root = repository({ "a.go": "package a\n" });
    const same = await write(root, head(root));
    expect(same).toEqual({
      problem: `nothing has changed since the base (${head(root).slice(0, 12)})`,
      unknown: false,
    });
    writeFileSync(join(root, "new.go"), "package a\n");
    expect(await write(root, head(root))).toHaveProperty("path");
  });

  it("cannot be had of a base that is not known, or not there", async () => {
    const root = repository({ "a.go": "package a\n" });
    const unknown = await writeBaseTree({
      root,
      base: { ok: false, problem: "shallow" },
      directory: async () => directory({}),
    });
    expect(unknown).toEqual({ problem: "shallow", unknown: true });
    expect(await write(root, "1".repeat(40))).toMatchObject({
      problem: expect.stringContaining("git cannot write the files of 111111111111: "),
      unknown: true,
    });
  });
});
