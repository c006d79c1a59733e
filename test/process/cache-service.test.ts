import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runProcess } from "../../src/engine/process.ts";
import type { CacheStore, RestoreResult, SaveResult } from "../../src/platform/cache-store.ts";
import { cacheServiceOf } from "../../src/platform/github-cache-store.ts";
import { type CacheService, startCacheService } from "../support/cache-service.ts";
import { expectTime } from "../support/pace.ts";
import { directory } from "../support/repository.ts";
import { actionPath } from "../support/run-action.ts";

const self = [process.execPath, actionPath];

let service: CacheService;
beforeEach(async () => {
  service = await startCacheService();
});
afterEach(() => service.close());

function storeOf(env: Readonly<Record<string, string>>, lookupLimitMs = 600_000): CacheStore {
  const { PATH = "" } = process.env;
  const offered = cacheServiceOf({ env: { PATH, ...env }, self, run: runProcess, lookupLimitMs });
  if (!offered.ok) throw new Error(offered.reason);
  return offered.store;
}

const limits = { limitMs: 600_000, signal: new AbortController().signal };

function filled(): string {
  const base = directory({ "go-caches/build/5a/x-a": "action", "go-caches/mod/a@v1/go.mod": "module a\n" });
  utimesSync(join(base, "go-caches/build/5a/x-a"), 1_000, 1_000);
  return base;
}

function save(store: CacheStore, key: string): Promise<SaveResult> {
  return store.save({ dir: join(filled(), "go-caches"), key, ...limits });
}

function restore(store: CacheStore, keys: readonly string[], base = directory({})): Promise<RestoreResult> {
  return store.restore({ dir: join(base, "go-caches"), keys, ...limits });
}

describe.each(["env", "envV2"] as const)("the service in its version %s", (version) => {
  it("takes a directory and gives it back elsewhere, with its times, by the newest key that fits", async () => {
    const store = storeOf(service[version]);
    expect(await restore(store, ["a-1-", "a-"])).toEqual({ status: "missed" });
    expect(await save(store, "a-1-x")).toEqual({ status: "saved" });
    expect(await save(store, "a-2-y")).toEqual({ status: "saved" });
    const base = directory({});
    expect(await restore(store, ["a-1-", "a-"], base)).toEqual({ status: "restored", key: "a-1-x" });
    expect(readdirSync(base)).toEqual(["go-caches"]);
    expect(readFileSync(join(base, "go-caches/mod/a@v1/go.mod"), "utf8")).toBe("module a\n");
    expect(statSync(join(base, "go-caches/build/5a/x-a")).mtimeMs).toBe(1_000_000);
    expect(await restore(store, ["a-3-", "a-"])).toEqual({ status: "restored", key: "a-2-y" });
  });

  it.each([
    ["garbage", /failed with error/],
    ["truncated", /failed with error/],
    ["stalled", /aborted|Incomplete|timed out|socket|premature/i],
  ] as const)("a download that is %s is no cache", async (fault, reason) => {
    const store = storeOf(service[version]);
    await save(store, "a-1");
    service.fault = fault;
    expect(await restore(store, ["a-"])).toEqual({ status: "failed", reason: expect.stringMatching(reason) });
  });

  it.each([
    ["read-only", "refused", /cache write denied: the token may only read/],
    ["conflict", "refused", /Unable to reserve cache with key a-1/],
    [
      "quota",
      version === "env" ? "failed" : "refused",
      version === "env" ? /the quota is used up/ : /Unable to reserve/,
    ],
    ["upload-error", "failed", /./],
  ] as const)("what it does not take (%s) is %s", async (fault, status, reason) => {
    service.fault = fault;
    const result = await save(storeOf(service[version]), "a-1");
    expect(result).toEqual({ status, reason: expect.stringMatching(reason) });
    expect(service.archives()).toEqual([]);
  });

  it("is given up when it answers with errors or not at all", async () => {
    const store = storeOf(service[version], 1_000);
    const reason = "the cache service did not answer within 1 s";
    for (const fault of ["error-500", "silent"] as const) {
      service.fault = fault;
      const result = await restore(store, ["a-"]);
      expect(result.status).toBe("failed");
      if (fault === "silent" || version === "envV2") expect(result).toEqual({ status: "failed", reason });
    }
  });
});

