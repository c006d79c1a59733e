import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createDaggerEngine, type DaggerOptions } from "../../../../src/engine/dagger/engine.ts";
import { openSession } from "../../../../src/engine/dagger/session.ts";
import type { Engine, PlannedStep } from "../../../../src/engine/engine.ts";
import { EnvironmentError } from "../../../../src/errors.ts";
import type { StepOutcome } from "../../../../src/model/outcome.ts";
import type { StageId } from "../../../../src/model/stage.ts";
import { reasonOf } from "../../../../src/report/errors.ts";
import { makeModule } from "../../../support/module.ts";
import { repository } from "../../../support/repository.ts";
import { execStep, getsOf, imageStep, passesOf, plannedStep } from "../../../support/steps.ts";
import { until } from "../../../support/waiting.ts";
import { type FakeEngine, startFakeEngine } from "./fake-engine-server.ts";

let server: FakeEngine;
let scratch: string;
const engines: Engine[] = [];

beforeEach(async () => {
  server = await startFakeEngine();
  scratch = mkdtempSync(join(tmpdir(), "engine-"));
});

afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.close();
  server.close();
  rmSync(scratch, { recursive: true, force: true });
});

const signal = new AbortController().signal;
const secrets = {
  cloudToken: null,
  registryUsername: null,
  registryPassword: null,
  gitCredentials: [],
  gitSsh: null,
  dockerSecrets: [],
  deployEnv: [],
};

async function start(more: Partial<DaggerOptions> = {}): Promise<Engine> {
  const tempDir = mkdtempSync(join(scratch, "own-"));
  const root = repository({ "go.mod": "module example.com/x\n", ".gitignore": "*.log\n", "a.log": "" });
  const session = await openSession({
    env: server.env,
    runnerHost: null,
    cloudToken: null,
    cwd: tempDir,
    limitMs: 600_000,
    signal,
    mask: () => undefined,
    log: () => undefined,
  });
  const engine = createDaggerEngine({
    session,
    tempDir,
    root,
    without: [join(root, ".pipeline")],
    env: {},
    image: "golang:1.26.8",
    cacheScope: "owner/name",
    kept: null,
    goproxy: null,
    goprivate: [],
    testEnv: [],
    secrets,
    redact: (text) => text,
    vcs: false,
    log: () => undefined,
    ...more,
  });
  engines.push(engine);
  return engine;
}

function planned(stage: StageId, more: Partial<PlannedStep> = {}): PlannedStep {
  const commands = [{ tool: "go", args: ["version"], env: {}, cwd: "module" } as const];
  const resultDir = mkdtempSync(join(scratch, "result-"));
  const step = execStep({ stage, commands, gets: getsOf(stage), passes: passesOf(stage) });
  return { ...plannedStep(step, resultDir), ...more };
}

function run(engine: Engine, step: PlannedStep, over = signal): Promise<StepOutcome> {
  return engine.run(step, { progress: () => undefined }, over);
}

