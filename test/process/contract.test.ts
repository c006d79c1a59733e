import { describe, expect, it } from "vitest";
import { contractCases } from "../contract/cases.ts";
import { runCase } from "../contract/run-case.ts";

describe("contract on the host engine", () => {
  it.each(contractCases)("$name", async (contractCase) => {
    const run = await runCase(contractCase, ["--engine", "host"]);
    try {
      const text = `${JSON.stringify(run.report, null, 2)}\n`;
      await expect(text).toMatchFileSnapshot(`../contract/expected/${contractCase.name}.json`);
      expect(run.exitCode).toBe(contractCase.exitCode);
    } finally {
      run.dispose();
    }
  });
});
