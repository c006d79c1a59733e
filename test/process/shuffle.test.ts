import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { repository } from "../support/repository.ts";
import { cleanEnv } from "../support/run-action.ts";
import { runInProcess } from "../support/run-in-process.ts";

const names = ["A", "B", "C", "D", "E", "F", "G", "H"];
const tests = names.map((name) => `func Test${name}(t *testing.T) { println("ran", t.Name()) }`).join("\n");
const files = {
  "go.mod": "module example.com/m\n\ngo 1.22\n",
  "m_test.go": `package m\n\nimport "testing"\n\n${tests}\n\nfunc TestBad(t *testing.T) { t.Error("bad") }\n`,
};
const host = ["--engine=host", "--docker=false", "--format=false", "--vet=false"];

function read(root: string) {
  const text = (name: string): string => readFileSync(join(root, ".pipeline", name), "utf8");
  const report = JSON.parse(text("report.json"));
  const [failure] = report.totals.tests.packages[0].failures;
  return {
    seed: report.totals.tests.shuffle,
    command: report.stages.find(({ id }: { readonly id: string }) => id === "test").command,
    own: failure.command,
    order: [...text("logs/test.log").matchAll(/^=== RUN {3}(\S+)/gm)].map(([, name]) => name),
    log: text("logs/test.log"),
    summary: text("summary.md"),
  };
}

it("shuffles with a seed that log, summary, report and commands name, and that gives the order again", async () => {
  const root = repository(files);
  const first = await runInProcess(root, [...host, "--shuffle"]);
  const random = read(root);
  expect([first.exitCode, random.seed]).toEqual([1, expect.stringMatching(/^\d+$/)]);
  expect(random.log).toContain(`-test.shuffle ${random.seed}\n`);
  // As code: GitHub makes links of what may be a commit.
  expect(random.summary).toContain(`every test was run, in the order of seed \`${random.seed}\``);
  expect(first.stdout).toMatch(new RegExp(`tests +8 passed, 1 failed, 0 skipped, in the order of seed ${random.seed}`));
  expect(random.command).toContain(`-shuffle=${random.seed}`);
  expect(random.own).toContain(`-shuffle=${random.seed}`);
  await runInProcess(root, [...host, `--shuffle=${random.seed}`]);
  expect(read(root).order).toEqual(random.order);
});

it("says beforehand that it keeps results from being reused", async () => {
  const run = await runInProcess(repository(files), [...host, "--shuffle=7", "--dry-run"], cleanEnv());
  expect(run.stdout).toMatch(/^tests +off \(nothing can be reused: -shuffle=7 makes go test run again\)$/m);
  expect(run.stdout).toMatch(/^test +go test .*-shuffle=7 /m);
});
