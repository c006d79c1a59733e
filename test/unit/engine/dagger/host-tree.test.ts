import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { forget, type HostTree, uploadTree } from "../../../../src/engine/dagger/host-tree.ts";
import { leftOut } from "../../../../src/engine/dagger/image/context.ts";
import { openSession, type Session } from "../../../../src/engine/dagger/session.ts";
import { directory } from "../../../support/repository.ts";
import { type FakeEngine, startFakeEngine } from "./fake-engine-server.ts";

let server: FakeEngine;
let session: Session;
let tempDir = "";

beforeEach(async () => {
  server = await startFakeEngine();
  tempDir = directory({});
  const [signal, ignored] = [new AbortController().signal, (): void => undefined];
  const given = { env: server.env, runnerHost: null, cloudToken: null, cwd: tempDir, limitMs: 5_000 };
  session = await openSession({ ...given, signal, mask: ignored, log: ignored });
});

afterEach(async () => {
  await session.close(0);
  server.close();
});

const tree = (path: string, more: Partial<HostTree> = {}): HostTree => ({
  ...{ path, exclude: ["left"], leftOut: (each: string) => each === "left" },
  ...more,
});

/** Uploads, and answers the directory that the engine was told to read. */
async function uploaded(of: HostTree, keepsState: boolean): Promise<string> {
  const sent = await uploadTree({ client: session.client, keepsState }, of, tempDir);
  await sent.id();
  const [query = ""] = server.queries.filter((each) => each.includes("host"));
  expect(query).toContain('exclude: ["left"]');
  return /directory \(path: "([^"]+)"/.exec(query)?.[1] ?? "";
}

describe.skipIf(process.platform === "win32")("a directory of the user's", () => {
  it("goes as it lies there from a client that nobody knows", async () => {
    const root = directory({ "a.go": "a" });
    expect(await uploaded(tree(root), false)).toBe(root);
  });

  it("goes under a new path from a client that has been there before, the same in all that counts", async () => {
    const root = directory({ "a.go": "a", "sub/deep/b.txt": "b", "left/c": "c", "empty/.keep": "" });
    symlinkSync("../../nowhere", join(root, "sub/link"));
    mkdirSync(join(root, "closed"), { mode: 0o500 });
    writeFileSync(join(root, "run.sh"), "#!/bin/sh\n", { mode: 0o755 });
    const path = await uploaded(tree(root), true);
    expect(path.startsWith(join(tempDir, "upload-"))).toBe(true);
    for (const file of ["a.go", "sub/deep/b.txt", "run.sh", "empty/.keep"]) {
      const [seen, wanted] = [lstatSync(join(path, file)), lstatSync(join(root, file))];
      expect([seen.mode, seen.size, seen.mtimeMs]).toEqual([wanted.mode, wanted.size, wanted.mtimeMs]);
      expect(readFileSync(join(path, file))).toEqual(readFileSync(join(root, file)));
    }
    expect(readlinkSync(join(path, "sub/link"))).toBe("../../nowhere");
    expect(existsSync(join(path, "left"))).toBe(false);
    expect(lstatSync(join(path, "closed")).mode & 0o777).toBe(0o700);
  });

  it("goes each time under another path, also when our own directory lies in it", async () => {
    const root = directory({ "a.go": "a" });
    tempDir = mkdtempSync(join(root, "own-"));
    const first = await uploaded(tree(root), true);
    server.queries.length = 0;
    expect(await uploaded(tree(root), true)).not.toBe(first);
    expect(readFileSync(join(first, "a.go"), "utf8")).toBe("a");
  });

  it("is forgotten at the end, there and here", async () => {
    const path = await uploaded(tree(directory({ "a.go": "a" })), true);
    server.queries.length = 0;
    await forget(session, tempDir);
    expect(existsSync(path)).toBe(false);
    expect(server.queries.join("\n")).toContain(`directory (path: "${tempDir}",noCache: true)`);
  });
});

describe("what a .dockerignore leaves out for sure", () => {
  const out = (rules: readonly string[], ...paths: readonly string[]) => paths.map(leftOut(rules, ["own/dir"]));

  it("is what plain rules name and what is ours", () => {
    expect(out(["/node_modules/", "b"], "node_modules", "b", "own/dir", "a/b", "c")).toEqual([
      ...[true, true, true, false, false],
    ]);
  });

  it("is nothing that a pattern means or a later rule may take back", () => {
    expect(out(["*.log", "a?", "[b]"], "*.log", "a?", "x.log", "[b]")).toEqual([false, false, false, false]);
    expect(out(["b", "!b/keep"], "b", "own/dir")).toEqual([false, true]);
  });
});
