import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findBase } from "../../../src/project/change-base.ts";
import { addedLines, readChangedLines, readPatch } from "../../../src/project/changed-lines.ts";
import { addSubmodule, cloneInto, gitIn, repository } from "../../support/repository.ts";

describe("the lines of a diff", () => {
  it("are those behind the plus signs, whatever they look like", () => {
    const diff = [
      "diff --git a/a.go b/a.go",
      "--- a/a.go",
      "+++ b/a.go",
      "@@ -1,2 +1,3 @@ func x() {",
      "--- a",
      "-b",
      "+++ b/other.go",
      "+@@ -1 +7 @@",
      "+c",
      "\\ No newline at end of file",
      "@@ -9,0 +11 @@",
      "+d",
      "diff --git a/gone.go b/gone.go",
      "--- a/gone.go",
      "+++ /dev/null",
      "@@ -1 +0,0 @@",
      "-x",
    ].join("\n");
    const lines = [...addedLines(diff)].map(([path, numbers]) => [path, [...numbers]]);
    expect(lines).toEqual([["a.go", [1, 2, 3, 11]]]);
  });

  it("are not those around them, which GIT_DIFF_OPTS brings in whatever the options of the command say", () => {
    const root = repository({ "a.go": "1\n2\n3\n4\n5\n6\n" });
    writeFileSync(join(root, "a.go"), "1\n2\nthree\n4\n6\n");
    const env = { ...process.env, GIT_DIFF_OPTS: "-u2" };
    const diff = execFileSync("git", ["diff", "--unified=0"], { cwd: root, env, encoding: "utf8" });
    expect(diff).toMatch(/^ 2$/m);
    expect([...addedLines(diff)].map(([path, numbers]) => [path, [...numbers]])).toEqual([["a.go", [3]]]);
  });
});

/** What the branch `main` is compared with. */
async function changedSince(root: string) {
  const occasion = { eventName: null, sha: null, base: null, before: null, defaultBranch: null };
  const base = await findBase({ root, asked: "main", occasion, sincePush: false, fetch: false });
  return await readChangedLines(root, base);
}

describe("a change in git", () => {
  const text = Array.from({ length: 9 }, (_, at) => `line ${at + 1}\n`).join("");

  it("is committed, in the working tree and in new files, under any name", async () => {
    const root = repository({ "a.go": text, "old.go": text, "ü b.go": text });
    gitIn(root, "checkout", "--quiet", "-b", "work");
    gitIn(root, "config", "diff.noprefix", "true");
    writeFileSync(join(root, "a.go"), text.replace("line 2", "two"));
    gitIn(root, "mv", "old.go", "moved.go");
    writeFileSync(join(root, 'a"\t.go'), "x\n");
    gitIn(root, "add", "--all");
    gitIn(root, "commit", "--quiet", "--message=work");
    writeFileSync(join(root, "ü b.go"), `${text}more\n`);
    mkdirSync(join(root, "sub"));
    writeFileSync(join(root, "sub/new.go"), "x\n");
    const changed = await changedSince(root);
    if ("problem" in changed) throw new Error(changed.problem);
    expect(changed.base).toBe(gitIn(root, "rev-parse", "main").trim());
    const has = (path: string): readonly number[] => [1, 2, 3, 9, 10].filter((line) => changed.has(path, line));
    expect(["a.go", "moved.go", "ü b.go", 'a"\t.go', "sub/new.go", "absent.go"].map(has)).toEqual([
      [2],
      [],
      [10],
      [1],
      [1, 2, 3, 9, 10],
      [],
    ]);
  });

  it("begins where it left the base", async () => {
    const root = repository({ "a.go": text });
    gitIn(root, "checkout", "--quiet", "-b", "work");
    gitIn(root, "checkout", "--quiet", "main");
    writeFileSync(join(root, "a.go"), text.replace("line 2", "two"));
    gitIn(root, "commit", "--quiet", "--all", "--message=main");
    gitIn(root, "checkout", "--quiet", "work");
    const changed = await changedSince(root);
    expect("has" in changed && changed.has("a.go", 2)).toBe(false);
  });

  it("is seen whatever attributes make of the diff", async () => {
    const attributes = "a.go -diff\nb.go binary\nc.go diff=own\n";
    const root = repository({ ".gitattributes": attributes, "a.go": text, "b.go": text, "c.go": text });
    gitIn(root, "config", "diff.own.textconv", "true");
    for (const name of ["a.go", "b.go", "c.go"]) writeFileSync(join(root, name), text.replace("line 2", "two"));
    const changed = await changedSince(root);
    if ("problem" in changed) throw new Error(changed.problem);
    for (const name of ["a.go", "b.go", "c.go"]) {
      expect([changed.has(name, 2), changed.has(name, 3)]).toEqual([true, false]);
    }
  });

  it("is everything in submodules and in checkouts that are not tracked", async () => {
    const root = repository({ "a.go": text, "submodule.go": text });
    const other = repository({ "x.go": text });
    addSubmodule(root, other, "sub");
    cloneInto(root, other, "checkout");
    const changed = await changedSince(root);
    if ("problem" in changed) throw new Error(changed.problem);
    const paths = ["sub/x.go", "checkout/x.go", "a.go", "submodule.go"];
    expect(paths.map((path) => changed.has(path, 1))).toEqual([true, true, false, false]);
  });
});

