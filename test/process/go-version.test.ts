import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { toolchain } from "../support/go127.ts";
import { directory, repository } from "../support/repository.ts";
import { type ActionRun, cleanEnv, runAction } from "../support/run-action.ts";

type Files = Readonly<Record<string, string>>;

function goEnv(name: string): string {
  const env = { ...process.env, GOTOOLCHAIN: "local" };
  return spawnSync("go", ["env", name], { encoding: "utf8", env }).stdout.trim();
}

const installed = goEnv("GOVERSION").replace(/^go/, "");
const line = installed.replace(/\.\d+$/, "");

/** Its test shows which Go ran it, and which one a program of the repository finds. */
const files: Files = {
  "go.mod": "module example.com/tool\n\ngo 1.22\n",
  "main.go": "package main\n\nfunc main() {}\n",
  "main_test.go": `package main

import (
	"os/exec"
	"runtime"
	"testing"
)

func TestGo(t *testing.T) {
	out, err := exec.Command("go", "env", "GOVERSION").Output()
	t.Logf("ran %s found %s %v", runtime.Version(), out, err)
}
`,
};

interface Whole extends ActionRun {
  /** By module. */
  readonly versions: readonly (string | null)[];
  readonly reasons: readonly string[];
  readonly events: string;
  readonly commands: string;
}

const args = ["--engine", "host", "--no-docker", "--platforms", "linux/amd64"];

async function run(more: readonly string[], env: Files, others: Files = {}): Promise<Whole> {
  const root = repository({ ...files, ...others });
  const ran = await runAction(root, [...args, ...more], cleanEnv({ GOTOOLCHAIN: "auto", GOFLAGS: "", ...env }));
  const read = (path: string): string => readFileSync(join(root, ".pipeline", path), "utf8");
  const report = JSON.parse(read("report.json"));
  const versions = report.modules.map(({ goVersion }: { goVersion: string | null }) => goVersion);
  const commands = report.stages.map(({ command }: { command: string | null }) => command).join("\n");
  const events = report.stages.length === 0 ? "" : read("tests/test2json.jsonl");
  return { ...ran, versions, reasons: report.reasons, events, commands };
}

async function dryRun(more: readonly string[], env: Files, others: Files = {}): Promise<ActionRun> {
  const root = repository({ ...files, ...others });
  const own = cleanEnv({ GOTOOLCHAIN: "auto", GOFLAGS: "", ...env });
  return await runAction(root, [...args, "--dry-run", ...more], own);
}

/** A module proxy whose list of toolchains has these releases. */
function proxyWith(...versions: readonly string[]): string {
  const lines = versions.map((version) => `v0.0.1-go${version}.linux-amd64\n`);
  return pathToFileURL(directory({ "golang.org/toolchain/@v/list": lines.join("") })).href;
}

/** A tool cache with the Go on PATH. */
function toolCache(): string {
  const cache = directory({});
  mkdirSync(join(cache, "go", installed), { recursive: true });
  symlinkSync(goEnv("GOROOT"), join(cache, "go", installed, process.arch));
  writeFileSync(join(cache, "go", installed, `${process.arch}.complete`), "");
  return cache;
}

/** PATH with the programs of the system, and `go` only as a script. */
function pathWith(script: string | null): string {
  const bin = directory({});
  for (const name of ["sh", "git", "gcc", "uname"]) {
    const found = spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).stdout.trim();
    if (found !== "") symlinkSync(found, join(bin, name));
  }
  if (script !== null) {
    writeFileSync(join(bin, "go"), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, "go"), 0o755);
  }
  return bin;
}

