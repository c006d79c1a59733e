import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { type Report, reportSchema } from "../../src/model/report.ts";
import { repository } from "../support/repository.ts";
import { cleanEnv, runAction } from "../support/run-action.ts";

/** What a run leaves for other tools, and that all of it counts alike. */

const argv = ["--engine=host", "--docker=false", "--platforms=linux/amd64", "--cache=false"];
const mod = { "go.mod": "module example.com/m\n\ngo 1.24\n" };
const main = { "main.go": "package main\n\nfunc main() { println(1) }\n" };

const goTest = (body: string): string => `package main\n\nimport "testing"\n\n${body}\n`;

interface Ran {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly report: Report;
  readonly dir: string;
  readonly read: (name: string) => string;
}

async function run(files: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const dir = repository(files);
  const { exitCode, stdout } = await runAction(dir, argv, cleanEnv(env));
  const read = (name: string): string => readFileSync(join(dir, ".pipeline", name), "utf8");
  return { exitCode, stdout, dir, read, report: reportSchema.parse(JSON.parse(read("report.json"))) };
}

/** Elements by name, and the attributes of the first. */
function elementsOf(xml: string): { readonly count: (name: string) => number; readonly root: Record<string, string> } {
  const names: string[] = [];
  let root: Record<string, string> = {};
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (names.length === 0) root = Object.fromEntries(Object.entries(attributes));
    names.push(name);
  });
  parser.write(xml).close();
  return { root, count: (wanted) => names.filter((name) => name === wanted).length };
}

/** Every case with its place. */
function placesIn(xml: string): readonly string[] {
  const places: string[] = [];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes: { name: test, file, line } }) => {
    if (name === "testcase") places.push(`${test} ${file}:${line}`);
  });
  parser.write(xml).close();
  return places.sort();
}

describe("a run with failed tests", () => {
  const files = {
    ...mod,
    ...main,
    "main_test.go": goTest(`
func TestParent(t *testing.T) {
	t.Run("bad", func(t *testing.T) { t.Error("one") })
	t.Run("worse", func(t *testing.T) { t.Error("two") })
	t.Run("fine", func(t *testing.T) {})
}

func TestAlone(t *testing.T) { t.Error("three") }

func TestSkipped(t *testing.T) { t.Skip("needs | a \`database\`") }`),
    "vetted/vetted.go": 'package vetted\n\nimport "fmt"\n\nfunc F() { fmt.Printf("%d", "x") }\n',
  };

  it("has one count of them in report.json, junit.xml, summary, terminal and findings", async () => {
    const { exitCode, stdout, report, read } = await run(files);
    expect(exitCode).toBe(1);
    expect(report.totals.tests).toMatchObject({ failed: 4, passed: 1, skipped: 1 });
    const listed = report.totals.tests?.packages.flatMap(({ failures }) => failures.map(({ name }) => name));
    expect(listed?.sort()).toEqual(["TestAlone", "TestParent/bad", "TestParent/worse"]);
    const found = report.stages.flatMap(({ findings }) => findings.flatMap(({ subject }) => subject?.test ?? []));
    expect(found.sort()).toEqual(listed);

    const junit = elementsOf(read("tests/junit.xml"));
    expect(junit.root).toMatchObject({ tests: "6", failures: "4", errors: "0" });
    expect([junit.count("failure"), junit.count("skipped"), junit.count("testcase")]).toEqual([4, 1, 6]);

    const summary = read("summary.md");
    expect(summary).toContain(" · 4 tests failed (1 by its subtests only), 1 passed, 1 skipped · ");
    expect(summary.match(/^<summary>❌ <code>/gm)).toHaveLength(3);
    expect(summary).toContain("<summary>1 skipped test</summary>");
    expect(summary).toMatch(/^\| `TestSkipped` \| `example.com\/m` \| needs \\\| a `database` \|$/m);

    expect(stdout).toMatch(/^ {2}tests +1 passed, 4 failed \(1 by its subtests only\), 1 skipped$/m);
    expect(stdout.match(/^ {2}✗ Test\w+(?:\/\w+)? +main_test\.go:\d+/gm)).toHaveLength(3);
  });

  it("leaves SARIF, coverage by lines and a badge beside it", async () => {
    const { read, dir, report } = await run(files);
    const names = ["build.sarif", "deps.sarif", "format.sarif", "test.sarif", "vet.sarif"];
    expect(readdirSync(join(dir, ".pipeline/sarif")).sort()).toEqual(names);
    expect(JSON.parse(read("sarif/vet.sarif"))).toMatchObject({
      runs: [{ results: [{ ruleId: "vet", locations: [{ physicalLocation: { region: { startLine: 5 } } }] }] }],
    });
    expect(read("badge.svg")).toContain("<title>Go pipeline: failed, 0.0 % covered</title>");
    const { root } = elementsOf(read("coverage/cobertura.xml"));
    const lcov = [...read("coverage/lcov.info").matchAll(/^LF:(\d+)$/gm)].reduce(
      (sum, [, lines]) => sum + Number(lines),
      0,
    );
    expect([Number(root["lines-valid"]), root["lines-covered"]]).toEqual([lcov, "0"]);
    expect(report.totals.coverage).toMatchObject({ statements: 2, covered: 0 });
  });
});

