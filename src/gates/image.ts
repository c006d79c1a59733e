import { wholeOutput } from "../model/finding.ts";
import type { RunGate } from "./gate.ts";
import { imageCommand } from "./image/commands.ts";
import { type ImageBench, type ImageRunFacts, imageInputs } from "./image/inputs.ts";
import { judgeImage } from "./image/judge.ts";
import { attestations, dockerToggle, imageNames, imageSource } from "./image/plan.ts";

/** The image builds. */
export const image: RunGate<typeof imageInputs> = {
  name: "image",
  scope: "run",
  input: "docker",
  inputs: imageInputs,
  group: "Image",
  toggle: dockerToggle,
  findings: [
    {
      source: "dockerfile",
      title: "Dockerfile",
      rank: 5,
      basic: false,
      style: "line",
      command: "stage",
      byCompiler: false,
    },
  ],
  log: "commands",
  output: () => wholeOutput,

  plan(facts: ImageRunFacts) {
    const { config, labels, timeoutMs } = facts;
    const { name, references } = imageNames(facts);
    const chosen = imageSource(facts, name);
    const command = imageCommand(config, chosen, references);
    if ("status" in chosen) return [{ step: chosen, needs: [], command }];
    const { source, platforms, needs } = chosen;
    const attest = attestations(config);
    const step = { type: "build-image" as const, source, platforms, labels, name, attest, timeoutMs, weight: 4 };
    return [{ step, needs, command }];
  },

  judge: (_, outcome, bench: ImageBench) => judgeImage(outcome, bench),
};
