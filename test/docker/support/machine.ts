import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { TestProject } from "vitest/node";
import { daemonContents } from "./contents.ts";

/** What the tests of this directory get of the machine. */
export interface Machine {
  readonly dir: string;
  /** Address of the Docker daemon. */
  readonly dockerHost: string;
  /** `127.0.0.1:<port>` of a registry anybody may use, and of one that asks for `user` and `password`. */
  readonly registry: string;
  readonly privateRegistry: string;
  /** Executable of test/image/testdata/fixture. */
  readonly fixture: string;
  /** Image of a small Debian in the open registry. */
  readonly base: string;
  /** Address of a BuildKit daemon of its own. */
  readonly buildkit: string;
  /** What the Docker daemon held before the tests. */
  readonly before: readonly string[];
}

declare module "vitest" {
  export interface ProvidedContext {
    machine: Machine;
  }
}

/** Where .ci/docker-setup.sh leaves what takes long to make. */
const cacheDir = process.env["DOCKER_TEST_CACHE"] ?? join(homedir(), ".cache", "docker-tests");
const rootfs = join(cacheDir, "debian-rootfs.tar");

/** Starts a Docker daemon when none answers, two registries and a BuildKit; ends what it started. Missing tools fail the run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = mkdtempSync(join(tmpdir(), "docker-tests-"));
  const stops: (() => Promise<void>)[] = [];
  const teardown = async (): Promise<void> => {
    for (const stop of stops.reverse()) await stop();
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    requireTools();
    const fixture = buildFixture(dir);
    const [dockerHost, registry, privateRegistry, buildkit] = await Promise.all([
      daemon(dir, stops),
      startRegistry(dir, "open", stops),
      startRegistry(dir, "private", stops),
      startBuildkit(dir, stops),
    ]);
    const base = importBase(dockerHost, registry);
    const before = daemonContents(dockerHost);
    project.provide("machine", { dir, dockerHost, registry, privateRegistry, fixture, base, buildkit, before });
  } catch (error) {
    await teardown();
    throw error;
  }
  return teardown;
}

function requireTools(): void {
  const missing = ["docker", "setpriv", "docker-registry", "htpasswd", "go", "buildkitd", "runc"].filter(
    (tool) => !findTool(tool),
  );
  if (!existsSync(rootfs)) missing.push(rootfs);
  if (missing.length > 0) throw new Error(`missing: ${missing.join(", ")}. Run .ci/docker-setup.sh as root.`);
  execFileSync("docker", ["buildx", "version"], { stdio: "ignore" });
}

function findTool(name: string): string | undefined {
  const dirs = [...(process.env["PATH"] ?? "").split(":"), "/usr/sbin", "/sbin", join(cacheDir, "bin")];
  return dirs.map((dir) => join(dir, name)).find((path) => existsSync(path));
}

function toolPath(name: string): string {
  const path = findTool(name);
  if (path === undefined) throw new Error(`missing: ${name}. Run .ci/docker-setup.sh as root.`);
  return path;
}

function buildFixture(dir: string): string {
  const out = join(dir, "fixture");
  const env = { ...process.env, CGO_ENABLED: "0", GOFLAGS: "" };
  execFileSync("go", ["build", "-o", out, "."], {
    cwd: join(import.meta.dirname, "..", "..", "image", "testdata", "fixture"),
    env,
  });
  return out;
}

type Stops = (() => Promise<void>)[];

/** The daemon that answers, else one of our own with its own socket and data. */
async function daemon(dir: string, stops: Stops): Promise<string> {
  if (answers(process.env)) return process.env["DOCKER_HOST"] ?? "unix:///var/run/docker.sock";
  const at = join(dir, "dockerd");
  const host = `unix://${join(dir, "docker.sock")}`;
  const own = ["--data-root", `${at}/data`, "--exec-root", `${at}/exec`, "--pidfile", `${at}.pid`];
  stops.push(start(toolPath("dockerd"), ["--host", host, ...own], `${at}.log`, sbin()));
  await until("dockerd", `${at}.log`, async () => answers({ ...process.env, DOCKER_HOST: host }));
  return host;
}

function answers(env: NodeJS.ProcessEnv): boolean {
  try {
    execFileSync("docker", ["version"], { env, stdio: "ignore", timeout: 10_000 });
    return true;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}

/** Servers look for iptables and runc. */
function sbin(): NodeJS.ProcessEnv {
  return { PATH: `${process.env["PATH"]}:/usr/sbin:/sbin` };
}

async function startRegistry(dir: string, kind: "open" | "private", stops: Stops): Promise<string> {
  const port = await freePort();
  const config = join(dir, `registry-${kind}.yml`);
  const htpasswd = join(dir, "htpasswd");
  if (kind === "private") {
    writeFileSync(htpasswd, execFileSync(toolPath("htpasswd"), ["-Bbn", "user", "password"]));
  }
  writeFileSync(
    config,
    JSON.stringify({
      version: "0.1",
      log: { level: "error" },
      storage: { filesystem: { rootdirectory: join(dir, `registry-${kind}`) } },
      http: { addr: `127.0.0.1:${port}` },
      ...(kind === "private" ? { auth: { htpasswd: { realm: "tests", path: htpasswd } } } : {}),
    }),
  );
  const log = join(dir, `registry-${kind}.log`);
  stops.push(start(toolPath("docker-registry"), ["serve", config], log, {}));
  await until(`docker-registry (${kind})`, log, async () => (await fetch(`http://127.0.0.1:${port}/v2/`)).status < 500);
  return `127.0.0.1:${port}`;
}

async function startBuildkit(dir: string, stops: Stops): Promise<string> {
  const address = `unix://${join(dir, "buildkit.sock")}`;
  const log = join(dir, "buildkitd.log");
  const args = ["--addr", address, "--root", join(dir, "buildkit"), "--containerd-worker=false"];
  stops.push(start(toolPath("buildkitd"), args, log, sbin()));
  await until("buildkitd", log, async () => existsSync(join(dir, "buildkit.sock")));
  return address;
}

function importBase(dockerHost: string, registry: string): string {
  const name = `${registry}/debian:test`;
  const env = { ...process.env, DOCKER_HOST: dockerHost };
  execFileSync("docker", ["import", "--change", 'CMD ["sh"]', rootfs, name], { env, stdio: "ignore" });
  execFileSync("docker", ["push", "--quiet", name], { env, stdio: "ignore" });
  execFileSync("docker", ["image", "rm", name], { env, stdio: "ignore" });
  return name;
}

/** Starts a server with its output in a file; answers what ends it. It also ends when this process is killed. */
function start(file: string, args: readonly string[], log: string, env: NodeJS.ProcessEnv): () => Promise<void> {
  const output = openSync(log, "w");
  const child = spawn("setpriv", ["--pdeathsig", "TERM", file, ...args], {
    stdio: ["ignore", output, output],
    env: { ...process.env, ...env },
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  return async () => {
    child.kill("SIGTERM");
    const killer = setTimeout(() => child.kill("SIGKILL"), 10_000);
    await ended;
    clearTimeout(killer);
  };
}

async function until(what: string, log: string, ready: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 150; attempt++) {
    if (await ready().catch(() => false)) return;
    await delay(200);
  }
  throw new Error(
    `${what} did not start; see ${log}:\n${execFileSync("tail", ["-n", "5", log], { encoding: "utf8" })}`,
  );
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
