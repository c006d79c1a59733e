import { moduleOfRun } from "../../model/own-module.ts";
import { isRunnable, type NotRun, type Stage } from "../../model/stage.ts";
import { type Attestations, pushesImage } from "../../model/step.ts";
import { packageName } from "../binaries.ts";
import type { Toggle } from "../gate.ts";
import { inImageTag, stamped } from "../stamped.ts";
import type { ImageRunFacts, ImageSettings } from "./inputs.ts";
import { imageReferences } from "./references.ts";
import { type ChosenSource, chooseSource } from "./source.ts";

/** What the image is called. */
export interface ImageNames {
  /** Local name, without a tag. */
  readonly name: string;
  /** Its names where it is handed over. */
  readonly references: readonly string[];
}

/** Throws UsageError when it cannot be pushed under these names. */
export function imageNames(facts: ImageRunFacts): ImageNames {
  const { config, modules, directory, workingDirectory } = facts;
  const own = moduleOfRun(modules, directory);
  const name = config.imageName ?? defaultName(own?.path ?? workingDirectory);
  const tags = config.imageTags.map((tag) =>
    isMade(facts) ? stamped("image-tags", tag, facts.stamp, inImageTag) : tag,
  );
  return { name, references: imageReferences(name, tags, config.imageOutput) };
}

/** What the image is made of, from the inputs and what was planned so far. Throws UsageError when inputs contradict each other. */
export function imageSource(facts: ImageRunFacts, name: string): ChosenSource | NotRun {
  return notHere(facts) ?? chooseSource(facts, name.split("/").at(-1) ?? name);
}

/** Only what is pushed has a place for attestations. */
export function attestations({ dockerSbom: sbom, dockerProvenance, imageOutput }: ImageSettings): Attestations | null {
  const provenance = dockerProvenance === "false" ? null : dockerProvenance;
  return pushesImage(imageOutput) && (sbom !== null || provenance !== null) ? { sbom, provenance } : null;
}

/** What is said where attestations are asked for and there is nothing that they could lie beside. */
export function idleAttestations(config: ImageSettings, dockerfile: ImageRunFacts["dockerfile"]): readonly string[] {
  if (!mayMakeImage(config, dockerfile) || pushesImage(config.imageOutput)) return [];
  const asked = [
    ...(config.dockerSbom === null ? [] : ["docker-sbom"]),
    ...(config.dockerProvenance === "false" ? [] : ["docker-provenance"]),
  ];
  if (asked.length === 0) return [];
  return [`${asked.join(", ")}: nothing is attested, because image-output does not push the image.`];
}

/** One input switches all stages of the image. */
export function dockerToggle({ docker }: ImageSettings): Toggle {
  return docker;
}

/** Without an image nobody needs a version for its tags. */
function isMade(facts: ImageRunFacts): boolean {
  return notHere(facts) === null && mayMakeImage(facts.config, facts.dockerfile);
}

/** As far as inputs and files say: something that builds images may not be here. */
export function mayMakeImage(
  { docker, dockerFrom }: Pick<ImageSettings, "docker" | "dockerFrom">,
  dockerfile: ImageRunFacts["dockerfile"],
): boolean {
  return docker !== "false" && (dockerfile !== null || docker !== "auto" || dockerFrom === "binary");
}

function notHere({ config, dockerfile, builder }: ImageRunFacts): NotRun | null {
  if (config.docker === "false") return { status: "disabled", reason: "switched off by `docker: false`" };
  const wanted = dockerfile !== null || config.given.has("dockerfile") || config.dockerFrom === "binary";
  if (config.docker === "auto" && wanted && !builder.ok) return { status: "skipped", reason: builder.reason };
  return null;
}

/** The last element of a module's path, or of a directory where no module is the one, as an image name: lower case, other characters become `-`. */
function defaultName(path: string): string {
  const name = packageName(path.replaceAll("\\", "/"))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, (run) => (/^[._-]$/.test(run) ? run : "-"))
    .replace(/^[._-]+|[._-]+$/g, "");
  return name === "" ? "app" : name;
}

/** The stage that builds the image, which is planned before those that do something with it. */
export function plannedImage({ planned, idOf }: ImageRunFacts): Stage {
  const id = idOf("image");
  const stage = planned.find((candidate) => candidate.id === id);
  if (stage === undefined) throw new Error(`${id} has to be planned before what is done with the image`);
  return stage;
}

/** Later stages share the fate of an image that is not made (and say what they need all the same: reports tell stages of one fate together); one that is known to fail blocks them by itself. */
export function unmade({ step }: Stage): NotRun | null {
  return isRunnable(step) || step.status === "failed" ? null : step;
}
