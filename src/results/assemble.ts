import type { EngineChoice } from "../model/engine.ts";

import type { Inspection, Project } from "../model/project.ts";
import type { Artifact, Coverage, Image, Report, StageResult, TestReport } from "../model/report.ts";
import { schemaVersion } from "../model/report.ts";
import type { Verdict } from "./verdict.ts";

/** What the stages produced beside their verdicts. */
export interface Collected {
  readonly tests: TestReport | null;
  readonly coverage: Coverage | null;
  readonly artifacts: readonly Artifact[];
  readonly image: Image | null;
}

export const nothingCollected: Collected = { tests: null, coverage: null, artifacts: [], image: null };

export interface ReportParts {
  readonly choice: EngineChoice;
  /** null when the engine could not say. */
  readonly engineVersion: string | null;
  readonly project: Project;
  /** null when Go was never asked. */
  readonly inspection: Inspection | null;
  readonly verdict: Verdict;
  readonly warnings: readonly string[];
  readonly results: readonly StageResult[];
  readonly collected: Collected;
  readonly cache: Report["cache"];
  readonly traceUrl: string | null;
  readonly startedAt: Date;
  readonly finishedAt: Date;
}

/** The whole result of a run, as `report.json` holds it. */
export function assembleReport(parts: ReportParts): Report {
  const { choice, project, inspection, verdict, collected, startedAt, finishedAt } = parts;
  return {
    schemaVersion,
    conclusion: verdict.conclusion,
    reasons: verdict.reasons,
    warnings: parts.warnings,
    engine: { name: choice.name, version: parts.engineVersion, reason: choice.reason },
    project: {
      modules: project.modules.map(({ dir, path }) => ({ dir, path })),
      goVersion: inspection?.goVersion ?? null,
    },
    stages: parts.results,
    tests: collected.tests,
    coverage: collected.coverage,
    artifacts: collected.artifacts,
    image: collected.image,
    cache: parts.cache,
    traceUrl: parts.traceUrl,
    startedAt: startedAt.toISOString(),
    durationMs: Math.max(0, finishedAt.getTime() - startedAt.getTime()),
  };
}
