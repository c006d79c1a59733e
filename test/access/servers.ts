import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { type HttpsServer, startHttpsServer } from "../support/git/https-server.ts";
import { publish } from "../support/git/repositories.ts";
import { type SshServer, startSshServer } from "../support/git/ssh-server.ts";
import { gitIn } from "../support/repository.ts";
import { type ActionRun, cleanEnv, type StartedAction, startAction } from "../support/run-action.ts";

type Env = Readonly<Record<string, string>>;

/** Modules that the servers have. Of the second the go command knows by its path that it is a git repository. */
export const modules = { own: "127.0.0.1/team/lib.git", known: "github.com/acme/lib" };

export const login = { username: "bot", password: "a-password-of-the-tests" };

/** A checkout that needs one of the modules, with no module downloaded yet. */
export interface Checkout {
  readonly root: string;
  /** What TMPDIR and RUNNER_TEMP name; empty before a run. */
  readonly temp: string;
  env(extra?: Env): Record<string, string>;
  start(flags: readonly string[], extra?: Env): StartedAction;
  run(flags: readonly string[], extra?: Env): Promise<Run>;
}

export interface Run extends ActionRun {
  readonly report: Report | null;
}

export interface Report {
  readonly conclusion: string;
  readonly reasons: readonly string[];
  readonly stages: readonly { readonly id: string; readonly status: string; readonly findings: readonly Finding[] }[];
}

export interface Finding {
  readonly title: string;
  readonly message: string;
}

export interface Servers {
  readonly dir: string;
  readonly ssh: SshServer;
  readonly https: HttpsServer;
  /** A line of known_hosts for the SSH server. */
  readonly knownHost: string;
  checkout(module: string): Checkout;
}

/** Git servers for a file of tests. */
export function servers(): () => Servers {
  let found: Servers | null = null;
  let dir = "";
  beforeAll(async () => {
    dir = realpathSync(mkdtempSync(join(tmpdir(), "git-servers-")));
    mkdirSync(join(dir, "repositories"));
    publish(join(dir, "repositories"), "team/lib.git", modules.own);
    publish(join(dir, "repositories"), "acme/lib", modules.known);
    const [ssh, https] = [await startSshServer(dir), await startHttpsServer(dir, login)];
    const knownHost = `[127.0.0.1]:${ssh.port} ${ssh.hostKey}`;
    found = { dir, ssh, https, knownHost, checkout: (module) => checkout(dir, module) };
  });
  afterAll(async () => {
    await Promise.all([found?.ssh.close(), found?.https.close()]);
    rmSync(dir, { recursive: true, force: true });
  });
  return () => {
    if (found === null) throw new Error("the servers are there while tests run");
    return found;
  };
}

const made: string[] = [];

/** For files that make checkouts: they go after each test. */
export function removeCheckouts(): void {
  const remove = (): void => {
    for (const path of made.splice(0)) rmSync(path, { recursive: true, force: true });
  };
  beforeEach(remove);
  afterEach(remove);
}

function checkout(dir: string, module: string): Checkout {
  const base = realpathSync(mkdtempSync(join(tmpdir(), "check out ")));
  made.push(base);
  const [root, temp] = [join(base, "repository"), join(base, "temp")];
  for (const path of [root, temp]) mkdirSync(path);
  for (const [name, text] of Object.entries(files(module))) writeFileSync(join(root, name), text);
  const env = (extra: Env = {}): Record<string, string> =>
    cleanEnv({ ...goSettings(base), TMPDIR: temp, RUNNER_TEMP: temp, GIT_CONFIG_GLOBAL: "/dev/null", ...extra });
  writeSum(dir, root, env());
  gitIn(root, "init", "--quiet");
  gitIn(root, "add", "--all");
  gitIn(root, "commit", "--quiet", "--message=first");
  const start = (flags: readonly string[], extra: Env = {}): StartedAction =>
    startAction(root, ["--engine", "host", "--no-docker", "--platforms", "linux/amd64", ...flags], env(extra));
  const run = async (flags: readonly string[], extra: Env = {}): Promise<Run> => {
    const ended = await start(flags, extra).ended;
    const report = readdirSync(root).includes(".pipeline")
      ? JSON.parse(readFileSync(join(root, ".pipeline/report.json"), "utf8"))
      : null;
    return { ...ended, report };
  };
  return { root, temp, env, start, run };
}

function files(module: string): Readonly<Record<string, string>> {
  return {
    "go.mod": `module example.com/user\n\ngo 1.22\n\nrequire ${module} v1.0.0\n`,
    "main.go": `package main\n\nimport lib "${module}"\n\nfunc main() { println(lib.One()) }\n`,
    "main_test.go": `package main

import (
	"os"
	"strings"
	"testing"
)

func TestEnvironment(t *testing.T) {
	t.Log(strings.Join(os.Environ(), "\\n"))
}
`,
  };
}

function goSettings(base: string): Env {
  const modcache = join(base, "modules");
  return { GOMODCACHE: modcache, GOFLAGS: "-modcacherw", GOPROXY: "direct", GOTOOLCHAIN: "local", GOENV: "off" };
}

/** go.sum, from the repositories on disk and not from their servers. */
function writeSum(dir: string, root: string, env: Env): void {
  const base = `url.file://${join(dir, "repositories")}/.insteadOf`;
  const settings = {
    GIT_CONFIG_COUNT: "2",
    GIT_CONFIG_KEY_0: base,
    GIT_CONFIG_VALUE_0: "https://127.0.0.1/",
    GIT_CONFIG_KEY_1: base,
    GIT_CONFIG_VALUE_1: "https://github.com/",
  };
  const options = { cwd: root, env: { ...env, ...settings, GOPRIVATE: "*" }, stdio: "pipe" } as const;
  execFileSync("go", ["mod", "tidy"], options);
  execFileSync("go", ["clean", "-modcache"], options);
}

/** Settings of git as variables of the environment, as people give them in CI. */
export function gitVariables(...settings: readonly (readonly [key: string, value: string])[]): Record<string, string> {
  const variables: Record<string, string> = { GIT_CONFIG_COUNT: String(settings.length) };
  for (const [index, [key, value]] of settings.entries()) {
    variables[`GIT_CONFIG_KEY_${index}`] = key;
    variables[`GIT_CONFIG_VALUE_${index}`] = value;
  }
  return variables;
}
