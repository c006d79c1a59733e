import { execFileSync } from "node:child_process";
import { createTwoFilesPatch } from "diff";
import { describe, expect, it } from "vitest";
import { joinPatches, lackWarning } from "../../../src/collect/fix-patch.ts";
import { diffText, textHunks } from "../../../src/go/file-diff.ts";
import { directory } from "../../support/repository.ts";

type Patches = Parameters<typeof joinPatches>[0];

const numbered = (change: Readonly<Record<number, string>> = {}): string =>
  Array.from({ length: 20 }, (_, at) => `${change[at + 1] ?? `line ${at + 1}`}\n`).join("");

function patch(
  stage: string,
  files: Readonly<Record<string, readonly [before: string, after: string]>>,
  covers: readonly string[] = [],
) {
  const changes = Object.entries(files).map(([path, [before, after]]) => {
    return { path, diff: createTwoFilesPatch(`${path} (old)`, path, before, after) };
  });
  return { stage: { id: stage, gate: stage }, files: changes, covers };
}

function textChange(before: string, after: string): { readonly diff: string } {
  return { diff: diffText("x", textHunks(before, after)) };
}

const join = (patches: Patches, files: Readonly<Record<string, string>>) =>
  joinPatches(patches, async (path) => files[path] ?? null);

/** What git makes of the files with the patch. */
function applied(text: string, files: Readonly<Record<string, string>>, ...paths: string[]): readonly string[] {
  const dir = directory(files);
  execFileSync("git", ["apply", "-"], { cwd: dir, input: text });
  return paths.map((path) => execFileSync("cat", ["--", path], { cwd: dir, encoding: "utf8" }));
}

describe("the patch of several stages", () => {
  it("changes a file once, with what each of them would change in it", async () => {
    const before = numbered();
    const [first, second] = [numbered({ 2: "two" }), numbered({ 18: "eighteen" })];
    const found = await join(
      [patch("one", { "a/b.go": [before, first] }), patch("two", { "a/b.go": [before, second] })],
      {
        "a/b.go": before,
      },
    );
    expect([found.lacks, found.text.match(/^diff --git /gm)]).toEqual([[], ["diff --git "]]);
    expect(applied(found.text, { "a/b.go": before }, "a/b.go")).toEqual([numbered({ 2: "two", 18: "eighteen" })]);
  });

  it("says what it lacks where two change the same lines", async () => {
    const before = numbered();
    const two = (covers: readonly string[]) => [
      patch("one", { "b.go": [before, numbered({ 2: "two" })] }, covers),
      patch("two", { "b.go": [before, numbered({ 2: "zwei" })] }, covers),
    ];
    const found = await join(two([]), { "b.go": before });
    expect(found.lacks.map(lackWarning)).toEqual([
      "fix.patch lacks what two would change in b.go: it overlaps with what one would change there: apply the patch, then run again.",
    ]);
    expect(applied(found.text, { "b.go": before }, "b.go")).toEqual([numbered({ 2: "two" })]);
    const formatted = await join(two(["one"]), { "b.go": before });
    expect(formatted.lacks).toEqual([]);
    expect(applied(formatted.text, { "b.go": before }, "b.go")).toEqual([numbered({ 2: "zwei" })]);
  });

  it("keeps what one would change that the next does not cover, and says what it lacks", async () => {
    const before = numbered();
    const three = [
      patch("generate", { "b.go": [before, numbered({ 2: "two" })] }),
      patch("format", { "b.go": [before, numbered({ 2: "zwei" })] }, ["format"]),
      patch("fix", { "b.go": [before, numbered({ 2: "deux" })] }, ["format", "fix"]),
    ];
    const found = await join(three, { "b.go": before });
    expect(found.lacks.map(({ stage }) => stage)).toEqual(["format", "fix"]);
    expect(applied(found.text, { "b.go": before }, "b.go")).toEqual([numbered({ 2: "two" })]);
    const covered = await join(three.slice(1), { "b.go": before });
    expect(covered.lacks).toEqual([]);
    expect(applied(covered.text, { "b.go": before }, "b.go")).toEqual([numbered({ 2: "deux" })]);
  });

  it("leaves a file alone that is another one by now", async () => {
    const found = await join([patch("one", { "b.go": [numbered(), numbered({ 2: "two" })] })], { "b.go": "new\n" });
    expect(found).toEqual({
      text: "",
      files: [],
      lacks: [{ stage: "one", path: "b.go", why: "the file has changed since" }],
    });
  });

  it("makes files, empties them, and keeps line ends and a missing last one", async () => {
    const files = { "crlf.go": "a\r\nb\r\n", "empty.sum": "x\n", "no-end.go": "a\nb" };
    const found = await join(
      [
        patch("one", {
          "go.sum": ["", "x\ny\n"],
          "crlf.go": ["a\nb\n", "a\nc\n"],
          "empty.sum": ["x\n", ""],
          "no-end.go": ["a\nb", "a\nb\n"],
        }),
      ],
      files,
    );
    expect(found.lacks).toEqual([]);
    expect(applied(found.text, files, "go.sum", "crlf.go", "empty.sum", "no-end.go")).toEqual([
      "x\ny\n",
      "a\r\nc\r\n",
      "",
      "a\nb\n",
    ]);
  });

  it("names files as git reads them", async () => {
    const names = ["with space.go", "Käse.go", 'quo"te.go', "back\\slash.go", "tab\there.go"];
    const files = Object.fromEntries(names.map((name) => [name, "a\n"]));
    const changed = Object.fromEntries(names.map((name) => [name, ["a\n", "b\n"] as const]));
    const found = await join([patch("one", changed)], files);
    expect(found.lacks).toEqual([]);
    expect(applied(found.text, files, ...names)).toEqual(names.map(() => "b\n"));
  });

  it("makes, removes and marks files that can be executed", async () => {
    const files = { "old.sh": "a\n", "tool.sh": "b\n", "both.sh": "c\n" };
    const found = await join(
      [
        {
          stage: { id: "one", gate: "one" },
          covers: [],
          files: [
            { path: "new.sh", ...textChange("", "n\n"), modes: { before: null, after: "100755" } },
            { path: "old.sh", ...textChange("a\n", ""), modes: { before: "100644", after: null } },
            { path: "tool.sh", ...textChange("b\n", "b\n"), modes: { before: "100644", after: "100755" } },
            { path: "both.sh", ...textChange("c\n", "d\n"), modes: { before: "100644", after: "100755" } },
          ],
        },
      ],
      files,
    );
    expect(found.lacks).toEqual([]);
    const dir = directory(files);
    execFileSync("git", ["apply", "-"], { cwd: dir, input: found.text });
    const list = execFileSync("sh", ["-c", 'for f in *; do [ -x "$f" ] && printf x; cat "$f"; done'], { cwd: dir });
    expect(list.toString()).toBe("xd\nxn\nxb\n");
  });

  it("replaces a text of which too much differs as a whole", async () => {
    const long = (word: string): string => Array.from({ length: 3_000 }, (_, at) => `${word} ${at}\n`).join("");
    const files = { "a.go": long("old"), "end.go": long("old").trimEnd() };
    const found = await join(
      [
        patch("one", {
          "a.go": [files["a.go"], long("new")],
          "end.go": [files["end.go"], `${long("new")}x`],
        }),
      ],
      files,
    );
    expect(found.lacks).toEqual([]);
    expect(applied(found.text, files, "a.go", "end.go")).toEqual([long("new"), `${long("new")}x`]);
  });
});
