import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { prepareContext } from "../../../../../src/engine/host/docker/context.ts";

let dir = "";
beforeEach(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), "context-")));
  mkdirSync(join(dir, "repo"));
  writeFileSync(join(dir, "repo/Dockerfile"), "FROM scratch\n");
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const prepare = (outputDirectory: string) =>
  prepareContext({
    context: join(dir, "repo"),
    dockerfile: join(dir, "repo/Dockerfile"),
    outputDirectory: join(dir, outputDirectory),
    tempDir: join(dir, "temp"),
    buildkit: true,
  });

describe("prepareContext", () => {
  it.each(["repo/.pipeline", "repo/..out", "repo/.../out"])("leaves %s out", async (output) => {
    const { dockerfile } = await prepare(output);
    const rules = readFileSync(`${dockerfile}.dockerignore`, "utf8").trim().split("\n");
    expect(rules.at(-1)).toContain(output.slice("repo/".length));
  });

  it.each(["out", ".."])("has nothing to leave out for %s, which lies outside", async (output) => {
    expect(await prepare(output)).toEqual({ context: join(dir, "repo"), dockerfile: join(dir, "repo/Dockerfile") });
  });
});
