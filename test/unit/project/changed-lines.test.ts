import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { addedLines, basesOf, readChangedLines } from "../../../src/project/changed-lines.ts";
import { addSubmodule, cloneInto, gitIn, repository } from "../../support/repository.ts";

describe("what a change is compared with", () => {
  const base = { branch: "main", sha: "abc" };
  it.each([
    ["v1", { base, defaultBranch: "main" }, ["v1", "origin/v1"]],
    [null, { base, defaultBranch: "trunk" }, ["origin/main", "abc"]],
    [null, { base: null, defaultBranch: "trunk" }, ["origin/trunk"]],
    [null, { base: null, defaultBranch: null }, ["origin/HEAD"]],
  ])("%j, %j", (asked, context, bases) => {
    expect(basesOf(asked, context)).toEqual(bases);
  });
});

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
    expect(lines).toEqual([
      ["a.go", [1, 2, 3, 11]],
      ["/dev/null", []],
    ]);
  });
});

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
    const changed = await readChangedLines(root, ["none", "main"]);
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
    const changed = await readChangedLines(root, ["main"]);
    expect("has" in changed && changed.has("a.go", 2)).toBe(false);
  });

  it("is seen whatever attributes make of the diff", async () => {
    const attributes = "a.go -diff\nb.go binary\nc.go diff=own\n";
    const root = repository({ ".gitattributes": attributes, "a.go": text, "b.go": text, "c.go": text });
    gitIn(root, "config", "diff.own.textconv", "true");
    for (const name of ["a.go", "b.go", "c.go"]) writeFileSync(join(root, name), text.replace("line 2", "two"));
    const changed = await readChangedLines(root, ["main"]);
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
    const changed = await readChangedLines(root, ["main"]);
    if ("problem" in changed) throw new Error(changed.problem);
    const paths = ["sub/x.go", "checkout/x.go", "a.go", "submodule.go"];
    expect(paths.map((path) => changed.has(path, 1))).toEqual([true, true, false, false]);
  });
});
