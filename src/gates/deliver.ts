import { wholeOutput } from "../model/finding.ts";
import type { NotRun } from "../model/stage.ts";
import { pushesImage } from "../model/step.ts";
import type { RunGate } from "./gate.ts";
import { deliverCommand } from "./image/commands.ts";
import { deliverInputs, type ImageBench, type ImageRunFacts } from "./image/inputs.ts";
import { judgeImage } from "./image/judge.ts";
import { dockerToggle, imageNames, plannedImage, unmade } from "./image/plan.ts";

/** The image is handed over: loaded, saved or pushed. A push waits for every other stage. */
export const deliver: RunGate<typeof deliverInputs> = {
  name: "deliver",
  scope: "run",
  input: "docker",
  inputs: deliverInputs,
  group: "Image",
  toggle: dockerToggle,
  findings: [],
  log: "commands",
  output: () => wholeOutput,

  plan(facts: ImageRunFacts) {
    const { config, planned, timeoutMs } = facts;
    const image = plannedImage(facts);
    const { name, references: tags } = imageNames(facts);
    const { imageOutput: outputs } = config;
    const pushes = pushesImage(outputs);
    // A smoke test that does not run is over at once, before the image is there.
    const needs = pushes ? planned.map((stage) => stage.id) : [image.id, facts.idOf("smoke")];
    const step = { type: "deliver-image" as const, outputs, name, tags, timeoutMs, weight: 4 };
    const off = outputs !== "default" && outputs.length === 0 ? notWanted : null;
    return [{ step: unmade(image) ?? off ?? step, needs, command: deliverCommand(config, image, tags) }];
  },

  judge: (_, outcome, bench: ImageBench) => judgeImage(outcome, bench),
};

const notWanted: NotRun = { status: "disabled", reason: "switched off by `image-output: none`" };
