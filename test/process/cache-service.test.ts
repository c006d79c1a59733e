import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { printedBy } from "../../bench/printed.ts";
import { restoreByToolkit } from "../../bench/toolkit.ts";
import { runProcess } from "../../src/engine/process.ts";
import type { CacheStore, FetchResult, FindResult, SaveResult } from "../../src/platform/cache-store.ts";
import { cacheServiceOf } from "../../src/platform/github-cache-store.ts";
import { type CacheService, startCacheService } from "../support/cache-service.ts";
import { directory } from "../support/repository.ts";
import { actionPath } from "../support/run-action.ts";

const self = [process.execPath, actionPath];

let service: CacheService;
beforeEach(async () => {
  service = await startCacheService();
});
afterEach(() => service.close());

function storeOf(env: Readonly<Record<string, string>>, limits: Limits = {}): CacheStore {
  const { PATH = "" } = process.env;
  const offered = cacheServiceOf({ env: { PATH, ...env }, self, run: runProcess, lookupLimitMs: 600_000, ...limits });
  if (!offered.ok) throw new Error(offered.reason);
  return offered.store;
}

type Limits = Pick<Parameters<typeof cacheServiceOf>[0], "lookupLimitMs" | "silenceMs">;

const limits = { limitMs: 600_000, signal: new AbortController().signal };

function filled(): string {
  const base = directory({ "go-caches/build/5a/x-a": "action", "go-caches/mod/a@v1/go.mod": "module a\n" });
  utimesSync(join(base, "go-caches/build/5a/x-a"), 1_000, 1_000);
  return base;
}

function save(store: CacheStore, key: string): Promise<SaveResult> {
  return store.save({ dir: join(filled(), "go-caches"), key, ...limits });
}

type Restored = { readonly key: string } | FindResult | FetchResult;

/** What is found, brought. */
async function restore(store: CacheStore, keys: readonly string[], base = directory({})): Promise<Restored> {
  const found = await store.find({ name: "go-caches", keys, signal: limits.signal });
  if (found.status !== "found") return found;
  const { cache } = found;
  const fetched = await store.fetch({ cache, dir: join(base, "go-caches"), maxBytes: 1e9, ...limits });
  return fetched.status === "fetched" ? { key: cache.key } : fetched;
}

