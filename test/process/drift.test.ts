import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Report, StageResult } from "../../src/model/report.ts";
import { publishModule } from "../support/go-proxy.ts";
import { directory, gitIn, repository } from "../support/repository.ts";
import { cleanEnv } from "../support/run-action.ts";
import { runInProcess } from "../support/run-in-process.ts";

const goMod = "module example.com/tool\n\ngo 1.22\n";
const main = "package main\n\nfunc main() {}\n";
const replaced = "replace example.com/lib => ./testdata/lib\n";
const lib = { "testdata/lib/go.mod": "module example.com/lib\n\ngo 1.22\n", "testdata/lib/lib.go": "package lib\n" };
const untidyMod = `${goMod}\nrequire example.com/lib v0.0.0\n\n${replaced}`;

const generating = "package main\n\n//go:generate cp in.txt out.txt\n\nfunc main() {}\n";

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
  const { exitCode, stdout } = await runInProcess(dir, own, cleanEnv(env));
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
    tooOld: { status: "skipped", reason: "go1.22.12 has no `go mod tidy -diff`; Go 1.23 and later have" },
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
    tooOld: { status: "skipped", reason: "go1.25.3 has no `go fix -diff`; Go 1.26 and later have" },
  },
  {
    gate: "generate",
    command: "generate -v",
    green: { "go.mod": goMod, "main.go": generating, "in.txt": "new\n", "out.txt": "new\n" },
    red: { "go.mod": goMod, "main.go": generating, "in.txt": "new\n", "out.txt": "old\n" },
    reason: "1 file to change: go generate",
    finding: {
      source: "generate",
      path: "out.txt",
      line: 1,
      title: "go generate changes it: cp in.txt out.txt (main.go:3)",
    },
    shown: "-old\n+new",
    // Every Go has it.
    old: "1.22.12",
    tooOld: { status: "failed", reason: "1 file to change: go generate" },
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
    const ended = await run(repository(red), [`--${gate}`, `--go-version=${old}`]);
    const exitCode = tooOld.status === "skipped" ? 0 : 1;
    expect([ended.exitCode, stageOf(ended, gate)]).toMatchObject([exitCode, tooOld]);
  });

  it("leaves the checkout as it is", async () => {
    const dir = repository(red);
    await run(dir, [`--${gate}`]);
    expect(gitIn(dir, "status", "--short")).toBe("");
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

describe("generate", () => {
  const withDirective = (directive: string, files: Readonly<Record<string, string>> = {}) => ({
    "go.mod": goMod,
    "main.go": `package main\n\n//go:generate ${directive}\n\nfunc main() {}\n`,
    ...files,
  });
  const asked = ["--generate", "--no-format", "--no-vet"];

  it("fails with the output of a directive that fails", async () => {
    const ended = await run(
      repository(withDirective("sh gen.sh", { "gen.sh": "echo grammar.y: no such rule >&2; exit 3\n" })),
      asked,
    );
    expect([ended.exitCode, stageOf(ended, "generate")]).toMatchObject([
      1,
      {
        status: "failed",
        reason: "1 directive failed",
        findings: [
          {
            source: "directive",
            ...{ path: "main.go", line: 3 },
            title: "//go:generate sh gen.sh",
          },
        ],
      },
    ]);
    expect(stageOf(ended, "generate")?.findings[0]?.message).toMatch(
      /^running "sh": exit status 3\n[\s\S]*no such rule$/,
    );
  });

  it("breaks when a program is not on PATH, and says how it can be had", async () => {
    const ended = await run(repository(withDirective("stringer-of-nobody -type=X")), asked);
    expect([ended.exitCode, stageOf(ended, "generate")]).toMatchObject([
      3,
      { status: "errored", findings: [{ source: "directive", path: "main.go", line: 3 }] },
    ]);
    expect(stageOf(ended, "generate")?.reason).toContain("stringer-of-nobody cannot be had: not on PATH");
    expect(stageOf(ended, "generate")?.findings[0]?.message).toContain("write `go tool stringer-of-nobody`");
  });

  it("fails when a directive's program is killed", async () => {
    const ended = await run(repository(withDirective("sh kill.sh", { "kill.sh": "kill -9 $$\n" })), asked);
    expect([ended.exitCode, stageOf(ended, "generate")?.status]).toEqual([1, "failed"]);
    expect(stageOf(ended, "generate")?.findings[0]?.message).toContain("signal: killed");
  });

  it("counts what is made, removed and marked, and leaves out what git ignores", async () => {
    const script =
      "printf a >made.txt; rm gone.txt; chmod +x run.sh; printf b >ignored.log; mkdir -p x; printf 'c\\n' >x/y.txt";
    const files = {
      ...withDirective("sh gen.sh"),
      "gen.sh": `${script}\n`,
      "gone.txt": "gone\n",
      "run.sh": "true\n",
      ".gitignore": "*.log\n.pipeline\n",
    };
    const dir = repository(files);
    const ended = await run(dir, asked);
    expect(stageOf(ended, "generate")?.reason).toBe("4 files to change: go generate");
    expect(stageOf(ended, "generate")?.findings.map(({ path, title }) => [path, title])).toEqual([
      ["gone.txt", "go generate removes it: sh gen.sh (main.go:3)"],
      ["made.txt", "go generate creates it: sh gen.sh (main.go:3)"],
      ["run.sh", "go generate changes it: sh gen.sh (main.go:3)"],
      ["x/y.txt", "go generate creates it: sh gen.sh (main.go:3)"],
    ]);
    expect(gitIn(dir, "status", "--short")).toBe("");
    gitIn(dir, "apply", ".pipeline/fix.patch");
    expect(gitIn(dir, "status", "--short", "-uall").trimEnd().split("\n")).toEqual([
      ...[" D gone.txt", " M run.sh", "?? made.txt", "?? x/y.txt"],
    ]);
    expect((await run(dir, asked)).exitCode).toBe(0);
  });

  it("sees the changes of the working tree, its commit, and no link back to the checkout", async () => {
    const dir = repository(
      withDirective("sh gen.sh", {
        "gen.sh": "git log -1 --format=%s >made.txt; cat dirty.txt >>made.txt; printf x >link.txt\n",
        "made.txt": "",
        "real.txt": "",
      }),
    );
    writeFileSync(join(dir, "dirty.txt"), "dirty\n");
    symlinkSync(join(dir, "real.txt"), join(dir, "link.txt"));
    const ended = await run(dir, asked);
    const subject = gitIn(dir, "log", "-1", "--format=%s").trim();
    const messages = Object.fromEntries(
      stageOf(ended, "generate")?.findings.map(({ path, message }) => [path, message]) ?? [],
    );
    expect(messages["made.txt"]).toContain(`+${subject}\n+dirty`);
    expect(messages["real.txt"]).toContain("+x");
    expect(readFileSync(join(dir, "real.txt"), "utf8")).toBe("");
  });

  it("says of what is no text that it changes, and has no patch for it", async () => {
    const dir = repository(withDirective("sh gen.sh", { "gen.sh": "printf '\\000\\001' >a.bin\n", "a.bin": "x" }));
    const ended = await run(dir, asked);
    expect(stageOf(ended, "generate")?.findings).toMatchObject([
      { path: "a.bin", message: "no text: 1 bytes become 2, which fix.patch cannot hold" },
    ]);
    expect(existsSync(join(dir, ".pipeline/fix.patch"))).toBe(false);
  });

  it("takes line ends of a checkout for no drift", async () => {
    const files = {
      "gen.sh": "printf 'new\\n' >out.txt\n",
      "out.txt": "new\n",
      ".gitattributes": "*.txt text eol=crlf\n",
    };
    const dir = repository(withDirective("sh gen.sh", files));
    writeFileSync(join(dir, "out.txt"), "new\r\n");
    expect(stageOf(await run(dir, asked), "generate")).toMatchObject({ status: "passed", findings: [] });
    writeFileSync(join(dir, "gen.sh"), "printf 'newer\\n' >out.txt\n");
    expect(stageOf(await run(dir, asked), "generate")?.findings).toMatchObject([{ path: "out.txt" }]);
    gitIn(dir, "apply", ".pipeline/fix.patch");
    expect(readFileSync(join(dir, "out.txt"), "utf8")).toBe("newer\r\n");
  });

  it("is skipped where it would miss what lies outside of the repository, and without a directive", async () => {
    const outside = `${goMod}\nreplace example.com/lib => ../lib\n`;
    const reaching = await run(repository({ ...cases[2].red, "go.mod": outside }), asked);
    expect([reaching.exitCode, stageOf(reaching, "generate")]).toMatchObject([
      0,
      { status: "skipped", reason: "runs on a copy of the repository, and ../lib is outside of it" },
    ]);
    const none = await run(repository({ "go.mod": goMod, "main.go": main }), asked);
    expect(stageOf(none, "generate")).toMatchObject({ status: "skipped", reason: "no `//go:generate` directive" });
  });

  it("runs tools that go.mod names, which deps has fetched", async () => {
    const tool =
      'package main\n\nimport "os"\n\nfunc main() { _ = os.WriteFile("made.txt", []byte("tool\\n"), 0o644) }\n';
    const dir = repository({
      "go.mod": "module example.com/tool\n\ngo 1.24\n\ntool example.com/tool/gen\n",
      "main.go": "package main\n\n//go:generate go tool gen\n\nfunc main() {}\n",
      "gen/main.go": tool,
    });
    const ended = await run(dir, asked);
    expect(stageOf(ended, "generate")).toMatchObject({ status: "failed", findings: [{ path: "made.txt" }] });
    const required = "tool golang.org/x/text/cmd/gotext\n\nrequire golang.org/x/text v0.30.0\n";
    const lacking = repository({
      "go.mod": `module example.com/tool\n\ngo 1.24\n\n${required}`,
      "main.go": "package main\n\n//go:generate go tool gotext\n\nfunc main() {}\n",
    });
    expect(stageOf(await run(lacking, asked), "deps")?.status).toBe("failed");
    expect(stageOf(await run(lacking, ["--no-vet"]), "deps")?.status).toBe("passed");
  });
});

describe("sync", () => {
  const moduleOf = (name: string, more = ""): Readonly<Record<string, string>> => ({
    [`${name}/go.mod`]: `module example.com/${name}\n\ngo 1.22\n${more}`,
    [`${name}/${name}.go`]: `package ${name}\n${more === "" ? "" : '\nimport _ "example.com/dep"\n'}`,
  });
  const goWork = { "go.work": "go 1.22\n\nuse (\n\t./api\n\t./app\n)\n" };
  const workspace = { ...goWork, ...moduleOf("api"), ...moduleOf("app") };
  const asked = ["--tidy", "--no-format", "--no-vet"];

  /** A workspace whose modules require two versions of one module, each tidy by itself, and what Go needs to have it. */
  function apart(): { readonly dir: string; readonly env: Readonly<Record<string, string>> } {
    const proxy = directory({});
    for (const version of ["v1.0.0", "v1.1.0"]) {
      publishModule(proxy, "example.com/dep", version, {
        "go.mod": "module example.com/dep\n",
        "dep.go": "package dep\n",
      });
    }
    const cache = { GOMODCACHE: directory({}), GOPROXY: `file://${proxy}`, GONOSUMDB: "*", GOFLAGS: "-modcacherw" };
    const requires = (version: string): string => `\nrequire example.com/dep ${version}\n`;
    const dir = directory({
      ...goWork,
      ...moduleOf("api", requires("v1.0.0")),
      ...moduleOf("app", requires("v1.1.0")),
    });
    for (const name of ["api", "app"]) {
      execFileSync("go", ["mod", "tidy"], { cwd: join(dir, name), env: { ...process.env, ...cache }, stdio: "ignore" });
    }
    gitIn(dir, "init", "--quiet");
    gitIn(dir, "add", "--all");
    gitIn(dir, "commit", "--quiet", "--message=first");
    return { dir, env: cache };
  }

  it("passes where the workspace is in step, and has no stage where there is none", async () => {
    const ended = await run(repository(workspace), asked);
    expect([ended.exitCode, stageOf(ended, "sync")?.status]).toEqual([0, "passed"]);
    expect(stageOf(await run(repository(cases[0].green), asked), "sync")).toBeUndefined();
  });

  it("fails with what go work sync changes, go.sum whole; its patch makes it pass and each module build alone", async () => {
    const { dir, env } = apart();
    const ended = await run(dir, asked, env);
    expect([ended.exitCode, stageOf(ended, "api#tidy")?.status, stageOf(ended, "sync")]).toMatchObject([
      1,
      "passed",
      {
        status: "failed",
        reason: "2 files to change: go work sync, then go mod tidy in each module",
        findings: [
          { source: "sync", path: "api/go.mod", line: 5 },
          { source: "sync", path: "api/go.sum" },
        ],
      },
    ]);
    expect(gitIn(dir, "status", "--short")).toBe("");
    gitIn(dir, "apply", ".pipeline/fix.patch");
    const own = { ...process.env, ...env, GOWORK: "off" };
    execFileSync("go", ["build", "./..."], { cwd: join(dir, "api"), env: own });
    expect((await run(dir, asked, env)).exitCode).toBe(0);
  });

  it("only warns with `warn`", async () => {
    const { dir, env } = apart();
    const ended = await run(dir, ["--tidy=warn", "--no-format", "--no-vet"], env);
    expect([ended.exitCode, stageOf(ended, "sync")?.status]).toEqual([0, "warned"]);
  });

  it("fails when its tool is killed, and when it ends with an error that says nothing", async () => {
    const killed = await run(repository(workspace), asked, withGo("work sync", "kill -9 $$"));
    expect([killed.exitCode, stageOf(killed, "sync")?.reason]).toEqual([1, "go work sync was ended by SIGKILL"]);
    const silent = await run(repository(workspace), asked, withGo("work sync", "exit 2"));
    expect([silent.exitCode, stageOf(silent, "sync")?.reason]).toEqual([
      1,
      "go work sync exited with 2 and said nothing",
    ]);
  });

  it("breaks when modules cannot be had", async () => {
    const { dir, env } = apart();
    const offline = { ...env, GOMODCACHE: directory({}), GOPROXY: "off" };
    const ended = await run(dir, [...asked, "--no-deps"], offline);
    expect([ended.exitCode, stageOf(ended, "sync")?.status]).toEqual([3, "blocked"]);
  });

  it("waits for its modules to be tidy", async () => {
    const untidy = `module example.com/api\n\ngo 1.22\n\nrequire example.com/lib v0.0.0\n\nreplace example.com/lib => ../testdata/lib\n`;
    const ended = await run(repository({ ...workspace, "api/go.mod": untidy, ...lib }), asked);
    expect([stageOf(ended, "api#tidy")?.status, stageOf(ended, "app#tidy")?.status]).toEqual(["failed", "passed"]);
    expect(stageOf(ended, "sync")).toMatchObject({ status: "blocked", reason: "api#tidy did not pass" });
  });

  it("is skipped where go.work names what lies outside of the repository", async () => {
    const around = directory({});
    const dir = join(around, "repository");
    cpSync(repository(workspace), dir, { recursive: true });
    mkdirSync(join(around, "lib"));
    writeFileSync(join(around, "lib/go.mod"), "module example.com/lib\n\ngo 1.22\n");
    writeFileSync(join(dir, "go.work"), workspace["go.work"].replace("./app", "./app\n\t../lib"));
    expect(stageOf(await run(dir, asked), "sync")).toMatchObject({
      status: "skipped",
      reason: "runs on a copy of the repository, and ../lib is outside of it",
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
