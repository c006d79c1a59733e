import type { Config } from "../../model/config.ts";
import { platformKey } from "../../model/platform.ts";
import type { Inspection, ModuleFile } from "../../model/project.ts";
import type { NotRun, Stage, StageId, StageKind } from "../../model/stage.ts";
import { isRunnable } from "../../model/stage.ts";
import type { DeliverStep, ImageStep, SmokeStep } from "../../model/step.ts";
import type { Dockerfile } from "../../project/dockerfile-parse.ts";
import { packageName } from "../binaries.ts";
import { deliverCommand, imageCommand, smokeCommand } from "./commands.ts";
import { imageReferences } from "./references.ts";
import { type ChosenSource, chooseSource } from "./source.ts";

/** Everything the stages of the image are made from. */
export interface ImagePlanFacts {
  readonly config: Config;
  /** The module the image is named after. */
  readonly module: ModuleFile;
  readonly inspection: Pick<Inspection, "native">;
  /** What is at `config.dockerfile`; null when there is no such file. */
  readonly dockerfile: Dockerfile | null;
  /** Whether this engine can build an image here; counts only with `docker: auto`. */
  readonly builder: { readonly ok: true } | { readonly ok: false; readonly reason: string };
  readonly secretIds: readonly string[];
  readonly labels: readonly (readonly [name: string, value: string])[];
}

/** The stages `image`, `smoke` and `deliver`. Throws UsageError when inputs contradict each other. */
export function imageStages(facts: ImagePlanFacts, goStages: readonly Stage[]): readonly Stage[] {
  const { config, module, inspection, dockerfile, secretIds } = facts;
  const name = config.imageName ?? defaultName(module, config);
  const references = imageReferences(name, config.imageTags, config.imageOutput);
  const off = switchedOff(facts);
  const short = name.split("/").at(-1) ?? name;
  const chosen =
    off ?? chooseSource({ config, native: inspection.native, dockerfile, secretIds, name: short, goStages });
  const draft: Draft = { facts, chosen, name, references, goStages };
  return [imageStage(draft), smokeStage(draft), deliverStage(draft)];
}

interface Draft {
  readonly facts: ImagePlanFacts;
  readonly chosen: ChosenSource | NotRun;
  readonly name: string;
  readonly references: readonly string[];
  readonly goStages: readonly Stage[];
}

function switchedOff({ config, dockerfile, builder }: ImagePlanFacts): NotRun | null {
  if (config.docker === "false") return { status: "disabled", reason: "switched off by `docker: false`" };
  const wanted = dockerfile !== null || config.dockerfileGiven || config.dockerFrom === "binary";
  if (config.docker === "auto" && wanted && !builder.ok) return { status: "skipped", reason: builder.reason };
  return null;
}

/** The module's last element as an image name: lower case, other characters become `-`. */
function defaultName(module: ModuleFile, config: Config): string {
  const path = module.path ?? config.workingDirectory.replaceAll("\\", "/");
  const name = packageName(path)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, (run) => (/^[._-]$/.test(run) ? run : "-"))
    .replace(/^[._-]+|[._-]+$/g, "");
  return name === "" ? "app" : name;
}

function imageStage({ facts, chosen, name, references }: Draft): Stage {
  const { config, labels } = facts;
  const step: ImageStep | NotRun =
    "status" in chosen
      ? chosen
      : {
          type: "image",
          stage: "image",
          source: chosen.source,
          platforms: chosen.platforms,
          labels,
          name,
          timeoutMs: config.timeoutMs,
        };
  const needs = "status" in chosen ? [] : chosen.needs;
  return stage(facts, { kind: "image", needs, step, command: imageCommand(config, chosen, references) });
}

function smokeStage({ facts, chosen, references }: Draft): Stage {
  const { config } = facts;
  const step: SmokeStep = {
    type: "smoke",
    stage: "smoke",
    command: config.smokeCommand ?? [],
    commandGiven: config.smokeCommand !== null,
    output: config.smokeOutput,
    probe:
      config.smokePort === null
        ? null
        : { port: config.smokePort, path: config.smokePath, statuses: config.smokeStatus },
    limitMs: config.smokeTimeoutMs,
    timeoutMs: config.timeoutMs,
  };
  const command = smokeCommand(config, chosen, references);
  return stage(facts, {
    kind: "smoke",
    needs: ["image"],
    step: without(chosen) ?? foreign(facts, chosen) ?? step,
    command,
  });
}

/** An image that is not for this machine's processor is not run: emulation would test the emulator. */
function foreign({ inspection }: ImagePlanFacts, chosen: ChosenSource | NotRun): NotRun | null {
  if ("status" in chosen || chosen.platforms.length === 0) return null;
  if (chosen.platforms.some((platform) => platform.os === "linux" && platform.arch === inspection.native.arch))
    return null;
  const list = chosen.platforms.map(platformKey).join(", ");
  return { status: "skipped", reason: `${list}: built, not run (this machine is ${inspection.native.arch})` };
}

function deliverStage({ facts, chosen, name, references, goStages }: Draft): Stage {
  const { config } = facts;
  const outputs = config.imageOutput;
  const step: DeliverStep = {
    type: "deliver",
    stage: "deliver",
    outputs,
    name,
    tags: references,
    timeoutMs: config.timeoutMs,
  };
  const none: NotRun | null =
    outputs !== "default" && outputs.length === 0
      ? { status: "disabled", reason: "switched off by `image-output: none`" }
      : null;
  const pushes = outputs !== "default" && outputs.includes("push");
  const needs: readonly StageId[] = pushes ? [...goStages.map((other) => other.id), "image", "smoke"] : ["smoke"];
  const command = deliverCommand(config, chosen, references);
  return stage(facts, { kind: "deliver", needs, step: without(chosen) ?? none ?? step, command });
}

/** Later stages share the fate of an image that is not made; one that is known to fail blocks them by itself. */
function without(chosen: ChosenSource | NotRun): NotRun | null {
  return "status" in chosen && chosen.status !== "failed" ? chosen : null;
}

interface StageParts extends Pick<Stage, "needs" | "step" | "command"> {
  readonly kind: Extract<StageKind, "image" | "smoke" | "deliver">;
}

function stage(facts: ImagePlanFacts, { kind, needs, step, command }: StageParts): Stage {
  return {
    id: kind,
    kind,
    module: facts.module.dir,
    platform: null,
    warnOnly: facts.config.docker === "warn",
    needs: isRunnable(step) ? needs : [],
    after: [],
    step,
    failure: null,
    binaries: [],
    command,
  };
}
