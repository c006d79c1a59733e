import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Report, reportSchema } from "../../src/model/report.ts";
import { publishModule } from "./go-proxy.ts";
import { type ActionRun, cleanEnv, runAction } from "./run-action.ts";

/** `empty`, or `std`: the standard library is compiled and nothing else, which makes a run much shorter. */
type Disk = "empty" | "std";

export interface RunnerRun extends ActionRun {
  readonly report: Report;
  /** `compile example.com/dep` and the like, in the order Go did it. */
  readonly compiled: readonly string[];
  /** What was written to GITHUB_OUTPUT. */
  readonly outputs: string;
}

/**
 * A repository with one dependency, and runners that begin with an empty disk. Their paths are the same, as those of GitHub's runners are: Go compiles them into what
 * it makes.
 */
export interface RunnerLab {
  readonly repository: string;
  write(path: string, text: string): void;
  /** Gives all files of the repository this time (RFC 3339). */
  age(time: string): void;
  /** Gives the proxy of all runners another module. */
  publish(module: string, version: string, files: Readonly<Record<string, string>>): void;
  /** Runs the built action on the host engine as a step of a new runner. */
  run(env: Readonly<Record<string, string>>, options?: RunOptions): Promise<RunnerRun>;
  dispose(): void;
}

export interface RunOptions {
  /** What the disk of the runner holds: nothing, unless said otherwise. */
  readonly disk?: Disk;
  readonly flags?: readonly string[];
  /** What started the run; a push to the default branch, unless said otherwise. */
  readonly event?: "push" | "pull-request";
}

const goMod = "module example.com/tool\n\ngo 1.22\n\nrequire example.com/dep v1.0.0\n";

export function runnerLab(): RunnerLab {
  const base = realpathSync(mkdtempSync(join(tmpdir(), "runner-lab-")));
  const [repository, proxy] = [join(base, "work", "tool"), join(base, "proxy")];
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(repository, path)), { recursive: true });
    writeFileSync(join(repository, path), text);
  };
  const dep = { "go.mod": "module example.com/dep\n\ngo 1.22\n", "dep.go": depSource };
  publishModule(proxy, "example.com/dep", "v1.0.0", dep);
  write("go.mod", goMod);
  write("main.go", 'package main\n\nimport "example.com/dep"\n\nfunc main() { println(dep.Sum(1)) }\n');
  write("lib/lib.go", "package lib\n\nfunc Two() int { return 2 }\n");
  write("lib/lib_test.go", libTest);
  const toolexec = join(base, "toolexec");
  writeFileSync(toolexec, recorder);
  chmodSync(toolexec, 0o755);
  const goEnv = (home: string): Record<string, string> => ({
    ...cleanEnv({ HOME: home, GOPROXY: `file://${proxy}`, GOSUMDB: "off", GOTOOLCHAIN: "local", GOENV: "off" }),
    GOPATH: join(home, "go"),
    GOMODCACHE: join(home, "go", "pkg", "mod"),
    GOCACHE: join(home, ".cache", "go-build"),
    GOFLAGS: `-toolexec=${toolexec}`,
    TOOLEXEC_LOG: join(home, "compiled"),
  });
  const home = join(base, "home");
  const std = join(base, "std");
  const newDisk = (disk: Disk): void => {
    if (existsSync(home)) removeAll(home);
    mkdirSync(join(home, "temp"), { recursive: true });
    if (disk === "empty") return;
    if (!existsSync(std))
      compileStd(join(base, "only-std"), { ...goEnv(home), GOCACHE: std, TOOLEXEC_LOG: "/dev/null" });
    cpSync(std, join(home, ".cache", "go-build"), { recursive: true });
  };
  newDisk("empty");
  // Not with the recorder: every runner compiles with it or not at all.
  execFileSync("go", ["mod", "tidy"], {
    cwd: repository,
    env: { ...goEnv(home), GOFLAGS: "-modcacherw" },
    stdio: "pipe",
  });
  const run: RunnerLab["run"] = async (env, { disk = "empty", flags = [], event = "push" } = {}) => {
    newDisk(disk);
    const [log, outputs] = [join(home, "compiled"), join(home, "outputs")];
    for (const file of [log, outputs]) writeFileSync(file, "");
    const action = await runAction(repository, [...fixed, ...flags], {
      ...goEnv(home),
      ...step(base, home),
      ...eventOf(event, home),
      ...env,
    });
    const report = join(repository, ".pipeline", "report.json");
    if (!existsSync(report)) throw new Error(`no report: ${action.stdout}${action.stderr}`);
    return {
      ...action,
      report: reportSchema.parse(JSON.parse(readFileSync(report, "utf8"))),
      compiled: readFileSync(log, "utf8").split("\n").slice(0, -1),
      outputs: readFileSync(outputs, "utf8"),
    };
  };
  const publish: RunnerLab["publish"] = (...module) => publishModule(proxy, ...module);
  const age = (time: string): void => {
    const entries = readdirSync(repository, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    for (const file of files) utimesSync(file, new Date(time), new Date(time));
  };
  return { repository, write, age, publish, run, dispose: () => removeAll(base) };
}

