import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type CacheService, startCacheService } from "../support/cache-service.ts";
import { type RunnerLab, type RunnerRun, runnerLab } from "../support/runner.ts";
import { type StandIn, standInFiles } from "../support/stand-in.ts";

let service: CacheService;
let lab: RunnerLab;
beforeAll(() => {
  lab = runnerLab();
});
afterAll(() => lab.dispose());
beforeEach(async () => {
  service = await startCacheService();
  write(2);
});
afterEach(() => service.close());

/** Lines of the log that speak of caches, with sizes and times left out. */
function told(stdout: string): readonly string[] {
  const lines = stdout.split("\n").filter((line) => line.startsWith("caches: "));
  return lines.map((line) =>
    line
      .replaceAll(/\d+(\.\d+)? (B|KiB|MiB|ms|s)\b/g, "N")
      .replaceAll(/go-pipeline-2-(base|delta)-[\w.-]+/g, (_, part: string) => part.toUpperCase()),
  );
}

const write = (result: number): void => lab.write("lib/lib.go", `package lib\n\nfunc Two() int { return ${result} }\n`);

/** Packages that were compiled. */
function compiled(run: RunnerRun): readonly string[] {
  return run.compiled.filter((line) => line.startsWith("compile ")).map((line) => line.split(" ")[1] ?? "");
}

/** What does not depend on how long anything took. */
function verdict({ exitCode, report }: RunnerRun) {
  const stages = report.stages.map(({ id, status, reason }) => [id, status, reason]);
  return { exitCode, stages, tests: report.totals.tests?.passed, coverage: report.totals.coverage?.percent };
}

describe.each([
  ["env", "std", ["example.com/dep"]],
  ["envV2", "empty", ["example.com/dep", "strconv"]],
] as const)("by the service in its version %s, on a disk that is at first %s", (version, disk, missing) => {
  it("the default branch saves a base, a pull request a delta, and the next run compiles what neither has", async () => {
    const env = service[version];
    const first = await lab.run(env, { disk });
    expect(first.exitCode, first.stdout).toBe(0);
    expect(told(first.stdout)).toEqual([
      "caches: nothing restored: no cache of an earlier run fits",
      "caches: saved N as base in N (BASE)",
    ]);
    expect(compiled(first)).toEqual(expect.arrayContaining([...missing]));
    expect(first.outputs).toMatch(/cache-hit<<(\S+)\nfalse\n/);
    expect(first.report.cache).toMatchObject({ hit: false, key: null, base: null, saved: true, savedAs: "base" });
    const base = first.report.cache?.savedKey;
    expect(service.archives().map(({ key }) => key)).toEqual([base]);

    // Another result of the same package is compiled and tested, and nothing else: the base has the standard library, which the disk does not.
    lab.write("lib/lib.go", "package lib\n\nfunc Two() int { return 1 + 1 }\n");
    const pull = await lab.run(env, { event: "pull-request", flags: ["--log-level=debug"] });
    expect(pull.exitCode, pull.stdout).toBe(0);
    expect(told(pull.stdout)).toEqual(["caches: restored N in N (BASE)", "caches: saved N as delta in N (DELTA)"]);
    expect(new Set(compiled(pull))).toEqual(new Set(["example.com/tool/lib", "example.com/tool/lib.test"]));
    expect(pull.outputs).toMatch(/cache-hit<<(\S+)\ntrue\n/);
    expect(pull.report.cache).toMatchObject({
      hit: true,
      key: base,
      base: { key: base },
      delta: null,
      savedAs: "delta",
    });

    // A checkout gives new times, by which Go notes packages anew.
    lab.age("2026-01-02T03:04:05Z");
    const next = await lab.run(env, { event: "pull-request", flags: ["--log-level=debug"] });
    expect(next.exitCode).toBe(0);
    expect(told(next.stdout)).toEqual([
      "caches: restored N in N (BASE, DELTA)",
      "caches: not saved: nothing new was compiled",
    ]);
    // The binary is the base's, and the test has its result: nothing is compiled or linked.
    expect(next.compiled.filter((line) => /^(asm|compile|cover|link|vet) /.test(line))).toEqual([]);
    expect(next.report.cache).toMatchObject({ base: { key: base }, delta: { key: pull.report.cache?.savedKey } });
    const why = [pull, next].map(({ stdout }) => stdout.split("\n").filter((line) => / ran: /.test(line)));
    expect(why).toEqual([
      [
        "tests: example.com/tool/lib ran: files in its directory have changed since it passed in https://github.com/octo/tool/actions/runs/7",
      ],
      [],
    ]);
    expect(verdict(next)).toEqual(verdict(pull));
    const runs = [{ run: "https://github.com/octo/tool/actions/runs/7", packages: 1 }];
    expect([pull, next].map(({ report }) => report.testReuse)).toMatchObject([
      { mode: "reuse", reused: 0 },
      { mode: "reuse", reused: 1, runs },
    ]);
    expect(service.archives()[1]?.key).toBe(pull.report.cache?.savedKey);
  });
});

