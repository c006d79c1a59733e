import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Report, reportSchema } from "../../src/model/report.ts";
import { gitIn } from "../support/repository.ts";
import { runAction } from "../support/run-action.ts";
import {
  againstDtd,
  codecov,
  jenkinsProblems,
  junitparser,
  pycobertura,
  run,
  sarifProblems,
  xml2js,
} from "./support/readers.ts";

const files: Readonly<Record<string, string>> = {
  "go.mod": "module example.com/m\n\ngo 1.25\n",
  "calc/calc.go": `package calc

import "fmt"

func Sign(n int) string {
	if n < 0 {
		return "negative"
	}
	return "other"
}

func Print() { fmt.Printf("%d\\n", "x") }
`,
  "calc/calc_test.go": `package calc

import (
	"os"
	"testing"
)

func TestSign(t *testing.T) {
	t.Attr("owner", "payments <b>")
	if Sign(1) != "other" {
		t.Fatal("wrong")
	}
}

func TestTable(t *testing.T) {
	t.Run("a|b\`c<d>]]>&\\u202e\\x00", func(t *testing.T) { t.Errorf("got %d\\nwant %d", 1, 2) })
	t.Run("fine", func(t *testing.T) {})
}

func TestQuiet(t *testing.T) { t.FailNow() }

func TestSkip(t *testing.T) { t.Skip("needs a database") }

func TestFlaky(t *testing.T) {
	if _, err := os.Stat("seen"); err != nil {
		os.WriteFile("seen", nil, 0o600)
		t.Fatal("the first time")
	}
}
`,
  "broken/broken.go": 'package broken\n\nvar x int = "s"\n',
  "broken/broken_test.go": 'package broken\n\nimport "testing"\n\nfunc TestX(t *testing.T) {}\n',
  "ugly/ugly.go": "package ugly\n\nfunc  F() {}\n",
};

let root = "";
let output = "";
let report: Report;
const textOf = (name: string): string => readFileSync(join(output, name), "utf8");

function makeRepository(name: string, content: Readonly<Record<string, string>>): string {
  const dir = join(root, name);
  for (const [path, text] of Object.entries(content)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  gitIn(dir, "init", "--quiet", "--initial-branch=main");
  gitIn(dir, "add", "--all");
  gitIn(dir, "commit", "--quiet", "--message=first");
  return dir;
}

const argv = ["--engine=host", "--docker=false", "--platforms=linux/amd64", "--cache=false"];

beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "readers-")));
  const dir = makeRepository("red", files);
  const { exitCode, stdout } = await runAction(dir, [...argv, "--rerun-failed=1"]);
  expect([exitCode, stdout]).toEqual([1, expect.stringContaining("pipeline failed")]);
  output = join(dir, ".pipeline");
  report = reportSchema.parse(JSON.parse(textOf("report.json")));
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Name and end of every test, in the words of report.json; a package that failed otherwise is a test named `package`. */
function expected(): readonly string[] {
  const packages = report.totals.tests?.packages ?? [];
  return packages
    .flatMap(({ tests, reason }) => [
      ...tests.map(({ name, status }) => `${name} ${status === "flaky" ? "passed" : status}`),
      ...(reason === null ? [] : ["package failed"]),
    ])
    .sort();
}

