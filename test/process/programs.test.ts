import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Report, StageResult } from "../../src/model/report.ts";
import { directory, gitIn, repository } from "../support/repository.ts";
import { cleanEnv } from "../support/run-action.ts";
import { runInProcess } from "../support/run-in-process.ts";
import { publishStandIns, type StandIn, standInFiles, standInPackage } from "../support/stand-in.ts";

/** What the real programs printed: golangci-lint 2.15.0, govulncheck 1.9.0 and go-licenses 2.0.1. */
const printed = (path: string): string => resolve(import.meta.dirname, "../fixtures", path);

const golangci: StandIn = {
  name: "golangci-lint",
  module: "github.com/golangci/golangci-lint/v2",
  version: "v2.15.0",
  go: "1.22",
};
const govulncheck: StandIn = { name: "govulncheck", module: "golang.org/x/vuln", version: "v1.9.0", go: "1.22" };
const goLicenses: StandIn = {
  name: "go-licenses",
  module: "github.com/google/go-licenses/v2",
  atRoot: true,
  version: "v2.0.1",
  go: "1.22",
};
const standIns = publishStandIns([golangci, govulncheck, goLicenses]);

const bins = new Map<string, string>();
beforeAll(() => {
  for (const standIn of [golangci, govulncheck, goLicenses]) bins.set(standIn.name, standIns.compile(standIn));
});

const goMod = "module example.com/tool\n\ngo 1.22\n";
const main = 'package main\n\nimport "os"\n\nfunc main() {\n\tos.Remove("x")\n\tprintln(os.Args)\n}\n';
const files = { "go.mod": goMod, "main.go": main };

interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly report: Report;
  readonly dir: string;
}

interface Told {
  /** File whose text the program prints. */
  readonly report?: string;
  readonly says?: string;
  readonly exit?: number | "killed";
}

/** Runs the action where the program is told what to do. `more`: variables beside. */
async function run(
  dir: string,
  flags: readonly string[],
  { report = "", says = "", exit = 0 }: Told,
  more: Readonly<Record<string, string>>,
): Promise<Ended> {
  const own = ["--engine=host", "--no-docker", "--no-test", "--no-build", "--no-vet", "--cache=false", ...flags];
  const told = { STAND_IN_REPORT: report, STAND_IN_SAYS: says, STAND_IN_EXIT: `${exit}` };
  const { exitCode, stdout } = await runInProcess(dir, own, cleanEnv({ ...told, ...more }));
  return { exitCode, stdout, dir, report: JSON.parse(readFileSync(join(dir, ".pipeline/report.json"), "utf8")) };
}

function stageOf({ report }: Ended, id: string): StageResult | undefined {
  return report.stages.find((stage) => stage.id === id);
}

function onPath(...dirs: readonly (string | undefined)[]): { readonly PATH: string } {
  return { PATH: [...dirs, process.env["PATH"]].filter((dir) => dir !== undefined).join(delimiter) };
}

const lintFinding = {
  source: "lint",
  path: "main.go",
  line: 6,
  column: 11,
  title: "errcheck",
  message: "Error return value of `os.Remove` is not checked (errcheck)",
};
const called = {
  source: "vulncheck",
  path: "lib/lib.go",
  line: 6,
  column: 31,
  title: "GO-2021-0113",
};

