import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { runCacheClient } from "../../../src/platform/github-cache.ts";
import type { ClientRequest } from "../../../src/platform/github-cache-protocol.ts";
import { type CacheService, startCacheService } from "../../support/cache-service.ts";
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
async function save(base: string, key: string) {
  const own = join(base, "own");
  mkdirSync(own, { recursive: true });
  const request: ClientRequest = { name: "go-caches", key };
  writeFileSync(join(own, "request.json"), JSON.stringify(request));
  const set = { ...service.envV2, RUNNER_TEMP: own, GITHUB_WORKSPACE: base, GITHUB_SERVER_URL: "https://github.com" };
  for (const [name, value] of Object.entries(set)) vi.stubEnv(name, value);
  process.chdir(base);
  expect(await runCacheClient(join(own, "request.json"))).toBe(0);
  return JSON.parse(readFileSync(join(own, "answer.json"), "utf8"));
}

const filled = (): string => directory({ "go-caches/build/a": "action" });

describe("the cache client", () => {
  it("saves a directory", async () => {
    for (const key of ["a-1-x", "a-2-y"]) expect(await save(filled(), key)).toEqual({ accepted: true });
    expect(service.archives().map(({ key }) => key)).toEqual(["a-1-x", "a-2-y"]);
  });

  it("says when the service takes nothing", async () => {
    service.fault = "read-only";
    expect(await save(filled(), "a-1")).toEqual({ accepted: false });
    expect(service.archives()).toEqual([]);
    expect(printed.join("")).toMatch(/cache write denied/);
  });

  it("takes no request that has another form", async () => {
    const base = directory({ "request.json": '{"name":"x"}' });
    await expect(runCacheClient(join(base, "request.json"))).rejects.toThrow(/key/);
    expect(readdirSync(base)).toEqual(["request.json"]);
  });
});
