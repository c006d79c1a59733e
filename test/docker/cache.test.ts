import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { cacheServiceOf } from "../../src/engine/host/docker/runner.ts";
import { fixtureImage } from "../image/rig.ts";
import { type CacheService, startCacheService } from "../support/cache-service.ts";
import { ownBuilder } from "./support/builder.ts";
import { rigs } from "./support/rigs.ts";

const rig = rigs();
let service: CacheService;

beforeAll(async () => {
  service = await startCacheService();
});
afterAll(() => service.close());

/** A step that only a cache can spare: its stamp is new in every run of the tests. */
const stamp = `print=${process.pid}-${Date.now()}`;

function files(): Readonly<Record<string, string>> {
  return { Dockerfile: `FROM scratch\nCOPY app /app\nRUN ["/app", "${stamp}"]\nENTRYPOINT ["/app"]\n` };
}

function prune(env: Readonly<Record<string, string>>): void {
  const all = { ...process.env, ...env, DOCKER_HOST: inject("machine").dockerHost };
  execFileSync("docker", ["buildx", "prune", "--all", "--force"], { env: all, stdio: "ignore" });
}

test("GitHub's cache is filled and, on another machine, read", async () => {
  const env = ownBuilder();
  const options = { env, cacheService: cacheServiceOf(service.env) };
  prune(env);
  const first = await (await rig(files(), options)).image();
  expect(first).toMatchObject({ end: "exited", cached: false });
  expect(service.archives().length).toBeGreaterThan(0);
  expect(first.log).toContain("--cache-to type=gha,scope=go-pipeline-fixture,mode=max");
  expect(first.log).not.toContain(service.env["ACTIONS_RUNTIME_TOKEN"]);
  prune(env);
  const entries = service.archives().length;
  const second = await (await rig(files(), { ...options, cache: "restore" })).image();
  expect(second.cached).toBe(true);
  expect(second.facts.configDigest).toBe(first.facts.configDigest);
  expect(service.archives().length).toBe(entries);
});

test("a cache service that is down does not break the build", async () => {
  const offered = { ...service.env, ACTIONS_CACHE_URL: "http://127.0.0.1:9/" };
  const options = { env: ownBuilder(), cacheService: cacheServiceOf(offered) };
  const seen = await (await rig({ Dockerfile: fixtureImage("serve") }, options)).image();
  expect(seen).toMatchObject({ end: "exited", problem: null });
  expect(seen.facts.judgement).toBeNull();
});

test("a builder that cannot export goes without, and says so once", async () => {
  const made = await rig(files(), { cacheService: cacheServiceOf(service.env) });
  const seen = await made.image();
  expect(seen.facts.judgement).toBeNull();
  await made.smoke({ command: ["exit=0"], commandGiven: true });
  expect(
    made.progress.filter((line) => line.startsWith("no layer cache of GitHub: the builder (docker)")),
  ).toHaveLength(1);
  expect(seen.log).not.toContain("type=gha");
});
