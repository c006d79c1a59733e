import { readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { contractCases } from "../contract/cases.ts";
import { runCase } from "../contract/run-case.ts";
import { pathWithoutGo } from "./support/machine.ts";
import { cacheScope, image } from "./support/repositories.ts";

function expectedReport(name: string): string {
  return readFileSync(new URL(`../contract/expected/${name}.json`, import.meta.url), "utf8");
}

/** The repository is `/src` in the container, and Go shortens paths to whatever is shorter there. */
function whereverItIs(report: string): unknown {
  return JSON.parse(report.replaceAll(/(?:\.\.\/)?ROOT(?=[/:])|(?<=[ :"])\/src(?=[/:])/g, "ROOT"));
}

describe("contract on the dagger engine, on a client without Go", () => {
  it.each(contractCases)("$name", async (contractCase) => {
    vi.stubEnv("PATH", pathWithoutGo());
    vi.stubEnv("CI_PROJECT_PATH", cacheScope);
    const run = await runCase(contractCase, ["--engine", "dagger", "--go-image", image]).finally(() =>
      vi.unstubAllEnvs(),
    );
    try {
      expect(whereverItIs(JSON.stringify(run.report))).toEqual(whereverItIs(expectedReport(contractCase.name)));
      expect(run.exitCode).toBe(contractCase.exitCode);
    } finally {
      run.dispose();
    }
  });
});
