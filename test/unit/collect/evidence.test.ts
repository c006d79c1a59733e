import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { evidenceOf } from "../../../src/collect/evidence.ts";
import { type OutputDir, prepareOutputDir } from "../../../src/files/output-dir.ts";
import type { CoverageBlock, CoveredFile } from "../../../src/model/coverage.ts";
import type { Evidence } from "../../../src/model/evidence.ts";
import { createRedactor } from "../../../src/platform/mask.ts";
import { makeProject } from "../../support/facts.ts";

let root = "";
let output: OutputDir;
beforeEach(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "evidence-")));
  output = await prepareOutputDir(join(root, ".pipeline"), root);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function evidence(covered: readonly CoveredFile[] = [], secrets: readonly string[] = []): Evidence {
  const redactor = createRedactor();
  for (const secret of secrets) redactor.add(secret);
  return evidenceOf(covered, { project: makeProject({ root }), output, redactor });
}

/** Of one line. */
const block = (startColumn: number, endColumn: number, count: number): CoverageBlock => ({
  ...{ startLine: 2, startColumn, endLine: 2, endColumn },
  ...{ statements: 1, count },
});

const covered = (path: string, blocks: readonly CoverageBlock[], lines = true): CoveredFile => ({
  ...{ name: `example.com/m/${path}`, importPath: "example.com/m", path, functions: null, lines, origins: [path] },
  blocks: Object.assign([...blocks], { size: blocks.length }),
});

describe("sources", () => {
  const text = "package m\nabcdef\n";

  it("come with how often each stretch ran, -1 where nobody counts", () => {
    write("m.go", text);
    const found = evidence([covered("m.go", [block(2, 4, 3), block(4, 5, 0)])]).source("m.go");
    expect(found).toEqual({ text, runs: [11, -1, 2, 3, 1, 0, 3, -1] });
  });

  it("put the blocks of all names of a file together, and leave out those that mean other lines", () => {
    write("m.go", text);
    const names = [covered("m.go", [block(2, 3, 1)]), covered("m.go", [block(5, 6, 2)])];
    const generated = covered("m.go", [block(3, 4, 9)], false);
    expect(evidence([...names, generated]).source("m.go")?.runs).toEqual([11, -1, 1, 1, 2, -1, 1, 2, 2, -1]);
  });

  it("are there without coverage", () => {
    write("m.go", text);
    expect(evidence().source("m.go")).toEqual({ text, runs: [text.length, -1] });
    expect(evidence().sourceSize("m.go")).toBe(text.length);
  });

  it("hold no secret", () => {
    write("m.go", 'package m\nvar key = "hunter2secret"\n');
    const found = evidence([], ["hunter2secret"]).source("m.go");
    expect(found?.text).toBe('package m\nvar key = "***"\n');
    expect(found?.runs).toEqual([found?.text.length, -1]);
  });

  it.each(["gone.go", "notes.txt", "link.go", "dir.go"])("are none of %s", (path) => {
    write("notes.txt", "not Go");
    write("dir.go/x", "");
    write("target.go", "package m\n");
    symlinkSync(join(root, "target.go"), join(root, "link.go"));
    expect(evidence().source(path)).toBeNull();
    expect(evidence().sourceSize(path)).toBeNull();
  });
});

describe("logs", () => {
  it("are whole where there is room, under the name they have in the output directory", async () => {
    write(".pipeline/logs/vet.log", "one\ntwo\n");
    expect(await evidence().log("vet", 100)).toEqual({
      path: "logs/vet.log",
      bytes: 8,
      head: "one\ntwo\n",
      tail: null,
    });
  });

  it("else whole lines of both ends, more of the end", async () => {
    const lines = Array.from({ length: 100 }, (_, index) => `line ${String(index).padStart(3, "0")}\n`);
    write(".pipeline/logs/vet.log", lines.join(""));
    const found = await evidence().log("vet", 100);
    expect(found).toMatchObject({ bytes: 900, head: "line 000\nline 001\n" });
    expect(found?.tail).toBe(lines.slice(-8).join(""));
  });

  it("are the bytes themselves where there are no line ends", async () => {
    write(".pipeline/logs/vet.log", `${"a".repeat(50)}${"z".repeat(50)}`);
    expect(await evidence().log("vet", 20)).toMatchObject({ head: "a".repeat(5), tail: "z".repeat(15) });
  });

  it("are none of stages that wrote nothing, nor of what only leads somewhere", async () => {
    write("elsewhere", "private");
    mkdirSync(join(root, ".pipeline/logs"));
    symlinkSync(join(root, "elsewhere"), join(root, ".pipeline/logs/vet.log"));
    expect(await evidence().log("vet", 100)).toBeNull();
    expect(await evidence().log("test", 100)).toBeNull();
  });
});
