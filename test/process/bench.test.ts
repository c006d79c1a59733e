import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Benchmarks, Report, StageResult } from "../../src/model/report.ts";
import { publishModule } from "../support/go-proxy.ts";
import { directory, gitIn, repository } from "../support/repository.ts";
import { cleanEnv } from "../support/run-action.ts";
import { runInProcess } from "../support/run-in-process.ts";
import { publishStandIns, type StandIn, standInFiles, standInPackage } from "../support/stand-in.ts";

/** What benchstat of 2026-09-08 printed; the repository's benchmarks run, but the verdict is made of this. */
const printed = (name: string): string => resolve(import.meta.dirname, `../fixtures/benchstat/${name}.csv`);

const benchstat: StandIn = {
  ...{ name: "benchstat", module: "golang.org/x/perf", version: "v0.0.0-20260908200009-22c9c6c9d4da", go: "1.22" },
};
const standIns = publishStandIns([benchstat]);
let bin = "";
beforeAll(() => {
  bin = standIns.compile(benchstat);
});

const goMod = "module example.com/tool\n\ngo 1.22\n";
const benchmark = (name: string, body = ""): string =>
  `package tool\n\nimport "testing"\n\nfunc Benchmark${name}(b *testing.B) {\n${body}\tfor i := 0; i < b.N; i++ {\n\t}\n}\n`;
const files = { "go.mod": goMod, "tool_test.go": benchmark("One") };

interface Told {
  readonly report?: string;
  readonly says?: string;
  readonly exit?: number | "killed";
  readonly env?: Readonly<Record<string, string>>;
}

const onPath = (): Readonly<Record<string, string>> => ({ PATH: [bin, process.env["PATH"]].join(delimiter) });

async function run(
  dir: string,
  flags: readonly string[],
  { report = printed("compared"), says = "", exit = 0, env }: Told = {},
) {
  const none = ["docker", "test", "build", "vet", "format"].map((name) => `--no-${name}`);
  const count = flags.some((flag) => flag.startsWith("--bench-count")) ? [] : ["--bench-count=2"];
  const told = { STAND_IN_REPORT: report, STAND_IN_SAYS: says, STAND_IN_EXIT: `${exit}`, GOFLAGS: "-benchtime=1x" };
  const args = ["--engine=host", "--cache=false", ...count, ...none, ...flags];
  const ended = await runInProcess(dir, args, cleanEnv({ ...told, ...onPath(), ...env }));
  const path = join(dir, ".pipeline/report.json");
  const found: Report | null = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null;
  const stage = (id = "bench"): StageResult | undefined => found?.stages.find((each) => each.id === id);
  const kept = (name: string): string => readFileSync(join(dir, ".pipeline/bench", name), "utf8");
  const benchmarks: readonly Benchmarks[] = found?.benchmarks ?? [];
  return {
    ...ended,
    dir,
    stage,
    kept,
    benchmarks,
    log: () => readFileSync(join(dir, ".pipeline/logs/bench.log"), "utf8"),
  };
}

/** A repository whose branch `main` is the base of what is checked out. */
function changed(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string | null>>): string {
  const dir = repository(before);
  gitIn(dir, "checkout", "--quiet", "-b", "work");
  for (const [path, text] of Object.entries(after)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    if (text === null) rmSync(join(dir, path));
    else writeFileSync(join(dir, path), text);
  }
  gitIn(dir, "add", "--all");
  gitIn(dir, "commit", "--quiet", "--message=change");
  return dir;
}

const change = { "doc.go": "package tool\n" };
const limit = ["--bench-count=4", "--bench-threshold=40"];
const limited = ["--bench", "--base=main", ...limit];

