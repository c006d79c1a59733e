import type { CoverageV8Options } from "vitest/node";

/**
 * What every suite that runs our code in its own process measures; `suite` keeps apart what runs at the same time. The Dagger engine is measured by nobody: its tests need an engine. `npm run coverage`
 * puts the suites together and holds the sum against the thresholds.
 */
export function coverageOf(suite: "unit" | "docker" | "all"): { readonly provider: "v8" } & CoverageV8Options {
  return {
    provider: "v8",
    include: ["src/**/*.ts"],
    exclude: ["src/engine/dagger/**"],
    reporter: ["text-summary", "json-summary"],
    reportsDirectory: `.coverage/${suite}`,
  };
}
