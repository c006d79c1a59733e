import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { withGitDirectory } from "../../../../src/engine/dagger/git-directory.ts";
import { openSession, type Session } from "../../../../src/engine/dagger/session.ts";
import { directory, gitIn, repository } from "../../../support/repository.ts";
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

/** What was said, and the directory of ours that goes into `.git`; null: none does. */
async function sent(root: string): Promise<{ readonly said: readonly string[]; readonly own: string | null }> {
  const said: string[] = [];
  const upload = { session: { client: session.client, keepsState: false }, root, tempDir };
  const source = session.client.directory();
  await (await withGitDirectory(source, { ...upload, log: (line) => void said.push(line) })).id();
  const paths = server.queries.flatMap((query) => [...query.matchAll(/directory \(path: "([^"]+)"/g)]);
  return { said, own: paths.map(([, path = ""]) => path).find((path) => path.startsWith(tempDir)) ?? null };
}

it("sends the index of a repository", async () => {
  const { own } = await sent(repository({ "a.go": "package a\n" }));
  expect(existsSync(join(own ?? "", "index"))).toBe(true);
});

it("sends a repository that has no index before the first `git add`", async () => {
  const root = directory({ "a.go": "package a\n" });
  gitIn(root, "init", "--quiet", "--initial-branch=main");
  const { said, own } = await sent(root);
  expect([said, existsSync(join(own ?? "", "index"))]).toEqual([[], false]);
  expect(readFileSync(join(own ?? "", "HEAD"), "utf8")).toBe("ref: refs/heads/main\n");
});

it("says that there is no repository, whoever asked for it", async () => {
  const { said, own } = await sent(directory({ "a.go": "package a\n" }));
  expect(own).toBeNull();
  expect(said).toEqual([expect.stringMatching(/^there is no git repository to send \(.*not a git repository/)]);
});
