import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import type { EngineAdapter, EngineRequest } from "../../../src/engine/adapter.ts";
import type { Engine, EngineCaches } from "../../../src/engine/engine.ts";
import { EnvironmentError } from "../../../src/errors.ts";
import { main } from "../../../src/main.ts";
import type { StepOutcome } from "../../../src/model/outcome.ts";
import type { CacheStore } from "../../../src/platform/cache-store.ts";
import type { CiPlatform } from "../../../src/platform/platform.ts";
import { makeFacts } from "../../support/facts.ts";
import { command } from "../../support/fake-engine.ts";
import { repository } from "../../support/repository.ts";
import { createMemoryPlatform, type MemoryPlatform } from "../report/memory-platform.ts";

/** From a choice of an engine to an exit code, with engines that do as the test says; the only stage is `deps`. */
const onlyDeps = ["--no-vet", "--no-format", "--no-test", "--no-build", "--no-docker"];

const lost = new EnvironmentError("No engine answers.", "Start one.");

let root = "";
let abort = new AbortController();
const closed: string[] = [];

beforeEach(() => {
  root = repository({ "go.mod": "module example.com/tool\n\ngo 1.22\n", "main.go": "package main\n" });
  abort = new AbortController();
  closed.length = 0;
});

/** An engine whose only step ends so. */
function engineWith(over: Partial<Engine> = {}, end: Partial<StepOutcome> = {}): Engine {
  return {
    name: "dagger",
    version: async () => "0.21.8",
    inspect: async () => makeFacts().inspection,
    imageBuilder: async () => ({ ok: true }),
    run: async ({ step: { stage }, resultDir }) => {
      const facts = { stage, problem: null, startedAt: new Date(), durationMs: 1, cached: false, image: null };
      return { ...facts, end: "exited", commands: [command(0)], resultDir, ...end };
    },
    close: async () => void closed.push("engine"),
    ...over,
  };
}

interface Factory {
  readonly create?: (request: EngineRequest) => Promise<Engine>;
  readonly engines?: readonly EngineAdapter[];
}

/** An engine that is there. */
function adapterOf(name: string, open: EngineAdapter["open"]): EngineAdapter {
  const texts = { about: "", toHave: `have ${name}`, goRemedy: "" };
  const usable: EngineAdapter["usable"] = async ({ way }) =>
    way === "there" ? { ok: true, reason: `${name} is here` } : { ok: false, reason: null };
  return { name, ...texts, sandbox: true, keepsNoTests: () => null, setsTimes: false, usable, open };
}

interface Ran {
  readonly exitCode: number;
  readonly platform: MemoryPlatform;
}

async function run(factory: Factory, argv: readonly string[] = [], platform: Partial<CiPlatform> = {}): Promise<Ran> {
  return await runAll(factory, [...onlyDeps, ...argv], platform);
}

/** Not `deps` alone. */
async function runAll(factory: Factory, argv: readonly string[], platform: Partial<CiPlatform> = {}): Promise<Ran> {
  const memory = createMemoryPlatform(platform);
  const exitCode = await main({
    argv,
    env: { RUNNER_TEMP: root },
    cwd: root,
    platform: memory,
    engines: factory.engines ?? [adapterOf("dagger", factory.create ?? (async () => engineWith()))],
    signal: abort.signal,
  });
  return { exitCode, platform: memory };
}

const hasReport = (): boolean => existsSync(join(root, ".pipeline"));
const report = () => JSON.parse(readFileSync(join(root, ".pipeline/report.json"), "utf8"));

