import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openTravel } from "../../../src/cache/open.ts";
import type { Config } from "../../../src/inputs/config.ts";
import type { CacheStore } from "../../../src/platform/cache-store.ts";
import { makeConfig } from "../../support/config.ts";
import { makeFacts, makeProject } from "../../support/facts.ts";
import { makeModule } from "../../support/module.ts";
import { directory } from "../../support/repository.ts";
import { until } from "../../support/waiting.ts";
import { createMemoryPlatform } from "../report/memory-platform.ts";

const root = mkdtempSync(join(tmpdir(), "open-"));
afterAll(() => rmSync(root, { recursive: true }));
mkdirSync(join(root, "lib"));
writeFileSync(join(root, "go.mod"), "module example.com/tool\n");
writeFileSync(join(root, "lib/go.mod"), "module example.com/lib\n");
writeFileSync(join(root, "go.sum"), "example.com/x v1.0.0/go.mod h1:abc=\n");

const store: CacheStore = {
  find: () => Promise.resolve({ status: "missed" }),
  fetch: () => Promise.resolve({ status: "failed", reason: "nothing was found" }),
  save: () => Promise.resolve({ status: "saved" }),
};

async function opened(config: Partial<Config>, ok = true, env: Readonly<Record<string, string>> = {}) {
  const reason = "no service here";
  const platform = createMemoryPlatform({ cacheService: () => (ok ? { ok, store } : { ok: false, reason }) });
  const goWork = { path: "go.work", uses: ["lib"], outside: [], go: null, toolchain: null };
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

describe("the key of a cache", () => {
  const files: Readonly<Record<string, string>> = {
    "go.work": "go 1.24\n\nuse (\n\t./a\n\t./named\n)\n",
    "go.work.sum": "example.com/w v1.0.0/go.mod h1:w=\n",
    ...Object.fromEntries(
      ["a", "b", "named"].flatMap((dir) => [
        [`${dir}/go.mod`, `module example.com/${dir}\n`],
        [`${dir}/go.sum`, `example.com/x v1.0.0/go.mod h1:${dir}=\n`],
      ]),
    ),
  };

  /** The first key that is asked for, for the modules a and b; that of `named` is a member of go.work that the run leaves out. */
  async function keyOf(more: Readonly<Record<string, string>> = {}): Promise<string> {
    const root = directory({ ...files, ...more });
    const asked: string[] = [];
    const find: CacheStore["find"] = ({ keys }) => {
      asked.push(...keys);
      return Promise.resolve({ status: "missed" });
    };
    const service = () => ({ ok: true, store: { ...store, find } }) as const;
    const modules = ["a", "b"].map((dir) => makeModule({ dir, path: `example.com/${dir}` }));
    const workspaces = [{ path: "go.work", uses: ["a", "named"], outside: [], go: "1.24", toolchain: null }];
    const travel = await openTravel({
      config: makeConfig({ workingDirectory: root }),
      project: makeProject({ root, modules, workspaces }),
      platform: createMemoryPlatform({ cacheService: service }),
      env: { RUNNER_TEMP: root },
      signal: new AbortController().signal,
    });
    travel?.expect({ engine: "host", os: "linux", toolchain: "go1.26.8" });
    await until(async () => asked.length > 0);
    return asked[0] ?? "";
  }

  it("is the same for the same files, wherever they lie", async () => {
    expect(await keyOf()).toBe(await keyOf());
  });

  it.each(Object.keys(files))("changes with %s", async (path) => {
    expect(await keyOf({ [path]: `${files[path]}// changed\n` })).not.toBe(await keyOf());
  });
});
