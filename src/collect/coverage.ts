import { join, posix } from "node:path";
import { readLineBytes } from "../files/lines.ts";
import { type CoverageOptions, namedFiles, withoutExcluded } from "../go/coverage/files.ts";
import { placeFiles } from "../go/coverage/placement.ts";
import { createProfileReader, type Profile } from "../go/coverage/profile.ts";
import { type CoverageCounts, summarizeCoverage } from "../go/coverage/summary.ts";
import { judgeCoverage, type ThresholdResult } from "../go/coverage/threshold.ts";
import { groupBy } from "../group-by.ts";
import type { ChangeCoverage, CoverageShare, CoveredFile } from "../model/coverage.ts";
import type { StepOutcome } from "../model/outcome.ts";
import type { Coverage } from "../model/report.ts";
import { moduleSlugs } from "../model/stage-id.ts";
import { isGenerated } from "../project/generated.ts";
import { compareGo } from "../project/go-version.ts";
import { profilePaths } from "./attempts.ts";
import { changeCoverage } from "./change-coverage.ts";
import { addData, type DataOutcome } from "./coverage-data.ts";
import { coverageFileNames, type WrittenCoverage, writeNumbers } from "./coverage-files.ts";
import { writeForTools } from "./coverage-for-tools.ts";
import { isRegularFile } from "./files.ts";
import { readGoSources, readText } from "./go-sources.ts";
import { findMissing, type PackageResults, settingsOf } from "./missing.ts";
import type { TestFacts } from "./tests.ts";

export interface CollectedCoverage {
  readonly coverage: Coverage | null;
  /** Of a single module; with several, all are judged together. */
  readonly thresholds: ThresholdResult | null;
  readonly share: CoverageShare | null;
  /** The same of the change under test. */
  readonly change: ChangeCoverage | null;
  /** Of the only module, the files that count. */
  readonly covered: readonly CoveredFile[];
  /** What of `coverage-data` does not count, and why: one sentence each. */
  readonly refused: readonly string[];
}

/**
 * Reads the coverage profiles of the test stage, one of each of its commands. Of the only module, it is that of the run: writes the files of `coverage` and holds it against the
 * thresholds. Of one of several, writes `coverage/<module>/coverage.{out,json}` and answers its share of the run's.
 */
export async function collectCoverage(
  outcome: StepOutcome,
  data: DataOutcome,
  facts: TestFacts,
  results: PackageResults,
): Promise<CollectedCoverage> {
  const tested = await readProfile(profilePaths(outcome));
  const named = tested === null ? [] : namedFiles(tested, placesOf(facts));
  const ofTests = tested === null ? null : { mode: tested.mode, files: named };
  const { profile, problems: refused } = await addData(ofTests, data, facts);
  const files = await selectFiles(profile?.files ?? [], facts);
  const counts = profile === null ? null : summarizeCoverage(files);
  const missing = await findMissing(named, facts, results);
  const problem = tested?.problem ?? null;
  const settings = settingsOf(facts.config);
  const several = facts.project.modules.length > 1;
  const change = several ? null : await changeCoverage(files, { ...facts, missing, settings });
  const patch = change?.patch ?? null;
  const thresholds = several ? null : judgeCoverage({ counts, missing, problem, patch }, settings.limits);
  const own = profile === null ? null : { mode: profile.mode, files };
  const share = several ? { profile: own, problem, settings } : null;
  const coverage = coverageOf(counts, missing, thresholds);
  if (profile !== null && coverage !== null) {
    await writeFiles({ coverage, mode: profile.mode, files, differing: null }, facts);
  }
  return { coverage, thresholds, share, change, covered: several ? [] : files, refused };
}

/** null when there is nothing to say. */
export function coverageOf(
  counts: CoverageCounts | null,
  missing: readonly string[],
  judged: ThresholdResult | null,
): Coverage | null {
  const asked = judged !== null && judged.thresholds.length > 0;
  if (counts === null && missing.length === 0 && !asked) return null;
  return { ...(counts ?? summarizeCoverage([])), missing };
}

async function writeFiles(written: WrittenCoverage, facts: TestFacts): Promise<void> {
  const { output, redactor, project, module } = facts;
  if (project.modules.length === 1) {
    const where = { dir: output.coverage, redactor };
    await writeNumbers(written, where);
    return await writeForTools(written, where);
  }
  const scope = { modules: project.modules.map(({ dir }) => dir), root: project.directory };
  const slug = moduleSlugs(scope, Object.values(coverageFileNames)).get(module.dir) ?? module.dir;
  await writeNumbers(written, { dir: join(output.coverage, slug), redactor });
}

/** One out of several, added up by their mode: what ran again counts besides. null where none was written. */
async function readProfile(paths: readonly string[]): Promise<Profile | null> {
  const reader = createProfileReader();
  let found = false;
  for (const path of paths) {
    if (!(await isRegularFile(path))) continue;
    found = true;
    for await (const bytes of readLineBytes(path)) reader.lines(bytes);
  }
  return found ? reader.end() : null;
}

function placesOf({ config, source, module }: TestFacts): CoverageOptions {
  return { ...source, cwd: module.dir, exclude: config.coverageExclude };
}

/** Without what the inputs exclude, with functions and lines where they can be told. */
async function selectFiles(named: readonly CoveredFile[], facts: TestFacts): Promise<readonly CoveredFile[]> {
  const { config, source, project, goVersion } = facts;
  const generated = new Set<string>();
  const isExcluded = (path: string): boolean => config.coverageExcludeGenerated && generated.has(path);
  const ownLines = compareGo(goVersion, "1.27") >= 0;
  const lineCount = (path: string): number | null => readText(project, path)?.split("\n").length ?? null;
  const placed: CoveredFile[] = [];
  for (const [dir, files] of groupBy(named, packageDir)) {
    const sources = dir === null ? [] : await readGoSources(project, dir);
    for (const { path, text } of sources) if (isGenerated(text)) generated.add(path);
    placed.push(...(dir === null ? files : placeFiles(files, sources, { ...source, ownLines, lineCount })));
  }
  return withoutExcluded(placed, { ...placesOf(facts), isExcluded });
}

/** null for packages of other modules. */
function packageDir({ path }: CoveredFile): string | null {
  return path === null ? null : posix.dirname(path);
}
