import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { Report, StageResult } from "../../src/model/report.ts";
import { directory, gitIn, repository } from "../support/repository.ts";
import { cleanEnv } from "../support/run-action.ts";
import { runInProcess } from "../support/run-in-process.ts";
import { withGo } from "../support/with-go.ts";

const goMod = "module example.com/fz\n\ngo 1.22\n";

/** A test file of package `a` with fuzz targets of strings, by the body of what is fuzzed. */
const targets = (bodies: Readonly<Record<string, string>>, more = ""): string =>
  `package a\n\nimport (\n\t"os"\n\t"testing"\n)\n\nvar _ = os.Exit\n${more}${Object.entries(bodies)
    .map(
      ([name, body]) =>
        `\nfunc ${name}(f *testing.F) {\n\tf.Add("x")\n\tf.Fuzz(func(t *testing.T, s string) {\n\t\t${body}\n\t})\n}\n`,
    )
    .join("")}`;

const good = "_ = s";
const bad = 'if len(s) > 2 {\n\t\t\tt.Fatalf("too long: %q", s)\n\t\t}';
const green = { "go.mod": goMod, "a/a_test.go": targets({ FuzzGood: good }) };
const red = { "go.mod": goMod, "a/a_test.go": targets({ FuzzBad: bad, FuzzGood: good }) };
const finding = { source: "fuzz", path: "a/a_test.go", line: 14, title: "FuzzBad failed" };
const reason = "1 of 2 fuzz targets failed: FuzzBad";

interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly report: Report;
}

async function run(dir: string, flags: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const own = ["--engine=host", "--no-docker", "--no-test", "--no-build", "--no-vet", "--no-format", "--cache=false"];
  const { exitCode, stdout } = await runInProcess(dir, [...own, "--fuzz-time=2000x", ...flags], cleanEnv(env));
  return { exitCode, stdout, report: JSON.parse(readFileSync(join(dir, ".pipeline/report.json"), "utf8")) };
}

function stageOf({ report }: Ended, id = "fuzz"): StageResult | undefined {
  return report.stages.find((stage) => stage.id === id);
}

/** A `go` whose fuzzing prints what the real one has printed once. */
function printing(name: string, exit: number): { readonly PATH: string } {
  const path = resolve(import.meta.dirname, `../fixtures/fuzz/${name}.jsonl`);
  return withGo("-fuzz=", `cat ${path}; exit ${exit}`);
}

