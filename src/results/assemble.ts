import type { ChangeCoverage, CoveredFile, FoundBaseline } from "../model/coverage.ts";
import type { EngineChoice } from "../model/engine.ts";
import type { Fix } from "../model/fix.ts";
import type { Inspection, Project } from "../model/project.ts";
import { reasonText } from "../model/reason.ts";
import type {
  Archive,
  Artifact,
  Attestation,
  Benchmarks,
  Coverage,
  Image,
  ModuleResult,
  Release,
  Report,
  Sbom,
  StageResult,
  TestPackage,
  TestReuseReport,
  Threshold,
} from "../model/report.ts";
import { schemaVersion } from "../model/report.ts";
import type { TestReuse } from "../model/test-reuse.ts";
import { sumTests } from "./totals.ts";
import type { Verdict } from "./verdict.ts";

/** What the stages produced beside their verdicts. */
export interface Collected {
  /** Tests and coverage by the directory of their module. */
  readonly modules: ReadonlyMap<string, ModuleProducts>;
  /** Of all modules together. */
  readonly coverage: Coverage | null;
  /** The files that it counts, with their blocks. */
  readonly covered: readonly CoveredFile[];
  readonly thresholds: readonly Threshold[];
  /** Of the change under test; null without coverage. */
  readonly change: ChangeCoverage | null;
  /** Coverage of the base, or why there is none. */
  readonly baseline: FoundBaseline | null;
  /** Of each module with some. */
  readonly benchmarks: readonly Benchmarks[];
  readonly artifacts: readonly Artifact[];
  /** Absent: nobody asked for them. */
  readonly archives?: readonly Archive[];
  readonly sboms?: readonly Sbom[];
  readonly image: Image | null;
  /** What stages would change. */
  readonly fix: Fix;
  /** What the user should know of it. */
  readonly warnings: readonly string[];
}

export type ModuleProducts = Pick<ModuleResult, "tests" | "coverage">;

export const nothingCollected: Collected = {
  modules: new Map(),
  coverage: null,
  covered: [],
  thresholds: [],
  change: null,
  baseline: null,
  benchmarks: [],
  artifacts: [],
  image: null,
  fix: { files: [], lacks: [], mends: [] },
  warnings: [],
};

export interface ReportParts {
  readonly choice: EngineChoice;
  /** null when the engine could not say. */
  readonly engineVersion: string | null;
  readonly project: Project;
  /** null when Go was never asked. */
  readonly inspection: Inspection | null;
  readonly verdict: Verdict;
  readonly warnings: readonly string[];
  readonly notices: readonly string[];
  readonly results: readonly StageResult[];
  readonly collected: Collected;
  /** Absent: there is none. */
  readonly attestation?: Attestation;
  readonly release?: Release;
  readonly testReuse: TestReuse | null;
  /** The runs that reused results of tests come from. */
  readonly reusedFrom: TestReuseReport["runs"];
  readonly cache: Report["cache"];
  readonly traceUrl: string | null;
  readonly startedAt: Date;
  readonly finishedAt: Date;
}

/** The whole result of a run, as `report.json` holds it. */
export function assembleReport(parts: ReportParts): Report {
  const { choice, verdict, collected, startedAt, finishedAt } = parts;
  const modules = moduleResults(parts);
  return {
    schemaVersion,
    conclusion: verdict.conclusion,
    reasons: verdict.reasons.map(reasonText),
    warnings: parts.warnings,
    ...(parts.notices.length === 0 ? {} : { notices: parts.notices }),
    engine: { name: choice.name, version: parts.engineVersion, reason: choice.reason },
    modules,
    totals: { tests: sumTests(modules), coverage: collected.coverage, patch: collected.change?.patch ?? null },
    ...comparisonOf(collected),
    ...(collected.benchmarks.length === 0 ? {} : { benchmarks: collected.benchmarks }),
    thresholds: collected.thresholds,
    stages: parts.results,
    artifacts: collected.artifacts,
    ...(collected.archives === undefined ? {} : { archives: collected.archives }),
    ...(collected.sboms === undefined ? {} : { sboms: collected.sboms }),
    image: collected.image,
    ...(parts.attestation === undefined ? {} : { attestation: parts.attestation }),
    ...(parts.release === undefined ? {} : { release: parts.release }),
    testReuse: reuseResult(parts, modules),
    cache: parts.cache,
    traceUrl: parts.traceUrl,
    startedAt: startedAt.toISOString(),
    durationMs: Math.max(0, finishedAt.getTime() - startedAt.getTime()),
  };
}

/** What coverage was compared with, and what of it is left out. */
function comparisonOf({ coverage, change, baseline }: Collected): Pick<Report, "comparison"> {
  if (coverage === null || change === null) return {};
  const { patch, problem, notes, limited } = change;
  // What a limit waits for is told with it.
  const why = problem === null || limited ? [] : [problem];
  if (patch === null) return { comparison: { base: null, baseline: null, notes: why } };
  const incomplete = coverage.missing.length > 0 ? "coverage is not complete" : null;
  const without = incomplete ?? baseline?.problem ?? null;
  const found = without === null ? (baseline?.coverage ?? null) : null;
  const said = without === null ? notes : [...notes, `no comparison with the coverage of the base: ${without}`];
  return { comparison: { base: patch.base, baseline: found, notes: said } };
}

/** The packages that were tested, of all modules. */
export function testedPackages({ modules }: Pick<Collected, "modules">): readonly TestPackage[] {
  return [...modules.values()].flatMap(({ tests }) => tests?.packages ?? []);
}

/** How many packages of the tests have the result of an earlier run. */
function reuseResult(
  { testReuse: reuse, reusedFrom: runs }: ReportParts,
  modules: readonly ModuleResult[],
): Report["testReuse"] {
  if (reuse === null) return null;
  const packages = modules.flatMap(({ tests }) => tests?.packages ?? []).filter(({ status }) => status !== "skipped");
  const reused = packages.filter(({ cached }) => cached === true).length;
  return { mode: reuse.mode, reason: reuse.reason, packages: packages.length, reused, runs };
}

function moduleResults({ project, inspection, collected }: ReportParts): readonly ModuleResult[] {
  const versions = new Map(inspection?.modules.map((module) => [module.dir, module.goVersion]));
  return project.modules.map(({ dir, path }) => {
    const { tests, coverage } = collected.modules.get(dir) ?? { tests: null, coverage: null };
    return { dir, path, goVersion: versions.get(dir) ?? null, tests, coverage };
  });
}