describe("junit.xml", () => {
  const calc = `package calc

import (
	"fmt"
	"os"
	"testing"
)

const text = \`
func TestExternal(t *testing.T) {}
\`

/*
func TestOld(t *testing.T) {}
*/
func TestSum(t *testing.T) {
	t.Run("one", func(t *testing.T) {})
	t.Run("fails", func(t *testing.T) { t.Error("no") })
	t.Run("quiet", func(t *testing.T) { t.Fail() })
}

type suite struct{}

func (suite) TestSystem(t *testing.T) {}

func TestSuite(t *testing.T) { t.Run("TestSystem", suite{}.TestSystem) }

func ExamplePrint() {
	fmt.Println(1)
	// Output: 1
}

func FuzzSum(f *testing.F) {
	f.Add("seed")
	f.Fuzz(func(t *testing.T, s string) {})
}

func TestMain(m *testing.M) { os.Exit(m.Run()) }
`;
  const twice = (name: string) => `func ${name}(t *testing.T) {}\n`;
  const files = {
    "svc/go.mod": "module example.com/svc\n\ngo 1.24\n",
    "svc/calc/calc.go": "package calc\n\nfunc Print() {}\n",
    "svc/calc/calc_test.go": calc.replaceAll("\n", "\r\n"),
    "svc/calc/external_test.go": `package calc_test\n\nimport "testing"\n\n${twice("TestExternal")}\n${twice("TestBoth")}`,
    "svc/calc/both_test.go": `package calc\n\nimport "testing"\n\n${twice("TestBoth")}`,
    "svc/calc/here_test.go": `//go:build !plan9\n\npackage calc\n\nimport "testing"\n\nfunc TestSystem(t *testing.T) { t.Skip("no") }\n`,
    "svc/calc/here_plan9_test.go": `package calc\n\nimport "testing"\n\n${twice("TestSystem")}`,
  };

  it("has the file and the line of every test", async () => {
    const { read, exitCode } = await run(files);
    expect(exitCode).toBe(1);
    const lineOf = (start: string): number => calc.slice(0, calc.indexOf(start)).split("\n").length;
    const at = (start: string): string => `svc/calc/calc_test.go:${lineOf(start)}`;
    const [sum, inSuite, fuzz] = ["func TestSum", "func TestSuite", "func FuzzSum"].map(at);
    expect(placesIn(read("tests/junit.xml"))).toEqual([
      ...[`ExamplePrint ${at("func Example")}`, `FuzzSum ${fuzz}`, `FuzzSum/seed#0 ${fuzz}`],
      ...["TestBoth undefined:undefined", "TestBoth undefined:undefined", "TestExternal svc/calc/external_test.go:5"],
      ...[`TestSuite ${inSuite}`, `TestSuite/TestSystem ${inSuite}`],
      ...[`TestSum ${sum}`, `TestSum/fails ${at('t.Run("fails"')}`, `TestSum/one ${sum}`, `TestSum/quiet ${sum}`],
      "TestSystem svc/calc/here_test.go:7",
    ]);
  });
});

describe("what was built", () => {
  async function inWorkflow(
    files: Readonly<Record<string, string>>,
    prepare: (home: string) => void = () => undefined,
  ) {
    const home = repository({ empty: "" });
    for (const name of ["artifacts", "outputs", "summary"]) writeFileSync(join(home, name), "");
    prepare(home);
    const ran = await run(files, {
      GITHUB_ACTIONS: "true",
      GITHUB_REPOSITORY: "octo/m",
      GITHUB_ARTIFACTS: join(home, "artifacts"),
      GITHUB_ARTIFACTS_LIST: join(home, "list"),
      GITHUB_OUTPUT: join(home, "outputs"),
      GITHUB_STEP_SUMMARY: join(home, "summary"),
      RUNNER_TEMP: home,
    });
    return { ...ran, home };
  }

  it("is declared to the runner, by paths that exist", async () => {
    const { exitCode, report, dir, home } = await inWorkflow({ ...mod, ...main });
    expect(exitCode).toBe(0);
    const [binary] = report.artifacts;
    expect(readFileSync(join(home, "artifacts"), "utf8")).toBe(`file://${join(dir, binary?.path ?? "")}\n`);
  });

  it("is not declared under a name that is taken, which is said", async () => {
    const { exitCode, stdout, home } = await inWorkflow({ ...mod, ...main }, (at) => {
      const taken = { name: "m-linux-amd64", digest: `sha256:${"0".repeat(64)}`, kind: "file" };
      appendFileSync(join(at, "list"), JSON.stringify({ version: 1, subjects: [taken] }));
    });
    expect([exitCode, readFileSync(join(home, "artifacts"), "utf8")]).toEqual([0, ""]);
    expect(stdout).toContain("::notice::Not declared for attestations: m-linux-amd64 is the name of something else");
  });

  it("is not declared when the run fails", async () => {
    const bad = { "main_test.go": goTest('func TestBad(t *testing.T) { t.Error("no") }') };
    const { exitCode, report, home } = await inWorkflow({ ...mod, ...main, ...bad });
    expect([exitCode, report.artifacts.length, readFileSync(join(home, "artifacts"), "utf8")]).toEqual([1, 1, ""]);
  });

  it("is kept, with a warning, where it cannot be declared", async () => {
    const { exitCode, stdout } = await inWorkflow({ ...mod, ...main }, (at) => {
      rmSync(join(at, "artifacts"));
      mkdirSync(join(at, "artifacts"));
    });
    expect(stdout).toContain("::warning::What was built could not be declared for attestations: EISDIR");
    expect(exitCode).toBe(0);
  });
});
