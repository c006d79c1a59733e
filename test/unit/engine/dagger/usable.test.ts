import { describe, expect, it } from "vitest";
import type { Usable, Way } from "../../../../src/engine/adapter.ts";
import type { AskProgram, ProgramAnswer } from "../../../../src/engine/ask-program.ts";
import { findLocalEngine, probeRuntime } from "../../../../src/engine/dagger/runtime.ts";
import { daggerUsable } from "../../../../src/engine/dagger/usable.ts";
import { engineRequest } from "../../../support/engine-request.ts";

const asked: string[] = [];

/** A machine whose programs answer so, by the beginning of the command line; others are not installed. */
function world(answers: Readonly<Record<string, Partial<ProgramAnswer>>>): AskProgram {
  asked.length = 0;
  return async (file, args) => {
    const line = [file, ...args].join(" ");
    asked.push(line);
    const known = Object.entries(answers).find(([beginning]) => line.startsWith(beginning))?.[1];
    const installed = Object.keys(answers).some((beginning) => beginning.split(" ")[0] === file);
    const nothing = { installed, stdout: "", stderr: "", problem: installed ? "" : "not found" };
    return { ...nothing, ...known };
  };
}

describe("probeRuntime", () => {
  it("takes docker when it runs Linux containers", async () => {
    expect(await probeRuntime(world({ docker: { stdout: "linux\n" } }))).toEqual({ found: "linux", name: "docker" });
    expect(asked).toEqual(["docker info --format {{.OSType}}"]);
  });

  it("does not look further than the CLI would", async () => {
    const stopped = world({ docker: { problem: "Cannot connect to the Docker daemon" }, podman: { stdout: "linux" } });
    const why = "docker: Cannot connect to the Docker daemon";
    expect(await probeRuntime(stopped)).toEqual({ found: "unusable", why });
    const windows = { found: "unusable", why: "docker runs windows containers" };
    expect(await probeRuntime(world({ docker: { stdout: "windows\r\n" } }))).toEqual(windows);
  });

  it("finds the others in the CLI's order", async () => {
    expect(await probeRuntime(world({ podman: { stdout: "linux" } }))).toEqual({ found: "linux", name: "podman" });
    expect(await probeRuntime(world({ nerdctl: { stdout: "linux" } }))).toEqual({ found: "linux", name: "nerdctl" });
    expect(await probeRuntime(world({}))).toEqual({ found: "none" });
    const order = ["docker", "container", "podman", "finch", "nerdctl"];
    expect(asked.map((command) => command.split(" ")[0])).toEqual(order);
  });
});

const ps = "docker ps --filter name=dagger-engine-v0.21.8 --format {{.Names}}";
const inspect = "docker image inspect --format {{.Id}} registry.dagger.io/engine:v0.21.8";

describe("findLocalEngine", () => {
  const withCli = async (): Promise<boolean> => true;
  const withoutCli = async (): Promise<boolean> => false;

  it("takes a container by its whole name", async () => {
    const running = world({ "docker ps": { stdout: "other\ndagger-engine-v0.21.8\n" } });
    expect(await findLocalEngine(running, withoutCli)).toEqual({ found: "running", runtime: "docker" });
    expect(asked).toEqual([ps]);
    const other = world({ "docker ps": { stdout: "dagger-engine-v0.21.80\nmy-dagger-engine-v0.21.8\n" } });
    expect(await findLocalEngine(other, withoutCli)).toEqual({ found: "nothing" });
  });

  it("looks for the image only where there is a CLI for it", async () => {
    const here = { "docker image": { stdout: "sha256:1\n" }, "docker ps": {} };
    expect(await findLocalEngine(world(here), withCli)).toEqual({ found: "image", runtime: "docker" });
    expect(asked).toEqual([ps, inspect]);
    expect(await findLocalEngine(world(here), withoutCli)).toEqual({ found: "nothing" });
    expect(asked).toEqual([ps]);
    const absent = world({ "docker image": { problem: "No such image" }, "docker ps": {} });
    expect(await findLocalEngine(absent, withCli)).toEqual({ found: "nothing" });
  });

  it("asks the runtime that the CLI would take, and no other", async () => {
    const podman = { "podman ps": { stdout: "dagger-engine-v0.21.8\n" } };
    expect(await findLocalEngine(world(podman), withCli)).toEqual({ found: "running", runtime: "podman" });
    expect(await findLocalEngine(world({ docker: { problem: "no daemon" }, ...podman }), withCli)).toEqual({
      found: "nothing",
    });
    expect(await findLocalEngine(world({}), withCli)).toEqual({ found: "nothing" });
  });
});

describe("the dagger engine", () => {
  const linux = { "docker info": { stdout: "linux" } };
  const usable = (way: Way, answers: Parameters<typeof world>[0], hasCli = false): Promise<Usable> =>
    daggerUsable({ ...engineRequest(), way }, { ask: world(answers), hasCli: async () => hasCli });

  it.each([
    [{ DAGGER_SESSION_PORT: "1", _EXPERIMENTAL_DAGGER_RUNNER_HOST: "x" }, "started by dagger run"],
    [{ _EXPERIMENTAL_DAGGER_RUNNER_HOST: "tcp://e:1" }, "_EXPERIMENTAL_DAGGER_RUNNER_HOST is set"],
    [{ DAGGER_CLOUD_ENGINE: "true" }, "DAGGER_CLOUD_ENGINE is set"],
    [{ DAGGER_SESSION_PORT: "", _EXPERIMENTAL_DAGGER_RUNNER_HOST: "", DAGGER_CLOUD_ENGINE: "" }, null],
  ])("is pointed at by %o", async (env, reason) => {
    const never: AskProgram = () => Promise.reject(new Error("asked"));
    const machine = { ask: never, hasCli: () => Promise.reject(new Error("looked")) };
    const answer = await daggerUsable({ ...engineRequest({ env }), way: "named" }, machine);
    expect(answer).toEqual({ ok: reason !== null, reason });
    const input = engineRequest({ env, config: { runnerHost: "tcp://e:1" } });
    const byInput = await daggerUsable({ ...input, way: "named" }, machine);
    expect(byInput.reason).toBe(reason === "started by dagger run" ? reason : "runner-host is set");
  });

  it("is there when it runs, or when nothing of it has to be fetched", async () => {
    const running = { "docker ps": { stdout: "dagger-engine-v0.21.8" } };
    const reason = "docker runs the engine dagger-engine-v0.21.8";
    expect(await usable("there", running)).toEqual({ ok: true, reason });
    expect(await usable("there", { "docker image": { stdout: "sha256:1" } }, true)).toEqual({
      ok: true,
      reason: "the Dagger CLI and registry.dagger.io/engine:v0.21.8 (docker) are here",
    });
    expect(await usable("there", { docker: { problem: "no daemon" }, ...linux }, true)).toEqual({
      ok: false,
      reason: null,
    });
  });

  it("can be fetched where Linux containers run", async () => {
    const reason = "docker runs Linux containers; Dagger 0.21.8 is downloaded";
    expect(await usable("fetched", linux)).toEqual({ ok: true, reason });
    expect(await usable("fetched", {})).toEqual({ ok: false, reason: "no container runtime here" });
    expect(await usable("fetched", { docker: { problem: "Cannot connect. Is it running?" } })).toEqual({
      ok: false,
      reason: "no usable container runtime: docker: Cannot connect",
    });
  });
});
