import type { Engine } from "../engine/engine.ts";
import type { Gate } from "../gates/gate.ts";
import { idleAttestations } from "../gates/image/plan.ts";
import { imageLabels } from "../gates/image/references.ts";
import type { Config } from "../inputs/config.ts";
import type { AttestOccasion } from "../model/attestation.ts";
import type { CoverageBuild } from "../model/coverage.ts";
import type { ImageBuilder } from "../model/engine.ts";
import { placeOfRun } from "../model/own-module.ts";
import type { GoFiles, Inspection, InspectRequest, Project } from "../model/project.ts";
import type { ReleaseOccasion } from "../model/release.ts";
import type { Secrets } from "../model/secrets.ts";
import type { Plan } from "../model/stage.ts";
import { planRun, programsOf } from "../plan/plan.ts";
import type { RunContext } from "../platform/platform.ts";
import { readDockerfile } from "../project/dockerfile.ts";
import { embeddedPointers } from "../project/embedded-pointers.ts";
import { listGoFiles } from "../project/go-files.ts";
import { requireGo, type WithGo } from "../project/require-go.ts";
import { requireSettings } from "../project/settings.ts";
import { occasionOf } from "../release/occasion.ts";
import { requireOwnCommit } from "./attest-occasion.ts";
import { readStamps, type Stamps } from "./stamps.ts";

export interface Prepared {
  readonly inspection: Inspection;
  readonly stamps: Stamps;
  /** null: nobody asks for a release. */
  readonly release: ReleaseOccasion | null;
  readonly plan: Plan;
}

export interface Preparation {
  readonly config: Config;
  readonly gates: readonly Gate[];
  readonly secrets: Secrets;
  readonly project: Project;
  readonly engine: Engine;
  /** What is known of the engine without asking it. */
  readonly adapter: WithGo;
  readonly context: RunContext;
  /** null: nobody asks for attestations. */
  readonly attests: AttestOccasion | null;
  readonly coverageBuilds: readonly CoverageBuild[];
  readonly signal: AbortSignal;
  /** Resolves when commands of Go may begin: its caches may still be on their way. */
  readonly ready: Promise<void>;
}

/**
 * From a project to its plan: asks Go, inside the engine, what the modules hold. Throws EnvironmentError when the engine has no fitting Go, UsageError
 * when the inputs do not fit the project.
 */
export async function prepare(preparation: Preparation): Promise<Prepared> {
  const { config, gates, project, engine, coverageBuilds, signal } = preparation;
  const sources = ownGoFiles(project);
  const file = readDockerfile(project.root, config.dockerfile);
  const [inspection, found, dockerfile, stamps, builder] = await Promise.all([
    preparation.ready.then(() => engine.inspect(inspectRequest(preparation, sources), signal)),
    sources,
    file,
    file.then((dockerfile) => readStamps(config, project, preparation.context, dockerfile)),
    askBuilder(config, engine, signal),
  ]);
  requireGo(config, project, inspection, preparation.adapter);
  requireSettings(inspection);
  const secretIds = preparation.secrets.dockerSecrets.map((secret) => secret.id);
  const release = occasion(preparation, stamps);
  if (preparation.attests?.skipped === null && stamps.revision !== null) {
    requireOwnCommit(stamps.revision, preparation.context);
  }
  const labels = imageLabels(preparation.context, stamps.of(placeOfRun(project)));
  const goFiles = new Map([...found].map(([dir, { handWritten }]) => [dir, handWritten]));
  const generating = new Set([...found].filter(([, files]) => files.mentionGenerate).map(([dir]) => dir));
  const fuzzed = new Set([...found.values()].flatMap((files) => files.mentionFuzz));
  const embeds = inspection.modules.flatMap((module) => module.embeds);
  const warnings = [...(await embeddedPointers(project, embeds)), ...stamps.warnings, ...cutOff(release)];
  const notices = idleAttestations(config, dockerfile);
  const repository = {
    ...{ config, project, inspection, goFiles, generating, fuzzed, coverageBuilds, warnings, notices },
    stampOf: stamps.of,
  };
  const plan = planRun({ ...repository, dockerfile, builder, secretIds, labels }, gates);
  return { inspection, stamps, release, plan };
}

function inspectRequest(
  { config, gates, project }: Preparation,
  sources: ReturnType<typeof ownGoFiles>,
): InspectRequest {
  return {
    root: project.root,
    modules: project.modules,
    patterns: config.packages,
    marked: config.testReuseExcept,
    tags: config.buildTags,
    platforms: config.platforms,
    cgo: config.cgo,
    programs: programsOf(gates, config).map(({ name }) => name),
    mentions: async (dir) => (await sources).get(dir) ?? { mentionCgo: false, mains: [] },
  };
}

function occasion({ config, context, project }: Preparation, { revision }: Stamps): ReleaseOccasion | null {
  if (config.release === "false" || revision === null) return null;
  return occasionOf({
    ...{ event: context, revision, modules: project.modules, files: new Set(project.files) },
    ...{ published: config.release === "true", version: config.version },
  });
}

/** What the notes of the release will lack. */
function cutOff(occasion: ReleaseOccasion | null): readonly string[] {
  if (occasion === null || "skipped" in occasion || occasion.release.cutOff === null) return [];
  return [`release: ${occasion.release.cutOff}`];
}

async function ownGoFiles(project: Project): Promise<ReadonlyMap<string, GoFiles>> {
  const found = project.modules.map(async (module) => [module.dir, await listGoFiles(project, module)] as const);
  return new Map(await Promise.all(found));
}

async function askBuilder(config: Config, engine: Engine, signal: AbortSignal): Promise<ImageBuilder> {
  return config.docker === "auto" ? engine.imageBuilder(signal) : { ok: true };
}
