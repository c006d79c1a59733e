import type { ReleaseOccasion } from "../model/release.ts";
import { isRunnable, type Plan, type Stage, type StageId } from "../model/stage.ts";
import { pushesImage } from "../model/step.ts";

/** The stages of a plan, by when they run. */
export interface Phases {
  readonly first: readonly Stage[];
  /** With a release: what pushes images, and what waits for that. It runs when the draft holds everything. */
  readonly pushing: readonly Stage[];
  /** What deploys. */
  readonly last: readonly Stage[];
}

export function phasesOf({ stages }: Plan, occasion: ReleaseOccasion | null): Phases {
  const last = stages.filter((stage) => stage.last === true);
  const others = stages.filter((stage) => stage.last !== true);
  if (occasion === null || "skipped" in occasion) return { first: others, pushing: [], last };
  const held = heldBack(others);
  return {
    first: others.filter(({ id }) => !held.has(id)),
    pushing: others.filter(({ id }) => held.has(id)),
    last,
  };
}

/** What pushes, and all that needs it, near or far. */
function heldBack(stages: readonly Stage[]): ReadonlySet<StageId> {
  const held = new Set(stages.filter(pushes).map(({ id }) => id));
  for (let before = -1; before < held.size; ) {
    before = held.size;
    for (const { id, needs } of stages) if (needs.some((need) => held.has(need))) held.add(id);
  }
  return held;
}

function pushes({ step }: Stage): boolean {
  return isRunnable(step) && step.type === "deliver-image" && pushesImage(step.outputs);
}
