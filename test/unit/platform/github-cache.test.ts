import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { runCacheClient } from "../../../src/platform/github-cache.ts";
import type { ClientRequest } from "../../../src/platform/github-cache-protocol.ts";
import { type CacheService, startCacheService } from "../../support/cache-service.ts";
import { expectTime } from "../../support/pace.ts";
import { directory } from "../../support/repository.ts";

/** What the child process does, in this one: it works in the current directory and with the variables of the runner. */
const home = process.cwd();
const printed: string[] = [];
let service: CacheService;

beforeEach(async () => {
  service = await startCacheService();
  printed.length = 0;
  // The toolkit's workflow commands would be taken for ours. Never restored: a client that nobody waits for any more still writes.
  vi.spyOn(process.stdout, "write").mockImplementation((text) => printed.push(String(text)) > 0);
});

afterEach(async () => {
  process.chdir(home);
  vi.unstubAllEnvs();
  await service.close();
});

/** Runs the client in `base` and answers what it leaves beside the request. */
async function ask(base: string, request: Pick<ClientRequest, "action" | "keys">, lookupLimitMs = 600_000) {
  const own = join(base, "own");
  mkdirSync(own, { recursive: true });
  const full: ClientRequest = { name: "go-caches", lookupLimitMs, ...request };
  writeFileSync(join(own, "request.json"), JSON.stringify(full));
  const set = { ...service.envV2, RUNNER_TEMP: own, GITHUB_WORKSPACE: base, GITHUB_SERVER_URL: "https://github.com" };
  for (const [name, value] of Object.entries(set)) vi.stubEnv(name, value);
  process.chdir(base);
  expect(await runCacheClient(join(own, "request.json"))).toBe(0);
  return JSON.parse(readFileSync(join(own, "answer.json"), "utf8"));
}

const filled = (): string => directory({ "go-caches/build/a": "action" });

describe("the cache client", () => {
  it("saves a directory and restores it elsewhere, by the first key that something begins with", async () => {
    for (const key of ["a-1-x", "a-2-y"]) {
      expect(await ask(filled(), { action: "save", keys: [key] })).toEqual({ lookup: "accepted", key: null });
    }
    expect(service.archives().map(({ key }) => key)).toEqual(["a-1-x", "a-2-y"]);
    const base = directory({});
    expect(await ask(base, { action: "restore", keys: ["a-1-", "a-"] })).toEqual({ lookup: "accepted", key: "a-1-x" });
    expect(readFileSync(join(base, "go-caches/build/a"), "utf8")).toBe("action");
    const other = await ask(directory({}), { action: "restore", keys: ["b-", "a-"] });
    expect(other).toEqual({ lookup: "accepted", key: "a-2-y" });
  });

  it("says when there is no cache, and brings nothing", async () => {
    const base = directory({});
    expect(await ask(base, { action: "restore", keys: ["a-1-", "a-"] })).toEqual({ lookup: "missed", key: null });
    expect(readdirSync(base)).toEqual(["own"]);
  });

  it("says when a cache was found and did not arrive", async () => {
    await ask(filled(), { action: "save", keys: ["a-1"] });
    service.fault = "garbage";
    expect(await ask(directory({}), { action: "restore", keys: ["a-"] })).toEqual({ lookup: "accepted", key: null });
    expect(printed.join("")).toMatch(/^::warning::Failed to restore: /m);
  });

  it("says when the service takes nothing", async () => {
    service.fault = "read-only";
    expect(await ask(filled(), { action: "save", keys: ["a-1"] })).toEqual({ lookup: "missed", key: null });
    expect(service.archives()).toEqual([]);
  });

  it("does not wait for a service that says nothing", async () => {
    service.fault = "silent";
    const startedAt = Date.now();
    expect(await ask(directory({}), { action: "restore", keys: ["a-"] }, 200)).toEqual({ lookup: "late", key: null });
    expectTime(Date.now() - startedAt, 5_000);
  });

  it("takes no request that has another form", async () => {
    const base = directory({ "request.json": '{"action":"restore","name":"x","keys":[],"lookupLimitMs":1}' });
    await expect(runCacheClient(join(base, "request.json"))).rejects.toThrow(/keys/);
    expect(readdirSync(base)).toEqual(["request.json"]);
  });
});
