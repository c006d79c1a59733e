import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { directory, repository } from "../support/repository.ts";
import { cleanEnv, runAction } from "../support/run-action.ts";

/** What `engine: auto` takes on machines that have this and that on PATH. */
const goPath = spawnSync("sh", ["-c", "command -v go"], { encoding: "utf8" }).stdout.trim();
const installed = spawnSync("go", ["env", "GOVERSION"], {
  encoding: "utf8",
  env: { ...process.env, GOTOOLCHAIN: "local" },
}).stdout.trim();

interface Machine {
  /** Shell: what `docker` does; without it there is none. */
  readonly docker?: string;
  /** Shell: what the Dagger CLI on PATH does when it is not asked for its version. */
  readonly cli?: string;
  readonly go?: boolean;
  readonly goLine?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Planned {
  readonly exitCode: number | null;
  readonly stdout: string;
  /** `host (why)` */
  readonly engine: string;
  /** Command lines that docker was asked. */
  readonly docker: readonly string[];
}

async function plan({ docker, cli, go = true, goLine = "1.22", env = {} }: Machine): Promise<Planned> {
  const root = directory({});
  const bin = join(root, "bin");
  mkdirSync(bin);
  const asked = join(root, "docker.log");
  const stub = (name: string, script: string): void => {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  };
  if (docker !== undefined) stub("docker", `echo "$*" >> ${asked}\n${docker}`);
  if (cli !== undefined)
    stub("dagger", `if [ "$1" = version ]; then echo "dagger v0.21.8 (x) linux/amd64"; exit; fi\n${cli}`);
  if (go) symlinkSync(goPath, join(bin, "go"));
  const dir = repository({
    "go.mod": `module example.com/tool\n\ngo ${goLine}\n`,
    "main.go": "package main\n\nfunc main() {}\n",
  });
  const own = { PATH: bin, RUNNER_TOOL_CACHE: join(root, "tools"), GOTOOLCHAIN: "local" };
  const none = { _EXPERIMENTAL_DAGGER_RUNNER_HOST: "", _EXPERIMENTAL_DAGGER_CLI_BIN: "", DAGGER_CLOUD_ENGINE: "" };
  const flags = ["--dry-run", "--no-docker", "--platforms", "linux/amd64"];
  const { exitCode, stdout } = await runAction(dir, flags, cleanEnv({ ...own, ...none, ...env }));
  return {
    exitCode,
    stdout,
    engine: /^engine {5}(.*)$/m.exec(stdout)?.[1] ?? "",
    docker: existsSync(asked) ? readFileSync(asked, "utf8").trimEnd().split("\n") : [],
  };
}

const ps = "ps --filter name=dagger-engine-v0.21.8 --format {{.Names}}";
const inspect = "image inspect --format {{.Id}} registry.dagger.io/engine:v0.21.8";
const info = "info --format {{.OSType}}";
const host = `host (${installed} is on PATH)`;
const linux = 'case "$1" in info) echo linux;; image) exit 1;; esac';
const windows = 'if [ "$1" = info ]; then echo windows; fi';
const noSession = "echo 'engine refused' >&2; exit 3";

describe("auto", () => {
  it("takes the Go that is there, without docker", async () => {
    expect(await plan({})).toMatchObject({ exitCode: 0, engine: host, docker: [] });
  });

  it.each([
    ["Linux", linux],
    ["Windows", windows],
    ["no", "echo 'Cannot connect to the Docker daemon.' >&2; exit 1"],
  ])(
    "takes the Go that is there beside docker with %s containers, and asks docker for no more than the engine",
    async (_, docker) => {
      expect(await plan({ docker })).toMatchObject({ exitCode: 0, engine: host, docker: [ps] });
    },
  );

  it("takes the Go that is there when there is a CLI and no image for it", async () => {
    expect(await plan({ docker: linux, cli: noSession })).toMatchObject({
      exitCode: 0,
      engine: host,
      docker: [ps, inspect],
    });
  });

  it.each([
    ["runs", 'if [ "$1" = ps ]; then echo dagger-engine-v0.21.8; fi', "docker runs the engine dagger-engine-v0.21.8"],
    ["lies here", "echo", "the Dagger CLI and registry.dagger.io/engine:v0.21.8 (docker) are here"],
  ])("takes an engine that %s before Go, and goes back with a warning", async (_, docker, reason) => {
    const why = `${reason}, but the dagger engine cannot be had: The Dagger CLI exited with code 3 before it reached an engine`;
    const { exitCode, stdout, engine } = await plan({ docker, cli: noSession });
    expect(exitCode).toBe(0);
    expect(engine).toMatch(/^host \(/);
    expect(engine).toContain(why);
    expect(stdout).toMatch(/warning: engine: auto takes the host engine/);
    expect(stdout).toContain(why);
  });

  it("downloads an engine, and says so, only where no Go fits", async () => {
    const cli = { docker: linux, cli: noSession };
    for (const machine of [
      { ...cli, go: false },
      { ...cli, goLine: "1.99.1" },
    ]) {
      const { exitCode, stdout, docker } = await plan(machine);
      expect([exitCode, docker.slice(-1)]).toEqual([3, [info]]);
      expect(stdout).toContain(
        "engine: auto downloads the Dagger CLI 0.21.8, registry.dagger.io/engine:v0.21.8 and docker.io/",
      );
      expect(stdout).toContain("The Dagger CLI exited with code 3 before it reached an engine");
    }
  });

  it("takes a Go that can fetch the one that is asked for", async () => {
    const env = { GOTOOLCHAIN: "auto", GOPROXY: "off" };
    const { exitCode, stdout, docker } = await plan({ docker: linux, goLine: "1.99.1", env });
    expect([exitCode, docker]).toEqual([3, [ps]]);
    expect(stdout).toContain("1.99.1");
    expect(stdout).not.toContain("engine: auto downloads");
  });

  it("says what is missing where there is nothing", async () => {
    const none = await plan({ go: false });
    expect(none.exitCode).toBe(3);
    expect(none.stdout).toContain(
      "Nothing here can execute the stages (dagger: no container runtime here; host: no Go on PATH). Start Docker, or let runner-host name an engine, or install Go (in a workflow: actions/setup-go before this action).",
    );
    const unfit = await plan({ docker: windows, goLine: "1.99.1" });
    expect(unfit.exitCode).toBe(3);
    expect(unfit.stdout).toContain(
      "dagger: no usable container runtime: docker runs windows containers; host: Go 1.99.1 is asked for, but",
    );
  });

  it("never exchanges what somebody points at", async () => {
    const env = { _EXPERIMENTAL_DAGGER_RUNNER_HOST: "unix:///nowhere/engine.sock" };
    const { exitCode, stdout, docker } = await plan({ docker: linux, env });
    expect([exitCode, docker]).toEqual([3, []]);
    expect(stdout).toContain("No Dagger engine listens at unix:///nowhere/engine.sock");
  });
});
