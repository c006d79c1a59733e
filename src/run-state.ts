import type { CacheTravel } from "./cache/travel.ts";
import type { OutputDir } from "./collect/output-dir.ts";
import type { EngineChoice } from "./engine/engine.ts";
import type { Config, Secrets } from "./inputs/config.ts";
import type { World } from "./main.ts";
import type { Plan } from "./plan/model.ts";
import type { Redactor } from "./platform/mask.ts";
import type { Inspection, Project } from "./project/model.ts";
import type { Collected } from "./results/assemble.ts";
import type { StageResult } from "./results/model.ts";

export interface PipelineRequest extends World {
  /** Absolute path of the repository. */
  readonly repository: string;
  readonly config: Config;
  readonly secrets: Secrets;
  /** Registers a secret with the platform and the redactor. */
  readonly mask: (secret: string) => void;
  /** For what is written to files. */
  readonly redactor: Redactor;
}

/** What is known of a run once it has a project and an engine was chosen. */
export interface Run extends PipelineRequest {
  readonly startedAt: Date;
  readonly project: Project;
  readonly choice: EngineChoice;
  /** Carries Go's caches between runs; null where nothing does. */
  readonly travel: CacheTravel | null;
}

/** How far a run came. */
export interface Outcome {
  readonly engineVersion: string | null;
  readonly traceUrl: string | null;
  readonly inspection: Inspection | null;
  readonly plan: Plan;
  readonly results: readonly StageResult[];
  readonly collected: Collected;
  /** What broke outside of any stage. */
  readonly problems: readonly string[];
  readonly output: OutputDir;
}
