import { type Platform, platformKey } from "../model/platform.ts";
import { isRunnable, type Stage } from "../model/stage.ts";
import type { ExecStep } from "../model/step.ts";

/**
 * Says which stages wait for which on a cold build cache. Go processes that run side by side do not know of each other: two that need the same packages
 * both compile them. Steps that compile for the engine's own platform share most packages, so the lightest of them compiles them and the others follow; other
 * platforms share nothing and go their own ways. With race detection nothing is shared either. Of several modules, the one whose requirements most others
 * share goes first: `shared`, by directory.
 */
export function orderForColdCaches(
  stages: readonly Stage[],
  native: Platform,
  shared: ReadonlyMap<string, number>,
): readonly Stage[] {
  const sharedBy = ({ module }: Stage): number => (module === null ? 0 : (shared.get(module) ?? 0));
  const sharing = stages.flatMap((stage) => {
    const step = execOf(stage);
    return step !== null && sharesPackages(step, native)
      ? [{ id: stage.id, weight: step.weight, shared: sharedBy(stage) }]
      : [];
  });
  const [first] = [...sharing].sort((a, b) => b.shared - a.shared || a.weight - b.weight);
  if (first === undefined) return stages;
  const others = new Set(sharing.map(({ id }) => id).filter((id) => id !== first.id));
  return stages.map((stage) => (others.has(stage.id) ? { ...stage, after: [first.id] } : stage));
}

function execOf({ step }: Stage): ExecStep | null {
  return isRunnable(step) && step.type === "exec" ? step : null;
}

function sharesPackages({ compiles }: ExecStep, native: Platform): boolean {
  return compiles !== null && !compiles.race && platformKey(compiles.platform) === platformKey(native);
}

/**
 * Which of the stages that could start should, when there is not room for all: greater goes first. What others wait for, then what takes longest, so that
 * the end of the run is not one long stage alone.
 */
export function priorityOf(stage: Stage, stages: readonly Stage[], cold: boolean): number {
  const awaited = stages.some(({ needs, after }) => needs.includes(stage.id) || (cold && after.includes(stage.id)));
  return (isRunnable(stage.step) ? stage.step.weight : 0) + (awaited ? 5 : 0);
}
