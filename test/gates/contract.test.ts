import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, inject, it } from "vitest";
import { contractCases, programCases } from "../contract/cases.ts";
import { expectedReport } from "../contract/expectation.ts";
import { runCase } from "../contract/run-case.ts";
import { renamed } from "./support/variant.ts";

const schema = JSON.parse(readFileSync(join(inject("variant"), "schema/report.schema.json"), "utf8"));
const validate = new Ajv2020({ strict: false, formats: { "date-time": true } }).compile(schema);

describe("contract on the host engine, with a gate more and two renamed", () => {
  it.each([...contractCases, ...programCases])("$name", async (contractCase) => {
    const run = await runCase(contractCase, ["--engine", "host"], renamed);
    try {
      expect(run.report).toEqual(expectedReport(contractCase.name, run.goVersion, renamed));
      expect(run.exitCode).toBe(contractCase.exitCode);
      const report = JSON.parse(readFileSync(join(run.dir, ".pipeline/report.json"), "utf8"));
      expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
      const gates = report.stages.map(({ gate }: { readonly gate: string }) => gate);
      expect(gates).toEqual(expect.arrayContaining([...renamed.values()]));
      // Nobody asks for the new one here.
      for (const name of [...renamed.keys(), "simplify"]) expect(gates).not.toContain(name);
    } finally {
      run.dispose();
    }
  });
});