describe.skipIf(process.platform === "win32")("DaggerEngine", () => {
  it("asks for one container per step with caches, source and specification, and nothing else", async () => {
    const engine = await start({ env: { GOFLAGS: "-mod=mod", GITHUB_TOKEN: "never" } });
    await run(engine, planned("vet"));
    const asked = server.queries.join("\n");
    expect(server.queries.filter((query) => query.includes("withExec"))).toHaveLength(1);
    expect(asked).toContain('from (address: "golang:1.26.8")');
    expect(asked).toContain('cacheVolume (key: "go-pipeline GOMODCACHE owner/name")');
    expect(asked).toContain('cacheVolume (key: "go-pipeline GOCACHE owner/name golang:1.26.8")');
    expect(asked.match(/withMountedCache \([^)]*sharing: SHARED\)/g)).toHaveLength(2);
    expect(asked).toContain('exclude: [".git","**/.git",".pipeline","a.log"]');
    expect(asked).toContain('withEnvVariable (name: "GOFLAGS",value: "-mod=mod")');
    expect(asked).toContain('withExec (args: ["sh","/pipeline/spec/step.sh","/pipeline/spec","/pipeline/out"])');
    expect(asked).not.toMatch(/never|GITHUB|secret-token|PIPELINE_NONCE|insecureRoot|experimentalPrivileged/);
  });

  it("puts no secret into a query", async () => {
    const engine = await start({
      testEnv: [["PASSWORD", "hunter2"]],
      goproxy: "https://me:hunter3@proxy.example",
      goprivate: ["code.example"],
      secrets: {
        ...secrets,
        gitCredentials: [{ host: "git.example", username: "me", password: "hunter4" }],
        gitSsh: { key: "hunter6\n", knownHosts: [] },
      },
    });
    await run(engine, planned("deps"));
    const withLogins = server.queries.splice(0).join("\n");
    await run(engine, planned("test"));
    const without = server.queries.join("\n");
    expect(withLogins + without).not.toMatch(/hunter/);
    expect(withLogins).toContain('withMountedSecret (path: "/run/pipeline/netrc"');
    expect(withLogins).toContain('withMountedSecret (path: "/run/pipeline/ssh-key",');
    expect(withLogins).toContain('withEnvVariable (name: "GIT_SSH_COMMAND",value: "ssh -F /run/pipeline/ssh-config")');
    expect(withLogins).toContain('(name: "GIT_CONFIG_KEY_1",value: "url.ssh://git@code.example/.insteadOf")');
    expect(withLogins).not.toContain("/run/pipeline/test-env");
    expect(without).toContain('withMountedSecret (path: "/run/pipeline/test-env"');
    expect(without).not.toMatch(/netrc|git-credentials|ssh|GIT_/i);
    expect(without).toContain('withSecretVariable (name: "GOPROXY"');
  });

  describe("a secret of a Dockerfile", () => {
    const dockerSecrets = [{ id: "token", value: "hunter5" }];
    const dockerfile = { type: "dockerfile", context: ".", dockerfile: "go.mod", target: null, buildArgs: [] } as const;
    const image = imageStep({ name: "x", source: { ...dockerfile, secretIds: ["token"] } });

    it("is known by its name, and its value is in no query", async () => {
      const engine = await start({ secrets: { ...secrets, dockerSecrets } });
      await run(engine, planned("image", { step: image }));
      const asked = server.queries.join("\n");
      expect(asked).toContain("setSecret(name: $name, plaintext: $plaintext)");
      expect(asked).toMatch(/dockerBuild \([^)]*secrets: \[/);
      expect(asked).not.toContain("hunter");
      expect(server.variables).toEqual(['{"name":"token","plaintext":"hunter5"}']);
    });

    it("is in no report when the engine does not take it and quotes it", async () => {
      const engine = await start({ secrets: { ...secrets, dockerSecrets } });
      server.namesSecrets = false;
      const outcome = await run(engine, planned("image", { step: image }));
      expect(JSON.stringify(outcome)).toContain("the engine does not take the secret token");
      expect(JSON.stringify(outcome)).not.toContain("hunter");
    });
  });

  it("tells an image that is not there in one sentence, without the query and the answer", async () => {
    const image = "127.0.0.1:5000/nothere:1";
    const engine = await start({ image });
    // As an engine 0.21.8 says it.
    const words = `failed to resolve image "${image}" (platform: "linux/amd64"): ${image}: not found`;
    server.refuses = (query) => (query.includes("from (address:") ? words : null);
    const request = {
      ...{ root: "/src", patterns: ["./..."], marked: [], tags: [], programs: [], platforms: [], cgo: false },
      modules: [makeModule({ dir: ".", path: "m" })],
      mentions: async () => ({ mentionCgo: false, mains: null }),
    };
    const thrown: unknown = await engine.inspect(request, signal).catch((error: unknown) => error);
    expect(thrown instanceof EnvironmentError ? reasonOf(thrown) : thrown).toBe(
      `The image ${image} does not exist. Check go-version and go-image; the official images are golang:<version>.`,
    );
  });

  it("moves result files and outputs to the step's directory", async () => {
    const engine = await start();
    server.steps = [{ exitCode: 2, stdout: "out", files: { "bin/app": "binary" } }];
    const step = planned("build:linux/amd64");
    const outcome = await run(engine, step);
    expect(outcome).toMatchObject({
      stage: "build:linux/amd64",
      end: "exited",
      problem: null,
      durationMs: 1_500,
      cached: false,
      commands: [{ exitCode: 2, signal: null, durationMs: 1_250, stdout: join(step.resultDir, "0.stdout") }],
    });
    expect(readdirSync(step.resultDir).sort()).toEqual(["0.stderr", "0.stdout", "bin"]);
    expect(readFileSync(join(step.resultDir, "bin/app"), "utf8")).toBe("binary");
    expect(readFileSync(join(step.resultDir, "0.stdout"), "utf8")).toBe("out");
  });

  it("shows a green result of an earlier session as cached", async () => {
    const engine = await start();
    server.madeBy = ["earlier"];
    expect(await run(engine, planned("vet"))).toMatchObject({ cached: true });
    expect(server.queries.filter((query) => query.includes("withExec"))).toHaveLength(1);
  });

  it.each([
    ["vet", { exitCode: 1 }],
    ["deps", { exitCode: 0, stdout: "missing" }],
    ["format", { exitCode: 0, stdout: "x.go" }],
  ] as const)("runs a red result of an earlier session again: %s", async (stage, red) => {
    const engine = await start();
    server.madeBy = ["earlier"];
    server.steps = [red, { exitCode: 0 }];
    const { cached, commands } = await run(engine, planned(stage));
    const runs = server.queries.filter((query) => query.includes("withExec"));
    expect(runs).toHaveLength(2);
    expect(runs[0]).not.toContain("PIPELINE_NONCE");
    expect(runs[1]).toMatch(/withEnvVariable \(name: "PIPELINE_NONCE",value: "[0-9a-f-]{36}"\)/);
    expect([cached, commands[0]?.exitCode]).toEqual([false, 0]);
  });

  it("does not run a red result of its own session again", async () => {
    const engine = await start();
    server.steps = [{ exitCode: 1 }];
    await run(engine, planned("vet"));
    expect(server.queries.filter((query) => query.includes("withExec"))).toHaveLength(1);
  });

  it("ends every step as errored when the engine is lost", async () => {
    const engine = await start();
    server.close();
    const outcomes = await Promise.all([planned("vet"), planned("test")].map((each) => run(engine, each)));
    expect(outcomes.map(({ stage, end, problem }) => [stage, end, problem?.message])).toEqual(
      ["vet", "test"].map((stage) => [
        stage,
        "errored",
        "The Dagger engine was lost while it worked: it does not answer any more.",
      ]),
    );
  });

  describe("with an engine that lets it wait", () => {
    const limits = { imageMs: 600_000, transferMs: 600_000, endingMs: 0 };

    it("gives up on an image that does not arrive, for every step and the caches", async () => {
      const engine = await start({ limits: { ...limits, imageMs: 100 } });
      server.holds = (query) => query.includes("from (") && !query.includes("withExec");
      const message = "The image golang:1.26.8 was not in the engine after 100ms.";
      const remedy =
        "Check the network between the engine and the registry, or set go-image to an image in a registry nearby.";
      const early = await Promise.all([planned("vet"), planned("test")].map((each) => run(engine, each)));
      for (const outcome of [...early, await run(engine, planned("deps"))])
        expect(outcome).toMatchObject({ end: "errored", problem: { message, remedy }, commands: [] });
      await expect(engine.caches?.state(signal)).rejects.toThrow(message);
      expect(server.queries.filter((query) => query.includes("from ("))).toHaveLength(1);
    });

    it("gives up on a step that does not come back, and takes nothing that comes later", async () => {
      const engine = await start({ limits: { ...limits, transferMs: 100 } });
      server.holds = (query) => query.includes("withExec");
      const { step } = planned("vet");
      const { end, problem } = await run(engine, planned("vet", { step: { ...step, timeoutMs: 1_000 } }));
      const message = "The engine has given nothing back for 1.1s, longer than what runs there may take.";
      expect([end, problem?.message]).toEqual(["errored", message]);
      server.holds = () => false;
      server.release();
      expect(await run(engine, planned("test"))).toMatchObject({ end: "exited" });
      expect(server.queries.filter((query) => query.includes("export ("))).toHaveLength(1);
    });

    it("gives up on caches that do not arrive", async () => {
      const engine = await start({ limits: { ...limits, transferMs: 100 } });
      server.holds = (query) => query.includes("caches-state.sh");
      await expect(engine.caches?.state(signal)).rejects.toThrow("moving Go's caches took longer than 100ms");
    });
  });

  it("ends steps as cancelled when the run is over before they begin", async () => {
    const engine = await start();
    for (const stage of ["vet", "image"] as const) {
      const outcome = await run(engine, planned(stage), AbortSignal.abort());
      expect(outcome).toMatchObject({ end: "cancelled", problem: null });
    }
  });

  it("ends everything that runs when one run is over: what the engine works at cannot be stopped alone", async () => {
    const engine = await start();
    server.holds = (query) => query.includes("withExec");
    const abort = new AbortController();
    const running = (["vet", "test"] as const).map((stage) => run(engine, planned(stage), abort.signal));
    await until(() => server.queries.filter((query) => query.includes("withExec")).length === 2);
    abort.abort();
    const outcomes = await Promise.all(running);
    expect(outcomes.map(({ end, problem }) => [end, problem])).toEqual([
      ["cancelled", null],
      ["cancelled", null],
    ]);
  });

  it("leaves nothing of its own behind and the environment as it was", async () => {
    const engine = await start();
    await run(engine, planned("vet"));
    const own = readdirSync(scratch).filter((name) => name.startsWith("own-"));
    expect(own).toHaveLength(1);
    await engine.close();
    expect(existsSync(join(scratch, own[0] ?? ""))).toBe(false);
    expect(process.env["DAGGER_SESSION_TOKEN"]).toBeUndefined();
  });
});
