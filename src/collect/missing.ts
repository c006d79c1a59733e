import { posix } from "node:path";
import { createExclusion } from "../go/coverage/exclude.ts";
import { hasStatements, missingPackages } from "../go/coverage/missing.ts";
import type { CoverageSettings, CoveredFile } from "../model/coverage.ts";
import { hasTests, type Package, type Project } from "../model/project.ts";
import { isGenerated } from "../project/generated.ts";
import { readGoSources } from "./go-sources.ts";
import type { TestFacts, TestSettings } from "./tests.ts";

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
  const { config, inspection, project, packages } = facts;
  const tested = packages.filter((found) => hasTests(found) || results.failed.has(found.importPath));
  const profiled = new Set(named.map(({ importPath }) => importPath));
  const silent = tested.filter(({ importPath }) => !results.told.has(importPath) && !profiled.has(importPath));
  const withStatements = new Set(await packagesThatCount(silent, project, settingsOf(config)));
  const inFlags = inspection.goflags.split(/\s+/).some((word) => /^--?coverpkg\b/.test(word));
  const coverpkg = inFlags || config.coverpkg.length > 0;
  const names = tested.map(({ importPath }) => importPath);
  return missingPackages({
    told: results.told,
    tested: names,
    profiled,
    coverpkg,
    hasStatements: (name) => withStatements.has(name),
  });
}

export function settingsOf(config: TestSettings): CoverageSettings {
  return {
    limits: {
      total: config.coverageThreshold,
      perPackage: config.coveragePackageThreshold,
      perFile: config.coverageFileThreshold,
      patch: config.coveragePatchThreshold,
    },
    exclude: config.coverageExclude,
    excludeGenerated: config.coverageExcludeGenerated,
  };
}

/** Import paths of those that have something to cover, as far as the inputs let it count. */
export async function packagesThatCount(
  packages: readonly Package[],
  project: Project,
  { exclude, excludeGenerated }: Pick<CoverageSettings, "exclude" | "excludeGenerated">,
): Promise<readonly string[]> {
  const exclusion = createExclusion(exclude);
  const counting: string[] = [];
  for (const { importPath, dir } of packages) {
    const sources = await readGoSources(project, dir);
    const counted = sources.filter(
      ({ path, text }) =>
        !exclusion(path, `${importPath}/${posix.basename(path)}`) && !(excludeGenerated && isGenerated(text)),
    );
    if (counted.some(({ text }) => hasStatements(text))) counting.push(importPath);
  }
  return counting;
}
