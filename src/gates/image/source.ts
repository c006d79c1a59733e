import { UsageError } from "../../errors.ts";
import { type Platform, platformKey } from "../../model/platform.ts";
import type { NotRun, Stage, StageId } from "../../model/stage.ts";
import type { ImageSource } from "../../model/step.ts";
import { packageName } from "../binaries.ts";
import type { ImageRunFacts, ImageSettings } from "./inputs.ts";

/** What the choice of an image's source is made from. */
export type SourceFacts = Pick<ImageRunFacts, "config" | "inspection" | "dockerfile" | "secretIds" | "planned">;

export interface ChosenSource {
  readonly source: ImageSource;
  readonly platforms: readonly Platform[];
  readonly needs: readonly StageId[];
  /** The stage that compiles the binary of the first platform; null for a Dockerfile. */
  readonly build: Stage | null;
}

/**
 * A Dockerfile where there is one or is asked for, else the binary that a stage makes. `name`: of the image, without registry and path. Throws UsageError
 * when inputs contradict.
 */
export function chooseSource(facts: SourceFacts, name: string): ChosenSource | NotRun {
  const { config, dockerfile } = facts;
  if (config.dockerFrom === "binary") return binarySource(facts, name) ?? withoutMain(config);
  if (dockerfile !== null) return dockerfileSource(facts);
  const missing = `no Dockerfile at ${config.dockerfile}`;
  if (config.docker === "auto" && !config.given.has("dockerfile")) return { status: "skipped", reason: missing };
  const binary = config.dockerFrom === "auto" && !config.given.has("dockerfile") ? binarySource(facts, name) : null;
  return binary ?? { status: "failed", reason: `${missing}: add one, or set dockerfile to where it is` };
}

function withoutMain(config: ImageSettings): NotRun {
  const status = config.docker === "auto" ? "skipped" : "failed";
  return { status, reason: "no main package to make an image of (docker-from: binary)" };
}

function dockerfileSource({ config, secretIds }: SourceFacts): ChosenSource {
  const source: ImageSource = {
    type: "dockerfile",
    context: config.dockerContext,
    dockerfile: config.dockerfile,
    target: config.dockerTarget,
    buildArgs: config.dockerBuildArgs,
    secretIds,
  };
  return { source, platforms: config.dockerPlatforms, needs: [], build: null };
}

function binarySource(facts: SourceFacts, name: string): ChosenSource | NotRun | null {
  const builds = facts.planned.filter(
    (stage) => stage.gate === "build" && stage.variant?.startsWith("linux/") === true,
  );
  const packages = new Set(builds.flatMap((stage) => stage.binaries.map((binary) => binary.package)));
  if (packages.size === 0 && builds.length > 0) return null;
  const platforms = binaryPlatforms(facts);
  const main = mainOf([...packages], name);
  const found = platforms.map((platform) => binaryFor(builds, platform, main));
  const missing = platforms.filter((_, index) => found[index] === null).map(platformKey);
  if (missing.length > 0) {
    return { status: "failed", reason: `${main} is not built for ${missing.join(", ")}, so there is no image of it` };
  }
  const binaries = found.filter((binary) => binary !== null);
  return {
    source: { type: "binary", binaries, entrypoint: packageName(main), base: facts.config.dockerBase },
    platforms,
    needs: binaries.map((binary) => binary.stage),
    build: builds.find((stage) => stage.id === binaries[0]?.stage) ?? null,
  };
}

function binaryFor(
  builds: readonly Stage[],
  platform: Platform,
  main: string,
): { platform: Platform; stage: StageId; out: string } | null {
  for (const { id, variant, binaries } of builds) {
    const binary = variant === platformKey(platform) ? binaries.find((planned) => planned.package === main) : undefined;
    if (binary !== undefined) return { platform, stage: id, out: binary.out };
  }
  return null;
}

/** `docker-platforms`, else the engine's own Linux platform, else the first one for Linux that is built at all. */
function binaryPlatforms({ config, inspection: { native } }: SourceFacts): readonly Platform[] {
  const why = "docker-from: binary makes the image of the binary that the build stage made";
  if (config.build === "false") throw new UsageError([`build: false leaves no binary for the image (${why}).`]);
  const built = config.platforms.filter((platform) => platform.os === "linux");
  if (config.dockerPlatforms.length > 0) {
    const keys = built.map(platformKey);
    const missing = config.dockerPlatforms.map(platformKey).filter((key) => !keys.includes(key));
    if (missing.length === 0) return config.dockerPlatforms;
    throw new UsageError([`docker-platforms: ${missing.join(", ")} is not in platforms (${why}).`]);
  }
  const own = built.find((platform) => platform.arch === native.arch) ?? built[0];
  if (own === undefined) throw new UsageError([`platforms: none is for Linux (${why}). Add linux/${native.arch}.`]);
  return [own];
}

/** One image holds one program: the only one, or the one that has the image's name. */
function mainOf(packages: readonly string[], name: string): string {
  const chosen = packages.length === 1 ? packages : packages.filter((main) => packageName(main).toLowerCase() === name);
  if (chosen.length === 1 && chosen[0] !== undefined) return chosen[0];
  throw new UsageError([
    `docker-from: an image holds one program, and there are ${packages.length} main packages (${packages.join(", ")}). ` +
      "Set image-name to the name of the one it is made of, choose with main-packages, or write a Dockerfile.",
  ]);
}
