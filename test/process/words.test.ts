import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";
import { repository } from "../support/repository.ts";
import { type ActionRun, cleanEnv, runAction, startAction } from "../support/run-action.ts";

/** What a run says of modules and environments that are not as Go wants them. */
const args = ["--engine", "host", "--no-docker", "--platforms", "linux/amd64"];
const local = { GOTOOLCHAIN: "local", GOFLAGS: "" };

type Files = Readonly<Record<string, string>>;

interface Whole extends ActionRun {
  readonly root: string;
  readonly report: {
    readonly conclusion: string;
    readonly reasons: readonly string[];
    readonly stages: readonly {
      readonly id: string;
      readonly status: string;
      readonly reason: string | null;
      readonly findings: readonly { readonly path: string | null; readonly title: string }[];
    }[];
  };
}

async function run(files: Files, more: readonly string[] = [], env: Files = {}, dir = "."): Promise<Whole> {
  const root = repository(files);
  const ran = await runAction(join(root, dir), [...args, ...more], cleanEnv({ ...local, ...env }));
  const text = readFileSync(join(root, dir, ".pipeline/report.json"), "utf8");
  return { ...ran, root, report: JSON.parse(text) };
}

const goMod = (path: string, go = "1.24", more = ""): string => `module example.com/${path}\n\ngo ${go}\n${more}`;
const tested: Files = {
  "p.go": "package p\n\nfunc Add(a, b int) int { return a + b }\n",
  "p_test.go":
    'package p\n\nimport "testing"\n\nfunc TestAdd(t *testing.T) {\n\tif Add(1, 2) != 3 {\n\t\tt.Fatal("no")\n\t}\n}\n',
};
const program = "package main\n\nfunc main() {}\n";

describe("a workspace", () => {
  it("that does not list the module fails deps in Go's words, on go.work", async () => {
    const files = {
      "go.work": "go 1.24\n\nuse ./a\n",
      "a/go.mod": goMod("a"),
      "a/a.go": "package a\n",
      "c/go.mod": goMod("c"),
      "c/c.go": "package c\n",
    };
    const { exitCode, report, stdout } = await run(files, [], {}, "c");
    expect([exitCode, report.conclusion]).toEqual([1, "failure"]);
    const deps = report.stages.find(({ id }) => id === "deps");
    expect(deps?.reason).toMatch(
      /^go\.work does not list the module in c: directory prefix \. does not contain modules/,
    );
    expect(deps?.findings.map(({ path }) => path)).toEqual(["go.work"]);
    expect(stdout).not.toContain("Add a Go file");
  });

  it("that is older than its module fails deps, on go.work, with the command", async () => {
    const files = { "go.work": "go 1.24\n\nuse ./a\n", "a/go.mod": goMod("a", "1.25"), "a/a.go": "package a\n" };
    const { exitCode, report } = await run(files, [], {}, "a");
    const deps = report.stages.find(({ id }) => id === "deps");
    expect([exitCode, deps?.findings.length, deps?.findings[0]?.path]).toEqual([1, 1, "go.work"]);
    expect([deps?.reason, deps?.findings[0]?.title].every((text) => text?.endsWith(": go work use"))).toBe(true);
  });

  it("that GOWORK names and that does not list the module is the environment's", async () => {
    const other = repository({ "go.work": "go 1.24\n" });
    const { exitCode, report } = await run({ "go.mod": goMod("p"), ...tested }, [], { GOWORK: join(other, "go.work") });
    expect([exitCode, report.conclusion]).toEqual([3, "error"]);
    expect(report.reasons[0]).toMatch(
      /^Go cannot work with GOWORK as the environment has it: pattern \.\/\.\.\.: directory prefix/,
    );
  });
});

