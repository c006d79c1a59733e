import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { embeddedFiles, programFolders, textsModule } from "../../../scripts/generate/embedded.ts";
import { texts } from "../../../src/engine/dagger/scripts/texts.ts";

test("a program is embedded as it is, whatever it holds", async () => {
  const program = '#!/bin/sh\nprintf \'%s\\n\' "$A" `echo \\\\`\t\u2028"\n';
  const root = mkdtempSync(join(tmpdir(), "embedded-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const path = join(root, "texts.mjs");
  const names = ["a b.sh", "x.go"];
  writeFileSync(path, textsModule(new Map(names.map((name) => [name, program]))).replace(" as const", ""));
  expect((await import(path)).texts).toEqual(Object.fromEntries(names.map((name) => [name, program])));
});

test("shell and Go files of a folder are embedded, in the order of their names, and nothing else", () => {
  const root = mkdtempSync(join(tmpdir(), "embedded-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const folder of programFolders) mkdirSync(join(root, folder), { recursive: true });
  const [folder = ""] = programFolders;
  for (const name of ["b.go", "a.sh", "c.ts", "d.md"]) writeFileSync(join(root, folder, name), name);
  const [file] = embeddedFiles(root);
  expect(file?.path).toBe(`${folder}/texts.ts`);
  expect(file?.text(null)).toBe(textsModule(new Map(["a.sh", "b.go"].map((name) => [name, name]))));
});

test("the texts that are committed are those of the files", () => {
  const folder = "src/engine/dagger/scripts";
  const names = readdirSync(folder).filter((name) => name !== "texts.ts");
  expect(texts).toEqual(Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "utf8")])));
});
