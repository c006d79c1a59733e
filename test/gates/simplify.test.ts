import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, inject, it } from "vitest";
import { directory, repository } from "../support/repository.ts";
import { type ActionRun, cleanEnv, runAction } from "../support/run-action.ts";

const schema = JSON.parse(readFileSync(join(inject("variant"), "schema/report.schema.json"), "utf8"));
const validate = new Ajv2020({ strict: false, formats: { "date-time": true } }).compile(schema);

const simple = { "main.go": "package main\n\nvar ints = [][]int{{1}}\n\nfunc main() { _ = ints }\n" };
const wordy = { "main.go": "package main\n\nvar ints = [][]int{[]int{1}}\n\nfunc main() { _ = ints }\n" };
const goMod = "module example.com/tool\n\ngo 1.22\n";
const sources = {
  "go.mod": goMod,
  "main_test.go": 'package main\n\nimport "testing"\n\nfunc TestNothing(*testing.T) {}\n',
};
const green = { ...sources, ...simple };
const red = { ...sources, ...wordy };

/** As gofmt 1.26 and 1.27 print it. */
const diff = [
  "diff main.go.orig main.go",
  "--- main.go.orig",
  "+++ main.go",
  "@@ -1,5 +1,5 @@",
  " package main",
  " ",
  "-var ints = [][]int{[]int{1}}",
  "+var ints = [][]int{{1}}",
  " ",
  " func main() { _ = ints }",
].join("\n");

function run(dir: string, flags: readonly string[]): Promise<ActionRun> {
  return runAction(dir, ["--engine", "host", "--platforms", "linux/amd64", ...flags], cleanEnv());
}

const output = (dir: string, path: string): string => readFileSync(join(dir, ".pipeline", path), "utf8");

/** The stage of the gate as report.json has it, which has to fit its schema. */
function simplifyStage(dir: string): unknown {
  const report = JSON.parse(output(dir, "report.json"));
  expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
  return report.stages.find(({ gate }: { readonly gate: string }) => gate === "simplify");
}

const finding = {
  source: "simplify",
  severity: "error",
  path: "main.go",
  line: 3,
  column: null,
  title: "gofmt -s changes it",
  message: diff,
};

describe("the input of a gate that was added", () => {
  it("is a flag", async () => {
    const { exitCode, stdout } = await runAction(directory({}), ["--help"]);
    expect(exitCode).toBe(0);
    expect(stdout.replace(/\s+/g, " ")).toContain(
      " --simplify true|false|warn Check that gofmt -s has nothing to simplify. warn runs and reports it without changing the exit code. [default: false] ",
    );
  });

  it("takes what a toggle takes", async () => {
    const { exitCode, stdout } = await run(repository(green), ["--simplify", "maybe"]);
    expect(exitCode).toBe(2);
    expect(stdout).toContain('--simplify: "maybe" is not allowed; use true, false or warn');
    expect(stdout).toContain("nothing was run");
  });

  it("plans its stage with its command", async () => {
    const { exitCode, stdout } = await run(repository(red), ["--dry-run", "--simplify"]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^simplify +gofmt -s -l -d \.$/m);
  });

  it("is off by default, and then nothing speaks of it", async () => {
    const dir = repository(red);
    const { exitCode, stdout } = await run(dir, []);
    expect([exitCode, simplifyStage(dir)]).toEqual([0, undefined]);
    expect(stdout + output(dir, "summary.md")).not.toContain("simplify");
  });

  it("may stand in the config file", async () => {
    const dir = repository({ ...red, ".dagger-go.yml": "simplify: warn\n" });
    expect((await run(dir, [])).exitCode).toBe(0);
    expect(simplifyStage(dir)).toMatchObject({ status: "warned" });
  });
});

describe("what the gate finds", () => {
  it("fails in log, summary and report, with a patch", async () => {
    const dir = repository(red);
    const { exitCode, stdout } = await run(dir, ["--simplify"]);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^✗ simplify failed in .*: 1 file to simplify: gofmt -s -w \.$/m);
    const key = { id: "simplify", gate: "simplify", module: ".", variant: null };
    const reason = "1 file to simplify: gofmt -s -w .";
    expect(simplifyStage(dir)).toMatchObject({ ...key, status: "failed", reason, findings: [finding] });
    const summary = output(dir, "summary.md");
    expect(summary).toMatch(/^\| `simplify` \| ❌ failed \| .* \| 1 file to simplify: gofmt -s -w \. \|$/m);
    expect(summary).toContain(`### gofmt -s\n\n<details open>\n<summary><code>main.go</code></summary>\n`);
    expect(summary).toContain(`\`\`\`diff\n${diff}\n\`\`\``);
    expect(summary).toContain("# simplify\ngofmt -s -l -d .\n");
    expect(output(dir, "fix.patch")).toContain("+var ints = [][]int{{1}}\n");
  });

  it("leaves the JUnit file as it is without the gate", async () => {
    const dir = repository(red);
    const junit = async (...flags: string[]): Promise<string> => {
      await run(dir, flags);
      return output(dir, "tests/junit.xml").replace(/ (time|timestamp)="[^"]*"/g, "");
    };
    const without = await junit();
    expect(without).toContain("TestNothing");
    expect(await junit("--simplify")).toBe(without);
  });

  it("only warns with `warn`", async () => {
    const dir = repository(red);
    const { exitCode, stdout } = await run(dir, ["--simplify", "warn"]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^! simplify warned in .*: 1 file to simplify: gofmt -s -w \.$/m);
    expect(simplifyStage(dir)).toMatchObject({ status: "warned", findings: [finding] });
    expect(JSON.parse(output(dir, "report.json")).conclusion).toBe("success");
  });

  it("passes when there is nothing to change", async () => {
    const dir = repository(green);
    const { exitCode, stdout } = await run(dir, ["--simplify"]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^✓ simplify passed in /m);
    expect(simplifyStage(dir)).toMatchObject({ status: "passed", reason: null, findings: [] });
  });
});
