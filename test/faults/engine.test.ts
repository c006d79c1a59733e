import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { expectTime } from "../support/pace.ts";
import { until } from "../support/waiting.ts";
import { stubDocker } from "./support/docker.ts";
import { fault } from "./support/fault.ts";
import { type Ended, orphansIn, run, start } from "./support/run.ts";
import { expectNothingLeft, readReport } from "./support/verdict.ts";
import { localEnv, makeWorld, stub, tinyModule, type World, writeFile } from "./support/world.ts";

const quick = ["--platforms", "linux/amd64", "--no-vet", "--no-test"];

function runHere(world: World, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return run({ cwd: world.repository, args: [...quick, ...args], env: localEnv(world, env) });
}

/** A Dagger CLI that says it is the pinned version and then runs a script as its session. */
function stubCli(world: World, script: string): Readonly<Record<string, string>> {
  stub(
    world,
    "dagger-cli",
    `case "$1" in version) echo "dagger v0.21.8 (image://x) linux/amd64" ;; *) ${script} ;; esac`,
  );
  return { _EXPERIMENTAL_DAGGER_CLI_BIN: join(world.bin, "dagger-cli") };
}

/** Exit code 3 with a report, in time, in words, with nothing left. */
async function expectNoEngine(ended: Ended, world: World, words: RegExp): Promise<void> {
  expect(ended.exitCode).toBe(3);
  expectTime(ended.durationMs, 15_000);
  expect(ended.stdout).toMatch(words);
  expect(ended.stdout + ended.stderr).not.toMatch(/^ +at .*\.js:\d+|itself broke/m);
  const report = readReport(world);
  expect(report.conclusion).toBe("error");
  expect(report.reasons.join(" ")).toMatch(words);
  expect(await orphansIn(world.root)).toEqual([]);
  expectNothingLeft(world);
}

describe("docker on the host", () => {
  const dockerfile = { ...tinyModule, Dockerfile: "FROM scratch\n" };
  const troubles = {
    "docker-is-missing": { script: "exit 127", words: /Docker/ },
    "docker-daemon-is-down": {
      script:
        "echo 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?' >&2; exit 1",
      words: /no Docker daemon answers/,
    },
    "docker-socket-is-forbidden": {
      script: "echo 'permission denied while trying to connect to the Docker daemon socket' >&2; exit 1",
      words: /may not talk to the Docker daemon/,
    },
  } as const;

  for (const name of ["docker-is-missing", "docker-daemon-is-down", "docker-socket-is-forbidden"] as const) {
    fault(name, async () => {
      const { script, words } = troubles[name];
      const world = makeWorld(dockerfile);
      stub(world, "docker", script);
      const wanted = await runHere(world, ["--engine", "host", "--docker", "true"]);
      expect(wanted.exitCode).toBe(3);
      expect(wanted.stdout).toMatch(words);
      expect(readReport(world).stages["image"]?.status).toBe("errored");
      expect(readReport(world).artifacts).toHaveLength(1);
      const auto = await runHere(world, ["--engine", "host", "--no-build"]);
      expect(auto.exitCode).toBe(0);
      expect(readReport(world).stages["image"]?.status).toBe("skipped");
      expectNothingLeft(world);
    });
  }

  fault("docker-floods", async () => {
    const world = makeWorld(dockerfile);
    stubDocker(world, "head -c 200000000 /dev/zero | tr '\\0' 'z' >&2; exit 1");
    const ended = await runHere(world, ["--engine", "host", "--docker", "true", "--no-build"]);
    expect(ended.exitCode).toBe(1);
    expect(ended.peakKiB).toBeLessThan(512 * 1024);
    expectTime(ended.durationMs, 30_000);
    expectNothingLeft(world);
  });
});

