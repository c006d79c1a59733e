import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect } from "vitest";
import { listen, startResultsService } from "../act/results-service.ts";
import { expectTime } from "../support/pace.ts";
import { until } from "../support/waiting.ts";
import { serviceEnv } from "./support/artifacts.ts";
import { fault } from "./support/fault.ts";
import { type Ended, orphansIn, run, type Started, start } from "./support/run.ts";
import { expectNothingLeft, readReport } from "./support/verdict.ts";
import { localEnv, makeWorld, readIn, stub, tinyModule, type World, workflowEnv } from "./support/world.ts";

const host = ["--engine", "host", "--no-docker", "--platforms", "linux/amd64", "--no-vet"];

/** What GitHub waits after SIGINT before it sends SIGTERM; 2.5 s later it kills. */
const githubTermMs = 7_500;

/** Never ends by itself, starts a child of its own, and takes no polite signal; says so in a file before. */
function stubborn(world: World): string {
  const ignore = "trap '' INT TERM QUIT";
  return `${ignore}\n(${ignore}; touch ${readyFile(world)}; while :; do sleep 1; done) &\nwhile :; do sleep 1; done`;
}

function readyFile(world: World): string {
  return join(world.root, "stubborn");
}

function untilStubborn(world: World): Promise<void> {
  return until(() => existsSync(readyFile(world)));
}

/** `go` that does something for one command and is the real one for all others. */
function stubGo(world: World, command: string, script: string): void {
  stub(world, "go", `if [ "$1" = ${command} ]; then\n${script}\nfi\nexec real-go "$@"`);
}

function startHere(world: World, args: readonly string[] = host): Started {
  return start({ cwd: world.repository, args, env: localEnv(world) });
}

async function expectCancelled(ended: Ended, signalledAt: number, world: World): Promise<void> {
  expect(ended.exitCode).toBe(130);
  expectTime(performance.now() - signalledAt, githubTermMs);
  expect(readReport(world).conclusion).toBe("cancelled");
  expect(readIn(world, ".pipeline/summary.md")).toContain("cancelled");
  expect(await orphansIn(world.root)).toEqual([]);
  expectNothingLeft(world);
}

describe.concurrent("cancellation", () => {
  fault("sigint-while-testing", async () => {
    const world = makeWorld();
    stubGo(world, "test", stubborn(world));
    const started = startHere(world);
    await started.seen(/build:linux\/amd64 passed/);
    await untilStubborn(world);
    const at = performance.now();
    started.child.kill("SIGINT");
    await expectCancelled(await started.ended, at, world);
    const { stages, artifacts } = readReport(world);
    expect(stages).toMatchObject({ test: { status: "cancelled" }, "build:linux/amd64": { status: "passed" } });
    expect(artifacts).toHaveLength(1);
  });

  fault("sigterm-while-building", async () => {
    const world = makeWorld();
    stubGo(world, "build", stubborn(world));
    const started = startHere(world);
    await untilStubborn(world);
    const at = performance.now();
    started.child.kill("SIGTERM");
    await expectCancelled(await started.ended, at, world);
  });

  fault("sigint-twice", async () => {
    const world = makeWorld();
    stubGo(world, "test", stubborn(world));
    const started = startHere(world);
    await untilStubborn(world);
    const at = performance.now();
    started.child.kill("SIGINT");
    await delay(200);
    started.child.kill("SIGINT");
    await expectCancelled(await started.ended, at, world);
  });

  fault("sigint-three-times", async () => {
    const world = makeWorld();
    stubGo(world, "test", stubborn(world));
    const started = startHere(world);
    await untilStubborn(world);
    for (let press = 0; press < 3; press += 1) {
      started.child.kill("SIGINT");
      await delay(100);
    }
    const ended = await started.ended;
    expect(ended.exitCode).toBe(130);
    expect(await orphansIn(world.root, 5_000)).toEqual([]);
  });

  fault("sigkill-while-testing", async () => {
    const world = makeWorld();
    stubGo(world, "test", stubborn(world));
    const started = startHere(world);
    await untilStubborn(world);
    started.child.kill("SIGKILL");
    expect((await started.ended).signal).toBe("SIGKILL");
    expect(await orphansIn(world.root, 5_000)).toEqual([]);
  });

  fault("sigint-while-asking-go", async () => {
    const world = makeWorld();
    stubGo(world, "env", stubborn(world));
    const started = startHere(world);
    await untilStubborn(world);
    const at = performance.now();
    started.child.kill("SIGINT");
    await expectCancelled(await started.ended, at, world);
  });

  fault("sigint-while-uploading", async () => {
    const world = makeWorld();
    let asked = 0;
    const silent = createServer(() => {
      asked += 1;
    });
    const url = await listen(silent);
    const service = await startResultsService();
    try {
      const env = workflowEnv(
        world,
        { engine: "host", docker: "false", vet: "false", platforms: "linux/amd64" },
        serviceEnv({ ...service, url }),
      );
      const started = start({ cwd: world.repository, env });
      await started.seen(/Uploading workflow artifacts/);
      await until(() => asked > 0);
      const at = performance.now();
      started.child.kill("SIGINT");
      const ended = await started.ended;
      expectTime(performance.now() - at, githubTermMs);
      expect(ended.exitCode).toBe(130);
      expect(readReport(world).artifacts).toHaveLength(1);
    } finally {
      silent.closeAllConnections();
      silent.close();
      await service.close();
    }
  });
});

describe.concurrent("time limits", () => {
  fault("stage-timeout-kills-the-tree", async () => {
    const world = makeWorld();
    stubGo(world, "test", stubborn(world));
    const ended = await run({
      cwd: world.repository,
      args: [...host, "--no-deps", "--no-format", "--no-build", "--timeout", "2s"],
      env: localEnv(world),
    });
    expect(ended.exitCode).toBe(1);
    expect(readReport(world).stages["test"]).toMatchObject({
      status: "failed",
      reason: expect.stringContaining("stopped at its time limit of 2s"),
    });
    expect(await orphansIn(world.root)).toEqual([]);
    expectNothingLeft(world);
  });

  fault("hanging-test-shows-goroutines", async () => {
    const test = 'package main\n\nimport "testing"\n\nfunc TestHang(t *testing.T) {\n\tselect {}\n}\n';
    const world = makeWorld({ ...tinyModule, "main_test.go": test });
    const alone = [...host, "--no-deps", "--no-format", "--no-build"];
    const runHere = (...args: readonly string[]): Promise<Ended> =>
      run({ cwd: world.repository, args: [...alone, ...args], env: localEnv(world) });
    // Compiled before, so that the time limit hits the test, and then measured.
    for (let round = 0; round < 2; round += 1) await runHere("--test-flags", "-run ^$");
    const { durationMs } = await runHere("--test-flags", "-run ^$");
    const ended = await runHere("--timeout", `${Math.ceil((3 * durationMs) / 1_000)}s`);
    expect(ended.exitCode).toBe(1);
    expect(readReport(world).stages["test"]?.status).toBe("failed");
    expect(readIn(world, ".pipeline/logs/test.log")).toMatch(/goroutine \d+[\s\S]*TestHang/);
    expect(ended.stdout).toContain("TestHang");
    expect(await orphansIn(world.root)).toEqual([]);
  });
});
