import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { repository } from "../support/repository.ts";
import { cleanEnv, runAction } from "../support/run-action.ts";

/** Passes from the attempt on that is given; attempts are counted in a file outside of what Go looks at. */
const helper = `
func from(t testing.TB, attempt int) {
	t.Helper()
	name := filepath.Join(os.Getenv("COUNTS"), strings.ReplaceAll(t.Name(), "/", "__"))
	seen, _ := os.ReadFile(name)
	os.WriteFile(name, append(seen, '.'), 0o644)
	if len(seen)+1 < attempt {
		t.Errorf("attempt %d of %s", len(seen)+1, t.Name())
	}
}
`;
const imports = 'import (\n\t"fmt"\n\t"os"\n\t"path/filepath"\n\t"strings"\n\t"testing"\n)\n\nvar _ = fmt.Sprint\n';
const file = (tests: string): string => `package m\n\n${imports}${helper}\n${tests}\n`;

const code = "package m\n\nfunc Add(a, b int) int {\n\tif a == 0 {\n\t\treturn b\n\t}\n\treturn a + b\n}\n";

interface Done {
  readonly exitCode: number | null;
  readonly stdout: string;
  // biome-ignore lint/suspicious/noExplicitAny: the report as JSON, whose schema other tests hold
  readonly report: any;
  // biome-ignore lint/suspicious/noExplicitAny: a stage of it
  readonly test: any;
  readonly text: (name: string) => string;
  readonly outputs: string;
  readonly root: string;
}

async function run(files: Readonly<Record<string, string>>, flags: readonly string[]): Promise<Done> {
  const root = repository({
    "go.mod": "module example.com/m\n\ngo 1.22\n",
    "m.go": code,
    ".gitignore": "counts/\n",
    ...files,
  });
  const host = ["--engine=host", "--docker=false", "--format=false", "--vet=false", "--build=false"];
  const counts = `${root}-counts`;
  const output = join(root, "outputs.txt");
  mkdirSync(counts);
  writeFileSync(output, "");
  const env = cleanEnv({ GITHUB_ACTIONS: "true", GITHUB_OUTPUT: output });
  const done = await runAction(
    root,
    [...host, `--test-env=COUNTS=${counts}`, "--upload-artifacts=false", ...flags],
    env,
  );
  const text = (name: string): string => readFileSync(join(root, ".pipeline", name), "utf8");
  const report = JSON.parse(text("report.json"));
  const test = report.stages.find(({ id }: { readonly id: string }) => id === "test");
  return { ...done, report, test, text, outputs: readFileSync(output, "utf8"), root };
}

const resultsOf = ({ report }: Done): Readonly<Record<string, string>> =>
  Object.fromEntries(
    report.totals.tests.packages.flatMap(({ tests }: { readonly tests: { name: string; status: string }[] }) =>
      tests.map(({ name, status }) => [name, status]),
    ),
  );

