import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { LayerCache } from "../../src/engine/host/docker/layer-cache.ts";
import { cacheServiceOf } from "../../src/engine/host/docker/runner.ts";
import { fixtureImage } from "../image/rig.ts";
import { type CacheService, startCacheService } from "../support/cache-service.ts";
import { ownBuilder, pruneBuilder } from "./support/builder.ts";
import { rigs } from "./support/rigs.ts";

const rig = rigs();
let service: CacheService;

beforeAll(async () => {
  service = await startCacheService();
});
afterAll(() => service.close());

/** A step that only a cache can spare: its stamp is new in every run of the tests. */
const stamp = `print=${process.pid}-${Date.now()}`;

function files(of: string): Readonly<Record<string, string>> {
  return { Dockerfile: `FROM scratch\nCOPY app /app\nRUN ["/app", "${stamp}-${of}"]\nENTRYPOINT ["/app"]\n` };
}

/** What the runner offers, and what a run may do with it. */
function layers(env: Readonly<Record<string, string>>, over: Partial<LayerCache> = {}): LayerCache {
  return { restore: true, save: true, reason: null, hosted: true, service: cacheServiceOf(env), ...over };
}

/** Everything that was started on this machine so far is looked at while it runs. */
function tokensInArguments(token: string): { readonly seen: readonly string[]; stop(): void } {
  const seen: string[] = [];
  const look = setInterval(() => {
    for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, "utf8");
        if (line.includes(token)) seen.push(line);
      } catch {
        // It has ended.
      }
    }
  }, 20);
  return { seen, stop: () => clearInterval(look) };
}

describe.each(["first", "second"] as const)("the %s version of GitHub's cache service", (version) => {
  test("is filled and, on another machine, read", async () => {
    const service = await startCacheService();
    onTestFinished(() => service.close());
    const offered = version === "first" ? service.env : service.envV2;
    const token = `${offered["ACTIONS_RUNTIME_TOKEN"]}`;
    const watch = tokensInArguments(token);
    const env = ownBuilder();
    pruneBuilder(env);
    const first = await (await rig(files(version), { env, layers: layers(offered) })).image();
    watch.stop();
    expect(first).toMatchObject({ end: "exited", cached: false });
    expect(service.archives().length).toBeGreaterThan(0);
    expect(first.log).toMatch(/--cache-to type=gha,scope=go-pipeline-[0-9a-f]{12},mode=max,ignore-error=true/);
    expect(first.log).not.toContain(token);
    expect(watch.seen).toEqual([]);
    pruneBuilder(env);
    const entries = service.archives().length;
    const made = await rig(files(version), { env, layers: layers(offered, { save: false, reason: "a branch" }) });
    const second = await made.image();
    expect(second.cached).toBe(true);
    expect(second.facts.configDigest).toBe(first.facts.configDigest);
    expect(service.archives().length).toBe(entries);
    expect(made.progress).toContain("layers in GitHub's cache are only read: a branch");
  });
});

test("a run for a release takes no layer that another run has made", async () => {
  const env = ownBuilder();
  const reason = "releases and tags are built from sources alone";
  const made = await rig(files("release"), {
    env,
    layers: layers(service.env, { restore: false, save: false, reason }),
  });
  expect(await made.image()).toMatchObject({ end: "exited", facts: { judgement: null } });
  expect(made.progress.filter((line) => line === `no layer cache of GitHub: ${reason}`)).toHaveLength(1);
  expect(service.requests).toEqual([]);
});

test("a cache service that is down does not break the build", async () => {
  const offered = { ...service.env, ACTIONS_CACHE_URL: "http://127.0.0.1:9/" };
  const options = { env: ownBuilder(), layers: layers(offered) };
  const seen = await (await rig({ Dockerfile: fixtureImage("serve") }, options)).image();
  expect(seen).toMatchObject({ end: "exited", problem: null });
  expect(seen.facts.judgement).toBeNull();
});

test("a builder that cannot export goes without, and says so once", async () => {
  const made = await rig(files("plain"), { layers: layers(service.env) });
  const seen = await made.image();
  expect(seen.facts.judgement).toBeNull();
  await made.smoke({ command: ["exit=0"], commandGiven: true });
  expect(
    made.progress.filter((line) => line.startsWith("no layer cache of GitHub: the builder (docker)")),
  ).toHaveLength(1);
  expect(seen.log).not.toContain("type=gha");
});
