import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { UsageError } from "../../../src/errors.ts";
import { openRepository } from "../../../src/project/repository.ts";
import { gitIn } from "../../support/repository.ts";

const dir = realpathSync(mkdtempSync(join(tmpdir(), "repository-")));
afterAll(() => rmSync(dir, { recursive: true }));
const root = join(dir, "r");
mkdirSync(join(root, "sub"), { recursive: true });
for (const path of ["go.mod", "sub/go.mod", "main.go"]) writeFileSync(join(root, path), "module m\n");
writeFileSync(join(dir, "outside"), "");

describe("openRepository", () => {
  it("lists by walking without git, and what git does not ignore with it", async () => {
    const walked = await openRepository(root);
    expect([walked.git, walked.files]).toEqual([false, ["go.mod", "main.go", "sub/go.mod"]]);
    gitIn(root, "init", "--quiet");
    const listed = await openRepository(root);
    expect([listed.git, [...listed.files].sort()]).toEqual([true, ["go.mod", "main.go", "sub/go.mod"]]);
    expect((await openRepository(join(root, "sub"))).git).toBe(false);
  });

  it("reads files of the repository, and nothing for those that are not there", async () => {
    const { read } = await openRepository(root);
    symlinkSync("go.mod", join(root, "inside"));
    expect([await read("go.mod"), await read("inside")]).toEqual(["module m\n", "module m\n"]);
    expect([await read("no"), await read("go.mod/no"), await read("sub")]).toEqual([null, null, null]);
  });

  it("refuses links that lead out, and files that are too large", async () => {
    const { read } = await openRepository(root);
    symlinkSync("../outside", join(root, "out"));
    writeFileSync(join(root, "large"), "");
    truncateSync(join(root, "large"), 16 * 1024 * 1024 + 1);
    await expect(read("out")).rejects.toThrow("out is a link that leads out of the repository.");
    await expect(read("large")).rejects.toThrow("too many to be what its name says");
    await expect(read("large")).rejects.toBeInstanceOf(UsageError);
  });
});