describe.each(["env", "envV2"] as const)("the service in its version %s", (version) => {
  it("takes a directory and gives it back elsewhere, with its times, by the newest key that fits", async () => {
    const store = storeOf(service[version]);
    expect(await restore(store, ["a-1-", "a-"])).toEqual({ status: "missed" });
    expect(await save(store, "a-1-x")).toEqual({ status: "saved" });
    expect(await save(store, "a-2-y")).toEqual({ status: "saved" });
    const base = directory({});
    expect(await restore(store, ["a-1-", "a-"], base)).toEqual({ key: "a-1-x" });
    expect(readdirSync(base)).toEqual(["go-caches"]);
    expect(readFileSync(join(base, "go-caches/mod/a@v1/go.mod"), "utf8")).toBe("module a\n");
    expect(statSync(join(base, "go-caches/build/5a/x-a")).mtimeMs).toBe(1_000_000);
    expect(await restore(store, ["a-3-", "a-"])).toEqual({ key: "a-2-y" });
  });

  it.each([
    ["garbage", /ends too early|cannot be decompressed/],
    ["truncated", /ends too early|cannot be decompressed/],
    ["stalled", /timeout/i],
  ] as const)("a download that is %s is no cache", async (fault, reason) => {
    const store = storeOf(service[version], { silenceMs: 500 });
    await save(store, "a-1");
    service.fault = fault;
    expect(await restore(store, ["a-"])).toEqual({ status: "failed", reason: expect.stringMatching(reason) });
  });

  it("a download that breaks off is no cache, wherever it breaks", async () => {
    const store = storeOf(service[version]);
    await save(store, "a-1");
    for (let tenth = 0; tenth < 10; tenth++) {
      service.fault = `cut-${tenth}`;
      expect(await restore(store, ["a-"])).toEqual({ status: "failed", reason: expect.stringMatching(/broke off/) });
    }
    service.fault = "cut-10";
    expect(await restore(store, ["a-"])).toEqual({ key: "a-1" });
  });

  it("an archive comes in parts, or whole where there are none", async () => {
    const store = storeOf(service[version]);
    const base = directory({ "go-caches/mod/a@v1/.keep": "" });
    // Random bytes cannot be compressed.
    const bytes = randomBytes(40 * 1024 ** 2);
    writeFileSync(join(base, "go-caches/mod/a@v1/large"), bytes);
    expect(await store.save({ dir: join(base, "go-caches"), key: "a-1", ...limits })).toEqual({ status: "saved" });
    const gets = (): number => service.requests.filter((request) => request.startsWith("GET /blob/")).length;
    for (const [fault, requests] of [
      [null, 6],
      ["whole-only", 7],
    ] as const) {
      service.fault = fault;
      const to = directory({});
      expect(await restore(store, ["a-"], to)).toEqual({ key: "a-1" });
      expect(gets()).toBe(requests);
      expect(readFileSync(join(to, "go-caches/mod/a@v1/large")).equals(bytes)).toBe(true);
    }
    for (const tenth of [3, 9]) {
      service.fault = `cut-${tenth}`;
      expect(await restore(store, ["a-"])).toEqual({ status: "failed", reason: expect.stringMatching(/broke off/) });
    }
  });

  it("an archive without zstd is found where there is none, and only there", async () => {
    const bin = directory({});
    for (const program of ["tar", "gzip", "sh"])
      symlinkSync(execFileSync("which", [program]).toString().trim(), join(bin, program));
    const poor = storeOf({ ...service[version], PATH: bin });
    expect(await save(poor, "a-1")).toEqual({ status: "saved" });
    expect(await restore(poor, ["a-"])).toEqual({ key: "a-1" });
    expect(await restore(storeOf(service[version]), ["a-"])).toEqual({ status: "missed" });
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

  it("is asked again when it answers with errors, and given up when it goes on", async () => {
    const store = storeOf(service[version]);
    service.fault = "error-500";
    expect(await restore(store, ["a-"])).toEqual({ status: "failed", reason: "the cache service answered 500" });
    expect(service.requests).toHaveLength(3);
  });

  it("is given up when it does not answer at all", async () => {
    service.fault = "silent";
    const reason = "the cache service did not answer within 1 s";
    expect(await restore(storeOf(service[version], { lookupLimitMs: 1_000 }), ["a-"])).toEqual({
      status: "failed",
      reason,
    });
  });

  it("may forbid reading", async () => {
    const store = storeOf({ ...service[version], ACTIONS_CACHE_MODE: "write-only" });
    const reason = "the effective cache-mode 'write-only' does not permit reads";
    expect(await restore(store, ["a-"])).toEqual({ status: "failed", reason });
    expect(service.requests).toEqual([]);
  });
});

it("a service that is gone is a failure with its cause", async () => {
  const env = { ...service.envV2, ACTIONS_RESULTS_URL: "http://127.0.0.1:9/" };
  expect(await restore(storeOf(env), ["a-"])).toEqual({
    status: "failed",
    reason: expect.stringContaining("ECONNREFUSED"),
  });
});

it("a download is ended when its time is over", async () => {
  const store = storeOf(service.envV2);
  await save(store, "a-1");
  const found = await store.find({ name: "go-caches", keys: ["a-"], signal: limits.signal });
  if (found.status !== "found") throw new Error(found.status);
  service.fault = "silent";
  const request = { cache: found.cache, dir: join(directory({}), "go-caches"), maxBytes: 1e9, signal: limits.signal };
  expect(await store.fetch({ ...request, limitMs: 1_500 })).toEqual({
    status: "failed",
    reason: "not finished within 2 s",
  });
});

it("the client that saves is ended when its time is over, and leaves nothing", async () => {
  service.fault = "silent";
  const base = filled();
  const request = { dir: join(base, "go-caches"), key: "a-1", signal: limits.signal };
  expect(await storeOf(service.envV2).save({ ...request, limitMs: 1_500 })).toEqual({
    status: "failed",
    reason: "not finished within 2 s",
  });
  expect(readdirSync(base)).toEqual(["go-caches"]);
});

it("a cancelled run cancels looking and saving", async () => {
  service.fault = "silent";
  const abort = new AbortController();
  setTimeout(() => abort.abort(), 300);
  const cancelled = { status: "failed", reason: "the run was cancelled" };
  const { signal } = abort;
  expect(await storeOf(service.env).find({ name: "go-caches", keys: ["a-"], signal })).toEqual(cancelled);
  const request = { dir: join(filled(), "go-caches"), key: "a-1", limitMs: 600_000, signal };
  expect(await storeOf(service.env).save(request)).toEqual(cancelled);
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

it("the toolkit's client of the benchmarks restores what is saved, and prints only why it did not", async () => {
  expect(await save(storeOf(service.envV2), "a-1")).toEqual({ status: "saved" });
  const restoring = (key: string) => {
    const dir = join(directory({}), "go-caches");
    return printedBy(async () => [await restoreByToolkit({ env: service.envV2, dir, key }), existsSync(dir)]);
  };
  expect(await restoring("a-1")).toEqual({ value: [true, true], printed: "" });
  const missed = await restoring("b-1");
  expect(missed.value).toEqual([false, false]);
  service.fault = "garbage";
  const broken = await restoring("a-1");
  expect([broken.value, broken.printed]).toEqual([[false, false], expect.stringContaining("Failed to restore")]);
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