describe("a run", () => {
  it("names the engine that was chosen, its version and its trace, and closes it", async () => {
    const traceUrl = (): string => "https://dagger.example/trace/1";
    const { exitCode, platform } = await run({ create: async () => engineWith({ traceUrl }) });
    expect(exitCode).toBe(0);
    expect(platform.printed).toContain("engine: dagger 0.21.8 (dagger is here), go1.26.8");
    expect(report()).toMatchObject({ conclusion: "success", engine: { name: "dagger", version: "0.21.8" } });
    expect(JSON.stringify(report())).toContain("https://dagger.example/trace/1");
    expect(closed).toEqual(["engine"]);
  });

  it("says once which version it is when the engine is no more than its Go", async () => {
    const { exitCode, platform } = await run({ create: async () => engineWith({ version: async () => "go1.26.8" }) });
    expect(exitCode).toBe(0);
    expect(platform.printed).toContain("engine: dagger (dagger is here), go1.26.8");
  });

  it("warns of the engine that could not be had, on the platform and in the report", async () => {
    const engines = [adapterOf("dagger", () => Promise.reject(lost)), adapterOf("host", async () => engineWith())];
    const warning =
      "engine: auto takes the host engine (host is here): dagger is here, but the dagger engine cannot be had: No engine answers.";
    const { exitCode, platform } = await run({ engines });
    expect(exitCode).toBe(0);
    expect(platform.printed).toContain(`warning: ${warning}`);
    expect(report().warnings).toEqual([warning]);
  });

  it("tells attestations that nothing is pushed for as a line and in the report, not as a warning", async () => {
    writeFileSync(join(root, "Dockerfile"), "FROM scratch\n");
    const argv = ["--no-vet", "--no-format", "--no-test", "--no-build", "--docker-sbom=true", "--no-upload-artifacts"];
    const { platform } = await runAll({ create: async () => engineWith() }, argv);
    const notice = "docker-sbom: nothing is attested, because image-output does not push the image.";
    expect(platform.printed).toContain(notice);
    expect(platform.printed.filter((line) => line.startsWith("warning: "))).toEqual([]);
    expect(report()).toMatchObject({ notices: [notice], warnings: [] });
  });

  it("hands on what the engine logs and the secrets that it finds", async () => {
    const masked: string[] = [];
    const create = async (request: EngineRequest): Promise<Engine> => {
      request.log("session opened");
      request.mask("s3cret-of-session");
      request.expected?.({ engine: "dagger", os: "linux", toolchain: "x", image: "" });
      const problem = { message: "Lost s3cret-of-session.", remedy: "Start again." };
      return engineWith({}, { end: "errored", problem, commands: [] });
    };
    const { exitCode, platform } = await run({ create }, [], { mask: (secret) => masked.push(secret) });
    expect([exitCode, masked]).toEqual([3, ["s3cret-of-session"]]);
    expect(platform.printed).toContain("session opened");
    expect(report().stages[0].reason).toContain("Lost ***.");
  });
});

describe("how many stages run at a time", () => {
  /** The most at a time, in a run on an engine that has so many processors. */
  async function most(processors: number, argv: readonly string[] = []): Promise<number> {
    let [running, seen] = [0, 0];
    const { modules, ...facts } = makeFacts().inspection;
    const packages = [
      { importPath: "example.com/tool", dir: ".", name: "main", testFiles: ["x_test.go"], excludedTestFiles: [] },
    ];
    const inspection = {
      ...facts,
      modules: modules.map((module) => ({ ...module, packages })),
      warm: true,
      processors,
    };
    const engine = engineWith({ inspect: async () => inspection });
    const counted: Engine = {
      ...engine,
      run: async (...step) => {
        seen = Math.max(seen, ++running);
        for (let turn = 0; turn < 100; turn++) await new Promise((resolve) => setImmediate(resolve));
        running--;
        return await engine.run(...step);
      },
    };
    await runAll({ create: async () => counted }, ["--no-deps", "--no-docker", ...argv]);
    return seen;
  }

  it("is as many as the engine has processors, and two at least", async () => {
    expect([await most(1), await most(2), await most(8)]).toEqual([2, 2, 4]);
  });

  it("is what the user says", async () => {
    expect([await most(8, ["--concurrency", "1"]), await most(1, ["--concurrency", "3"])]).toEqual([1, 3]);
  });
});

it("a dry run tells its plan, runs nothing and leaves nothing", async () => {
  const never = (): Promise<never> => Promise.reject(new Error("a dry run runs nothing"));
  const { exitCode, platform } = await run({ create: async () => engineWith({ run: never }) }, ["--dry-run"]);
  expect([exitCode, hasReport(), closed]).toEqual([0, false, ["engine"]]);
  expect(platform.printed.join("\n")).toContain("go list");
});

describe("a run that breaks", () => {
  it("before there is an engine ends in a report with the cause, exit code 3", async () => {
    const { exitCode } = await run({ create: () => Promise.reject(lost) });
    expect(exitCode).toBe(3);
    expect(report()).toMatchObject({ conclusion: "error", stages: [] });
    expect(JSON.stringify(report())).toContain("No engine answers.");
    expect(closed).toEqual([]);
  });

  it.each(["host", "dagger"])("names the engine that was asked for: %s", async (name) => {
    await run({ engines: [adapterOf(name, () => Promise.reject(lost))] }, ["--engine", name]);
    expect(report().engine).toMatchObject({ name, reason: `engine: ${name}`, version: null });
  });

  it("on a full disk before its first stage is the machine's fault", async () => {
    const full = Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
    const { exitCode } = await run({ create: () => Promise.reject(full) });
    expect(exitCode).toBe(3);
    expect(JSON.stringify(report())).toContain("no space left on device");
  });

  it("for a reason that nobody foresaw is no report but a defect, and the engine is closed", async () => {
    const inspect = (): Promise<never> => Promise.reject(new Error("a defect"));
    await expect(run({ create: async () => engineWith({ inspect }) })).rejects.toThrow("a defect");
    expect([hasReport(), closed]).toEqual([false, ["engine"]]);
  });

  it("on a full disk once it has begun keeps what there is", async () => {
    const full = Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
    const version = (): Promise<never> => Promise.reject(full);
    await expect(run({ create: async () => engineWith({ version }) })).rejects.toBe(full);
  });

  it("because its engine was lost once it had begun is a report", async () => {
    const version = (): Promise<never> => Promise.reject(lost);
    expect((await run({ create: async () => engineWith({ version }) })).exitCode).toBe(3);
    expect(report()).toMatchObject({ conclusion: "error", stages: [] });
  });

  it("when it is dry says why and leaves nothing", async () => {
    const { exitCode, platform } = await run({ create: () => Promise.reject(lost) }, ["--dry-run"]);
    expect([exitCode, hasReport()]).toEqual([3, false]);
    expect(platform.printed).toEqual([expect.stringMatching(/^error: No engine answers\..*Start one\./)]);
  });
});