describe.concurrent("dagger", () => {
  fault("session-prints-garbage", async () => {
    const world = makeWorld();
    const ended = await runHere(
      world,
      ["--engine", "dagger"],
      stubCli(world, "echo 'Welcome'; trap '' TERM; sleep 300"),
    );
    await expectNoEngine(ended, world, /something else than the address of a session/);
  });

  fault("session-exits", async () => {
    const world = makeWorld();
    const ended = await runHere(
      world,
      ["--engine", "dagger"],
      stubCli(world, "echo 'no driver was available' >&2; exit 3"),
    );
    await expectNoEngine(ended, world, /exited with code 3/);
  });

  fault("session-floods-and-exits", async () => {
    const world = makeWorld();
    const flood = "head -c 200000000 /dev/zero | tr '\\0' 'z' >&2; exit 3";
    const ended = await runHere(world, ["--engine", "dagger"], stubCli(world, flood));
    expect(ended.peakKiB).toBeLessThan(512 * 1024);
    expect(ended.stdout.length).toBeLessThan(20_000);
    await expectNoEngine(ended, world, /exited with code 3/);
  });

  /** A session that says where it listens and which version it is, and then does something else than to answer. */
  function stubOpenSession(world: World, then: string): Readonly<Record<string, string>> {
    const program = `import { createServer } from "node:http";
let asked = 0;
const server = createServer((_, response) => {
  asked += 1;
  if (asked === 1) return response.end(JSON.stringify({ data: { version: "v0.21.8" } }));
  ${then}
});
server.listen(0, "127.0.0.1", () => console.log(JSON.stringify({ port: server.address().port, session_token: "t0ken" })));
process.stdin.on("end", () => process.exit(0)).resume();
`;
    writeFile(join(world.root, "session.mjs"), program);
    return stubCli(world, `exec "${process.execPath}" "${world.root}/session.mjs"`);
  }

  fault("session-dies-in-the-middle", async () => {
    const world = makeWorld();
    const env = stubOpenSession(world, "console.error('engine lost'); process.exit(3);");
    const ended = await runHere(world, ["--engine", "dagger"], env);
    await expectNoEngine(ended, world, /exited with code 3/);
    expect(ended.stdout).not.toContain("t0ken");
  });

  fault("session-hangs-and-is-cancelled", async () => {
    const world = makeWorld();
    const env = stubOpenSession(
      world,
      `import("node:fs").then(({ writeFileSync }) => writeFileSync("${world.root}/asked", ""));`,
    );
    const started = start({ cwd: world.repository, args: [...quick, "--engine", "dagger"], env: localEnv(world, env) });
    await until(() => existsSync(join(world.root, "asked")));
    const at = performance.now();
    started.child.kill("SIGINT");
    const ended = await started.ended;
    expect(ended.exitCode).toBe(130);
    expectTime(performance.now() - at, 7_500);
    expect(readReport(world).conclusion).toBe("cancelled");
    expect(await orphansIn(world.root)).toEqual([]);
    expectNothingLeft(world);
  });

  fault("runner-host-is-stale", async () => {
    const cases = {
      "unix:///nowhere/engine.sock": /No Dagger engine listens at unix:\/\/\/nowhere\/engine\.sock/,
      "tcp://127.0.0.1:9": /No Dagger engine listens at tcp:\/\/127\.0\.0\.1:9/,
      "kube-pod://gone": /exited with code 1 before it reached an engine: .*kube-pod/,
      "container://gone": /exited with code 1 before it reached an engine: .*container/,
    };
    for (const [address, words] of Object.entries(cases)) {
      const world = makeWorld();
      // What the CLI says of addresses that are not sockets.
      const cli = stubCli(
        world,
        'echo "Error: start engine: $_EXPERIMENTAL_DAGGER_RUNNER_HOST: not found" >&2; exit 1',
      );
      const variable = { ...cli, _EXPERIMENTAL_DAGGER_RUNNER_HOST: address };
      await expectNoEngine(await runHere(world, ["--engine", "auto"], variable), world, words);
    }
  });

  fault("session-without-token", async () => {
    const world = makeWorld();
    const ended = await runHere(world, ["--engine", "dagger"], { DAGGER_SESSION_PORT: "9" });
    await expectNoEngine(ended, world, /DAGGER_SESSION_PORT is set but DAGGER_SESSION_TOKEN is not/);
  });

  fault("session-is-stale", async () => {
    const world = makeWorld();
    const stale = { DAGGER_SESSION_PORT: "9", DAGGER_SESSION_TOKEN: "stale" };
    const ended = await runHere(world, ["--engine", "auto"], stale);
    await expectNoEngine(ended, world, /session on port 9 does not answer/);
  });

  fault("auto-falls-back", async () => {
    const world = makeWorld();
    stub(world, "docker", 'if [ "$1" = ps ]; then echo dagger-engine-v0.21.8; else exit 1; fi');
    const ended = await runHere(
      world,
      ["--engine", "auto", "--no-docker"],
      stubCli(world, "echo 'pull failed' >&2; exit 1"),
    );
    expect(ended.exitCode).toBe(0);
    expect(ended.stdout).toMatch(
      /warning: engine: auto takes the host engine \(go\S+ is on PATH\): docker runs the engine dagger-engine-v0.21.8, but the dagger engine cannot be had/,
    );
    expect(readReport(world).conclusion).toBe("success");
    expectNothingLeft(world);
  });

  fault("variables-of-other-tools", async () => {
    const world = makeWorld();
    stub(world, "docker", "exit 1");
    const env = {
      DAGGER_CLOUD_ENGINE: "",
      DAGGER_CLOUD_TOKEN: "not-a-token",
      OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:9",
      OTEL_TRACES_EXPORTER: "otlp",
      TRACEPARENT: "garbage",
      NODE_OPTIONS: "",
    };
    const ended = await runHere(world, ["--engine", "auto", "--no-docker"], env);
    expect(ended.exitCode).toBe(0);
    expectTime(ended.durationMs, 15_000);
    expectNothingLeft(world);
  });
});
