import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { seenModules } from "../../../src/collect/seen-modules.ts";
import type { Module } from "../../../src/model/project.ts";
import { makeProject } from "../../support/facts.ts";
import { makeModule } from "../../support/module.ts";

const root = mkdtempSync(join(tmpdir(), "seen-"));
afterAll(() => rmSync(root, { recursive: true }));

const module = (dir: string, over: Partial<Module> = {}): Module =>
  makeModule({ dir, path: `example.com/${dir}`, ...over });
const modules = ["a", "b", "c"].map((dir) => module(dir));
mkdirSync(join(root, "a"));
writeFileSync(join(root, "a/go.mod"), "module example.com/a\n\nreplace example.com/b v1.2.3 => ../b\n");
writeFileSync(join(root, "go.work"), "go 1.24\n\nuse (\n\t./b\n\t./c\n)\n");
const goWork = { path: "go.work", uses: ["b", "c"], outside: [], go: null, toolchain: null };

async function seenBy(own: Module, over: Parameters<typeof makeProject>[0] = {}): Promise<readonly string[]> {
  const seen = await seenModules(makeProject({ root, modules, ...over }), own);
  return seen.map(({ dir }) => dir);
}

it("are the module itself, and those that a replace leads to", async () => {
  expect(await seenBy(module("a"))).toEqual(["a", "b"]);
  expect(await seenBy(module("b"))).toEqual(["b"]);
});

it("are those of the workspace for its members alone", async () => {
  expect(await seenBy(module("c", { workspace: "go.work" }), { workspaces: [goWork] })).toEqual(["c", "b"]);
  expect(await seenBy(module("a"), { workspaces: [goWork] })).toEqual(["a", "b"]);
});

it("is the module alone where it has copies of the others in vendor/", async () => {
  expect(await seenBy(module("a", { vendored: true }))).toEqual(["a"]);
});
