import type { NotRun } from "../../model/stage.ts";
import { packageName } from "../binaries.ts";
import type { StageDraft, Toggle } from "../gate.ts";
import type { ImageFacts, ImageSettings } from "./inputs.ts";
import { imageReferences } from "./references.ts";
import { type ChosenSource, chooseSource } from "./source.ts";

/** What all stages of the image are about. */
export interface PlannedImage {
  readonly chosen: ChosenSource | NotRun;
  /** Local name, without a tag. */
  readonly name: string;
  /** What it is called where it is handed over. */
  readonly references: readonly string[];
}

/** The image of a run, from its inputs and what was planned so far. Throws UsageError when inputs contradict each other. */
export function planImage(facts: ImageFacts): PlannedImage {
  const { config, modules, workingDirectory } = facts;
  const name = config.imageName ?? defaultName(modules[0]?.path ?? workingDirectory);
  const references = imageReferences(name, config.imageTags, config.imageOutput);
  const short = name.split("/").at(-1) ?? name;
  return { chosen: notHere(facts) ?? chooseSource(facts, short), name, references };
}

/** One input switches all stages of the image. */
export function dockerToggle({ docker }: ImageSettings): Toggle {
  return docker;
}

function notHere({ config, dockerfile, builder }: ImageFacts): NotRun | null {
  if (config.docker === "false") return { status: "disabled", reason: "switched off by `docker: false`" };
  const wanted = dockerfile !== null || config.given.has("dockerfile") || config.dockerFrom === "binary";
  if (config.docker === "auto" && wanted && !builder.ok) return { status: "skipped", reason: builder.reason };
  return null;
}

/** The module's last element as an image name: lower case, other characters become `-`. */
function defaultName(path: string): string {
  const name = packageName(path.replaceAll("\\", "/"))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, (run) => (/^[._-]$/.test(run) ? run : "-"))
    .replace(/^[._-]+|[._-]+$/g, "");
  return name === "" ? "app" : name;
}

/** Later stages share the fate of an image that is not made; one that is known to fail blocks them by itself. */
export function unmade({ chosen }: PlannedImage): NotRun | null {
  return "status" in chosen && chosen.status !== "failed" ? chosen : null;
}

/** A stage that does not run waits for nothing. */
export function onImage(step: StageDraft["step"], needs: StageDraft["needs"], command: string): StageDraft {
  return { step, needs: "type" in step ? needs : [], command };
}
