import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { type Report, reportSchema } from "../../src/model/report.ts";
import { cleanEnv, runAction } from "../support/run-action.ts";
import { type Files, type Sandbox, sandboxes } from "./support/repositories.ts";

const newSandbox = sandboxes();

/** A module with a function, which returns the number, and a test that asks for 1. */
function module(name: string, { more = "", result = 1 } = {}): Files {
  return {
    [`${name}/go.mod`]: `module example.com/${name}\n\ngo 1.24\n${more}`,
    [`${name}/x.go`]: `package ${name}\n\nfunc F() int { return ${result} }\n`,
    [`${name}/x_test.go`]: `package ${name}\n\nimport "testing"\n\nfunc TestIt(t *testing.T) {\n\tif F() != 1 {\n\t\tt.Fatal("no")\n\t}\n}\n`,
  };
}

/** Three modules of a go.work, of which the first needs the second only there, and one outside of it. */
const repository: Files = {
  "go.work": "go 1.24\n\nuse (\n\t./a\n\t./b\n\t./c\n)\n",
  ...module("a", { more: "\nrequire example.com/b v0.0.0\n" }),
  "a/y.go": 'package a\n\nimport "example.com/b"\n\nvar _ = b.F()\n',
  ...module("b"),
  ...module("c"),
  "c/cmd/tool/main.go": "package main\n\nfunc main() {}\n",
  ...module("out"),
};

const flags = ["--no-docker", "--platforms=linux/amd64", "--cache=false", "--coverage-threshold=10"];

/** What both engines have to say alike. */
function said({ conclusion, reasons, warnings, stages, modules, totals, thresholds, artifacts }: Report) {
  return {
    ...{ conclusion, reasons, warnings, thresholds },
    stages: stages.map(({ id, status, reason, findings, command }) => ({ id, status, reason, findings, command })),
    modules: modules.map(({ dir, path, tests, coverage }) => [
      dir,
      path,
      tests?.passed,
      tests?.failed,
      coverage?.percent,
    ]),
    totals: [totals.tests?.passed, totals.tests?.failed, totals.coverage?.covered, totals.coverage?.statements],
    artifacts: artifacts.map(({ name, module: of }) => `${of}: ${name}`),
  };
}

/** Without the Go that commands for people name where `go-image` has chosen one, as this suite does. */
function report({ root }: Sandbox): Report {
  const text = readFileSync(join(root, ".pipeline/report.json"), "utf8");
  return reportSchema.parse(JSON.parse(text.replaceAll(/GOTOOLCHAIN=go[\d.]+ /g, "")));
}

it.each<[string, Files, number, Record<string, string>]>([
  ["all is well", {}, 0, { deps: "warned", "a#test": "passed", "c#test": "passed", "out#test": "passed" }],
  [
    "one of a go.work fails and the one outside of it does not compile",
    { ...module("b", { result: 2 }), "out/y.go": "package out\n\nvar _ = nope\n" },
    1,
    { deps: "warned", "a#test": "passed", "b#test": "failed", "c#build:linux/amd64": "passed", "out#vet": "failed" },
  ],
  [
    "go.work cannot be loaded",
    { "go.work": "go 1.24\n\nuse (\n\t./a\n\t./b\n\t./c\n\t./gone\n)\n" },
    1,
    { deps: "failed", "a#format": "passed", "a#test": "blocked", "b#test": "blocked", "out#test": "passed" },
  ],
])("modules have the same report on both engines when %s", async (_, more, exitCode, expected) => {
  const box = newSandbox({ ...repository, ...more });
  const ran = await box.run(flags);
  expect(ran.exitCode, ran.stdout).toBe(exitCode);
  const inContainers = report(box);
  expect(Object.fromEntries(inContainers.stages.map(({ id, status }) => [id, status]))).toMatchObject(expected);
  const onHost = await runAction(box.root, ["--engine=host", ...flags], cleanEnv({ TMPDIR: box.temp }));
  expect(onHost.exitCode, onHost.stdout).toBe(exitCode);
  expect(said(inContainers)).toEqual(said(report(box)));
});
