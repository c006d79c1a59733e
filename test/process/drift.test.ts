import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Report, StageResult } from "../../src/model/report.ts";
import { directory, gitIn, repository } from "../support/repository.ts";
import { cleanEnv, runAction } from "../support/run-action.ts";

const goMod = "module example.com/tool\n\ngo 1.22\n";
const main = "package main\n\nfunc main() {}\n";
const replaced = "replace example.com/lib => ./testdata/lib\n";
const lib = { "testdata/lib/go.mod": "module example.com/lib\n\ngo 1.22\n", "testdata/lib/lib.go": "package lib\n" };
const untidyMod = `${goMod}\nrequire example.com/lib v0.0.0\n\n${replaced}`;

const loop = (length: string): string => `package main\n\nfunc main() {\n\tfor ${length} {\n\t\tprintln(i)\n\t}\n}\n`;
const oldLoop = loop("i := 0; i < 3; i++");
const newLoop = loop("i := range 3");

interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly report: Report;
}

async function run(dir: string, flags: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const own = ["--engine=host", "--no-docker", "--no-test", "--no-build", "--cache=false", ...flags];
  const { exitCode, stdout } = await runAction(dir, own, cleanEnv(env));
  return { exitCode, stdout, report: JSON.parse(readFileSync(join(dir, ".pipeline/report.json"), "utf8")) };
}

function stageOf({ report }: Ended, id: string): StageResult | undefined {
  return report.stages.find((stage) => stage.id === id);
}

/** A directory with a `go` that does something else for one command, to be first on PATH. */
function withGo(command: string, instead: string): { readonly PATH: string } {
  const bin = directory({});
  const real = execFileSync("sh", ["-c", "command -v go"], { encoding: "utf8" }).trim();
  writeFileSync(join(bin, "go"), `#!/bin/sh\ncase "$*" in "${command}"*) ${instead} ;; esac\nexec ${real} "$@"\n`);
  chmodSync(join(bin, "go"), 0o755);
  return { PATH: `${bin}${delimiter}${process.env["PATH"]}` };
}

const cases = [
  {
    gate: "tidy",
    command: "mod tidy -diff",
    green: { "go.mod": goMod, "main.go": main },
    red: { "go.mod": untidyMod, "main.go": main, ...lib },
    reason: "1 file to change: go mod tidy",
    finding: { source: "tidy", path: "go.mod", line: 5, title: "go mod tidy changes it" },
    shown: "-require example.com/lib v0.0.0",
    old: "1.22.12",
    tooOld: "go1.22.12 has no `go mod tidy -diff`; Go 1.23 and later have",
  },
  {
    gate: "fix",
    command: "fix -diff",
    green: { "go.mod": goMod, "main.go": newLoop },
    red: { "go.mod": goMod, "main.go": oldLoop },
    reason: "1 file to change: go fix",
    finding: { source: "fix", path: "main.go", line: 4, title: "go fix changes it" },
    shown: "+\tfor i := range 3 {",
    old: "1.25.3",
    tooOld: "go1.25.3 has no `go fix -diff`; Go 1.26 and later have",
  },
] as const;

describe.each(cases)("$gate", ({ gate, command, green, red, reason, finding, shown, old, tooOld }) => {
  it("passes when there is nothing to change, and leaves no patch", async () => {
    const dir = repository(green);
    const ended = await run(dir, [`--${gate}`]);
    expect([ended.exitCode, stageOf(ended, gate)]).toMatchObject([0, { status: "passed", reason: null, findings: [] }]);
    expect([existsSync(join(dir, ".pipeline/fix.patch")), ended.stdout.includes("fix.patch")]).toEqual([false, false]);
  });

  it("fails with a diff, and its patch makes it pass", async () => {
    const dir = repository(red);
    const ended = await run(dir, [`--${gate}`]);
    expect([ended.exitCode, stageOf(ended, gate)]).toMatchObject([
      1,
      { status: "failed", reason, findings: [finding] },
    ]);
    expect(stageOf(ended, gate)?.findings[0]?.message).toContain(shown);
    expect(ended.stdout).toMatch(/^ {2}fix +git apply \.pipeline\/fix\.patch$/m);
    expect(readFileSync(join(dir, ".pipeline/summary.md"), "utf8")).toContain("git apply .pipeline/fix.patch");
    gitIn(dir, "apply", ".pipeline/fix.patch");
    expect((await run(dir, [`--${gate}`])).exitCode).toBe(0);
  });

  it("only warns with `warn`", async () => {
    const ended = await run(repository(red), [`--${gate}=warn`]);
    expect([ended.exitCode, stageOf(ended, gate)]).toMatchObject([0, { status: "warned", reason }]);
  });

  it("has no stage unless somebody asks for it", async () => {
    expect(stageOf(await run(repository(red), []), gate)).toBeUndefined();
  });

  it("checks every module", async () => {
    const below = (dir: string, files: Readonly<Record<string, string>>) =>
      Object.entries(files).map(([path, text]) => [`${dir}/${path}`, text.replace("example.com/tool", dir)] as const);
    const ended = await run(repository(Object.fromEntries([...below("a", green), ...below("b", red)])), [`--${gate}`]);
    expect(ended.exitCode).toBe(1);
    expect([stageOf(ended, `a#${gate}`), stageOf(ended, `b#${gate}`)]).toMatchObject([
      { status: "passed" },
      { status: "failed", findings: [{ path: `b/${finding.path}` }] },
    ]);
  });

  it("fails when its tool is killed, whatever it printed", async () => {
    const ended = await run(repository(green), [`--${gate}`], withGo(command, "echo x; kill -9 $$"));
    expect([ended.exitCode, stageOf(ended, gate)?.status]).toEqual([1, "failed"]);
    expect(stageOf(ended, gate)?.reason).toContain("was ended by SIGKILL");
  });

  it("fails when its tool ends with an error that says nothing", async () => {
    const ended = await run(repository(green), [`--${gate}`], withGo(command, "exit 2"));
    expect([ended.exitCode, stageOf(ended, gate)?.status]).toEqual([1, "failed"]);
    expect(stageOf(ended, gate)?.reason).toContain("exited with 2 and said nothing");
  });

  it("is skipped with a Go that is too old for it", async () => {
    const dir = repository(red);
    const ended = await run(dir, [`--${gate}`, `--go-version=${old}`]);
    expect([ended.exitCode, stageOf(ended, gate)]).toMatchObject([0, { status: "skipped", reason: tooOld }]);
  });
});

