import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openTravel } from "../../../src/cache/open.ts";
import type { Config } from "../../../src/inputs/config.ts";
import type { CacheStore } from "../../../src/platform/cache-store.ts";
import { makeConfig } from "../../support/config.ts";
import { makeFacts } from "../../support/facts.ts";
import { createMemoryPlatform } from "../report/memory-platform.ts";

const root = mkdtempSync(join(tmpdir(), "open-"));
afterAll(() => rmSync(root, { recursive: true }));
mkdirSync(join(root, "lib"));
writeFileSync(join(root, "go.mod"), "module example.com/tool\n");
writeFileSync(join(root, "lib/go.mod"), "module example.com/lib\n");
writeFileSync(join(root, "go.sum"), "example.com/x v1.0.0/go.mod h1:abc=\n");

const store: CacheStore = {
  restore: () => Promise.resolve({ status: "missed" }),
  save: () => Promise.resolve({ status: "saved" }),
};

async function opened(config: Partial<Config>, ok = true, env: Readonly<Record<string, string>> = {}) {
  const reason = "no service here";
  const platform = createMemoryPlatform({ cacheService: () => (ok ? { ok, store } : { ok: false, reason }) });
  const goWork = { path: "go.work", uses: ["lib"], go: null, toolchain: null };
  const { project } = makeFacts({ project: { root } });
  const request = {
    config: makeConfig({ workingDirectory: root, ...config }),
    project: { ...project, workspaces: [goWork] },
    platform,
    env,
    signal: new AbortController().signal,
  };
  return { travel: await openTravel(request), printed: platform.printed };
}

describe("openTravel", () => {
  it("carries caches where there is a service", async () => {
    expect((await opened({})).travel).not.toBeNull();
    const env = { GITHUB_RUN_ID: "7", GITHUB_RUN_ATTEMPT: "2", RUNNER_TEMP: root };
    expect((await opened({ cache: "restore" }, true, env)).travel).not.toBeNull();
  });

  it("does not where that is switched off, for a plan, and where there is none, which it says", async () => {
    expect(await opened({ cache: "false" })).toEqual({ travel: null, printed: [] });
    expect(await opened({ dryRun: true })).toEqual({ travel: null, printed: [] });
    expect(await opened({}, false)).toEqual({ travel: null, printed: ["caches: no service here"] });
  });
});