describe("benchmarks", () => {
  it("are compared with those of the base, and what both printed is kept", async () => {
    const ended = await run(changed(files, change), ["--bench", "--base=main"]);
    expect([ended.exitCode, ended.stage()]).toMatchObject([0, { status: "passed", reason: null, cached: false }]);
    for (const side of ["head.txt", "base.txt"])
      expect(ended.kept(side).match(/^BenchmarkOne\S*\s+1\s/gm)).toHaveLength(2);
    expect(ended.kept("benchstat.txt")).toContain("Slow-2");
    expect(ended.log()).toContain("Slow-2");
    const [found] = ended.benchmarks;
    expect(found?.base).toMatch(/^[0-9a-f]{40}$/);
    expect(found).toMatchObject({
      module: ".",
      threshold: null,
      notes: [],
      files: [".pipeline/bench/head.txt", ".pipeline/bench/base.txt", ".pipeline/bench/benchstat.txt"],
    });
    expect(
      found?.results.filter(({ direction }) => direction === "worse").map(({ name, unit }) => `${name} ${unit}`),
    ).toEqual(["Slow-2 sec/op", "Slow-2 B/s", "NowAllocates-2 B/op", "NowAllocates-2 allocs/op"]);
    expect(found?.results.some(({ name }) => name === "Gone-2")).toBe(false);
    expect(ended.stage()?.command).toBe("go test '-run=^$' -bench=. -benchmem -count=2 ./...");
  });

  it("fail beyond a limit, also from nothing to something, with what is worse", async () => {
    const ended = await run(changed(files, change), limited);
    expect([ended.exitCode, ended.stage()]).toMatchObject([
      1,
      { status: "failed", reason: "2 benchmarks are worse by more than 40 %" },
    ]);
    expect(ended.stage()?.findings.map(({ source, message }) => `${source} ${message}`)).toEqual([
      expect.stringContaining(
        "bench-change example.com/tool: BenchmarkSlow-2: sec/op 102.5 ns → 152.5 ns (+48.78 %, p = 0.002",
      ),
      expect.stringContaining("B/op 0 B → 64 B (from 0"),
      expect.stringContaining("allocs/op 0 allocs → 3 allocs (from 0"),
    ]);
    expect((await run(changed(files, change), ["--bench=warn", "--base=main", ...limit])).exitCode).toBe(0);
    expect((await run(changed(files, change), limited, { report: printed("same") })).stage()?.status).toBe("passed");
  });

  it("have no stage unless somebody asks, and need enough runs for a limit", async () => {
    const dir = changed(files, change);
    expect((await run(dir, [])).stage()).toBeUndefined();
    const few = await run(dir, ["--bench", "--bench-count=3", "--bench-threshold=5"]);
    expect([few.exitCode, few.stdout]).toEqual([
      2,
      expect.stringContaining("with less than 4 runs no difference is significant"),
    ]);
    const plan = await run(dir, ["--bench", "--dry-run"]);
    expect(plan.stdout).toMatch(/^bench +go test .* \(alone, when everything else has ended\)$/m);
  });

  it("are measured alone where there is no base, which is said", async () => {
    const dir = repository(files);
    const same = await run(dir, ["--bench", "--base=main"], { report: printed("head-only") });
    expect([same.exitCode, same.benchmarks[0]?.base, same.benchmarks[0]?.notes]).toEqual([
      0,
      null,
      [expect.stringMatching(/^compared with nothing: nothing has changed since the base \([0-9a-f]{12}\)$/)],
    ]);
    expect(existsSync(join(dir, ".pipeline/bench/base.txt"))).toBe(false);
    const unknown = await run(dir, ["--bench", "--base=gone"], { report: printed("head-only") });
    expect([unknown.exitCode, unknown.benchmarks[0]?.notes]).toEqual([
      0,
      [expect.stringContaining("git knows no commit gone")],
    ]);
  });

  it("break where a limit has a base that cannot be had, before they run", async () => {
    const ended = await run(repository(files), ["--bench", "--base=gone", ...limit]);
    expect([ended.exitCode, ended.stage()?.status, ended.benchmarks]).toEqual([3, "errored", []]);
    expect(ended.stage()?.reason).toContain("bench-threshold is held against nothing: git knows no commit gone");
  });

  it("are compared as far as the base has them and builds", async () => {
    const before = { ...files, "broken/broken_test.go": "package broken\n\nfunc x() { return 1 }\n" };
    const fine = benchmark("Other").replace("package tool", "package other");
    const after = {
      "broken/broken_test.go": fine.replace("other", "broken"),
      "added/a_test.go": fine.replace("other", "added"),
    };
    const ended = await run(changed(before, after), ["--bench", "--base=main"]);
    expect(ended.exitCode).toBe(0);
    expect(ended.benchmarks[0]?.notes).toEqual([
      "at the base these do not build, and are compared with nothing: example.com/tool/broken",
      "at the base there is no example.com/tool/added",
    ]);
    expect(ended.kept("head.txt").match(/^pkg: .*/gm)).toHaveLength(6);
    expect(ended.kept("base.txt").match(/^pkg: .*/gm)).toHaveLength(2);
  });

  it("are compared with nothing of a base that does not have the module, or cannot be loaded", async () => {
    const head = { report: printed("head-only") };
    const moved = await run(changed({ "readme.md": "" }, files), ["--bench", "--base=main"], head);
    expect([moved.exitCode, moved.benchmarks[0]?.notes]).toEqual([
      0,
      [expect.stringContaining("the module is not there at the base")],
    ]);
    const broken = await run(changed({ ...files, "go.mod": "module\n" }, files), ["--bench", "--base=main"], head);
    expect([broken.exitCode, broken.benchmarks[0]?.base, broken.benchmarks[0]?.notes.at(-1)]).toEqual([
      0,
      null,
      expect.stringContaining("at the base nothing can be run: "),
    ]);
    const unheld = await run(changed({ ...files, "go.mod": "module\n" }, files), limited, head);
    expect(unheld.stage()).toMatchObject({
      ...{ status: "warned", reason: expect.stringMatching(/^bench-threshold is held against nothing: .*at the base/) },
    });
  });

  it("are built at the base with the go.work of the base that GOWORK names", async () => {
    const lib = (value: number): string => `package lib\n\nconst Value = ${value}\n`;
    const uses =
      'package tool\n\nimport (\n\t"testing"\n\n\t"example.com/lib"\n)\n\nfunc BenchmarkOne(b *testing.B) {\n\tb.ReportMetric(lib.Value, "x/op")\n}\n';
    const before = {
      ...{ "lib/go.mod": "module example.com/lib\n\ngo 1.22\n", "lib/lib.go": lib(11) },
      ...{ "tool/go.mod": goMod, "tool/tool_test.go": uses },
    };
    const work = { "ci/go.work": "go 1.22\n\nuse (\n\t../lib\n\t../tool\n)\n" };
    const measured = async (dir: string) => {
      const env = { GOWORK: join(dir, "ci/go.work") };
      const ended = await run(dir, ["--bench", "--base=main", "--modules=tool"], { env });
      expect([ended.exitCode, ended.stage()?.status], ended.stdout).toEqual([0, "passed"]);
      return ended;
    };
    const moved = await measured(changed({ ...before, ...work }, { "lib/lib.go": lib(22) }));
    expect(moved.kept("base.txt")).toMatch(/^BenchmarkOne\S*\s+1\s.*\b11(\.0+)? x\/op/m);
    expect(moved.kept("head.txt")).toMatch(/^BenchmarkOne\S*\s+1\s.*\b22(\.0+)? x\/op/m);
    // Where the base has none, its module is alone, and that does not build.
    const added = await measured(changed(before, { ...work, "lib/lib.go": lib(22) }));
    expect(added.benchmarks[0]?.notes).toEqual([
      "at the base these do not build, and are compared with nothing: example.com/tool",
    ]);
  });

  it("that fail at the base only are said", async () => {
    const failing = { ...files, "tool_test.go": benchmark("One", '\tb.Fatal("old")\n') };
    const ended = await run(changed(failing, files), ["--bench", "--base=main"]);
    expect([ended.exitCode, ended.benchmarks[0]?.notes]).toEqual([
      0,
      ["at the base not all could be measured: 1 benchmark failed"],
    ]);
  });

  it("fail when one fails, panics or does not compile", async () => {
    const failing = await run(changed(files, { "tool_test.go": benchmark("One", '\tb.Fatal("out of luck")\n') }), [
      "--bench",
      "--base=main",
    ]);
    expect([failing.exitCode, failing.stage()]).toMatchObject([
      1,
      {
        status: "failed",
        reason: "1 benchmark failed",
        findings: [
          {
            source: "bench",
            path: "tool_test.go",
            line: 6,
            message: expect.stringContaining("-bench '^BenchmarkOne$'"),
          },
        ],
      },
    ]);
    expect(failing.kept("head.txt")).toContain("out of luck");
    expect(failing.log()).toContain("out of luck");
    const panicking = await run(changed(files, { "tool_test.go": benchmark("One", '\tpanic("out of luck")\n') }), [
      "--bench",
      "--base=main",
    ]);
    expect([panicking.exitCode, panicking.stage()?.status]).toEqual([1, "failed"]);
    expect(panicking.stage()?.findings[0]).toMatchObject({ path: "tool_test.go", line: 6 });
    const broken = await run(changed(files, { "tool_test.go": `${benchmark("One")}\nfunc x() { return 1 }\n` }), [
      "--bench",
      "--base=main",
    ]);
    expect([broken.exitCode, broken.stage()]).toMatchObject([
      1,
      { status: "failed", findings: [{ source: "compile", path: "tool_test.go", line: 10 }] },
    ]);
  });

  it("are none where a package only prints what looks like one", async () => {
    const says =
      'package tool\n\nimport (\n\t"fmt"\n\t"os"\n\t"testing"\n)\n\nfunc TestMain(m *testing.M) {\n\tfmt.Println("BenchmarkDB: none")\n\tfmt.Println("BenchmarkDB:")\n\tos.Exit(m.Run())\n}\n';
    const ended = await run(changed({ ...files, "tool_test.go": says }, change), ["--bench", "--base=main"]);
    expect([ended.exitCode, ended.stage()]).toMatchObject([0, { status: "skipped", reason: "no benchmarks" }]);
  });

  it("are skipped where there are none, and a limit is not met by nothing", async () => {
    const dir = repository({ "go.mod": goMod, "tool.go": "package tool\n" });
    const none = await run(dir, ["--bench"]);
    expect([none.exitCode, none.stage()]).toMatchObject([0, { status: "skipped", reason: "no test files" }]);
    const tests = {
      "go.mod": goMod,
      "tool_test.go": 'package tool\n\nimport "testing"\n\nfunc TestX(*testing.T) {}\n',
    };
    const lacking = await run(changed(tests, change), limited);
    expect([lacking.exitCode, lacking.stage()?.reason, lacking.stage("bench:threshold")]).toMatchObject([
      1,
      "no benchmarks",
      { status: "failed" },
    ]);
    const other = await run(changed(files, change), ["--bench", "--base=main", "--bench-pattern=Nothing"]);
    expect([other.exitCode, other.stage()]).toMatchObject([
      0,
      { status: "skipped", reason: expect.stringContaining("bench-pattern Nothing") },
    ]);
  });

  it("are those of every module, one after the other", async () => {
    const of = (dir: string) => ({
      [`${dir}/go.mod`]: goMod.replace("tool", dir),
      [`${dir}/a_test.go`]: benchmark("One"),
    });
    const dir = changed({ ...of("a"), ...of("b") }, { "a/doc.go": "package tool\n" });
    const ended = await run(dir, ["--bench", "--base=main"]);
    expect([ended.exitCode, ended.benchmarks.map(({ module }) => module)]).toEqual([0, ["a", "b"]]);
    for (const name of ["a/head.txt", "b/base.txt"]) expect(ended.kept(name)).toContain("BenchmarkOne");
    const [first, second] = ["a#bench", "b#bench"].map((id) => ended.stage(id));
    const end = Date.parse(first?.startedAt ?? "") + (first?.durationMs ?? 0);
    expect(Date.parse(second?.startedAt ?? "")).toBeGreaterThanOrEqual(end - 20);
  });
});