describe("failed tests that are run again", () => {
  it("are flaky when they pass then: in report, summary, JUnit, annotation and output, and the run passes", async () => {
    const tests = file(`
func TestFlaky(t *testing.T) { from(t, 2); Add(0, 1) }
func TestSteady(t *testing.T) { Add(1, 1) }
func TestParent(t *testing.T) {
	for _, name := range []string{"good", "a/b [x]|(y) $z+", "é"} {
		t.Run(name, func(t *testing.T) { if name != "good" { from(t, 3) } })
	}
}
func TestOwn(t *testing.T) {
	t.Run("fine", func(t *testing.T) {})
	from(t, 2)
}
func ExampleAdd() {
	name := filepath.Join(os.Getenv("COUNTS"), "example")
	_, err := os.Stat(name)
	os.WriteFile(name, nil, 0o644)
	fmt.Println(err == nil)
	// Output: true
}
func FuzzAdd(f *testing.F) {
	f.Add(1)
	f.Add(2)
	f.Fuzz(func(t *testing.T, n int) { if n == 2 { from(t, 2) } })
}`);
    const done = await run({ "m_test.go": tests }, ["--rerun-failed=2"]);
    expect([done.exitCode, done.report.conclusion]).toEqual([0, "success"]);
    expect(resultsOf(done)).toEqual({
      TestFlaky: "flaky",
      TestSteady: "passed",
      "TestParent/good": "passed",
      "TestParent/a/b_[x]|(y)_$z+": "flaky",
      "TestParent/é": "flaky",
      TestParent: "flaky",
      "TestOwn/fine": "passed",
      TestOwn: "flaky",
      ExampleAdd: "flaky",
      "FuzzAdd/seed#0": "passed",
      "FuzzAdd/seed#1": "flaky",
      FuzzAdd: "flaky",
    });
    const [found] = done.report.totals.tests.packages;
    expect(found).toMatchObject({ status: "flaky", attempts: 3, reason: null, passed: 4, failed: 0, flaky: 8 });
    expect(found.flakes.map(({ name }: { readonly name: string }) => name)).toContain("TestParent/a/b_[x]|(y)_$z+");
    expect(done.test).toMatchObject({ status: "warned", reason: "8 flaky tests: passed only when run again" });
    expect(done.outputs).toMatch(/tests-flaky<<(\S+)\n8\n\1/);
    expect(done.text("summary.md")).toContain("### Flaky tests");
    expect(done.text("tests/junit.xml")).toMatch(
      /name="TestFlaky"[^>]*><flakyFailure [^>]*>[^<]*attempt 1 of TestFlaky/,
    );
    expect(done.text("tests/junit.xml")).toContain('failures="0"');
    expect(done.stdout).toMatch(/^::warning .*title=TestFlaky is flaky/m);
    expect(done.stdout).toContain("4 passed, 0 failed, 0 skipped, 8 flaky");
    expect(done.text("logs/test.log")).toContain("Failed tests are run again, attempt 3:");
    expect(
      done.text("tests/test2json.jsonl").match(/"Action":"fail","Package":"example.com\/m","Elapsed"/g),
    ).toHaveLength(2);
  });

  it("have failed once when they fail every time, and those beside them are flaky", async () => {
    const tests = file("func TestBad(t *testing.T) { from(t, 99) }\nfunc TestFlaky(t *testing.T) { from(t, 2) }");
    const done = await run({ "m_test.go": tests }, ["--rerun-failed=2"]);
    expect(done.exitCode).toBe(1);
    expect(done.report.totals.tests).toMatchObject({ passed: 0, failed: 1, flaky: 1 });
    expect(done.test).toMatchObject({ status: "failed", reason: "1 test failed" });
    const [found] = done.report.totals.tests.packages;
    expect(found.failures).toMatchObject([
      { name: "TestBad", output: expect.stringContaining("attempt 1 of TestBad") },
    ]);
    expect(
      done.test.findings.map(({ title, severity }: { title: string; severity: string }) => [title, severity]),
    ).toEqual([
      ["TestBad failed", "error"],
      ["TestFlaky is flaky: it failed, and passed when it was run again", "warning"],
    ]);
    expect(readFileSync(`${done.root}-counts/TestBad`, "utf8")).toBe("...");
    expect(readFileSync(`${done.root}-counts/TestFlaky`, "utf8")).toBe("..");
  });

  it("fail the run when they are flaky and it says so", async () => {
    const tests = file("func TestFlaky(t *testing.T) { from(t, 2) }");
    const done = await run({ "m_test.go": tests }, ["--rerun-failed=1", "--flaky=fail"]);
    expect([done.exitCode, done.test.status]).toEqual([1, "failed"]);
    expect(done.test.reason).toBe("1 flaky test: passed only when run again");
    expect(done.stdout).toMatch(/^::error .*title=TestFlaky is flaky/m);
  });

  it.each(["set", "count", "atomic"])("cover what all attempts cover, in mode %s", async (mode) => {
    const tests = file(
      "func TestFlaky(t *testing.T) { from(t, 2); if !t.Failed() { Add(1, 1) } else { Add(0, 1) } }\nfunc TestSteady(t *testing.T) { Add(0, 2) }",
    );
    const flags = ["--rerun-failed=1", `--test-flags=-covermode=${mode}`];
    const done = await run({ "m_test.go": tests }, flags);
    expect(done.report.totals.coverage).toMatchObject({ covered: 3, statements: 3, missing: [] });
    const counts = done
      .text("coverage/coverage.out")
      .trim()
      .split("\n")
      .map((line) => line.split(" ").at(-1));
    expect(counts).toEqual(mode === "set" ? ["set", "1", "1", "1"] : [mode, "3", "2", "1"]);
  });

  it("are not those of packages that crashed or do not build, without being told", async () => {
    const files = {
      "m_test.go": file(
        'func TestPanics(t *testing.T) { from(t, 1); if _, err := os.Stat(os.Getenv("COUNTS")+"/once"); err != nil { os.WriteFile(os.Getenv("COUNTS")+"/once", nil, 0o644); panic("boom") } }',
      ),
      "broken/b_test.go": "package broken\n\nfunc init() { undefined() }\n",
      "after/a_test.go": `package after\n\n${imports.replace("fmt", "os/exec").replace("fmt.Sprint", "exec.Command")}${helper}\nfunc TestMain(m *testing.M) { code := m.Run(); if _, err := os.Stat(os.Getenv("COUNTS")+"/main"); err != nil { os.WriteFile(os.Getenv("COUNTS")+"/main", nil, 0o644); code = 3 }; os.Exit(code) }\nfunc TestFine(t *testing.T) { from(t, 1) }\n`,
    };
    const plain = await run(files, ["--rerun-failed=2"]);
    expect(plain.exitCode).toBe(1);
    expect(readFileSync(`${plain.root}-counts/TestPanics`, "utf8")).toBe(".");
    expect(plain.report.totals.tests.packages.map((found: { attempts?: number }) => found.attempts)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    const told = await run(files, ["--rerun-failed=2", "--rerun-crashed"]);
    expect(told.exitCode).toBe(1);
    expect(
      told.report.totals.tests.packages.map(
        ({ importPath, status, attempts }: { importPath: string; status: string; attempts?: number }) => [
          importPath,
          status,
          attempts,
        ],
      ),
    ).toEqual([
      ["example.com/m", "flaky", 2],
      ["example.com/m/after", "flaky", 2],
      ["example.com/m/broken", "failed", undefined],
    ]);
    expect(resultsOf(told)).toEqual({ TestPanics: "flaky", TestFine: "passed" });
    expect(told.report.totals.coverage.missing).toEqual([]);
    expect(told.stdout).toContain("example.com/m/after is flaky");
  });

  it("leave time limits as they are, and are never taken from Go's cache", async () => {
    const tests = file(
      'func TestHangs(t *testing.T) { from(t, 1); if _, err := os.Stat(os.Getenv("COUNTS")+"/once"); err != nil { os.WriteFile(os.Getenv("COUNTS")+"/once", nil, 0o644); select {} } }',
    );
    const done = await run({ "m_test.go": tests }, ["--rerun-failed=1", "--rerun-crashed", "--test-timeout=5s"]);
    expect([done.exitCode, resultsOf(done)]).toEqual([0, { TestHangs: "passed" }]);
    // It was stopped by the limit, which says nothing of the test.
    expect(done.report.totals.tests.packages).toMatchObject([{ status: "flaky", attempts: 2, flaky: 0 }]);
    expect(done.test).toMatchObject({ status: "warned", reason: "example.com/m is flaky: passed only when run again" });
    expect(done.text("tests/test2json.jsonl")).not.toContain("(cached)");
  });

  it("do not hide what -failfast leaves out", async () => {
    const tests = file("func TestA(t *testing.T) { from(t, 2) }\nfunc TestB(t *testing.T) { from(t, 1) }");
    const refused = await runAction(repository({ "go.mod": "module example.com/m\n" }), [
      "--rerun-failed=1",
      "--test-flags=-failfast",
    ]);
    expect(refused.exitCode).toBe(2);
    expect(refused.stdout).toContain("--test-flags: -failfast cannot be combined with rerun-failed");
    const root = repository({ "go.mod": "module example.com/m\n\ngo 1.22\n", "m_test.go": tests });
    const args = [
      "--engine=host",
      "--docker=false",
      "--format=false",
      "--vet=false",
      "--rerun-failed=1",
      `--test-env=COUNTS=${root}`,
    ];
    const run = await runAction(root, args, cleanEnv({ GOFLAGS: "-failfast" }));
    expect([run.exitCode, existsSync(join(root, "TestB"))]).toEqual([0, true]);
  });
});