describe("a run that is cancelled", () => {
  const cancel = (): Promise<never> => {
    abort.abort();
    return Promise.reject(new Error("cancelled"));
  };

  it("while an engine is looked for says so", async () => {
    expect((await run({ create: cancel })).exitCode).toBe(130);
    expect(report()).toMatchObject({ conclusion: "cancelled", stages: [] });
  });

  it("while Go is asked says that alone: what a program that was ended says is not why", async () => {
    const inspect = (): Promise<never> => {
      abort.abort();
      return Promise.reject(new EnvironmentError("No usable Go on this machine.", "Install Go."));
    };
    const { exitCode, platform } = await run({ create: async () => engineWith({ inspect }) });
    expect([exitCode, closed]).toEqual([130, ["engine"]]);
    expect(report()).toMatchObject({ conclusion: "cancelled", stages: [] });
    expect(JSON.stringify(report()) + platform.printed.join("\n")).not.toContain("No usable Go");
  });

  it("while it is dry leaves nothing", async () => {
    const { exitCode, platform } = await run({ create: cancel }, ["--dry-run"]);
    expect([exitCode, hasReport(), platform.printed]).toEqual([130, false, []]);
  });

  it("while its report is on its way ends with 130, whatever the report says", async () => {
    const writeSummary = async (): Promise<void> => abort.abort();
    expect((await run({}, [], { writeSummary })).exitCode).toBe(130);
    expect(report().conclusion).toBe("success");
  });
});

describe("caches that travel", () => {
  const store: CacheStore = {
    find: async () => ({ status: "missed" }),
    fetch: async () => ({ status: "failed", reason: "nothing was found" }),
    save: async () => ({ status: "saved" }),
  };
  const context = { ...createMemoryPlatform().context, eventName: "push", ref: "refs/heads/main" };
  const platform: Partial<CiPlatform> = { context, cacheService: () => ({ ok: true, store }) };
  const caches: EngineCaches = {
    state: async () => ({ os: "linux", toolchain: "go1.26.8", image: "", kept: null }),
    begin: async () => ({ base: 0, delta: 0 }),
    list: async () => ({ files: [], actions: [], since: 0, tickMs: 0, restored: new Set(), base: new Set() }),
    pack: async () => undefined,
  };
  const args = ["--cache", "true"];

  it("are not saved by a run whose engine broke", async () => {
    const problem = { message: "The engine is gone.", remedy: "Start it." };
    const engine = engineWith({ caches }, { end: "errored", problem, commands: [] });
    const { exitCode } = await run({ create: async () => engine }, args, platform);
    expect(exitCode).toBe(3);
    expect(report().cache.notes).toContain("not saved: stage deps broke");
  });

  it("are not saved by a run that was cancelled", async () => {
    const engine = engineWith({ caches }, { end: "cancelled", commands: [] });
    const whole: Engine = {
      ...engine,
      run: async (planned, sink, signal) => {
        abort.abort();
        return await engine.run(planned, sink, signal);
      },
    };
    const { exitCode } = await run({ create: async () => whole }, args, platform);
    expect(exitCode).toBe(130);
    expect(report().cache.notes).toContain("not saved: the run was cancelled");
  });
});

describe("results of earlier tests that cannot be made ready", () => {
  const testResults: Engine["testResults"] = {
    begin: async () => {
      throw new Error("the disk is full");
    },
  };
  const flags = onlyDeps.filter((flag) => flag !== "--no-test");
  const begun = async (eventName: string, ref: string): Promise<Ran> => {
    const context = { ...createMemoryPlatform().context, eventName, ref, defaultBranch: "main" };
    return await runAll({ create: async () => engineWith({ testResults }) }, flags, { context });
  };

  it("end a run that has to run every test", async () => {
    const { exitCode, platform } = await begun("push", "refs/heads/main");
    expect(exitCode).toBe(3);
    const told = "Every test has to run, and results of earlier runs could not be made ready: the disk is full.";
    expect(JSON.stringify(platform)).toContain(told);
    expect(closed).toEqual(["engine"]);
  });

  it("are left to go test elsewhere", async () => {
    const { platform } = await begun("pull_request", "refs/pull/7/merge");
    const told = "test-reuse: results of earlier runs could not be made ready: the disk is full";
    expect(platform.printed).toContain(`warning: ${told}`);
  });
});