describe("go-version", () => {
  it("of a line or an exact one that is on PATH needs no network, whatever the toolchain line asks for", async () => {
    const off = { GOPROXY: "off" };
    const newer = { "go.mod": `${files["go.mod"]}\ntoolchain go1.99.1\n` };
    for (const asked of [line, installed]) {
      const { exitCode, versions, reasons, commands } = await run(["--go-version", asked], off, newer);
      expect([exitCode, reasons, versions]).toEqual([0, [], [`go${installed}`]]);
      expect(commands).toContain(`GOTOOLCHAIN=go${installed} go vet ./...`);
    }
  });

  it.each([
    ["stable", installed, [installed, `${line}.0`, "1.22.1"]],
    ["oldstable", installed, ["1.99.3", installed]],
  ])("%s is the newest release by the proxy's list: %s", async (asked, version, list) => {
    const { exitCode, stdout } = await dryRun(["--go-version", asked], { GOPROXY: `${proxyWith(...list)},off` });
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`go-version: ${asked} is Go ${version}, by the module proxy's list\n`);
    expect(stdout).toContain(`go         go${version} (go-version asks for ${version})\n`);
  });

  it.each(["stable", "oldstable", "1.22"])("%s cannot be told offline: exit 3", async (asked) => {
    const { exitCode, reasons } = await run(["--go-version", asked], { GOPROXY: "off" });
    expect([exitCode, reasons]).toEqual([
      3,
      [
        expect.stringContaining(
          `go-version: which Go ${asked} is cannot be told: the list of Go's releases cannot be had`,
        ),
      ],
    ]);
  });

  it("that nobody has is exit 3 in Go's words", async () => {
    const { exitCode, reasons } = await run(["--go-version", "1.22.99"], { GOPROXY: "off", GOTOOLCHAIN: "local" });
    expect([exitCode, reasons]).toEqual([
      3,
      [
        expect.stringMatching(
          /^go-version asks for Go 1\.22\.99, but .* \(go: download go1\.22\.99 for .*not available\)/,
        ),
      ],
    ]);
  });
});

describe("the tool cache of the runner", () => {
  const old = `case "$1" in env) echo '{"GOVERSION":"go1.20.14"}';; *) echo 'the old Go ran' >&2; exit 1;; esac`;

  it.each([
    ["no Go on PATH", null, ["--go-version", installed]],
    ["another Go on PATH", old, ["--go-version", installed]],
    ["an old Go on PATH and no go-version", old, []],
  ])("is used with %s, by programs of the repository too", async (_, script, more) => {
    const env = { PATH: pathWith(script), RUNNER_TOOL_CACHE: toolCache(), GOPROXY: "off", GOROOT: "/nowhere" };
    const { exitCode, reasons, versions, events } = await run(more, env);
    expect([exitCode, reasons, versions]).toEqual([0, [], [`go${installed}`]]);
    expect(events).toContain(`ran go${installed} found go${installed}`);
  });

  it("is left alone where it holds another Go", async () => {
    const env = { PATH: pathWith(null), RUNNER_TOOL_CACHE: toolCache(), GOPROXY: "off" };
    const { exitCode, reasons } = await run(["--go-version", "1.22.99"], env);
    expect([exitCode, reasons]).toEqual([
      3,
      [expect.stringMatching(/No usable Go on this machine.*actions\/setup-go before this action/)],
    ]);
  });
});

describe("go-version-file", () => {
  it.each([
    [".go-version", `${installed}\n`],
    [".tool-versions", `nodejs 20.1.0\ngolang ${installed}\n`],
    ["tools/go.mod", `module example.com/tools\n\ngo ${line}\n`],
  ])("%s says the version of every module", async (path, content) => {
    const more = ["--go-version-file", path, "--modules", "."];
    const { exitCode, stdout } = await dryRun(more, { GOPROXY: "off" }, { [path]: content });
    expect([exitCode, stdout.split("\n")[1]]).toEqual([
      0,
      `go         go${installed} (go-version-file (${path}) asks for ${installed})`,
    ]);
  });

  it.each([
    [
      ["--go-version-file", "absent/go.mod"],
      '"absent/go.mod" is not a file; name a go.mod, go.work, .go-version or .tool-versions',
    ],
    [["--go-version-file", ".tool-versions"], "go-version-file: .tool-versions says no Go version"],
    [["--go-version-file", "main.go"], '"main.go" has no format that is known'],
    [["--go-version-file", "../go.mod"], "is outside of the repository"],
    [["--go-version-file", "go.mod", "--go-version", line], "go-version says it already"],
  ])("%o is exit 2", async (more, words) => {
    const { exitCode, stdout } = await dryRun(more, {}, { ".tool-versions": "nodejs 20.1.0\n" });
    expect(exitCode).toBe(2);
    expect(stdout).toContain(words);
  });
});

// In `npm run test:go127`, which has seen to the other Go.
describe.runIf(process.env["GOTOOLCHAIN"] === toolchain)("a Go that the one on PATH fetches", () => {
  it.each(["auto", "local"])("runs everything, with GOTOOLCHAIN=%s in the environment", async (setting) => {
    const { exitCode, versions, events, commands } = await run(["--go-version", "1.27.4"], { GOTOOLCHAIN: setting });
    expect([exitCode, versions]).toEqual([0, [toolchain]]);
    expect(events).toContain(`ran ${toolchain} found ${toolchain}`);
    expect(commands).toContain(`GOTOOLCHAIN=${toolchain} go vet ./...`);
  });
});
