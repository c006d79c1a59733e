import { posix } from "node:path";
import { createExclusion } from "../go/coverage/exclude.ts";
import type { CoveredFile } from "../go/coverage/files.ts";
import { hasStatements, missingPackages } from "../go/coverage/missing.ts";
import { isGenerated } from "../project/generated.ts";
import { readGoSources } from "./go-sources.ts";
import type { TestFacts } from "./tests.ts";

/** What the test run said of its packages. */
export interface PackageResults {
  /** Those whose test binaries said how much they covered. */
  readonly told: ReadonlySet<string>;
  readonly failed: ReadonlySet<string>;
}

/**
 * Packages that left no profile although they have something to cover: tested ones, and those without tests that were not built, which count as 0
 * otherwise.
 */
export async function findMissing(
  named: readonly CoveredFile[],
  facts: TestFacts,
  results: PackageResults,
): Promise<readonly string[]> {
  const { config, inspection, project } = facts;
  const tested = (inspection.modules[0]?.packages ?? []).filter(
    ({ importPath, hasTests }) => hasTests || results.failed.has(importPath),
  );
  const profiled = new Set(named.map(({ importPath }) => importPath));
  const silent = tested.filter(({ importPath }) => !results.told.has(importPath) && !profiled.has(importPath));
  const exclusion = createExclusion(config.coverageExclude);
  const withStatements = new Set<string>();
  for (const { importPath, dir } of silent) {
    const sources = await readGoSources(project, dir);
    const counted = sources.filter(
      ({ path, text }) =>
        !exclusion(path, `${importPath}/${posix.basename(path)}`) &&
        !(config.coverageExcludeGenerated && isGenerated(text)),
    );
    if (counted.some(({ text }) => hasStatements(text))) withStatements.add(importPath);
  }
  const coverpkg = [...config.testFlags, ...inspection.goflags.split(/\s+/)].some((word) =>
    /^--?coverpkg\b/.test(word),
  );
  const names = tested.map(({ importPath }) => importPath);
  return missingPackages({
    told: results.told,
    tested: names,
    profiled,
    coverpkg,
    hasStatements: (name) => withStatements.has(name),
  });
}
