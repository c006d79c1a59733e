import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { sourceFiles } from "../../../src/collect/source-files.ts";

const root = mkdtempSync(join(tmpdir(), "sources-"));
afterAll(() => rmSync(root, { recursive: true }));
mkdirSync(join(root, "sub"));
writeFileSync(join(root, "sub/a.go"), "package a\n\nfunc A() {}\n");
symlinkSync("sub/a.go", join(root, "link.go"));
const files = ["sub/a.go", "link.go", "other/a.go", "a.txt"];

it("gives lines of regular files, counted from 1", () => {
  const { line } = sourceFiles({ root, files });
  expect([0, 1, 2, 3, 4, 5].map((number) => line("sub/a.go", number))).toEqual([
    null,
    "package a",
    "",
    "func A() {}",
    "",
    null,
  ]);
  expect(line("link.go", 1)).toBeNull();
  expect(line("other/a.go", 1)).toBeNull();
  expect(line("sub", 1)).toBeNull();
});

it("finds Go files by name", () => {
  const { named } = sourceFiles({ root, files });
  expect(named("a.go")).toEqual(["sub/a.go", "other/a.go"]);
  expect(named("a.txt")).toEqual([]);
});