describe("fuzz", () => {
  it("passes", async () => {
    const ended = await run(repository(green), ["--fuzz"]);
    expect([ended.exitCode, stageOf(ended)]).toMatchObject([0, { status: "passed", reason: null, findings: [] }]);
  });

  it("fails with an input, which it keeps, and leaves the checkout alone", async () => {
    const dir = repository(red);
    const ended = await run(dir, ["--fuzz"]);
    expect([ended.exitCode, stageOf(ended)]).toMatchObject([1, { status: "failed", reason, findings: [finding] }]);
    expect(ended.stdout).toContain(`${finding.path}:${finding.line}: ${finding.title}`);
    expect(gitIn(dir, "status", "--porcelain")).toBe("");
    const message = stageOf(ended)?.findings[0]?.message ?? "";
    const [, kept = ""] = /^input: (\.pipeline\/fuzz\/a\/testdata\/fuzz\/FuzzBad\/[0-9a-f]+)$/m.exec(message) ?? [];
    const input = readFileSync(join(dir, kept), "utf8");
    expect(input).toMatch(/^go test fuzz v1\nstring\(".{3,}"\)\n$/);
    expect(message).toMatch(/^too long: ".+"\n/);
    expect(message).toContain(input);
    expect(readFileSync(join(dir, ".pipeline/logs/fuzz.log"), "utf8")).toMatch(
      /^FuzzBad of example.com\/fz\/a\n[\s\S]*Failing input written to[\s\S]*^FuzzGood of example.com\/fz\/a\n[\s\S]*^--- PASS: FuzzGood/m,
    );
  });

  it("ends with a command that makes the same target fail", async () => {
    const files = Object.entries(red).map(([path, text]) => [`lib/${path}`, text] as const);
    const dir = repository({
      "go.mod": "module example.com/tool\n\ngo 1.22\n",
      "main.go": "package main\n\nfunc main() {}\n",
      ...Object.fromEntries(files),
    });
    const ended = await run(dir, ["--fuzz"]);
    const stage = stageOf(ended, "lib#fuzz");
    expect(stage?.findings[0]?.message.endsWith(`\n${stage.command}`)).toBe(true);
    const again = spawnSync("sh", ["-c", stage?.command ?? ""], { cwd: dir, encoding: "utf8" });
    expect([again.status, again.stdout]).toEqual([1, expect.stringContaining("too long: ")]);
    expect(again.stdout).toMatch(/^ +--- FAIL: FuzzBad\/[0-9a-f]+ /m);
  });

  it("only warns with `warn`", async () => {
    const ended = await run(repository(red), ["--fuzz=warn"]);
    expect([ended.exitCode, stageOf(ended)]).toMatchObject([0, { status: "warned", reason }]);
  });

  it("has no stage unless somebody asks for it", async () => {
    expect(stageOf(await run(repository(red), []))).toBeUndefined();
  });

  it.each([
    ["tests without", { "a/a_test.go": 'package a\n\nimport "testing"\n\nfunc TestA(t *testing.T) {}\n' }],
    ["one that Go does not take for one", { "a/a_test.go": "package a\n\nfunc Fuzzy() {}\n" }],
    [
      "one that is not built here",
      { "a/a_test.go": `//go:build never\n\n${targets({ FuzzBad: bad })}`, "a/a.go": "package a\n" },
    ],
  ])("is skipped without targets: %s", async (_, files) => {
    const ended = await run(repository({ "go.mod": goMod, ...files }), ["--fuzz"]);
    expect([ended.exitCode, stageOf(ended)]).toMatchObject([0, { status: "skipped", reason: "no fuzz targets" }]);
  });

  it("goes by build-tags and test-env", async () => {
    const tagged = `//go:build slow\n\n${targets({ FuzzEnv: 'if os.Getenv("WANTED") != "yes" {\n\t\t\tt.Fatal("not there")\n\t\t}' })}`;
    const dir = repository({ "go.mod": goMod, "a/a_test.go": tagged, "a/a.go": "package a\n" });
    const flags = ["--fuzz", "--build-tags=slow"];
    const without = await run(dir, flags);
    expect(stageOf(without)).toMatchObject({ status: "failed", findings: [{ title: "FuzzEnv/seed#0 failed" }] });
    expect(stageOf(without)?.command).toBe("go test example.com/fz/a -tags=slow -run '^FuzzEnv$/^seed#0$' -count=1");
    expect((await run(dir, [...flags, "--test-env=WANTED=yes"])).exitCode).toBe(0);
  });

  it("checks every module in its directory", async () => {
    const below = (dir: string, files: Readonly<Record<string, string>>) =>
      Object.entries(files).map(([path, text]) => [`${dir}/${path}`, text.replace("example.com/fz", dir)] as const);
    const ended = await run(repository(Object.fromEntries([...below("one", green), ...below("two", red)])), ["--fuzz"]);
    expect(ended.exitCode).toBe(1);
    expect([stageOf(ended, "one#fuzz"), stageOf(ended, "two#fuzz")]).toMatchObject([
      { status: "passed" },
      { status: "failed", findings: [{ path: `two/${finding.path}`, line: finding.line }] },
    ]);
  });

  it("fuzzes what compiles beside what does not", async () => {
    const broken = { "b/b_test.go": targets({ FuzzB: "undefined()" }).replace("package a", "package b") };
    const ended = await run(repository({ ...red, ...broken }), ["--fuzz"]);
    expect([ended.exitCode, stageOf(ended)]).toMatchObject([
      1,
      { status: "failed", reason: `${reason}; example.com/fz/b: build failed` },
    ]);
    expect(stageOf(ended)?.findings).toMatchObject([{ source: "compile", path: "b/b_test.go", line: 13 }, finding]);
  });

  it("names the target where Go knows no more than that its process ended", async () => {
    const exits = targets({ FuzzExit: "if len(s) > 2 {\n\t\t\tos.Exit(3)\n\t\t}" });
    const ended = await run(repository({ "go.mod": goMod, "a/a_test.go": exits }), ["--fuzz"]);
    expect(stageOf(ended)?.findings).toMatchObject([
      { source: "fuzz", path: "a/a_test.go", line: 10, title: "FuzzExit failed" },
    ]);
    expect(stageOf(ended)?.findings[0]?.message).toMatch(
      /^fuzzing process hung or terminated unexpectedly: exit status 3\ninput: /,
    );
  });

  it("shows a panic with the stack that leads to it, without the path of the copy", async () => {
    const panics = targets({ FuzzPanic: "_ = s[len(s)]" });
    const ended = await run(repository({ "go.mod": goMod, "a/a_test.go": panics }), ["--fuzz"]);
    const [found] = stageOf(ended)?.findings ?? [];
    expect(found).toMatchObject({ path: "a/a_test.go", line: 13, title: "FuzzPanic/seed#0 failed" });
    expect(found?.message).toMatch(/^panic: runtime error: index out of range[\s\S]*\n\ta\/a_test\.go:13 /);
    expect(found?.message).toMatch(/\n\t\/.*\/src\/testing\/fuzz\.go:\d+ /);
  });

  it.each([
    ["killed", "echo x; kill -9 $$", "go test was ended by SIGKILL"],
    ["ended with 2", "exit 2", "go test exited with 2 and said nothing"],
    ["ended with 3", "echo out of luck >&2; exit 3", "go test exited with 3"],
    ["ended with 0 and said nothing", "exit 0", "go test has reported no package"],
  ])("fails when Go was %s", async (_, instead, why) => {
    const ended = await run(repository(green), ["--fuzz"], withGo("-fuzz=", instead));
    expect([ended.exitCode, stageOf(ended)?.status]).toEqual([1, "failed"]);
    expect(stageOf(ended)?.reason).toContain(why);
    expect(stageOf(ended)?.command).toContain("'-fuzz=^FuzzGood$' -fuzztime=2000x");
  });

  it.each([
    ["killed", "kill -9 $$", "go test was ended by SIGKILL"],
    ["ended with 2", "exit 2", "exited with 2 and said nothing"],
  ])("fails when Go was %s before it knew the targets", async (_, instead, why) => {
    const ended = await run(repository(green), ["--fuzz"], withGo("-list=", instead));
    expect([ended.exitCode, stageOf(ended)?.status]).toEqual([1, "failed"]);
    expect(stageOf(ended)?.reason).toContain(why);
  });

  it("is skipped where Go cannot fuzz", async () => {
    const says = "-fuzz flag is not supported on aix/ppc64";
    const ended = await run(repository(green), ["--fuzz"], withGo("-fuzz=", `echo "${says}" >&2; exit 1`));
    expect([ended.exitCode, stageOf(ended)]).toMatchObject([0, { status: "skipped", reason: says }]);
  });

  it("is skipped where go.mod names a directory that the copy has not", async () => {
    const outside = directory({ "go.mod": "module example.com/lib\n\ngo 1.22\n", "lib.go": "package lib\n" });
    const named = `${goMod}\nreplace example.com/lib => ${outside}\n`;
    const ended = await run(repository({ ...red, "go.mod": named }), ["--fuzz"]);
    expect([ended.exitCode, stageOf(ended)?.status]).toEqual([0, "skipped"]);
    expect(stageOf(ended)?.reason).toContain("is outside of it");
  });

  it("warns where nothing came to an end, which Go calls a pass", async () => {
    const files = { "go.mod": goMod, "b/b_test.go": targets({ FuzzHang: good }).replace("package a", "package b") };
    const ended = await run(repository(files), ["--fuzz"], printing("hangs", 0));
    const said = "no input of FuzzHang came to an end in the last 5 s: Go does not report one that hangs";
    expect([ended.exitCode, stageOf(ended)]).toMatchObject([
      0,
      { status: "warned", reason: said, findings: [{ severity: "warning", path: "b/b_test.go", line: 10 }] },
    ]);
  });

  it("takes the end of the time for no failure", async () => {
    const ended = await run(repository(green), ["--fuzz"], printing("deadline", 1));
    expect([ended.exitCode, stageOf(ended)]).toMatchObject([0, { status: "passed", reason: null, findings: [] }]);
  });

  it("fails where Go has passed and says nothing of the target", async () => {
    const ended = await run(repository(green), ["--fuzz"], printing("none", 0));
    expect([ended.exitCode, stageOf(ended)]).toMatchObject([
      1,
      { status: "failed", reason: "FuzzGood of example.com/fz/a was not fuzzed" },
    ]);
  });

  it("is stopped at the time limit of a stage", async () => {
    const ended = await run(repository(red), ["--fuzz", "--timeout=5s"], withGo("-fuzz=^FuzzBad", "exec sleep 600"));
    expect([ended.exitCode, stageOf(ended)?.status]).toEqual([1, "failed"]);
    expect(stageOf(ended)?.reason).toContain("stopped at its time limit of 5s");
  });

  it("keeps no input that is a link", async () => {
    const instead = `mkdir -p a/testdata/fuzz/FuzzBad; ln -s /etc/passwd a/testdata/fuzz/FuzzBad/d503c9c96aac93cf; cat ${resolve(import.meta.dirname, "../fixtures/fuzz/fails.jsonl")}; exit 1`;
    const dir = repository({ "go.mod": goMod, "a/a_test.go": targets({ FuzzBad: bad }) });
    const ended = await run(dir, ["--fuzz"], withGo("-fuzz=", instead));
    expect(stageOf(ended)?.findings[0]?.message).toContain("the file with the input could not be kept");
    expect(existsSync(join(dir, ".pipeline/fuzz"))).toBe(false);
  });

  it("refuses a time that is none", async () => {
    const { exitCode, stdout, stderr } = await runInProcess(repository(green), ["--fuzz-time=10"], cleanEnv());
    expect([exitCode, stdout + stderr]).toEqual([2, expect.stringContaining('"10" has no unit')]);
  });
});