const cases = [
  {
    gate: "lint",
    standIn: golangci,
    version: "v2.14.0",
    green: { report: printed("golangci/green.json") },
    red: { report: printed("golangci/red.json"), exit: 1 },
    reason: "1 finding",
    finding: lintFinding,
    place: "main.go:6:11: ",
    count: 1,
    /** It has found nothing, as far as it came. */
    halfway: { report: printed("golangci/green.json"), says: "Error: out of luck\n" },
  },
  {
    gate: "vulncheck",
    standIn: govulncheck,
    version: "v1.8.0",
    green: { report: printed("govulncheck/clean.json") },
    red: { report: printed("govulncheck/three.json") },
    reason: "1 called vulnerability (database of 2026-11-20)",
    finding: called,
    place: "lib/lib.go:6:31: ",
    count: 1,
    halfway: { report: printed("govulncheck/no-packages.json"), says: "govulncheck: out of luck\n" },
  },
  {
    gate: "licenses",
    standIn: goLicenses,
    version: "v2.0.0",
    green: { report: printed("go-licenses/green.csv") },
    red: { report: printed("go-licenses/red.csv") },
    reason: "2 dependencies with a licence that is not on the list: GPL-3.0",
    finding: { source: "licenses", path: "go.mod", line: null, column: null, title: "GPL-3.0" },
    place: "go.mod: example.com/dual: GPL-3.0",
    count: 2,
    halfway: {
      report: printed("go-licenses/green.csv"),
      says: "F1130 09:31:50.541989   17514 main.go:75] out of luck\n",
    },
  },
] as const;

