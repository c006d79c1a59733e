import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { fault } from "./support/fault.ts";
import { type Ended, orphansIn, run } from "./support/run.ts";
import { expectNothingLeft, readReport } from "./support/verdict.ts";
import { localEnv, makeWorld, readIn, realTool, stub, tinyModule, type World } from "./support/world.ts";

const host = ["--engine", "host", "--no-docker", "--platforms", "linux/amd64"];

function runHere(world: World, env: Readonly<Record<string, string>> = {}, args = host): Promise<Ended> {
  return run({ cwd: world.repository, args, env: localEnv(world, env) });
}

/** The environment's fault: exit code 3, a report that says so, and words for people instead of a stack. */
function expectEnvironmentError(ended: Ended, world: World, words: RegExp): void {
  expect(ended.stdout).toMatch(words);
  expect(ended.stdout + ended.stderr).not.toMatch(/^ +at .*\.js:\d+|itself broke/m);
  expect(ended.exitCode).toBe(3);
  expect(readReport(world).conclusion).toBe("error");
  expectNothingLeft(world);
}

describe("Go", () => {
  fault("go-is-missing", async () => {
    const world = makeWorld();
    symlinkSync(realTool("git"), join(world.bin, "git"));
    const ended = await runHere(world, { PATH: world.bin });
    expectEnvironmentError(ended, world, /No usable Go on this machine: go: command not found.*Install Go/);
  });

  fault("go-is-too-old", async () => {
    const world = makeWorld();
    stub(world, "go", `real-go "$@" | sed 's/"go1[.][0-9.]*"/"go1.20.14"/'`);
    expectEnvironmentError(await runHere(world), world, /go1\.20\.14 is too old: the pipeline needs Go 1\.22/);
  });

  fault("toolchain-that-nobody-has", async () => {
    for (const line of ["go 1.22\n\ntoolchain go1.999.0", "go 1.999.0"]) {
      const world = makeWorld({ ...tinyModule, "go.mod": `module example.com/tiny\n\n${line}\n` });
      const ended = await runHere(world, { GOTOOLCHAIN: "auto", GOPROXY: "off" });
      expectEnvironmentError(ended, world, /Go 1\.999\.0, but the host engine has go1\.\d+/);
    }
  });

  fault("go-prints-garbage", async () => {
    const world = makeWorld();
    stub(world, "go", 'echo "Segmentation fault (core dumped)"; echo "{\\"GOVERSION\\": 7}"');
    expectEnvironmentError(await runHere(world), world, /No usable Go on this machine/);
  });

  fault("go-dies-in-the-middle", async () => {
    const world = makeWorld();
    stub(
      world,
      "go",
      `case "$1" in\nvet) kill -9 $$ ;;\ntest) echo '{"Action":"run","Package":"example.com/tiny","Test":"TestOne"}'; kill -9 $$ ;;\nesac\nexec real-go "$@"`,
    );
    const ended = await runHere(world);
    expect(ended.exitCode).toBe(1);
    const { stages, artifacts } = readReport(world);
    expect(stages["vet"]).toMatchObject({ status: "failed", reason: "go vet was ended by SIGKILL" });
    expect(stages["test"]?.status).toBe("failed");
    expect(stages["build:linux/amd64"]?.status).toBe("passed");
    expect(artifacts.map(({ name }) => name)).toEqual(["tiny-linux-amd64"]);
    expectNothingLeft(world);
  });

  fault("no-home-for-caches", async () => {
    const world = makeWorld();
    const env = Object.entries(localEnv(world)).filter(
      ([name]) => !/^(HOME|XDG_.*|GOCACHE|GOENV|GOPATH|GOFLAGS)$/.test(name),
    );
    const ended = await run({ cwd: world.repository, args: host, env: Object.fromEntries(env) });
    expect([1, 3]).toContain(ended.exitCode);
    expect(ended.stdout).toContain("GOCACHE is not defined");
    expect(readReport(world).conclusion).not.toBe("success");
    expectNothingLeft(world);
  });
});

/** A test whose body is these statements, with the imports they need. */
function moduleWithTest(body: string, ...imports: readonly string[]): Readonly<Record<string, string>> {
  const names = ["testing", ...imports].sort().map((name) => `\t"${name}"\n`);
  return {
    ...tinyModule,
    "main_test.go": `package main\n\nimport (\n${names.join("")})\n\nfunc TestBad(t *testing.T) {\n${body}\n}\n`,
  };
}

describe("tests that end badly", () => {
  const endings = {
    "exit with 0": moduleWithTest("\tos.Exit(0)", "os"),
    "panic in a goroutine": moduleWithTest('\tgo panic("boom")\n\tselect {}'),
    "concurrent map writes": moduleWithTest(
      "\tm := map[int]int{}\n\tfor range 8 {\n\t\tgo func() {\n\t\t\tfor {\n\t\t\t\tm[0]++\n\t\t\t}\n\t\t}()\n\t}\n\tselect {}",
    ),
    "stack overflow": {
      ...moduleWithTest("\tdebug.SetMaxStack(1 << 20)\n\tdeep(t)", "runtime/debug"),
      "deep_test.go": 'package main\n\nimport "testing"\n\nfunc deep(t *testing.T) { t.Helper(); deep(t) }\n',
    },
  };

  fault("tests-that-crash", async () => {
    const packages = Object.values(endings).map((files, index) => {
      const inDir = Object.entries(files).filter(([path]) => path !== "go.mod");
      return Object.fromEntries(inDir.map(([path, text]) => [`p${index}/${path}`, text]));
    });
    const world = makeWorld(Object.assign({}, { "go.mod": "module example.com/tiny\n\ngo 1.22\n" }, ...packages));
    const ended = await runHere(world, {}, [...host, "--no-build", "--no-vet", "--no-format"]);
    expect(ended.exitCode).toBe(1);
    expect(readReport(world)).toMatchObject({
      conclusion: "failure",
      totals: { tests: { passed: 0, failed: packages.length } },
    });
    expect(ended.peakKiB).toBeLessThan(512 * 1024);
    expect(readIn(world, ".pipeline/logs/test.log")).toContain("stack overflow");
    expectNothingLeft(world);
  });

  fault("processes-that-outlive-tests", async () => {
    const start =
      '\tfor range 50 {\n\t\tif err := exec.Command("sleep", "300").Start(); err != nil {\n\t\t\tt.Fatal(err)\n\t\t}\n\t}';
    const world = makeWorld(moduleWithTest(start, "os/exec"));
    const ended = await runHere(world, {}, [...host, "--no-build", "--no-vet"]);
    expect(ended.exitCode).toBe(0);
    expect(await orphansIn(world.root)).toEqual([]);
  });
});
