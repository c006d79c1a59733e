import type { PlannedStep } from "../../src/engine/engine.ts";
import type { StageId } from "../../src/model/stage.ts";
import type { DeliverStep, ExecStep, ImageStep, SmokeStep } from "../../src/model/step.ts";

/** Steps with as little to do as there can be, and what a test cares about laid over them. */

export function execStep(over: Partial<ExecStep> = {}): ExecStep {
  return {
    type: "exec",
    stage: "vet",
    module: ".",
    commands: [],
    program: null,
    stopAtFirstFailure: true,
    passes: "exit-zero",
    leaves: [],
    lfCopies: [],
    timeoutMs: 60_000,
    gets: { logins: false, testEnv: false },
    atLimit: "terminate",
    compiles: null,
    reuse: "by-sources",
    weight: 0,
    ...over,
  };
}

export function imageStep(over: Partial<ImageStep> = {}): ImageStep {
  return {
    type: "build-image",
    stage: "image",
    source: {
      type: "dockerfile",
      context: ".",
      dockerfile: "Dockerfile",
      target: null,
      buildArgs: [],
      secretIds: [],
    },
    platforms: [],
    labels: [],
    name: "app",
    attest: null,
    timeoutMs: 60_000,
    weight: 0,
    ...over,
  };
}

export function smokeStep(over: Partial<SmokeStep> = {}): SmokeStep {
  return {
    type: "test-image",
    stage: "smoke",
    command: [],
    commandGiven: false,
    output: null,
    probe: null,
    limitMs: 30_000,
    timeoutMs: 60_000,
    weight: 0,
    ...over,
  };
}

export function deliverStep(over: Partial<DeliverStep> = {}): DeliverStep {
  return {
    type: "deliver-image",
    stage: "deliver",
    outputs: "default",
    name: "app",
    tags: [],
    timeoutMs: 60_000,
    weight: 0,
    ...over,
  };
}

/** A step with a directory for its files. */
export function plannedStep<Planned extends PlannedStep["step"]>(
  step: Planned,
  resultDir = "/r",
): PlannedStep & { readonly step: Planned } {
  return { step, resultDir };
}

/** What steps of these names get when the gates plan them: logins where modules are fetched, variables where tests run. */
export function getsOf(stage: StageId): ExecStep["gets"] {
  return { logins: stage === "deps", testEnv: stage === "test" };
}

/** When steps of these names have passed, as the gates plan it: some tools list what they find and exit with 0. */
export function passesOf(stage: StageId): ExecStep["passes"] {
  return stage === "deps" || stage === "format" ? "exit-zero-and-silent" : "exit-zero";
}

/** Whether results of steps of these names stand for later ones, as the gates plan it. */
export function reuseOf(stage: StageId): ExecStep["reuse"] {
  if (stage === "deps" || stage === "test") return "by-tool";
  return stage === "vet" ? "by-go-sources" : "by-sources";
}
