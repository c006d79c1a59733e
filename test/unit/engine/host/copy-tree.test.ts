import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, it, vi } from "vitest";
import { copyTree } from "../../../../src/engine/host/copy-tree.ts";
import { directory, repository } from "../../../support/repository.ts";

const denied = vi.hoisted(() => new Set<string>());

// Root may read everything: what another user is denied is said here.
vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof import("node:fs/promises")>();
  const copyFile: typeof real.copyFile = async (from, to, mode) => {
    if (denied.has(String(from))) throw Object.assign(new Error(`EACCES: ${from}`), { code: "EACCES" });
    await real.copyFile(from, to, mode);
  };
  return { ...real, copyFile };
});

beforeEach(() => denied.clear());

/** Copies a repository of which one file cannot be read; answers where the copy lies. */
async function copied(unreadable: string): Promise<string> {
  const root = repository({ ".gitignore": "data\n", "a.go": "package a\n", data: "theirs\n", "sub/data": "ours\n" });
  denied.add(join(root, unreadable));
  const to = join(directory({}), "copy");
  await copyTree({ root, to, without: [], git: false, signal: new AbortController().signal });
  return to;
}

it("leaves out what git ignores and this user cannot read", async () => {
  const to = await copied("data");
  expect(existsSync(join(to, "data"))).toBe(false);
  expect(readFileSync(join(to, "sub/data"), "utf8")).toBe("ours\n");
});

it("is not made without a file that git tracks", async () => {
  await expect(copied("a.go")).rejects.toThrow("EACCES");
});
