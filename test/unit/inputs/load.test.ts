import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadInputs } from "../../../src/inputs/load.ts";
import type { ParsedInputs } from "../../../src/inputs/parse.ts";
import { nodePathFacts } from "../../../src/inputs/path-facts.ts";

describe("loading from the file system", () => {
  let root = "";

  beforeAll(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), "inputs-")));
    mkdirSync(join(root, "repo", ".git"), { recursive: true });
    mkdirSync(join(root, "repo", "sub"));
    mkdirSync(join(root, "outside"));
    writeFileSync(join(root, "repo", ".dagger-go.yml"), "vet: warn\nplatforms: [linux/arm64]\n");
    writeFileSync(join(root, "repo", "bad.yml"), Buffer.from([0x72, 0xff, 0xfe]));
    writeFileSync(join(root, "repo", "big.yml"), `# ${"x".repeat(300_000)}\n`);
    writeFileSync(join(root, "outside", "x.yml"), "vet: false\n");
    symlinkSync(join(root, "outside"), join(root, "repo", "link"));
    symlinkSync(join(root, "repo"), join(root, "alias"));
  });

  afterAll(() => rmSync(root, { recursive: true }));

  const load = (cwd: string, ...argv: readonly string[]): Promise<ParsedInputs> =>
    loadInputs({ argv, with: {}, env: {}, cwd: join(root, cwd), facts: nodePathFacts() });

  it("reads the nearest config file", async () => {
    const result = await load("repo/sub");
    expect(result).toMatchObject({
      ok: true,
      repository: join(root, "repo"),
      config: {
        vet: "warn",
        platforms: [{ os: "linux", arch: "arm64" }],
        config: join(root, "repo", ".dagger-go.yml"),
      },
    });
  });

  it("resolves links of the working directory", async () => {
    expect(await load("alias/sub")).toMatchObject({ config: { workingDirectory: join(root, "repo", "sub") } });
  });

  it("does not follow a link out of the repository", async () => {
    expect(await load("repo", "--config=link/x.yml")).toEqual({
      ok: false,
      problems: [`--config: "link/x.yml" is outside of the repository, ${join(root, "repo")}`],
    });
  });

  it("refuses what is no text of reasonable size", async () => {
    const problemsOf = async (name: string) => {
      const result = await load("repo", `--config=${name}`);
      return result.ok ? [] : result.problems;
    };
    expect(await problemsOf("big.yml")).toEqual(["big.yml: has 300003 bytes; at most 262144 are read"]);
    expect(await problemsOf("bad.yml")).toEqual([
      "bad.yml: cannot be read: The encoded data was not valid for encoding utf-8",
    ]);
  });
});