it("a program is linked where it would not be the one that the base has, and where it is released", async () => {
  const main = (text: string): void =>
    lab.write(
      "main.go",
      `package main\n\nimport "example.com/dep"\n\nfunc main() { println("${text}", dep.Sum(1)) }\n`,
    );
  const linked = ({ compiled }: RunnerRun) => compiled.filter((line) => line.startsWith("link ")).length;
  const says = ({ report }: RunnerRun): string => {
    const path = report.artifacts[0]?.path ?? "";
    return spawnSync(join(lab.repository, path), { encoding: "utf8" }).stderr;
  };
  const flags = ["--no-test", "--no-vet"];
  main("first");
  await lab.run(service.envV2, { disk: "std", flags });
  const same = await lab.run(service.envV2, { event: "pull-request", flags });
  expect([linked(same), says(same)]).toEqual([0, "first 1\n"]);
  const tag = { GITHUB_REF: "refs/tags/v1.0.0", GITHUB_REF_TYPE: "tag" };
  const released = await lab.run({ ...service.envV2, ...tag }, { flags: [...flags, "--cache=restore"] });
  expect(released.report.cache).toMatchObject({ hit: true });
  expect([linked(released), says(released)]).toEqual([1, "first 1\n"]);
  main("other");
  const other = await lab.run(service.envV2, { event: "pull-request", flags });
  expect([linked(other), says(other)]).toEqual([1, "other 1\n"]);
});

it("a test that looks at one file more runs once, though its binary is that of the base", async () => {
  const env = service.envV2;
  lab.write("lib/testdata/a.txt", "a");
  await lab.run(env, { disk: "std" });
  lab.write("lib/testdata/b.txt", "b");
  const reused: (number | undefined)[] = [];
  for (const time of ["2026-01-02T03:04:05Z", "2026-01-03T03:04:05Z"]) {
    lab.age(time);
    const { report } = await lab.run(env, { event: "pull-request" });
    reused.push(report.testReuse?.reused);
  }
  expect(reused).toEqual([0, 1]);
});

it("what goes wrong makes a run slower, and never another one", async () => {
  const env = service.envV2;
  const first = await lab.run(env, { disk: "std" });
  lab.write("lib/lib.go", "package lib\n\nfunc Two() int { return 1 + 1 }\n");
  const pull = await lab.run(env, { event: "pull-request" });
  expect([first, pull].map(({ report }) => report.cache?.savedAs)).toEqual(["base", "delta"]);
  const cold = async (): Promise<RunnerRun> => {
    const run = await lab.run(env, { event: "pull-request", disk: "std" });
    expect(verdict(run)).toEqual(verdict(pull));
    expect(compiled(run)).toContain("example.com/dep");
    expect(run.report.cache).toMatchObject({ hit: false, key: null, base: null, delta: null });
    return run;
  };

  // Half a cache, and nothing is saved on top of it.
  service.fault = "cut-5";
  expect(told((await cold()).stdout)).toEqual([
    expect.stringMatching(/^caches: nothing restored: the download broke off/),
    "caches: not saved: what there is of earlier runs could not be restored",
  ]);

  // One that stops to arrive.
  service.fault = "stalled";
  expect(told((await cold()).stdout)).toEqual([
    expect.stringMatching(/^caches: nothing restored: /),
    "caches: not saved: what there is of earlier runs could not be restored",
  ]);
  service.fault = null;

  // Caches of another Go; beside another job that saves at once.
  service.rename((key) => key.replace(/-go1\.\d+(\.\d+)?-/, "-go1.1.1-"));
  service.fault = "conflict";
  expect(told((await cold()).stdout)).toEqual([
    "caches: nothing restored: no cache of an earlier run fits",
    expect.stringMatching(/^caches: not saved: Unable to reserve cache/),
  ]);
  service.fault = null;
  service.rename((key) => key.replace("-go1.1.1-", `-${first.report.modules[0]?.goVersion}-`));

  // A delta whose base is gone.
  service.forget(({ key }) => key.includes("-base-"));
  expect(told((await cold()).stdout)[0]).toBe("caches: nothing restored: no cache of an earlier run fits");
});