describe.each(cases)("$gate", ({ gate, standIn, version, green, red, reason, finding, place, count, halfway }) => {
  const program = (): Readonly<Record<string, string>> => onPath(bins.get(standIn.name));
  const package_ = standInPackage(standIn);

  it("passes", async () => {
    const ended = await run(repository(files), [`--${gate}`], green, program());
    expect([ended.exitCode, stageOf(ended, gate)]).toMatchObject([0, { status: "passed", reason: null, findings: [] }]);
  });

  it("fails with what it finds, where that is", async () => {
    const ended = await run(repository(files), [`--${gate}`], red, program());
    expect([ended.exitCode, stageOf(ended, gate)]).toMatchObject([1, { status: "failed", reason }]);
    expect(stageOf(ended, gate)?.findings[0]).toMatchObject(finding);
    expect(stageOf(ended, gate)?.findings).toHaveLength(count);
    expect(ended.stdout).toContain(place);
    expect(ended.stdout).toMatch(new RegExp(`^ +Reproduce: ${standIn.name} .*\\./\\.\\.\\.$`, "m"));
  });

  it("only warns with `warn`", async () => {
    const ended = await run(repository(files), [`--${gate}=warn`], red, program());
    expect([ended.exitCode, stageOf(ended, gate)]).toMatchObject([0, { status: "warned", reason }]);
  });

  it("has no stage unless somebody asks for it", async () => {
    expect(stageOf(await run(repository(files), [], red, program()), gate)).toBeUndefined();
  });

  it("checks every module in its directory", async () => {
    const below = (dir: string) => Object.entries(files).map(([path, text]) => [`${dir}/${path}`, text] as const);
    const both = Object.fromEntries([...below("a"), ...below("b")]);
    const named = { ...both, "b/go.mod": goMod.replace("tool", "other") };
    const ended = await run(repository(named), [`--${gate}`], red, program());
    expect(ended.exitCode).toBe(1);
    expect(["a", "b"].map((dir) => stageOf(ended, `${dir}#${gate}`)?.status)).toEqual(["failed", "failed"]);
    expect(stageOf(ended, `a#${gate}`)?.findings[0]?.path).toBe(`a/${finding.path}`);
  });

  it.each([2, 3, 7])("fails when its program ends with %i, whatever it printed", async (exit) => {
    const ended = await run(repository(files), [`--${gate}`], { ...halfway, exit }, program());
    expect([ended.exitCode, stageOf(ended, gate)?.status]).toEqual([1, "failed"]);
    expect(stageOf(ended, gate)?.reason).toMatch(new RegExp(`exited with ${exit}: .*out of luck$`));
  });

  it("fails when its program is killed, whatever it printed", async () => {
    const ended = await run(repository(files), [`--${gate}`], { ...green, exit: "killed" }, program());
    expect([ended.exitCode, stageOf(ended, gate)?.status]).toEqual([1, "failed"]);
    expect(stageOf(ended, gate)?.reason).toContain("was ended by SIGKILL");
  });

  it("fails when its program ends with 0 and leaves nothing", async () => {
    const ended = await run(repository(files), [`--${gate}`], {}, program());
    expect([ended.exitCode, stageOf(ended, gate)?.status]).toEqual([1, "failed"]);
  });

  it("breaks without a program and without a proxy", async () => {
    const ended = await run(repository(files), [`--${gate}`], green, { ...standIns.fetched, GOPROXY: "off" });
    expect([ended.exitCode, stageOf(ended, gate)]).toMatchObject([3, { status: "errored", findings: [] }]);
    expect(stageOf(ended, gate)?.reason).toContain(`${standIn.name} ${standIn.version} cannot be had: `);
    expect(stageOf(ended, gate)?.reason).toContain(`go get -tool ${package_}@${standIn.version}`);
  });

  it("breaks for a version that there is not, and does not take another one from PATH", async () => {
    const flags = [`--${gate}`, `--${gate}-version=${version}`];
    const ended = await run(repository(files), flags, green, { ...standIns.fetched, ...program() });
    expect([ended.exitCode, stageOf(ended, gate)?.status]).toEqual([3, "errored"]);
    expect(stageOf(ended, gate)?.reason).toContain(`${standIn.name} ${version} cannot be had: `);
  });

  it("takes a program from the proxy where PATH has none", async () => {
    const ended = await run(repository(files), [`--${gate}`], red, standIns.fetched);
    expect([ended.exitCode, stageOf(ended, gate)]).toMatchObject([1, { status: "failed", reason }]);
    expect(stageOf(ended, gate)?.command).toContain(`go run ${package_}@${standIn.version} `);
  });

  it("does not take a program of a Go that is older than the module's", async () => {
    const goroot = execFileSync("go", ["env", "GOROOT"], {
      encoding: "utf8",
      env: { ...process.env, GOTOOLCHAIN: "go1.25.3" },
    });
    const old = standIns.compile(standIn, join(goroot.trim(), "bin/go"));
    const offline = { ...standIns.fetched, GOPROXY: "off", ...onPath(old) };
    const without = await run(repository(files), [`--${gate}`], green, offline);
    expect([without.exitCode, stageOf(without, gate)?.status]).toEqual([3, "errored"]);
    const fetched = await run(repository(files), [`--${gate}`], green, { ...standIns.fetched, ...onPath(old) });
    expect([fetched.exitCode, stageOf(fetched, gate)?.status]).toEqual([0, "passed"]);
  });

  it("takes what go.mod has on a `tool` line, in its version", async () => {
    const own = Object.entries(standInFiles(standIn)).map(([path, text]) => [`testdata/own/${path}`, text] as const);
    const tool = `${goMod.replace("1.22", "1.24")}\ntool ${package_}\n\nrequire ${standIn.module} ${standIn.version}\n\nreplace ${standIn.module} => ./testdata/own\n`;
    const dir = repository({ ...files, ...Object.fromEntries(own), "go.mod": tool });
    const offline = { ...standIns.fetched, GOPROXY: "off" };
    const ended = await run(dir, [`--${gate}`], red, offline);
    expect([ended.exitCode, stageOf(ended, gate)]).toMatchObject([1, { status: "failed", reason }]);
    expect(stageOf(ended, gate)?.command).toContain(`go tool ${package_} `);
    const died = await run(dir, [`--${gate}`], { ...green, exit: "killed" }, offline);
    expect([died.exitCode, stageOf(died, gate)?.status]).toEqual([1, "failed"]);
  });

  it("has `deps` fetch what its `tool` line needs, and breaks where that cannot be had", async () => {
    const tool = `${goMod.replace("1.22", "1.24")}\ntool ${package_}\n\nrequire ${standIn.module} ${standIn.version}\n`;
    const dir = repository({ ...files, "go.mod": tool });
    const env = { ...standIns.fetched, GOMODCACHE: join(directory({}), "mod") };
    const incomplete = await run(dir, [`--${gate}`], green, env);
    expect([incomplete.exitCode, stageOf(incomplete, "deps")?.status]).toEqual([1, "failed"]);
    expect((await run(dir, [], green, env)).exitCode).toBe(0);
    execFileSync("go", ["mod", "download", standIn.module], {
      cwd: dir,
      env: { ...process.env, ...env },
      stdio: "pipe",
    });
    execFileSync("go", ["get", "-tool", package_], { cwd: dir, env: { ...process.env, ...env }, stdio: "pipe" });
    const emptied = { ...env, GOMODCACHE: join(directory({}), "mod") };
    const offline = await run(dir, [`--${gate}`], green, { ...emptied, GOPROXY: "off" });
    expect([offline.exitCode, stageOf(offline, "deps")?.status]).toEqual([3, "errored"]);
    expect(stageOf(await run(dir, [`--${gate}`], red, emptied), gate)).toMatchObject({ status: "failed", reason });
  });
});

