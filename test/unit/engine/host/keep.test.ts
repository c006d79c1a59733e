import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { keepFiles } from "../../../../src/engine/host/keep.ts";
import { readIrregular } from "../../../../src/files/irregular.ts";
import { removeTree } from "../../../../src/files/remove-tree.ts";
import { execStep } from "../../../support/steps.ts";

const made: string[] = [];
afterEach(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true });
});

function scratch(): string {
  const dir = mkdtempSync(join(tmpdir(), "keep-"));
  made.push(dir);
  return dir;
}

describe("what a step was asked to keep", () => {
  it("is files and directories, and nothing that a link leads to", async () => {
    const [from, outside, result] = [scratch(), scratch(), scratch()];
    mkdirSync(join(from, "out/sub"), { recursive: true });
    writeFileSync(join(from, "out/sub/a"), "a");
    writeFileSync(join(outside, "secret"), "s");
    symlinkSync(join(outside, "secret"), join(from, "out/link"));
    symlinkSync(outside, join(from, "away"));
    const keeps = ["out/sub", "out", "away/secret", "gone", "away"];
    await keepFiles(from, execStep({ keeps }), result);
    expect(readdirSync(join(result, "kept"))).toEqual(["out"]);
    expect(readdirSync(join(result, "kept/out"))).toEqual(["sub"]);
    expect(readFileSync(join(result, "kept/out/sub/a"), "utf8")).toBe("a");
    expect([...(await readIrregular(result))].sort()).toEqual(["kept/away", "kept/away/secret", "kept/out/link"]);
  });

  it("is nothing where nothing was asked for", async () => {
    const result = scratch();
    await keepFiles(scratch(), execStep({}), result);
    expect(readdirSync(result)).toEqual([]);
  });
});

describe("a directory of ours", () => {
  it("is removed with all that is in it", async () => {
    const dir = scratch();
    mkdirSync(join(dir, "closed/inner"), { recursive: true, mode: 0o500 });
    await removeTree(dir);
    await removeTree(dir);
    expect(readdirSync(tmpdir())).not.toContain(dir);
  });
});
