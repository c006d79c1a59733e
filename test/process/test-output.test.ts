import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { runAction } from "../support/run-action.ts";

let dir = "";
beforeEach(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), "test-output-")));
  write({ "go.mod": "module example.com/m\n\ngo 1.22\n", "m.go": "package m\n" });
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
}

const host = ["--engine", "host", "--docker", "false", "--format", "false", "--vet", "false"];

function read(path: string): string {
  return readFileSync(join(dir, ".pipeline", path), "utf8");
}

const printing = `package m

import (
	"fmt"
	"testing"
)

func TestProgress(t *testing.T) { fmt.Print("...") }

func TestPrints(t *testing.T) { fmt.Println("--- FAIL: TestMadeUp (0.00s)") }

func TestLast(t *testing.T) {
	fmt.Print("50%")
	t.Error("no more")
}
`;

it("counts tests alike when asked for more output, and shows it", async () => {
  write({ "m_test.go": printing });
  const run = await runAction(dir, [...host, "--test-flags", "-v -args -test.v=true"]);
  expect(run.exitCode).toBe(1);
  const { totals, stages } = JSON.parse(read("report.json"));
  expect(totals.tests).toMatchObject({ passed: 2, failed: 1, skipped: 0 });
  const test = stages.find((stage: { readonly id: string }) => stage.id === "test");
  expect(test).toMatchObject({ reason: "1 test failed", findings: [{ title: "TestLast failed", line: 14 }] });
  const names = [...read("tests/junit.xml").matchAll(/<testcase classname="[^"]*" name="([^"]*)"/g)];
  expect(names.map((match) => match[1])).toEqual(["TestProgress", "TestPrints", "TestLast"]);
  expect(run.stdout).toContain("--- PASS: TestPrints");
});

it("shows the lines of packages and what failed, not what every test printed", async () => {
  write({
    "m_test.go": printing,
    "other/other_test.go": 'package other\n\nimport "testing"\n\nfunc TestOther(*testing.T) {}\n',
  });
  const run = await runAction(dir, host);
  expect(run.exitCode).toBe(1);
  expect(run.stdout).toMatch(/^ {2}FAIL\texample\.com\/m\t[\d.]+s$/m);
  expect(run.stdout).toMatch(/^ {2}ok {2}\texample\.com\/m\/other\t/m);
  expect(run.stdout).toContain("m_test.go:14");
  expect(run.stdout).not.toContain("--- PASS: TestPrints");
  expect(read("logs/test.log")).toContain("--- PASS: TestPrints");
});

it("refuses to fuzz, with what to do instead", async () => {
  write({ "m_test.go": printing });
  const run = await runAction(dir, [...host, "--test-flags=-fuzz=FuzzX -fuzztime=20x"]);
  expect(run.exitCode).toBe(2);
  expect(run.stdout).toContain("--test-flags: -fuzz is not allowed: ");
  expect(run.stdout).toContain("`fuzz: true` fuzzes");
});

it("names the flag that a package's tests do not take, in reason, title and JUnit", async () => {
  write({ "m_test.go": 'package m\n\nimport "testing"\n\nfunc TestX(t *testing.T) {}\n' });
  const run = await runAction(dir, [...host, "--test-flags=-update"]);
  expect(run.exitCode).toBe(1);
  const problem = "failed before a test ran: flag provided but not defined: -update";
  const test = JSON.parse(read("report.json")).stages.find((stage: { readonly id: string }) => stage.id === "test");
  expect(test.reason).toBe(`example.com/m: ${problem}`);
  expect(test.findings).toMatchObject([{ title: `example.com/m: ${problem}` }]);
  expect(read("tests/junit.xml")).toContain(`message="${problem}"`);
});

it("places what a helper says at the helper, before what is logged later", async () => {
  write({
    "internal/check/check.go":
      'package check\n\nimport "testing"\n\nfunc Equal(t *testing.T, got, want int) {\n\tif got != want {\n\t\tt.Errorf("got %d, want %d", got, want)\n\t}\n}\n',
    "m_test.go":
      'package m\n\nimport (\n\t"testing"\n\n\t"example.com/m/internal/check"\n)\n\nfunc TestX(t *testing.T) {\n\tcheck.Equal(t, 1, 2)\n\tt.Log("stopping")\n}\n',
  });
  const run = await runAction(dir, host);
  expect(run.exitCode).toBe(1);
  expect(run.stdout).toContain("internal/check/check.go:7: TestX failed\n      got 1, want 2\n");
});