describe("a setting of the environment that Go cannot work with is named, exit code 3", () => {
  it.each([
    ["GOFLAGS", "-nonsense", /parsing \$GOFLAGS: unknown flag -nonsense/],
    ["GOFLAGS", "-race=maybe", /invalid boolean value "maybe" for flag -race/],
    ["GOFLAGS", "-mod=foo", /-mod=foo not supported/],
    ["GOFLAGS", "-modfile=absent.mod", /open absent\.mod: no such file or directory/],
    ["GOFLAGS", "-json", /GOFLAGS in the environment has -json/],
    ["GOEXPERIMENT", "fieldtracks", /unknown GOEXPERIMENT fieldtracks/],
    ["GOTOOLCHAIN", "nonsense", /invalid GOTOOLCHAIN "nonsense"/],
    ["GOWORK", "/absent/go.work", /reading go\.work: open \/absent\/go\.work/],
    ["GOCACHE", "off", /build cache is disabled by GOCACHE=off/],
    ["GOTMPDIR", "/absent", /creating work dir: stat \/absent/],
    ["GO111MODULE", "nonsense", /unknown environment setting GO111MODULE=nonsense/],
  ])("%s=%s", async (name, value, words) => {
    const files = { "go.mod": goMod("p"), ...tested };
    const { exitCode, report } = await run(files, [], { [name]: value });
    expect([exitCode, report.conclusion]).toEqual([3, "error"]);
    const said = report.reasons.join("\n");
    expect(said).toContain(name);
    expect(said).toMatch(words);
    const places = report.stages.flatMap(({ findings }) => findings.map(({ path }) => path));
    expect(places.filter((path) => path !== null)).toEqual([]);
  });

  it("GOFLAGS=-mod=vendor, only where the module is not at fault itself", async () => {
    const files = { "go.mod": goMod("p", "1.24", "\nrequire example.com/dep v1.0.0\n"), ...tested };
    const vendor = { GOFLAGS: "-mod=vendor" };
    const without = await run(files, [], vendor);
    expect([without.exitCode, without.report.reasons[0]]).toEqual([3, expect.stringContaining("GOFLAGS")]);
    const stale = await run({ ...files, "vendor/modules.txt": "# example.com/dep v0.9.0\n## explicit\n" }, [], vendor);
    expect([stale.exitCode, stale.report.reasons]).toEqual([1, ["deps: vendor does not fit go.mod"]]);
  });
});

describe("the toolchain line", () => {
  const files = { "go.mod": goMod("p", "1.24", "\ntoolchain go1.99.1\n"), ...tested };

  it("does not count with GOTOOLCHAIN=local", async () => {
    expect((await run(files)).exitCode).toBe(0);
  });

  it("is overruled by go-version, and else an error where nobody has that toolchain", async () => {
    const nowhere = { GOTOOLCHAIN: "auto", GOPROXY: "off" };
    const installed = execFileSync("go", ["env", "GOVERSION"], { env: cleanEnv(local), encoding: "utf8" });
    const minor = /^go(\d+\.\d+)/.exec(installed)?.[1] ?? "";
    const asked = await run(files, ["--go-version", minor], nowhere);
    expect([asked.exitCode, asked.report.reasons]).toEqual([0, []]);
    const followed = await run(files, [], nowhere);
    expect([followed.exitCode, followed.report.reasons[0]]).toEqual([
      3,
      expect.stringContaining("The toolchain line of go.mod asks for Go 1.99.1"),
    ]);
  });
});

describe("what is the module's", () => {
  it("leaves out what ignore lines name, and names that begin with an underscore", async () => {
    const template = "package {{ .Name }}\n";
    const files = {
      "go.mod": goMod("p", "1.25", "\nignore ./web\n\nignore node_modules\n"),
      ...tested,
      "web/tmpl.go": template,
      "x/node_modules/flat/f.go": "package flat\nfunc  F() {}\n",
      "_examples/e.go": template,
    };
    expect((await run(files)).exitCode).toBe(0);
  });

  it("is built whatever patterns narrow the checks, with names that differ in more than case", async () => {
    const files = {
      "go.mod": goMod("p"),
      "internal/p/p.go": tested["p.go"] ?? "",
      "cmd/Server/main.go": program,
      "tools/server/main.go": program,
    };
    const { exitCode, root } = await run(files, ["--packages", "./internal/..."]);
    expect(exitCode).toBe(0);
    const built = readdirSync(join(root, ".pipeline/bin")).sort();
    expect(built).toEqual(["checksums.txt", "cmd-Server-linux-amd64", "tools-server-linux-amd64"]);
  });
});

describe.skipIf(process.platform === "win32")("Ctrl-C while Go is asked", () => {
  it.each(["SIGINT", "SIGTERM"] as const)("is a cancellation: %s", async (signal) => {
    const root = repository({ "go.mod": goMod("p"), ...tested });
    const bin = join(root, ".bin");
    mkdirSync(bin);
    writeFileSync(join(bin, "go"), `#!/bin/sh\ntouch '${bin}/asked'\nsleep 600\n`);
    chmodSync(join(bin, "go"), 0o755);
    const PATH = `${bin}${delimiter}${process.env["PATH"] ?? ""}`;
    const started = startAction(root, args, cleanEnv({ ...local, PATH }));
    while (!readdirSync(bin).includes("asked")) await new Promise((resolve) => setTimeout(resolve, 20));
    started.child.kill(signal);
    const { exitCode, stdout } = await started.ended;
    const report = readFileSync(join(root, ".pipeline/report.json"), "utf8");
    expect([exitCode, JSON.parse(report).conclusion]).toEqual([130, "cancelled"]);
    expect(stdout + report).not.toContain("No usable Go");
  });
});
