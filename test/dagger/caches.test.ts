import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Report, reportSchema } from "../../src/model/report.ts";
import { type CacheService, startCacheService } from "../support/cache-service.ts";
import type { ActionRun } from "../support/run-action.ts";
import { type Sandbox, sandbox, smallModule } from "./support/repositories.ts";

let service: CacheService;
let box: Sandbox;
beforeEach(async () => {
  service = await startCacheService();
  box = sandbox(smallModule);
});
afterEach(async () => {
  await service.close();
  box.dispose();
});

/** A CLI that finds the engine by itself, as it does where it has just started one in a container. */
function cliOfItsOwn(): string {
  const path = join(box.temp, "dagger");
  const host = process.env["_EXPERIMENTAL_DAGGER_RUNNER_HOST"] ?? "";
  const cli = process.env["_EXPERIMENTAL_DAGGER_CLI_BIN"] || "dagger";
  writeFileSync(path, `#!/bin/sh\n_EXPERIMENTAL_DAGGER_RUNNER_HOST='${host}' exec '${cli}' "$@"\n`);
  chmodSync(path, 0o755);
  return path;
}

/** A push to the default branch on a new runner: volumes belong to a repository, so another one's are empty. */
async function run(
  repository: string,
  extra: Readonly<Record<string, string>> = {},
): Promise<ActionRun & { cache: Report["cache"] }> {
  const runnerTemp = join(box.temp, "runner");
  mkdirSync(runnerTemp, { recursive: true });
  writeFileSync(join(box.temp, "outputs"), "");
  const event = join(box.temp, "event.json");
  writeFileSync(event, JSON.stringify({ repository: { default_branch: "main" } }));
  const done = await box.run(["--no-upload-artifacts", "--no-docker"], {
    ...service.envV2,
    CI_PROJECT_PATH: "",
    GITHUB_ACTIONS: "true",
    GITHUB_EVENT_NAME: "push",
    GITHUB_EVENT_PATH: event,
    GITHUB_OUTPUT: join(box.temp, "outputs"),
    GITHUB_REF: "refs/heads/main",
    GITHUB_REPOSITORY: `${repository}-${process.pid}`,
    RUNNER_ENVIRONMENT: "github-hosted",
    RUNNER_TEMP: runnerTemp,
    _EXPERIMENTAL_DAGGER_CLI_BIN: cliOfItsOwn(),
    _EXPERIMENTAL_DAGGER_RUNNER_HOST: "",
    ...extra,
  });
  const text = readFileSync(join(box.root, ".pipeline/report.json"), "utf8");
  expect(done.exitCode, done.stdout).toBe(0);
  return { ...done, cache: reportSchema.parse(JSON.parse(text)).cache };
}

describe("Go's caches on an engine that is made for each job", () => {
  it("are taken out of the volumes and put into those of the next one, where nothing is compiled again", async () => {
    const first = await run("octo/first");
    expect(first.cache?.notes).toEqual(["nothing restored: no cache of an earlier run fits"]);
    expect(first.cache).toMatchObject({ hit: false, saved: true, savedAs: "base" });
    // Beside the caches lies the coverage of the commit, for comparisons.
    expect(service.archives().filter(({ key }) => key === first.cache?.savedKey)).toHaveLength(1);

    const second = await run("octo/second");
    expect(second.cache).toMatchObject({ hit: true, base: { key: first.cache?.savedKey }, delta: null });
    expect(second.cache?.restoredBytes).toBeGreaterThan((first.cache?.savedBytes ?? 0) * 0.99);
    expect(second.cache?.savedAs).not.toBe("base");
  });

  it("come as a base and what a branch has made beyond it", async () => {
    const first = await run("octo/base");
    box.write({ "more.go": "package main\n\nfunc more() int { return 1 }\n" });
    const branch = { GITHUB_REF: "refs/heads/topic" };
    const second = await run("octo/branch", branch);
    expect(second.cache).toMatchObject({ base: { key: first.cache?.savedKey }, delta: null, savedAs: "delta" });
    const third = await run("octo/again", branch);
    expect(third.cache).toMatchObject({ base: { key: first.cache?.savedKey }, delta: { key: second.cache?.savedKey } });
  });

  it("do not travel where the engine stays", async () => {
    const host = process.env["_EXPERIMENTAL_DAGGER_RUNNER_HOST"] ?? "";
    const { cache } = await run("octo/stays", { _EXPERIMENTAL_DAGGER_RUNNER_HOST: host });
    expect(cache?.notes).toEqual(["the engine at _EXPERIMENTAL_DAGGER_RUNNER_HOST keeps its caches"]);
    await run("octo/self-hosted", { RUNNER_ENVIRONMENT: "self-hosted" });
    const again = await run("octo/self-hosted", { RUNNER_ENVIRONMENT: "self-hosted" });
    expect(again.cache?.notes).toEqual(["the engine keeps its build cache"]);
  });
});
