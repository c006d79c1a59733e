import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, inject, it } from "vitest";
import { directory, repository } from "../support/repository.ts";
import { type ActionRun, cleanEnv, runAction } from "../support/run-action.ts";

const schema = JSON.parse(readFileSync(join(inject("variant"), "schema/report.schema.json"), "utf8"));
const validate = new Ajv2020({ strict: false, formats: { "date-time": true } }).compile(schema);

const tidyMod = "module example.com/tool\n\ngo 1.22\n";
const replaced = "\nreplace example.com/lib => ./testdata/lib\n";
const untidyMod = `${tidyMod}\nrequire example.com/lib v0.0.0\n${replaced}`;
const sources = {
  "main.go": "package main\n\nfunc main() {}\n",
  "main_test.go": 'package main\n\nimport "testing"\n\nfunc TestNothing(*testing.T) {}\n',
  "testdata/lib/go.mod": "module example.com/lib\n\ngo 1.22\n",
  "testdata/lib/lib.go": "package lib\n",
};
const green = { ...sources, "go.mod": tidyMod };
const untidy = { ...sources, "go.mod": untidyMod };

/** As Go 1.26 and 1.27 print it. */
const goModDiff = [
  "diff current/go.mod tidy/go.mod",
  "--- current/go.mod",
  "+++ tidy/go.mod",
  "@@ -2,6 +2,4 @@",
  " ",
  " go 1.22",
  " ",
  "-require example.com/lib v0.0.0",
  "-",
  " replace example.com/lib => ./testdata/lib",
].join("\n");

function run(dir: string, flags: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<ActionRun> {
  return runAction(dir, ["--engine", "host", "--platforms", "linux/amd64", ...flags], cleanEnv(env));
}

const output = (dir: string, path: string): string => readFileSync(join(dir, ".pipeline", path), "utf8");

/** The stage of the gate as report.json has it, which has to fit its schema. */
function tidyStage(dir: string): unknown {
  const report = JSON.parse(output(dir, "report.json"));
  expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
  return report.stages.find(({ gate }: { readonly gate: string }) => gate === "tidy");
}

const finding = {
  source: "tidy",
  severity: "error",
  path: "go.mod",
  line: 5,
  column: null,
  title: "go mod tidy changes it",
  message: goModDiff,
};

describe("the input of a gate that was added", () => {
  it("is a flag", async () => {
    const { exitCode, stdout } = await runAction(directory({}), ["--help"]);
    expect(exitCode).toBe(0);
    expect(stdout.replace(/\s+/g, " ")).toContain(
      " --tidy true|false|warn Check that go mod tidy has nothing to change. warn runs and reports it without changing the exit code. [default: false] ",
    );
  });

  it("takes what a toggle takes", async () => {
    const { exitCode, stdout } = await run(repository(green), ["--tidy", "maybe"]);
    expect(exitCode).toBe(2);
    expect(stdout).toContain('--tidy: "maybe" is not allowed; use true, false or warn');
    expect(stdout).toContain("nothing was run");
  });

  it("plans its stage with its command", async () => {
    const { exitCode, stdout } = await run(repository(untidy), ["--dry-run", "--tidy"]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^tidy +go mod tidy -diff$/m);
  });

  it("is off by default", async () => {
    const dir = repository(untidy);
    expect((await run(dir, [])).exitCode).toBe(0);
    const off = { status: "disabled", reason: "switched off by `tidy: false`", findings: [] };
    expect(tidyStage(dir)).toMatchObject({ id: "tidy", ...off });
  });

  it("may stand in the config file", async () => {
    const dir = repository({ ...untidy, ".dagger-go.yml": "tidy: warn\n" });
    expect((await run(dir, [])).exitCode).toBe(0);
    expect(tidyStage(dir)).toMatchObject({ status: "warned" });
  });
});

describe("an untidy module", () => {
  it("fails in log, summary and report", async () => {
    const dir = repository(untidy);
    const { exitCode, stdout } = await run(dir, ["--tidy"]);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^✗ tidy failed in .*: 1 file to change: go mod tidy$/m);
    const key = { id: "tidy", gate: "tidy", module: ".", variant: null };
    const reason = "1 file to change: go mod tidy";
    expect(tidyStage(dir)).toMatchObject({ ...key, status: "failed", reason, findings: [finding] });
    const summary = output(dir, "summary.md");
    expect(summary).toMatch(/^\| `tidy` \| ❌ failed \| .* \| 1 file to change: go mod tidy \|$/m);
    expect(summary).toContain(`### go mod tidy\n\n<details open>\n<summary><code>go.mod</code></summary>\n`);
    expect(summary).toContain(`\`\`\`diff\n${goModDiff}\n\`\`\``);
    expect(summary).toContain("# tidy\ngo mod tidy -diff\n");
  });

  it("leaves the JUnit file as it is without the gate", async () => {
    const dir = repository(untidy);
    const junit = async (...flags: string[]): Promise<string> => {
      await run(dir, flags);
      return output(dir, "tests/junit.xml").replace(/ (time|timestamp)="[^"]*"/g, "");
    };
    const without = await junit();
    expect(without).toContain("TestNothing");
    expect(await junit("--tidy")).toBe(without);
  });

  it("only warns with `warn`", async () => {
    const dir = repository(untidy);
    const { exitCode, stdout } = await run(dir, ["--tidy", "warn"]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^! tidy warned in .*: 1 file to change: go mod tidy$/m);
    expect(tidyStage(dir)).toMatchObject({ status: "warned", findings: [finding] });
    expect(JSON.parse(output(dir, "report.json")).conclusion).toBe("success");
  });

  it("names its files from the root of the repository, go.sum too", async () => {
    const files = { ...untidy, "go.sum": "example.com/old v1.0.0 h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n" };
    const below = Object.entries(files).map(([path, text]) => [`tools/${path}`, text]);
    const dir = repository(Object.fromEntries(below));
    expect((await run(dir, ["--tidy", "--working-directory", "tools"])).exitCode).toBe(1);
    const places = [
      { path: "tools/go.mod", line: 5 },
      { path: "tools/go.sum", line: 1 },
    ];
    expect(tidyStage(join(dir, "tools"))).toMatchObject({
      reason: "2 files to change: go mod tidy",
      findings: places,
    });
  });
});

describe("other modules", () => {
  it("pass when there is nothing to change", async () => {
    const dir = repository(green);
    const { exitCode, stdout } = await run(dir, ["--tidy"]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^✓ tidy passed in /m);
    expect(tidyStage(dir)).toMatchObject({ status: "passed", reason: null, findings: [] });
  });

  it("fail with how Go ended when it cannot say", async () => {
    const missing = { ...green, "main.go": 'package main\n\nimport _ "example.com/absent"\n\nfunc main() {}\n' };
    const dir = repository(missing);
    expect((await run(dir, ["--tidy"], { GOPROXY: "off" })).exitCode).toBe(1);
    expect(tidyStage(dir)).toMatchObject({ status: "failed", reason: "go mod tidy exited with 1", findings: [] });
  });

  it("are skipped with a Go that has no -diff", async () => {
    const dir = repository(untidy);
    const { exitCode } = await run(dir, ["--tidy"], { GOTOOLCHAIN: "go1.22.12" });
    expect(exitCode).toBe(0);
    const reason = "go1.22.12 has no go mod tidy -diff; Go 1.23 and later have";
    expect(tidyStage(dir)).toMatchObject({ status: "skipped", reason });
  });
});