it("no result of a test is taken on another image of the runner than the one that it was made on", async () => {
  const on = (image: string) => ({ ...service.envV2, ImageOS: "ubuntu24", ImageVersion: image });
  const pull = async (image: string): Promise<RunnerRun> => {
    const run = await lab.run(on(image), { event: "pull-request" });
    expect(run.exitCode, run.stdout).toBe(0);
    return run;
  };
  const first = await lab.run(on("1.1"), { disk: "std" });
  expect(first.report.cache?.savedKey).toMatch(/-ubuntu24_1\.1-\d{8}$/);
  expect((await pull("1.1")).report.testReuse).toMatchObject({ mode: "reuse", reused: 1 });
  const other = await pull("1.2");
  expect(other.report.testReuse).toMatchObject({
    ...{ mode: "full", reused: 0 },
    reason: "the results in the caches are those of another image of the runner",
  });
  expect(other.report.cache).toMatchObject({ hit: true, key: first.report.cache?.savedKey });
  // What is compiled holds there too.
  expect(compiled(other)).not.toContain("example.com/dep");
  // What that run may have left is of no use on the first image, whose own runs had nothing new.
  expect((await pull("1.1")).report.cache?.delta).toBeNull();
  let base = await lab.run(on("1.2"), { disk: "std" });
  // Where all results are the same bytes as those that were restored, times of tests included, there is nothing to save.
  while (base.report.cache?.savedKey === null) base = await lab.run(on("1.2"), { disk: "std" });
  expect(base.report.cache?.savedKey).toMatch(/-ubuntu24_1\.2-\d{8}$/);
  for (const image of ["1.2", "1.1"]) {
    expect((await pull(image)).report.testReuse).toMatchObject({ mode: "reuse", reused: 1 });
  }
});

it("a program that was compiled for a stage comes along: the next runner needs neither its sources nor a proxy", async () => {
  const golangci: StandIn = {
    name: "golangci-lint",
    module: "github.com/golangci/golangci-lint/v2",
    version: "v2.15.0",
    go: "1.22",
  };
  lab.publish(golangci.module, golangci.version, standInFiles(golangci));
  const report = resolve(import.meta.dirname, "../fixtures/golangci/green.json");
  const env = { ...service.envV2, STAND_IN_REPORT: report };
  const flags = ["--lint", "--no-vet", "--no-test", "--no-build"];
  const lintOf = ({ report }: RunnerRun) => report.stages.find(({ gate }) => gate === "lint");
  const first = await lab.run(env, { disk: "std", flags });
  expect([first.exitCode, lintOf(first)?.status], first.stdout).toEqual([0, "passed"]);
  const offline = { ...env, GOPROXY: "off" };
  const next = await lab.run(offline, { flags });
  expect([next.exitCode, lintOf(next)?.status], next.stdout).toEqual([0, "passed"]);
  expect(next.report.cache).toMatchObject({ hit: true, key: first.report.cache?.savedKey });
  // What is restored is taken for no other version.
  const other = await lab.run(offline, { flags: [...flags, "--lint-version=v2.14.0"] });
  expect([other.exitCode, lintOf(other)?.status]).toEqual([3, "errored"]);
});
