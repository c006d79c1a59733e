import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { UsageError } from "../../../src/errors.ts";
import { prepareOutputDir } from "../../../src/files/output-dir.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "output-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("prepareOutputDir", () => {
  it("makes the directory and keeps git away from it", async () => {
    const output = await prepareOutputDir(join(root, "a/.pipeline"), root);
    expect(readFileSync(join(output.path, ".gitignore"), "utf8")).toBe("*\n");
    expect(output.relative(join(output.path, "report.json"))).toBe("a/.pipeline/report.json");
    expect(output.relative("/elsewhere/x")).toBe("/elsewhere/x");
    expect(output.relative(join(root, "..x/y"))).toBe("..x/y");
    expect(output.relative(join(root, "..."))).toBe("...");
    expect(output.log("build:linux/arm/v7")).toBe(join(output.path, "logs/build-linux-arm-v7.log"));
  });

  it("empties what an earlier run made, a planted link included, and leaves its target alone", async () => {
    const path = join(root, ".pipeline");
    const { resultDir } = await prepareOutputDir(path, root);
    const first = await resultDir("test");
    expect(readdirSync(first)).toEqual([]);
    writeFileSync(join(first, "0.stdout"), "x");
    const second = await resultDir("test");
    expect([second === first, readdirSync(second), readdirSync(first)]).toEqual([false, [], ["0.stdout"]]);
    mkdirSync(join(root, "precious"));
    writeFileSync(join(root, "precious/file"), "mine");
    symlinkSync(join(root, "precious"), join(path, "bin"));
    await prepareOutputDir(path, root);
    expect(readdirSync(path).sort()).toEqual([".dagger-go-pipeline", ".gitignore"]);
    expect(readFileSync(join(root, "precious/file"), "utf8")).toBe("mine");
  });

  it("refuses a directory that holds something else, a file and a link", async () => {
    mkdirSync(join(root, "src"));
    writeFileSync(join(root, "src/main.go"), "package main\n");
    symlinkSync(join(root, "src"), join(root, "link"));
    for (const [name, why] of [
      ["src", "is not empty and was not made by this pipeline"],
      ["src/main.go", "is not a directory"],
      ["link", "is a symbolic link"],
    ] as const) {
      await expect(prepareOutputDir(join(root, name), root)).rejects.toThrow(why);
      await expect(prepareOutputDir(join(root, name), root)).rejects.toBeInstanceOf(UsageError);
    }
    expect(existsSync(join(root, "src/main.go"))).toBe(true);
  });

  it("removes what only the run needed", async () => {
    const output = await prepareOutputDir(join(root, "out"), root);
    writeFileSync(join(await output.resultDir("vet"), "0.stdout"), "x");
    await output.clean();
    expect(readdirSync(output.path).sort()).toEqual([".dagger-go-pipeline", ".gitignore"]);
  });
});
