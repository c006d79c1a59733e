import type { StepOutcome } from "../../src/model/outcome.ts";
import type { StageResult } from "../../src/model/report.ts";
import type { Stage, StageId, StageKey } from "../../src/model/stage.ts";
import { execStep } from "./steps.ts";

/** What an id says of a stage in the repository's root: `build:linux/amd64` is of the gate `build`. */
function keyOf(id: StageId): StageKey {
  const [gate = id, ...variant] = id.split(":");
  return { gate, module: ".", variant: variant.length === 0 ? null : variant.join(":") };
}

/** A stage whose step executes nothing. */
export function makeStage(id: StageId, over: Partial<Stage> = {}): Stage {
  return {
    ...keyOf(id),
    id,
    warnOnly: false,
    needs: [],
    after: [],
    step: execStep({ stage: id }),
    failure: null,
    binaries: [],
    command: `run ${id}`,
    ...over,
  };
}

/** A stage that passed at once, as reports tell it. */
export function makeStageResult(id: StageId, over: Partial<StageResult> = {}): StageResult {
  return {
    ...keyOf(id),
    id,
    status: "passed",
    startedAt: null,
    durationMs: 0,
    cached: false,
    reason: null,
    findings: [],
    command: "",
    ...over,
  };
}

/** What an engine says of a step that ended at once. */
export function makeOutcome(stage: StageId, over: Partial<StepOutcome> = {}): StepOutcome {
  return {
    stage,
    end: "exited",
    problem: null,
    startedAt: new Date(0),
    durationMs: 0,
    cached: false,
    commands: [],
    resultDir: "",
    image: null,
    ...over,
  };
}
