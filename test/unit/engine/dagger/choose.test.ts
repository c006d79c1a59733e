import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type ChoiceFacts, chooseEngine, decideEngine, type Probes } from "../../../../src/engine/dagger/choose.ts";
import { type AskRuntime, probeRuntime, type RuntimeAnswer } from "../../../../src/engine/dagger/runtime.ts";
import type { Session, SessionOptions } from "../../../../src/engine/dagger/session.ts";
import type { EngineRequest } from "../../../../src/engine/factory.ts";
import { EnvironmentError } from "../../../../src/errors.ts";
import { makeConfig } from "../../../support/config.ts";
import { makeProject } from "../../../support/facts.ts";

const nothing: ChoiceFacts = { asked: "auto", session: false, runnerHost: null, runtime: { found: "none" } };
const docker = { found: "linux", name: "docker" } as const;

describe("decideEngine", () => {
  const cases: readonly (readonly [Partial<ChoiceFacts>, ReturnType<typeof decideEngine>])[] = [
    [
      { asked: "host", session: true },
      { engine: "host", reason: "engine: host" },
    ],
    [{ asked: "dagger" }, { engine: "dagger", reason: "engine: dagger", fallback: false }],
    [
      { session: true, runnerHost: "runner-host", runtime: docker },
      { engine: "dagger", reason: "started by dagger run", fallback: false },
    ],
    [
      { runnerHost: "runner-host", runtime: docker },
      { engine: "dagger", reason: "runner-host is set", fallback: false },
    ],
    [{ runtime: null }, { engine: "probe" }],
    [{ runtime: docker }, { engine: "dagger", reason: "docker runs Linux containers", fallback: true }],
    [{}, { engine: "host", reason: "no container runtime here" }],
    [
      { runtime: { found: "unusable", why: "docker runs windows containers" } },
      { engine: "host", reason: "no usable container runtime: docker runs windows containers" },
    ],
  ];
  it.each(cases)("%o", (facts, decision) => {
    expect(decideEngine({ ...nothing, ...facts })).toEqual(decision);
  });
});

describe("probeRuntime", () => {
  const absent: RuntimeAnswer = { installed: false, stdout: "", problem: "not found" };
  const asked: string[] = [];
  const world = (answers: Readonly<Record<string, Partial<RuntimeAnswer>>>): AskRuntime => {
    asked.length = 0;
    return async (file, args) => {
      asked.push([file, ...args].join(" "));
      const answer = answers[file];
      return answer === undefined ? absent : { installed: true, stdout: "", problem: "", ...answer };
    };
  };

  it("takes docker when it runs Linux containers", async () => {
    expect(await probeRuntime(world({ docker: { stdout: "linux\n" } }))).toEqual({ found: "linux", name: "docker" });
    expect(asked).toEqual(["docker info --format {{.OSType}}"]);
  });

  it("does not look further than the CLI would", async () => {
    const stopped = world({ docker: { problem: "Cannot connect to the Docker daemon" }, podman: { stdout: "linux" } });
    expect(await probeRuntime(stopped)).toEqual({
      found: "unusable",
      why: "docker: Cannot connect to the Docker daemon",
    });
    expect(await probeRuntime(world({ docker: { stdout: "windows\r\n" } }))).toEqual({
      found: "unusable",
      why: "docker runs windows containers",
    });
  });

  it("finds the others in the CLI's order", async () => {
    expect(await probeRuntime(world({ podman: { stdout: "linux" } }))).toEqual({ found: "linux", name: "podman" });
    expect(await probeRuntime(world({ nerdctl: { stdout: "linux" } }))).toEqual({ found: "linux", name: "nerdctl" });
    expect(await probeRuntime(world({}))).toEqual({ found: "none" });
    expect(asked.map((command) => command.split(" ")[0])).toEqual([
      "docker",
      "container",
      "podman",
      "finch",
      "nerdctl",
    ]);
  });
});

