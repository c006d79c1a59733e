import { describe, expect, it, vi } from "vitest";
import { contractCases, programCases } from "../contract/cases.ts";
import { expectedReport } from "../contract/expectation.ts";
import { runCase } from "../contract/run-case.ts";
import { pathWithoutGo } from "./support/machine.ts";
import { cacheScope, image } from "./support/repositories.ts";

/** The repository is `/src` in the container, and Go shortens paths to whatever is shorter there. */
function whereverItIs(report: unknown): unknown {
  return JSON.parse(JSON.stringify(report).replaceAll(/(?:\.\.\/)?ROOT(?=[/:])|(?<=[ :"])\/src(?=[/:])/g, "ROOT"));
}

describe("contract on the dagger engine, on a client without Go", () => {
  it.each([...contractCases, ...programCases])("$name", async (contractCase) => {
    vi.stubEnv("PATH", pathWithoutGo());
    vi.stubEnv("CI_PROJECT_PATH", cacheScope);
    const run = await runCase(contractCase, ["--engine", "dagger", "--go-image", image]).finally(() =>
      vi.unstubAllEnvs(),
    );
    try {
      expect(whereverItIs(run.report)).toEqual(whereverItIs(expectedReport(contractCase.name, run.goVersion)));
      expect(run.exitCode).toBe(contractCase.exitCode);
    } finally {
      run.dispose();
    }
  });
});