describe("tidy", () => {
  it("breaks when modules cannot be had, and fails when there are none", async () => {
    const missing = { "go.mod": goMod, "main.go": 'package main\n\nimport _ "example.com/absent"\n\nfunc main() {}\n' };
    const offline = await run(repository(missing), ["--tidy", "--no-deps", "--no-vet"], { GOPROXY: "off" });
    expect([offline.exitCode, stageOf(offline, "tidy")?.status]).toEqual([3, "errored"]);
    expect(stageOf(offline, "tidy")?.findings[0]?.message).toContain("example.com/absent");
    const proxy = `file://${directory({})}`;
    const absent = await run(repository(missing), ["--tidy", "--no-deps", "--no-vet"], { GOPROXY: proxy });
    expect([absent.exitCode, stageOf(absent, "tidy")?.status]).toEqual([1, "failed"]);
  });

  it("takes a go.sum with the line ends of a checkout for tidy", async () => {
    const sum = "example.com/old v1.0.0 h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";
    const dir = repository({ "go.mod": untidyMod, "main.go": main, ...lib });
    const uses = 'package main\n\nimport _ "example.com/lib"\n\nfunc main() {}\n';
    writeFileSync(join(dir, "main.go"), uses);
    expect((await run(dir, ["--tidy"])).exitCode).toBe(0);
    writeFileSync(join(dir, "go.mod"), untidyMod.replaceAll("\n", "\r\n"));
    expect((await run(dir, ["--tidy"])).exitCode).toBe(0);
    writeFileSync(join(dir, "go.sum"), sum.replaceAll("\n", "\r\n"));
    const ended = await run(dir, ["--tidy"]);
    expect(stageOf(ended, "tidy")).toMatchObject({ status: "failed", findings: [{ path: "go.sum" }] });
  });
});

describe("fix", () => {
  it("tells what does not compile from what could be newer", async () => {
    const bad = "package sub\n\nfunc x() { return 1 }\n";
    const ended = await run(repository({ "go.mod": goMod, "main.go": oldLoop, "sub/bad.go": bad }), [
      "--fix",
      "--no-vet",
    ]);
    expect(stageOf(ended, "fix")).toMatchObject({
      status: "failed",
      reason: "1 error; 1 file to change: go fix",
      findings: [
        { source: "compile", path: "sub/bad.go", line: 3 },
        { source: "fix", path: "main.go" },
      ],
    });
  });
});

describe("fix.patch", () => {
  it("holds what all gates would change, and git takes it", async () => {
    const files = {
      "go.mod": untidyMod,
      "main.go": oldLoop,
      "b.go": `${newLoop.replace("main()", "other( )")}`,
      "both.go": `package main\n\nvar  x = 1\n\n\n\n\n\n\n${oldLoop.split("\n").slice(2).join("\n").replace("main()", "both()")}`,
      ...lib,
    };
    const dir = repository(files);
    const ended = await run(dir, ["--tidy", "--fix"]);
    expect(ended.report.warnings).toEqual([]);
    gitIn(dir, "apply", ".pipeline/fix.patch");
    expect(gitIn(dir, "status", "--short").trim().split("\n")).toEqual(
      [" M b.go", "M both.go", "M go.mod", "M main.go"].map((line, index) =>
        index === 0 ? line.trimStart() : ` ${line}`,
      ),
    );
    const again = await run(dir, ["--tidy", "--fix"]);
    expect([again.exitCode, again.report.reasons]).toEqual([0, []]);
  });
});
