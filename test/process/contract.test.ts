import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { contractCases } from "../contract/cases.ts";
import { baseGo, expectedPath, expectedReport, minorOf } from "../contract/expectation.ts";
import { type CaseRun, runCase } from "../contract/run-case.ts";

const schema = JSON.parse(readFileSync(new URL("../../schema/report.schema.json", import.meta.url), "utf8"));
const validate = new Ajv2020({ strict: false, formats: { "date-time": true } }).compile(schema);

/** Total of `go tool cover -func` over the profile the run left behind; null without one. */
function goTotal({ dir }: CaseRun): string | null {
  const profile = join(dir, ".pipeline/coverage/coverage.out");
  if (!existsSync(profile)) return null;
  const text = execFileSync("go", ["tool", "cover", `-func=${profile}`], { cwd: dir, encoding: "utf8" });
  return /^total:.*\s([\d.]+)%$/m.exec(text)?.[1] ?? null;
}

/** With the Go that the expectations are written for, `vitest run -u` writes them. */
async function expectReport(name: string, { report, goVersion }: CaseRun): Promise<void> {
  if (minorOf(goVersion) !== baseGo) return expect(report).toEqual(expectedReport(name, goVersion));
  await expect(`${JSON.stringify(report, null, 2)}\n`).toMatchFileSnapshot(expectedPath(name));
}

describe("contract on the host engine", () => {
  it.each(contractCases)("$name", async (contractCase) => {
    const run = await runCase(contractCase, ["--engine", "host"]);
    try {
      await expectReport(contractCase.name, run);
      expect(run.exitCode).toBe(contractCase.exitCode);
      const report = JSON.parse(readFileSync(join(run.dir, ".pipeline/report.json"), "utf8"));
      expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
      const percent: number | null = report.totals.coverage?.percent ?? null;
      if (percent !== null) expect(percent.toFixed(1)).toBe(goTotal(run));
    } finally {
      run.dispose();
    }
  });
});