/** What a run compiles of the standard library, by a module that needs as much of it and no other. */
function compileStd(module: string, env: Readonly<Record<string, string>>): void {
  mkdirSync(module);
  const source = { "go.mod": "module example.com/std\n\ngo 1.22\n", "main.go": stdSource, "main_test.go": stdTest };
  for (const [name, text] of Object.entries(source)) writeFileSync(join(module, name), text);
  const options = { cwd: module, env, stdio: "pipe" } as const;
  execFileSync("go", ["vet", "./..."], options);
  execFileSync("go", ["test", "-coverprofile=/dev/null", "./..."], options);
  execFileSync("go", ["build", "-o", "/dev/null"], options);
}

/** The module cache is read-only. */
function removeAll(directory: string): void {
  execFileSync("chmod", ["-R", "u+w", directory]);
  rmSync(directory, { recursive: true, force: true });
}

/** What the runner tells of the event: variables, and a file with what GitHub says. */
function eventOf(event: "push" | "pull-request", home: string): Record<string, string> {
  const path = join(home, "event.json");
  const payload = { repository: { full_name: "octo/tool", default_branch: "main" } };
  const head = { pull_request: { head: { repo: { full_name: "octo/tool" } } } };
  writeFileSync(path, JSON.stringify(event === "push" ? payload : { ...payload, ...head }));
  return event === "push"
    ? { GITHUB_EVENT_PATH: path }
    : { GITHUB_EVENT_PATH: path, GITHUB_EVENT_NAME: "pull_request", GITHUB_REF: "refs/pull/7/merge" };
}

/** What the runner tells a step of a push to the default branch. */
function step(base: string, home: string): Record<string, string> {
  return {
    GITHUB_ACTIONS: "true",
    GITHUB_EVENT_NAME: "push",
    GITHUB_REF: "refs/heads/main",
    GITHUB_REPOSITORY: "octo/tool",
    GITHUB_RUN_ID: "7",
    GITHUB_RUN_ATTEMPT: "1",
    GITHUB_WORKSPACE: join(base, "work", "tool"),
    GITHUB_OUTPUT: join(home, "outputs"),
    RUNNER_ENVIRONMENT: "github-hosted",
    RUNNER_TEMP: join(home, "temp"),
  };
}

const fixed = ["--engine", "host", "--no-docker", "--platforms", "linux/amd64", "--no-upload-artifacts"];

/** Go tells programs that run its tools which package they are for (`go help build`, -toolexec). */
const recorder = `#!/bin/sh
case "$2" in
-V=full) ;;
*) echo "$(basename "$1") $TOOLEXEC_IMPORTPATH" >>"$TOOLEXEC_LOG" ;;
esac
exec "$@"
`;

const depSource = `package dep

import "strconv"

func Sum(i int) string { return strconv.Itoa(i) }
`;

const stdSource = 'package main\n\nimport "strconv"\n\nfunc main() { println(strconv.Itoa(1)) }\n';
const stdTest = 'package main\n\nimport "testing"\n\nfunc TestNothing(*testing.T) {}\n';

const libTest = `package lib

import (
	"os"
	"testing"
)

func TestTwo(t *testing.T) {
	files, _ := os.ReadDir("testdata")
	for _, file := range files {
		os.ReadFile("testdata/" + file.Name())
	}
	if Two() != 2 {
		t.Fatal(Two())
	}
}
`;
