import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { repository } from "../support/repository.ts";
import { cleanEnv, runAction } from "../support/run-action.ts";

const flags = ["--engine=host", "--docker=false", "--test=false", "--vet=false", "--binary-check=--version"];

/** A program that takes `--version` and does this with it, built for this machine and another. */
async function checked(body: string) {
  const root = repository({
    "go.mod": "module example.com/hello\n\ngo 1.22\n",
    "main.go": `package main\n\nimport "os"\n\nfunc main() {\n\t${body}\n}\n`,
  });
  const { exitCode } = await runAction(root, [...flags, "--platforms=linux/amd64,windows/amd64"], cleanEnv({}));
  const report = JSON.parse(readFileSync(join(root, ".pipeline/report.json"), "utf8"));
  const builds = report.stages.filter(({ gate }: { gate: string }) => gate === "build");
  return {
    exitCode,
    builds: builds.map(({ status, reason }: Record<string, unknown>) => [status, reason]),
    artifacts: report.artifacts.length,
    log: readFileSync(join(root, ".pipeline/logs/build-linux-amd64.log"), "utf8"),
  };
}

it("a program for this machine is run after its build, and what it prints is in the log", async () => {
  const found = await checked('println("hello", os.Args[1])');
  expect(found).toEqual({
    ...{ exitCode: 0, artifacts: 2, log: "hello --version\n" },
    builds: [
      ["passed", null],
      ["passed", null],
    ],
  });
}, 600_000);

it("one that exits with another code fails its build, and is kept", async () => {
  const found = await checked('println("broken")\n\tos.Exit(3)');
  expect(found).toMatchObject({
    ...{ exitCode: 1, artifacts: 2, log: "broken\n" },
    builds: [
      ["failed", "hello-linux-amd64 --version exited with 3: broken"],
      ["passed", null],
    ],
  });
}, 600_000);