describe("chooseEngine", () => {
  const session: Session = {
    client: Object.create(null),
    sdk: Object.create(null),
    keepsState: false,
    namedSecret: async () => Object.create(null),
    id: "1",
    engineVersion: "0.21.8",
    lost: new Promise(() => undefined),
    traceUrl: () => null,
    close: async () => undefined,
  };

  function requestFor(engine: "auto" | "dagger" | "host", env: EngineRequest["env"] = {}): EngineRequest {
    return {
      config: makeConfig({ engine }),
      secrets: {
        cloudToken: "cloud",
        registryUsername: null,
        registryPassword: null,
        gitCredentials: [],
        dockerSecrets: [],
      },
      project: makeProject(),
      env,
      signal: new AbortController().signal,
      log: () => undefined,
      mask: () => undefined,
    };
  }

  function probesWith(open: Probes["open"], more: Partial<Probes> = {}): Probes {
    return { runtime: async () => docker, open, autoLimitMs: 5_000, ...more };
  }

  it("opens a session in a directory of its own", async () => {
    const seen: SessionOptions[] = [];
    const choice = await chooseEngine(
      requestFor("auto"),
      probesWith(async (options) => {
        seen.push(options);
        return session;
      }),
    );
    expect(choice).toMatchObject({ name: "dagger", reason: "docker runs Linux containers", warning: null });
    expect(seen[0]).toMatchObject({
      cloudToken: "cloud",
      runnerHost: null,
      limitMs: 5_000,
      cwd: choice.opened?.tempDir,
    });
    expect(existsSync(choice.opened?.tempDir ?? "")).toBe(true);
  });

  it("takes the host with a warning when the engine of a container runtime cannot be had", async () => {
    let tempDir = "";
    const choice = await chooseEngine(
      requestFor("auto"),
      probesWith(async ({ cwd }) => {
        tempDir = cwd;
        throw new EnvironmentError("The image of the engine cannot be pulled.", "remedy");
      }),
    );
    const why =
      "docker runs Linux containers, but the Dagger engine cannot be had: The image of the engine cannot be pulled";
    expect(choice).toEqual({
      name: "host",
      reason: why,
      warning: `engine: auto takes the host: ${why}.`,
      opened: null,
      kept: null,
    });
    expect(existsSync(tempDir)).toBe(false);
  });

  it("does not wait for it longer than its limit", async () => {
    const never: Probes["open"] = ({ signal }) =>
      new Promise((_, reject) => {
        signal.addEventListener("abort", () => reject(new EnvironmentError("stopped", "")));
      });
    const choice = await chooseEngine(requestFor("auto"), probesWith(never, { autoLimitMs: 100 }));
    expect(choice.reason).toBe(
      "docker runs Linux containers, but the Dagger engine cannot be had: not there within 0.1 s",
    );
  });

  it.each([
    ["dagger", {}],
    ["auto", { DAGGER_SESSION_PORT: "1234", DAGGER_SESSION_TOKEN: "x" }],
    ["auto", { _EXPERIMENTAL_DAGGER_RUNNER_HOST: "tcp://engine:8372" }],
  ] as const)("never exchanges an engine that was asked for: %s %o", async (engine, env) => {
    const probes = probesWith(() => Promise.reject(new EnvironmentError("no engine", "remedy")));
    await expect(chooseEngine(requestFor(engine, env), probes)).rejects.toThrow("no engine");
  });

  it("looks at nothing when the host was asked for", async () => {
    const probes = probesWith(() => Promise.reject(new Error("opened")), {
      runtime: () => Promise.reject(new Error("probed")),
    });
    expect(await chooseEngine(requestFor("host"), probes)).toEqual({
      name: "host",
      reason: "engine: host",
      warning: null,
      opened: null,
      kept: null,
    });
  });

  it("lets a cancelled run be cancelled instead of falling back", async () => {
    const abort = new AbortController();
    const probes = probesWith(async () => {
      abort.abort();
      throw new EnvironmentError("stopped", "");
    });
    await expect(chooseEngine({ ...requestFor("auto"), signal: abort.signal }, probes)).rejects.toThrow("stopped");
  });
});
