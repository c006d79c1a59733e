import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type ActRun, runAct } from "./act.ts";
import { commit, copyOfAction, repositoryOfUser } from "./repositories.ts";

const workflow = `
on: push
jobs:
  go:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - uses: OWNER/dagger-go-pipeline@v1
        with:
          platforms: linux/amd64
          engine: host
          docker: false
          upload-artifacts: false
`;

let base: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "act-cache-test-"));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

/** Lines about caches, with what differs from run to run left out. */
function told({ lines }: ActRun): readonly string[] {
  const own = lines.filter((line) => line.startsWith("caches: "));
  return own.map((line) =>
    line.replaceAll(/\d+(\.\d+)? (KiB|MiB|ms|s)\b/g, "N").replaceAll(/\(go-pipeline-2-base-\S+\)/g, "(KEY)"),
  );
}

test("act's cache server keeps what a runner's disk does not", { timeout: 600_000 }, async () => {
  const action = copyOfAction();
  const repository = repositoryOfUser(workflow);
  for (const directory of [action, repository]) commit(directory);
  const run = async (): Promise<ActRun> => {
    // The same path each time, as on GitHub's runners.
    const gocache = join(base, "gocache");
    rmSync(gocache, { recursive: true, force: true });
    // act gives a token only to those who use its artifact server, too; its cache server asks for none.
    const env = { GOCACHE: gocache, DOCKER_HOST: "tcp://127.0.0.1:1", ACTIONS_RUNTIME_TOKEN: "token" };
    // GitHub says with every event which branch is the default one; act passes on what it is given.
    const event = join(base, "event.json");
    writeFileSync(event, JSON.stringify({ ref: "refs/heads/main", repository: { default_branch: "main" } }));
    const args = ["--local-repository", `OWNER/dagger-go-pipeline@v1=${action}`, "--eventpath", event];
    return await runAct({ repository, job: "go", env, args, cacheServer: join(base, "server") });
  };
  const first = await run();
  expect([first.exitCode, told(first)]).toEqual([
    0,
    ["caches: nothing restored: no cache of an earlier run fits", "caches: saved N as base in N (KEY)"],
  ]);
  expect(first.outputs["cache-hit"]).toBe("false");
  const second = await run();
  expect(second.exitCode).toBe(0);
  expect(told(second)[0]).toBe("caches: restored N in N (KEY)");
  expect(second.outputs["cache-hit"]).toBe("true");
  for (const directory of [action, repository]) rmSync(directory, { recursive: true, force: true });
});