it("a service that is gone is a failure with its cause", async () => {
  const env = { ...service.envV2, ACTIONS_RESULTS_URL: "http://127.0.0.1:9/" };
  expect(await restore(storeOf(env), ["a-"])).toEqual({
    status: "failed",
    reason: expect.stringContaining("ECONNREFUSED"),
  });
});

it("the client is ended when its time is over, and leaves nothing", async () => {
  const store = storeOf(service.envV2);
  await save(store, "a-1");
  service.fault = "silent";
  const base = directory({});
  const startedAt = Date.now();
  const request = { dir: join(base, "go-caches"), keys: ["a-"], signal: new AbortController().signal };
  expect(await store.restore({ ...request, limitMs: 1_500 })).toEqual({
    status: "failed",
    reason: "not finished within 2 s",
  });
  expectTime(Date.now() - startedAt, 6_000);
  expect(readdirSync(base)).toEqual([]);
});

it("a cancelled run cancels the client", async () => {
  service.fault = "silent";
  const abort = new AbortController();
  setTimeout(() => abort.abort(), 300);
  const request = { dir: join(directory({}), "go-caches"), keys: ["a-"], limitMs: 600_000 };
  expect(await storeOf(service.env).restore({ ...request, signal: abort.signal })).toEqual({
    status: "failed",
    reason: "the run was cancelled",
  });
});

it("GitHub Enterprise Server is spoken to in the first version, whatever else is set", async () => {
  const env = { ...service.envV2, ...service.env, GITHUB_SERVER_URL: "https://git.example" };
  expect(await save(storeOf(env), "a-1")).toEqual({ status: "saved" });
  expect(service.requests).toContain("POST /_apis/artifactcache/caches");
});

it("the mode of the runner is respected", async () => {
  const store = storeOf({ ...service.envV2, ACTIONS_CACHE_MODE: "read" });
  expect(await save(store, "a-1")).toEqual({
    status: "refused",
    reason: expect.stringContaining("does not permit writes"),
  });
  expect(service.requests).toEqual([]);
});

it("there is no service without address or token", () => {
  const none = { ok: false, reason: "this runner offers no cache service" };
  const run = runProcess;
  expect(cacheServiceOf({ env: {}, self, run })).toEqual(none);
  expect(cacheServiceOf({ env: { ACTIONS_RUNTIME_TOKEN: "t" }, self, run })).toEqual(none);
  expect(cacheServiceOf({ env: { ACTIONS_CACHE_URL: "http://x/" }, self, run })).toEqual(none);
});

it("inputs, which hold secrets, and the files of the step are not handed to the client", async () => {
  const base = directory({});
  let seen: Readonly<Record<string, string>> = {};
  const offered = cacheServiceOf({
    env: { ...service.env, INPUT_TOKEN: "secret", GITHUB_OUTPUT: "/out", RUNNER_DEBUG: "1", HTTPS_PROXY: "p" },
    self,
    run: async ({ env }) => {
      seen = env;
      return { end: "exited", exitCode: 1, error: "stopped here" };
    },
  });
  if (!offered.ok) throw new Error(offered.reason);
  mkdirSync(join(base, "go-caches"));
  writeFileSync(join(base, "go-caches/x"), "");
  expect(await offered.store.save({ dir: join(base, "go-caches"), key: "a", ...limits })).toEqual({
    status: "failed",
    reason: "stopped here",
  });
  expect(Object.keys(seen).sort()).toEqual([
    ...["ACTIONS_CACHE_URL", "ACTIONS_RUNTIME_TOKEN", "GITHUB_WORKSPACE", "HTTPS_PROXY", "RUNNER_TEMP"],
  ]);
});