describe("lint", () => {
  const program = (): Readonly<Record<string, string>> => onPath(bins.get(golangci.name));

  it("says how a configuration of v1 becomes one of v2", async () => {
    const says =
      'Error: can\'t load config: unsupported version of the configuration: "" See https://golangci-lint.run/docs/product/migration-guide for migration instructions\n';
    const ended = await run(repository(files), ["--lint"], { says, exit: 3 }, program());
    expect([ended.exitCode, stageOf(ended, "lint")?.status]).toEqual([1, "failed"]);
    expect(stageOf(ended, "lint")?.reason).toContain("golangci-lint migrate");
  });

  it("tells code that does not compile, where that is", async () => {
    const ended = await run(
      repository(files),
      ["--lint"],
      { report: printed("golangci/broken.json"), exit: 1 },
      program(),
    );
    expect(stageOf(ended, "lint")?.findings).toMatchObject([
      { source: "compile", path: "bad.go", line: 3, column: 19 },
    ]);
  });

  describe("with lint-new-only", () => {
    const flags = ["--lint", "--lint-new-only"];

    it("counts what is on lines that the change adds, uncommitted ones too", async () => {
      const dir = repository({ "go.mod": goMod, "main.go": main.replace('\tos.Remove("x")\n', "") });
      const clone = join(directory({}), "clone");
      gitIn(dir, "clone", "--quiet", dir, clone);
      execFileSync("cp", [join(directory({ "main.go": main }), "main.go"), clone]);
      const red = { report: printed("golangci/red.json"), exit: 1 } as const;
      const added = await run(clone, flags, red, program());
      expect([added.exitCode, stageOf(added, "lint")]).toMatchObject([
        1,
        { status: "failed", findings: [lintFinding] },
      ]);
      expect(stageOf(added, "lint")?.reason).toMatch(/^1 new finding since [0-9a-f]{12}$/);
      gitIn(clone, "commit", "--quiet", "--all", "--message=new");
      expect((await run(clone, flags, red, program())).exitCode).toBe(1);
      gitIn(clone, "push", "--quiet", "origin", "HEAD:other");
      const old = await run(clone, [...flags, "--base=other"], red, program());
      expect([old.exitCode, stageOf(old, "lint")]).toMatchObject([0, { status: "passed", findings: [] }]);
    });

    it("breaks where git does not know what to compare with", async () => {
      const dir = repository(files);
      gitIn(dir, "commit", "--quiet", "--allow-empty", "--message=second");
      const clone = join(directory({}), "clone");
      gitIn(dir, "clone", "--quiet", "--depth=1", `file://${dir}`, clone);
      gitIn(clone, "checkout", "--quiet", "--orphan", "other");
      gitIn(clone, "commit", "--quiet", "--message=other");
      const red = { report: printed("golangci/red.json"), exit: 1 } as const;
      const ended = await run(clone, flags, red, program());
      expect([ended.exitCode, stageOf(ended, "lint")?.status]).toEqual([3, "errored"]);
      expect(stageOf(ended, "lint")?.reason).toContain("fetch-depth: 0");
      const local = await run(dir, flags, red, program());
      expect([local.exitCode, stageOf(local, "lint")?.status]).toEqual([3, "errored"]);
      expect(stageOf(local, "lint")?.reason).toContain("name another one with `base`");
    });
  });
});

