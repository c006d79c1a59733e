import type { OutputDir } from "../files/output-dir.ts";
import { lackingModules, lackingPackages } from "../go/coverage/lacking.ts";
import { type Difference, type MergedProfile, mergeProfiles } from "../go/coverage/merge.ts";
import { type CoverageCounts, summarizeCoverage } from "../go/coverage/summary.ts";
import { type JudgedCoverage, judgeCoverage, type ThresholdResult } from "../go/coverage/threshold.ts";
import type { ChangeCoverage, CoverageSettings, CoverageShare, CoveredFile } from "../model/coverage.ts";
import type { Inspection, ModuleInspection, Project } from "../model/project.ts";
import type { Coverage } from "../model/report.ts";
import type { Redactor } from "../platform/mask.ts";
import { changeCoverage, type ReadPatchLines } from "./change-coverage.ts";
import { coverageOf } from "./coverage.ts";
import { writeNumbers } from "./coverage-files.ts";
import { writeForTools } from "./coverage-for-tools.ts";
import { packagesThatCount } from "./missing.ts";

/** What one of several modules left. */
export interface ModuleCoverage {
  /** Directory of the module, relative to the repository. */
  readonly module: string;
  /** null: nothing to say. */
  readonly coverage: Coverage | null;
  readonly share: CoverageShare;
}

export interface TotalCoverage extends ThresholdResult {
  readonly coverage: Coverage | null;
  readonly change: ChangeCoverage;
  /** The files that count. */
  readonly covered: readonly CoveredFile[];
  readonly warnings: readonly string[];
}

interface Bench {
  readonly project: Project;
  readonly output: OutputDir;
  readonly redactor: Redactor;
  readonly inspection: Pick<Inspection, "modules">;
  readonly patchLines: ReadPatchLines;
}

/**
 * The coverage of a run with several modules, in the order of the plan: writes the files of `coverage` and holds it against the thresholds.
 * @param absent modules that left nothing: their tests did not run to an end that could be read
 */
export async function totalCoverage(
  modules: readonly ModuleCoverage[],
  absent: readonly ModuleInspection[],
  bench: Bench,
): Promise<TotalCoverage> {
  const { project } = bench;
  const profiles = modules.flatMap(({ module, share: { profile } }) =>
    profile === null ? [] : [{ module, ...profile }],
  );
  const merged = mergeProfiles(profiles, [...project.modules.map(({ dir }) => dir), ...project.unchecked]);
  const settings = settingsOf(modules);
  const unknown = await packagesOf(absent, project, settings);
  const missing = united([...modules.flatMap(({ coverage }) => coverage?.missing ?? []), ...unknown]);
  const counts = profiles.length === 0 ? null : summarizeCoverage(merged.files);
  const packages = bench.inspection.modules.flatMap((module) => module.packages);
  const change = await changeCoverage(merged.files, { ...bench, packages, missing, settings });
  const judged = judge(modules, { counts, missing, patch: change.patch });
  const coverage = coverageOf(counts, missing, judged);
  if (counts !== null && coverage !== null) await write(coverage, merged, bench);
  const warnings = merged.differing.length === 0 ? [] : [warningOf(merged.differing)];
  return { ...judged, coverage, change, covered: merged.files, warnings };
}

/** All share the inputs. */
function settingsOf(modules: readonly ModuleCoverage[]): CoverageSettings {
  return (
    modules[0]?.share.settings ?? {
      limits: { total: null, perPackage: null, perFile: [], patch: null },
      exclude: [],
      excludeGenerated: false,
    }
  );
}

/** Nobody knows what a module holds that Go cannot load: it stands for its packages. */
async function packagesOf(
  modules: readonly ModuleInspection[],
  project: Project,
  settings: CoverageSettings,
): Promise<readonly string[]> {
  const broken = modules.filter(({ problem }) => problem !== null).map(({ dir, path }) => path ?? dir);
  const known = modules.flatMap(({ packages }) => packages);
  return [...broken, ...(await packagesThatCount(known, project, settings))];
}

function united(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}

/** A missed total names what lacks coverage: that is what one looks for. */
function judge(
  modules: readonly ModuleCoverage[],
  { counts, missing, patch }: Pick<JudgedCoverage, "missing" | "patch"> & { readonly counts: CoverageCounts | null },
): ThresholdResult {
  const damaged = modules.find(({ share }) => share.problem !== null);
  const problem = damaged === undefined ? null : `${damaged.module}: ${damaged.share.problem}`;
  const { limits } = settingsOf(modules);
  const result = judgeCoverage({ counts, missing, problem, patch }, limits);
  if (result.failedBecause === null || counts === null || limits.total === null) return result;
  const own = modules.flatMap(({ module, coverage }) => (coverage === null ? [] : [[module, coverage] as const]));
  const lacking = [lackingModules(own, limits.total), lackingPackages({ ...counts, missing }, limits.total)];
  const said = [result.failedBecause, ...lacking].filter((part) => part !== null);
  return { ...result, failedBecause: said.join("; ") };
}

async function write(coverage: Coverage, merged: MergedProfile, { output, redactor }: Bench): Promise<void> {
  const written = { coverage, ...merged };
  const where = { dir: output.coverage, redactor };
  await writeNumbers(written, where);
  await writeForTools(written, where);
}

/** Files that a warning names one by one; coverage.json has all. */
const maxNamed = 10;

function warningOf(differing: readonly Difference[]): string {
  const named = differing
    .slice(0, maxNamed)
    .map(({ path, counted, others }) => `${path} (that of ${counted}, not of ${others.join(", ")})`);
  const more = differing.length - named.length;
  const names = `${named.join(", ")}${more > 0 ? `, and ${more} more (coverage/coverage.json)` : ""}`;
  return `Coverage: the profiles of several modules have different blocks for the same file, so that only one counts: ${names}. Another Go or other build tags do that.`;
}
