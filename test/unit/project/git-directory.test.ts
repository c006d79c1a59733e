import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readGitDirectory, storageConfig } from "../../../src/project/git-directory.ts";
import { directory, gitIn, repository } from "../../support/repository.ts";

describe.skipIf(process.platform === "win32")("readGitDirectory", () => {
  it("finds the parts of a working tree, wherever they lie", async () => {
    const root = repository({ "a.txt": "" });
    const worktree = join(directory({}), "tree");
    gitIn(root, "worktree", "add", "--quiet", "-b", "other", worktree);
    expect(await readGitDirectory(root)).toMatchObject({
      common: join(root, ".git"),
      head: "ref: refs/heads/main\n",
      index: join(root, ".git/index"),
    });
    expect(await readGitDirectory(worktree)).toMatchObject({
      common: join(root, ".git"),
      head: "ref: refs/heads/other\n",
      index: join(root, ".git/worktrees/tree/index"),
    });
  });

  it("takes no login along", async () => {
    const root = repository({ "a.txt": "" });
    gitIn(root, "remote", "add", "origin", "https://user:hunter2@git.example/x");
    gitIn(root, "config", "http.https://github.com/.extraheader", "AUTHORIZATION: basic aHVudGVyMg==");
    gitIn(root, "config", "core.fsmonitor", "/bin/hunter2");
    const parts = await readGitDirectory(root);
    if ("problem" in parts) throw new Error(parts.problem);
    expect(readFileSync(join(root, ".git/config"), "utf8")).toContain("hunter2");
    expect(parts.config).not.toMatch(/hunter2|AUTHORIZATION|remote/);
    expect(parts.config).toContain('[core]\n\trepositoryformatversion = "0"\n');
  });

  it("says so when there is no repository", async () => {
    const problem = "fatal: not a git repository (or any of the parent directories): .git";
    expect(await readGitDirectory(directory({}))).toEqual({ problem });
  });
});

describe("storageConfig", () => {
  it("keeps how objects and files are stored, but not that there was no working tree", () => {
    const settings = [
      "extensions.objectformat\nsha256",
      "core.autocrlf\ntrue",
      "core.bare",
      "core.pager\nevil",
      "x.y\nz",
    ];
    expect(storageConfig(settings)).toBe('[extensions]\n\tobjectformat = "sha256"\n[core]\n\tautocrlf = "true"\n');
  });
});