describe("vulncheck", () => {
  const program = (): Readonly<Record<string, string>> => onPath(bins.get(govulncheck.name));
  const three = { report: printed("govulncheck/three.json") };
  const ignoring = (...entries: readonly string[]) => ({
    ...files,
    ".dagger-go.yml": `vulncheck-ignore:\n${entries.join("")}`,
  });
  const entry = (id: string, until = "") =>
    `  - id: ${id}\n    reason: not reached\n${until && `    until: ${until}\n`}`;

  it.each([
    [
      "of its own accord",
      {
        report: printed("govulncheck/offline.json"),
        exit: 1,
        says: "govulncheck: fetching vulnerabilities: dial tcp\n",
      },
      "https://vuln.go.dev",
    ],
    [
      "for an address that is no database",
      { exit: 1, says: "creating client: unrecognized vulndb format\n" },
      "https://mirror.example",
    ],
  ] as const)("breaks without a database: %s", async (_, told, name) => {
    const flags = name === "https://vuln.go.dev" ? [] : [`--vulncheck-db=${name}`];
    const ended = await run(repository(files), ["--vulncheck", ...flags], told, program());
    expect([ended.exitCode, stageOf(ended, "vulncheck")?.status]).toEqual([3, "errored"]);
    expect(stageOf(ended, "vulncheck")?.reason).toMatch(
      new RegExp(`^the vulnerability database ${name} cannot be read: `),
    );
  });

  it("does not take a module that nothing was loaded of for a clean one", async () => {
    const ended = await run(
      repository(files),
      ["--vulncheck"],
      { report: printed("govulncheck/no-packages.json") },
      program(),
    );
    expect([ended.exitCode, stageOf(ended, "vulncheck")?.status]).toEqual([1, "failed"]);
    expect(stageOf(ended, "vulncheck")?.reason).toContain("holds no scan");
  });

  it("shows the age of the database, what is not called, and what is not looked at", async () => {
    const stream = readFileSync(three.report, "utf8").replace('"path": "stdlib"', '"path": "../fork"');
    const report = join(directory({ "forked.json": stream }), "forked.json");
    const { stdout, dir } = await run(repository(files), ["--vulncheck"], { report }, program());
    expect(stdout).toContain("database file:///db, last changed 2026-11-20T10:00:00Z");
    expect(readFileSync(join(dir, ".pipeline/logs/vulncheck.log"), "utf8")).toMatch(
      /1 called, 1 imported, 1 required\ncalled GO-2021-0113 .*\nimported GO-2022-1059 .*\nrequired GO-2020-0015 .*\nnot looked at, .*: \.\.\/fork$/m,
    );
  });

  it.each([
    ["an entry", [entry("GO-2021-0113")], 0, null],
    ["an entry until a day to come", [entry("GO-2021-0113", "9999-12-31")], 0, null],
    [
      "an entry that is over",
      [entry("GO-2021-0113", "2001-01-01")],
      1,
      "vulncheck-ignore has entries that are over: GO-2021-0113",
    ],
    [
      "an entry that is not needed",
      [entry("GO-2021-0113"), entry("GO-2022-1059")],
      1,
      "vulncheck-ignore has entries that are not needed: GO-2022-1059",
    ],
  ] as const)("goes by %s of vulncheck-ignore", async (_, entries, exitCode, reason) => {
    const ended = await run(repository(ignoring(...entries)), ["--vulncheck"], three, program());
    expect([ended.exitCode, stageOf(ended, "vulncheck:ignore")?.reason ?? null]).toEqual([exitCode, reason]);
    expect(stageOf(ended, "vulncheck")?.status).toBe(entries[0].includes("2001") ? "failed" : "passed");
  });

  it("asks of an entry no more than that one module needs it", async () => {
    const clean = { "b/go.mod": "module example.com/b\n\ngo 1.22\n", "b/main.go": main };
    const ended = await run(
      repository({ ...ignoring(entry("GO-2021-0113")), ...clean }),
      ["--vulncheck"],
      three,
      program(),
    );
    expect([ended.exitCode, stageOf(ended, "vulncheck:ignore")]).toEqual([0, undefined]);
  });

  it("takes vulncheck-ignore from the config file alone, and says what is wrong with it", async () => {
    const flag = await runInProcess(repository(files), ["--vulncheck-ignore=GO-2021-0113"], cleanEnv());
    expect([flag.exitCode, flag.stdout + flag.stderr]).toEqual([2, expect.stringContaining("config file only")]);
    const bad = repository(ignoring("  - id: CVE-2021-38561\n    until: soon\n    why: x\n"));
    const { exitCode, stdout, stderr } = await runInProcess(bad, ["--engine=host"], cleanEnv());
    expect(exitCode).toBe(2);
    for (const part of [
      '"CVE-2021-38561" is not an id',
      "needs a reason",
      '"soon" is not a day',
      '"why" is not part',
    ]) {
      expect(stdout + stderr).toContain(part);
    }
    expect(existsSync(join(bad, ".pipeline"))).toBe(false);
  });
});