describe("a change as coverage counts it", () => {
  const text = Array.from({ length: 9 }, (_, at) => `line ${at + 1}\n`).join("");

  /** A commit that changes line 2 of a.go, moves old.go and touches a text; then line 9 of a.go and new.go, which are in no commit. */
  function changed(): string {
    const root = repository({ "a.go": text, "old.go": text, "gone.go": text, "t.txt": text, "p.y": text });
    gitIn(root, "tag", "base");
    writeFileSync(join(root, "a.go"), text.replace("line 2", "two"));
    for (const other of ["t.txt", "p.y"]) writeFileSync(join(root, other), `new\n${text}`);
    mkdirSync(join(root, "sub"));
    gitIn(root, "mv", "old.go", "sub/moved.go");
    writeFileSync(join(root, "sub/moved.go"), `${text}line 10\n`);
    gitIn(root, "rm", "--quiet", "gone.go");
    gitIn(root, "add", "--all");
    gitIn(root, "commit", "--quiet", "--message=work");
    writeFileSync(join(root, "a.go"), text.replace("line 2", "two").replace("line 9", "nine").replace("line 4\n", ""));
    writeFileSync(join(root, "sub/new.go"), "x\n");
    return root;
  }

  async function lines(root: string, uncommitted: boolean, others: readonly string[] = []) {
    const added = await readPatch({ root, base: "base", others, uncommitted });
    if ("problem" in added) throw new Error(added.problem);
    const all = Array.from({ length: 12 }, (_, at) => at + 1);
    return Object.fromEntries(
      [...added].map(([path, has]) => [path, all.filter((line) => has.has(line)).join()] as const).sort(),
    );
  }

  it("is the working tree on a machine of one's own, and what is committed elsewhere", async () => {
    const root = changed();
    const every = "1,2,3,4,5,6,7,8,9,10,11,12";
    expect(await lines(root, true)).toEqual({ "a.go": "2,8", "sub/moved.go": "10", "sub/new.go": every });
    expect(await lines(root, false)).toEqual({ "a.go": "2", "sub/moved.go": "10" });
  });

  it("is in Go files, and in others that somebody asks for", async () => {
    expect(await lines(changed(), false, ["p.y", "absent.y"])).toEqual({
      "a.go": "2",
      "p.y": "1",
      "sub/moved.go": "10",
    });
  });

  it("is nothing in submodules and in checkouts that are not tracked", async () => {
    const root = repository({ "a.go": text });
    gitIn(root, "tag", "base");
    const other = repository({ "x.go": text });
    addSubmodule(root, other, "sub");
    cloneInto(root, other, "checkout");
    expect(await lines(root, true)).not.toHaveProperty("sub/x.go");
    expect(await lines(root, true)).not.toHaveProperty("checkout/x.go");
    expect(await lines(root, false)).toEqual({});
  });

  it("tells what git says of a base that is not there", async () => {
    const root = repository({ "a.go": text });
    const request = { root, base: "0123456789012345678901234567890123456789", others: [] };
    expect(await readPatch({ ...request, uncommitted: true })).toEqual({
      problem: expect.stringContaining("git cannot compare"),
    });
  });
});
