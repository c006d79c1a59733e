import type { CacheTravel } from "../cache/travel.ts";
import type { EngineAdapter } from "../engine/adapter.ts";
import type { OutputDir } from "../files/output-dir.ts";
import type { Gate } from "../gates/gate.ts";
import type { Config } from "../inputs/config.ts";
import type { AttestOccasion } from "../model/attestation.ts";
import type { CoverageBuild } from "../model/coverage.ts";
import type { EngineChoice } from "../model/engine.ts";
import type { Inspection, Project } from "../model/project.ts";
import type { Attestation, Release, StageResult, TestReuseReport } from "../model/report.ts";
import type { Secrets } from "../model/secrets.ts";
import type { Plan } from "../model/stage.ts";
import type { TestReuse } from "../model/test-reuse.ts";
import type { Redactor } from "../platform/mask.ts";
import type { CiPlatform } from "../platform/platform.ts";
import type { Collected } from "../results/assemble.ts";

export interface PipelineRequest extends World {
  /** Absolute path of the repository. */
  readonly repository: string;
  readonly config: Config;
  readonly secrets: Secrets;
  /** For GitHub's API alone: no engine gets it. */
  readonly githubToken: string | null;
  /** Registers a secret with the platform and the redactor. */
  readonly mask: (secret: string) => void;
  /** For what is written to files. */
  readonly redactor: Redactor;
}

/** What is known of a run once it has a project and an engine was chosen. */
export interface Run extends PipelineRequest {
  readonly gates: readonly Gate[];
  readonly startedAt: Date;
  readonly project: Project;
  readonly choice: EngineChoice;
  /** null until Go was asked what there is to test. */
  readonly testReuse: TestReuse | null;
  /** Carries Go's caches between runs; null where nothing does. */
  readonly travel: CacheTravel | null;
  /** What `coverage-data` holds. */
  readonly coverageBuilds: readonly CoverageBuild[];
  /** null: nobody asks for attestations. */
  readonly attests: AttestOccasion | null;
}

/** How far a run came. */
export interface RunOutcome {
  readonly engineVersion: string | null;
  readonly traceUrl: string | null;
  readonly inspection: Inspection | null;
  readonly plan: Plan;
  readonly results: readonly StageResult[];
  /** As it was done. */
  readonly testReuse: TestReuse | null;
  /** The runs that results of tests were taken from. */
  readonly reusedFrom: TestReuseReport["runs"];
  readonly collected: Collected;
  /** Absent: there is none. */
  readonly attestation?: Attestation;
  readonly release?: Release;
  /** What broke outside of any stage. */
  readonly problems: readonly string[];
  readonly output: OutputDir;
}

/** What the composition root hands over; nothing here is reached in any other way. */
export interface World {
  /** Without node and script. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute. */
  readonly cwd: string;
  readonly platform: CiPlatform;
  /** In the order in which `engine: auto` takes them. */
  readonly engines: readonly EngineAdapter[];
  /** Aborted by SIGINT and SIGTERM. */
  readonly signal: AbortSignal;
}