describe("licenses", () => {
  const program = (): Readonly<Record<string, string>> => onPath(bins.get(goLicenses.name));
  const report = (name: string) => ({ report: printed(`go-licenses/${name}.csv`) });
  const requiring = (...modules: readonly string[]) => ({
    ...files,
    "go.mod": `${goMod}\nrequire (\n${modules.map((name) => `\texample.com/${name} v0.0.0\n`).join("")})\n`,
  });
  const ignoring = (...entries: readonly string[]) => ({
    ...files,
    ".dagger-go.yml": `licenses-ignore:\n${entries.map((module) => `  - module: ${module}\n    reason: asked\n`).join("")}`,
  });
  const flags = ["--licenses", "--deps=false"];

  it("finds each at the line of go.mod that requires it", async () => {
    const ended = await run(repository(requiring("bsd", "dual", "gpl")), flags, report("red"), program());
    expect(stageOf(ended, "licenses")?.findings).toMatchObject([
      { path: "go.mod", line: 7, title: "GPL-3.0", message: expect.stringMatching(/^example.com\/dual: GPL-3.0, /) },
      { path: "go.mod", line: 8, title: "GPL-3.0", message: expect.stringMatching(/^example.com\/gpl: GPL-3.0, /) },
    ]);
  });

  it("finds those without a licence that is known", async () => {
    const ended = await run(repository(files), flags, report("unknown"), program());
    expect([ended.exitCode, stageOf(ended, "licenses")]).toMatchObject([
      1,
      {
        status: "failed",
        reason: "1 dependency with a licence that is not on the list: unknown",
        findings: [{ title: "unknown", message: "example.com/nolic: no file with a licence that go-licenses knows" }],
      },
    ]);
  });

  it.each([
    ["a version of it", "", 1],
    ["a directory of the repository", "replace example.com/tool/dep => ./dep\n", 0],
    ["another directory", "replace example.com/tool/dep => ../dep\n", 1],
  ] as const)("takes a module below the own one's path for what Go says it is: %s", async (_, replace, exitCode) => {
    const requires = `${goMod}\nrequire example.com/tool/dep v0.0.0\n${replace}`;
    const dep = { "go.mod": "module example.com/tool/dep\n\ngo 1.22\n" };
    const root = directory({ "dep/go.mod": dep["go.mod"], "repository/dep/go.mod": dep["go.mod"] });
    const dir = join(root, "repository");
    for (const [path, text] of Object.entries({ ...files, "go.mod": requires })) writeFileSync(join(dir, path), text);
    gitIn(dir, "init", "--quiet");
    gitIn(dir, "add", "--all");
    const csv = "example.com/tool,Unknown,Unknown\nexample.com/tool/dep,Unknown,Unknown\n";
    const report = { report: join(directory({ "report.csv": csv }), "report.csv") };
    const ended = await run(dir, [...flags, "--modules=."], report, {
      ...program(),
      GOPROXY: "off",
      GOFLAGS: "-mod=mod",
    });
    expect([ended.exitCode, stageOf(ended, "licenses")?.findings.length]).toEqual([exitCode, exitCode]);
  });

  it("goes by licenses-allowed, whatever its case", async () => {
    const dir = repository(files);
    const more = await run(dir, [...flags, "--licenses-allowed=mit,bsd-3-clause,gpl-3.0"], report("red"), program());
    expect([more.exitCode, stageOf(more, "licenses")?.findings]).toEqual([0, []]);
    const less = await run(dir, [...flags, "--licenses-allowed=MIT"], report("green"), program());
    expect(stageOf(less, "licenses")?.reason).toBe("1 dependency with a licence that is not on the list: BSD-3-Clause");
  });

  it.each([
    ["all that it needs", ["example.com/dual", "example.com/gpl"], 0, null],
    [
      "one that it does not need",
      ["example.com/dual", "example.com/gpl", "example.com/old"],
      1,
      "licenses-ignore has entries that are not needed: example.com/old",
    ],
  ] as const)("goes by %s of licenses-ignore", async (_, entries, exitCode, reason) => {
    const ended = await run(repository(ignoring(...entries)), ["--licenses"], report("red"), program());
    expect([ended.exitCode, stageOf(ended, "licenses:ignore")?.reason ?? null]).toEqual([exitCode, reason]);
    expect(stageOf(ended, "licenses")?.status).toBe("passed");
  });

  it("says nothing of exceptions where not every module was looked at", async () => {
    const ended = await run(repository(ignoring("example.com/old")), flags, { exit: 1 }, program());
    expect([ended.exitCode, stageOf(ended, "licenses:ignore")]).toEqual([1, undefined]);
  });

  it("breaks for a program of another Go, which does not know the standard library", async () => {
    const says = readFileSync(printed("go-licenses/other-go.stderr"), "utf8");
    const ended = await run(repository(files), flags, { says, exit: 1 }, program());
    expect([ended.exitCode, stageOf(ended, "licenses")?.status]).toEqual([3, "errored"]);
    expect(stageOf(ended, "licenses")?.reason).toContain("was compiled by another Go");
  });

  it("hands build tags on in GOFLAGS", async () => {
    const ended = await run(repository(files), [...flags, "--build-tags=a,b"], report("red"), program());
    expect(stageOf(ended, "licenses")?.command).toMatch(/^GOFLAGS='?.*-tags=a,b'? go-licenses report \.\/\.\.\.$/);
  });

  it("says what is wrong with its inputs", async () => {
    const bad = repository({
      ...files,
      ".dagger-go.yml": "licenses-allowed: [MIT or so]\nlicenses-ignore:\n  - module: a b\n    why: x\n",
    });
    const { exitCode, stdout, stderr } = await runInProcess(bad, ["--engine=host"], cleanEnv());
    expect(exitCode).toBe(2);
    for (const part of [
      '"MIT or so" is no SPDX id',
      '"a b" is no path of a module',
      "needs a reason",
      '"why" is not part',
    ]) {
      expect(stdout + stderr).toContain(part);
    }
    const empty = await runInProcess(repository(files), ["--engine=host", "--licenses-allowed="], cleanEnv());
    expect([empty.exitCode, empty.stdout]).toEqual([2, expect.stringContaining("licenses-allowed: is empty")]);
  });
});
