import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { repository } from "../support/repository.ts";
import { cleanEnv } from "../support/run-action.ts";
import { runInProcess } from "../support/run-in-process.ts";

const files = {
  "go.mod": "module example.com/m\n\ngo 1.22\n",
  "lib/lib.go": "package lib\n\nfunc Used() int { return 1 }\n\nfunc Unused() int { return 2 }\n",
  "m.go": 'package m\n\nimport "example.com/m/lib"\n\nfunc F() int { return lib.Used() }\n',
  "m_test.go": 'package m\n\nimport "testing"\n\nfunc TestF(t *testing.T) { F() }\n',
};
const host = ["--engine=host", "--docker=false", "--format=false", "--vet=false", "--build=false"];

it("counts what tests cover in other packages, and holds files against floors of their own", async () => {
  const root = repository(files);
  const run = async (...flags: readonly string[]) => {
    const { exitCode } = await runInProcess(root, [...host, ...flags], cleanEnv());
    const report = JSON.parse(readFileSync(join(root, ".pipeline/report.json"), "utf8"));
    const { covered, statements } = report.totals.coverage;
    return { exitCode, covered, statements, thresholds: report.thresholds };
  };
  expect(await run()).toMatchObject({ exitCode: 0, covered: 1, statements: 3 });
  const floors = "--coverage-file-threshold=80,lib/*.go=50";
  expect(await run("--coverpkg=./...", floors)).toEqual({
    ...{ exitCode: 0, covered: 2, statements: 3 },
    thresholds: [
      { what: "file", name: "lib/lib.go", floor: 50, covered: 1, statements: 2, met: true },
      { what: "file", name: "m.go", floor: 80, covered: 1, statements: 1, met: true },
    ],
  });
  expect(await run(floors)).toMatchObject({
    exitCode: 1,
    thresholds: [{ name: "lib/lib.go", met: false }, { met: true }],
  });
  expect(readFileSync(join(root, ".pipeline/summary.md"), "utf8")).toMatch(
    /`lib\/lib.go` \| 0.0 ?% ❌ \(threshold 50 %\)/,
  );
});
