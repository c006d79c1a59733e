import { wholeOutput } from "../model/finding.ts";
import { platformKey } from "../model/platform.ts";
import { isRunnable, type NotRun, type Stage } from "../model/stage.ts";
import type { RunGate, StepDraft } from "./gate.ts";
import { smokeCommand } from "./image/commands.ts";
import { type ImageBench, type ImageRunFacts, smokeInputs } from "./image/inputs.ts";
import { judgeImage } from "./image/judge.ts";
import { dockerToggle, imageNames, plannedImage, unmade } from "./image/plan.ts";

/** The image answers its smoke test. */
export const smoke: RunGate<typeof smokeInputs> = {
  name: "smoke",
  scope: "run",
  input: "docker",
  inputs: smokeInputs,
  group: "Image",
  toggle: dockerToggle,
  findings: [
    { source: "smoke", title: "Smoke test", rank: 6, basic: false, style: "line", command: "stage", byCompiler: false },
  ],
  log: "commands",
  output: () => wholeOutput,

  plan(facts: ImageRunFacts) {
    const image = plannedImage(facts);
    const step = unmade(image) ?? foreign(facts, image) ?? smokeStep(facts);
    const command = smokeCommand(facts.config, image, imageNames(facts).references);
    return [{ step, needs: [image.id], command }];
  },

  judge: (_, outcome, bench: ImageBench) => judgeImage(outcome, bench),
};

function smokeStep({ config, timeoutMs }: ImageRunFacts): StepDraft {
  const { smokePort: port, smokePath: path, smokeStatus: statuses } = config;
  return {
    type: "test-image",
    command: config.smokeCommand,
    commandGiven: config.smokeCommand.length > 0,
    output: config.smokeOutput,
    probe: port === null ? null : { port, path, statuses },
    limitMs: config.smokeTimeout,
    timeoutMs,
    weight: 4,
  };
}

/** An image that is not for this machine's processor is not run: emulation would test the emulator. */
function foreign({ inspection }: ImageRunFacts, { step }: Stage): NotRun | null {
  if (!isRunnable(step) || step.type !== "build-image" || step.platforms.length === 0) return null;
  const { arch } = inspection.native;
  if (step.platforms.some((platform) => platform.os === "linux" && platform.arch === arch)) return null;
  const list = step.platforms.map(platformKey).join(", ");
  return { status: "skipped", reason: `${list}: built, not run (this machine is ${arch})` };
}