describe("junit.xml", () => {
  it("is a run of every kind, or the readers have nothing to differ in", () => {
    expect(report.totals.tests).toMatchObject({ passed: 2, failed: 3, skipped: 1, flaky: 1 });
  });

  it("is read by Codecov as report.json has it", () => {
    const words: Readonly<Record<string, string>> = {
      pass: "passed",
      failure: "failed",
      error: "failed",
      skip: "skipped",
    };
    const tests = codecov(join(output, "tests/junit.xml"));
    expect(tests.map(({ name, outcome }) => `${name} ${words[outcome]}`).sort()).toEqual(expected());
    const failed = tests.filter(({ outcome }) => words[outcome] === "failed");
    expect(failed.filter(({ message }) => message === null || message.trim() === "").map(({ name }) => name)).toEqual([
      // It takes no content of an error.
      "package",
    ]);
    expect(failed.find(({ name }) => name.startsWith("TestTable/"))?.message).toContain("want 2");
    expect([...new Set(tests.map(({ name, file }) => `${name === "package"} ${file}`))].sort()).toEqual([
      "false calc/calc_test.go",
      "true null",
    ]);
  });

  it("is read by junitparser as report.json has it, with messages, content and properties", () => {
    const { cases, suites, ...totals } = junitparser(join(output, "tests/junit.xml"));
    const stateOf = ({ passed, ends }: (typeof cases)[number]): string => {
      const types = ends.map(({ type }) => type);
      if (types.some((type) => type === "Failure" || type === "Error")) return "failed";
      return types.includes("Skipped") ? "skipped" : passed ? "passed" : "?";
    };
    expect(cases.map((each) => `${each.name} ${stateOf(each)}`).sort()).toEqual(expected());
    const { passed = 0, failed = 0, skipped = 0, flaky = 0 } = report.totals.tests ?? {};
    const errors = suites.reduce((sum, [, , , count]) => sum + count, 0);
    expect(totals).toEqual({ tests: passed + failed + skipped + flaky + 1, failures: failed, errors: 1 });
    expect([suites.reduce((sum, [, tests]) => sum + tests, 0), errors]).toEqual([totals.tests, 1]);
    const ends = (name: string) => cases.find((each) => each.name.startsWith(name))?.ends;
    expect(ends("TestTable/a")).toEqual([
      { type: "Failure", message: "got 1", text: "    calc_test.go:16: got 1\n        want 2" },
    ]);
    expect(ends("package")).toEqual([
      { type: "Error", message: "build failed", text: expect.stringContaining("broken/broken.go:3:13: cannot use") },
    ]);
    expect(ends("TestSkip")).toMatchObject([{ message: "needs a database" }]);
    expect(ends("TestFlaky")).toMatchObject([{ type: "FlakyFailure", message: "the first time" }]);
    expect(cases.find(({ name }) => name === "TestSign")?.properties).toEqual({ owner: "payments <b>" });
  });

  it("is read by the library of dorny/test-reporter as report.json has it", async () => {
    const cases = await xml2js(textOf("tests/junit.xml"));
    const words = { failed: "failed", skipped: "skipped", success: "passed" };
    expect(cases.map(({ name, result }) => `${name} ${words[result]}`).sort()).toEqual(expected());
    const failed = cases.filter(({ result }) => result === "failed");
    expect(failed.filter(({ message, details }) => !message || !details)).toEqual([]);
    expect(failed.find(({ name }) => name === "package")).toMatchObject({
      message: "build failed",
      details: expect.stringContaining("cannot use"),
    });
  });

  it("says by xml2js where tests failed, or else where they are declared", async () => {
    const cases = await xml2js(textOf("tests/junit.xml"));
    expect(cases.map(({ name, file, line }) => `${name.split("|")[0]} ${file}:${line}`).sort()).toEqual([
      "TestFlaky calc/calc_test.go:27",
      "TestQuiet calc/calc_test.go:20",
      "TestSign calc/calc_test.go:8",
      "TestSkip calc/calc_test.go:22",
      "TestTable calc/calc_test.go:15",
      "TestTable/a calc/calc_test.go:16",
      "TestTable/fine calc/calc_test.go:15",
      "package null:null",
    ]);
  });

  it("departs from Jenkins' schema by places and by properties of tests, and by nothing else", () => {
    expect([...jenkinsProblems(join(output, "tests/junit.xml"))].sort()).toEqual(
      [
        "Schemas validity error : Element 'properties': This element is not expected.",
        "Schemas validity error : Element 'testcase', attribute 'file': The attribute 'file' is not allowed.",
        "Schemas validity error : Element 'testcase', attribute 'line': The attribute 'line' is not allowed.",
      ].sort(),
    );
  });

  it("of a green run is valid for Jenkins but for the places", async () => {
    const dir = makeRepository("green", {
      "go.mod": "module example.com/m\n\ngo 1.24\n",
      "m_test.go":
        'package m\n\nimport "testing"\n\nfunc TestFine(t *testing.T) {}\n\nfunc TestNot(t *testing.T) { t.Skip("no") }\n',
    });
    const { exitCode } = await runAction(dir, argv);
    expect(exitCode).toBe(0);
    const path = join(dir, ".pipeline/tests/junit.xml");
    expect(jenkinsProblems(path)).toHaveLength(2);
    const places = / file="m_test\.go" line="\d"/g;
    const text = readFileSync(path, "utf8");
    expect(text.match(places)).toHaveLength(2);
    writeFileSync(path, text.replace(places, ""));
    expect(jenkinsProblems(path)).toEqual([]);
  });
});

describe("coverage", () => {
  it("is valid Cobertura", () => {
    const dtd = join(import.meta.dirname, "support/coverage-04.dtd");
    expect(againstDtd(join(output, "coverage/cobertura.xml"), dtd)).toEqual({ status: 0, stdout: "", stderr: "" });
    const wrong = join(root, "wrong.xml");
    writeFileSync(wrong, textOf("coverage/cobertura.xml").replace("<methods/>", ""));
    expect(againstDtd(wrong, dtd).status).not.toBe(0);
  });

  it("is the same for pycobertura and lcov, and both find the sources", () => {
    const read = pycobertura(join(output, "coverage/cobertura.xml"), dirname(output));
    expect(read).toEqual({ "calc/calc.go": { statements: 6, missed: 3, source: 12 } });
    const summary = run("lcov", ["--summary", join(output, "coverage/lcov.info")]);
    expect(`${summary.stdout}${summary.stderr}`).toContain("lines......: 50.0% (3 of 6 lines)");
    const html = join(root, "html");
    const made = run("genhtml", ["--output-directory", html, join(output, "coverage/lcov.info")], dirname(output));
    expect([made.status, made.stderr]).toEqual([0, ""]);
    expect(readFileSync(join(html, "calc/calc.go.gcov.html"), "utf8")).toContain("negative");
  });

  it("has no covered line where report.json says that none is", () => {
    const [file] = report.totals.coverage?.files.filter(({ path }) => path === "calc/calc.go") ?? [];
    const lines = [...textOf("coverage/lcov.info").matchAll(/^DA:(\d+),0$/gm)].map(([, line]) => Number(line));
    const ranges = (file?.uncovered ?? []).flatMap(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, index) => from + index),
    );
    expect(lines).toEqual(ranges);
  });
});

describe("SARIF", () => {
  it("is valid for code scanning", () => {
    const names = readdirSync(join(output, "sarif")).sort();
    expect(names).toEqual(["deps.sarif", "format.sarif", "test.sarif", "vet.sarif"]);
    const paths = names.map((name) => join(output, "sarif", name));
    expect(sarifProblems(paths, join(root, "log.sarif")).filter((problem) => !noAddress.test(problem))).toEqual([]);
    const wrong = join(root, "wrong.sarif");
    writeFileSync(wrong, textOf("sarif/vet.sarif").replaceAll('"locations"', '"places"'));
    expect(sarifProblems([wrong], join(root, "log.sarif")).join("\n")).toMatch(/error (?:JSON|GH)/);
  });
});

/** Nothing says where the action is published. */
const noAddress = /does not provide 'informationUri'/;