describe("benchstat", () => {
  it.each([
    ["ends with 2", { exit: 2, says: "out of luck\n" }, /^benchstat exited with 2: out of luck$/],
    ["is killed", { exit: "killed" }, /^benchstat was ended by SIGKILL/],
    ["says nothing", { report: "" }, /^benchstat exited with 0: its output cannot be read|^benchstat exited with 0$/],
    ["`go tool` says was killed", { says: "go tool benchstat: signal: killed\n" }, /signal: killed/],
    [
      "says something else",
      { report: resolve(import.meta.dirname, "../fixtures/golangci/red.json") },
      /its output cannot be read$/,
    ],
  ] as const)("that %s is no verdict", async (_, told, reason) => {
    const ended = await run(changed(files, change), ["--bench", "--base=main"], told);
    expect([ended.exitCode, ended.stage()?.status, ended.benchmarks]).toEqual([3, "errored", []]);
    expect(ended.stage()?.reason).toMatch(reason);
    expect(ended.kept("head.txt")).toContain("BenchmarkOne");
  });

  it("that cannot read lines is a warning", async () => {
    const says = "/x/head.txt:43: parsing iteration count: invalid syntax\n";
    const ended = await run(changed(files, change), ["--bench", "--base=main"], { says });
    expect([ended.exitCode, ended.stage()]).toMatchObject([
      0,
      { status: "warned", reason: "benchstat cannot read 1 line of results" },
    ]);
  });

  it("that cannot be had breaks before anything is measured", async () => {
    const env = {
      ...standIns.fetched,
      GOFLAGS: "-modcacherw -benchtime=1x",
      GOPROXY: "off",
      PATH: process.env["PATH"] ?? "",
    };
    const ended = await run(changed(files, change), ["--bench", "--base=main"], { env });
    expect([ended.exitCode, ended.stage()?.status]).toEqual([3, "errored"]);
    expect(ended.stage()?.reason).toContain(`benchstat ${benchstat.version} cannot be had: `);
    const other = await run(changed(files, change), ["--bench", "--bench-version=v0.0.0-20200101000000-000000000000"], {
      env: { ...standIns.fetched, ...onPath(), GOFLAGS: "-modcacherw -benchtime=1x" },
    });
    expect([other.exitCode, other.stage()?.status]).toEqual([3, "errored"]);
  });

  it("comes from a `tool` line of go.mod, and says when it was killed", async () => {
    const own = Object.entries(standInFiles(benchstat)).map(([path, text]) => [`testdata/own/${path}`, text] as const);
    const { module, version } = benchstat;
    const tool = `${goMod.replace("1.22", "1.24")}\ntool ${standInPackage(benchstat)}\n\nrequire ${module} ${version}\n\nreplace ${module} => ./testdata/own\n`;
    const dir = changed({ ...files, ...Object.fromEntries(own), "go.mod": tool }, change);
    const env = { ...standIns.fetched, PATH: process.env["PATH"] ?? "", GOPROXY: "off", GOFLAGS: "-benchtime=1x" };
    const ended = await run(dir, limited, { env });
    expect([ended.exitCode, ended.stage()], ended.stdout).toMatchObject([
      1,
      { status: "failed", reason: "2 benchmarks are worse by more than 40 %" },
    ]);
    const died = await run(dir, limited, { env, exit: "killed" });
    expect([died.exitCode, died.stage()?.status]).toEqual([3, "errored"]);
  });

  it("breaks before anything is measured where no Go is new enough for it", async () => {
    const { module, version } = benchstat;
    const proxy = directory({});
    publishModule(proxy, module, version, standInFiles({ ...benchstat, go: "1.99" }));
    const env = { ...standIns.fetched, PATH: process.env["PATH"] ?? "", GOPROXY: `file://${proxy}` };
    const own = { ...env, GOMODCACHE: join(directory({}), "mod") };
    const ended = await run(changed(files, change), ["--bench", "--base=main"], { env: own });
    expect([ended.exitCode, ended.stage()?.status]).toEqual([3, "errored"]);
    expect(ended.stage()?.reason).toContain(`benchstat ${version} cannot be had: `);
    expect(ended.stage()?.reason).toContain("1.99");
    expect(existsSync(join(ended.dir, ".pipeline/bench"))).toBe(false);
  });

  it("of a Go that is older than the module's is not taken from PATH", async () => {
    const goroot = execFileSync("go", ["env", "GOROOT"], {
      encoding: "utf8",
      env: { ...process.env, GOTOOLCHAIN: "go1.25.3" },
    });
    const old = standIns.compile(benchstat, join(goroot.trim(), "bin/go"));
    const env = { ...standIns.fetched, GOPROXY: "off", PATH: [old, process.env["PATH"]].join(delimiter) };
    const ended = await run(changed(files, change), ["--bench", "--base=main"], { env });
    expect([ended.exitCode, ended.stage()?.status]).toEqual([3, "errored"]);
    expect(ended.stage()?.reason).toContain("cannot be had");
  });

  it("comes from the proxy where PATH has none", async () => {
    const env = { ...standIns.fetched, GOFLAGS: "-modcacherw -benchtime=1x", PATH: process.env["PATH"] ?? "" };
    const ended = await run(changed(files, change), ["--bench", "--base=main"], { env });
    expect([ended.exitCode, ended.stage()?.status]).toEqual([0, "passed"]);
  });
});
