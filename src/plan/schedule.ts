import { type Platform, platformKey } from "../model/platform.ts";
import { isRunnable, type Stage, type StageId } from "../model/stage.ts";

/**
 * Says which stages wait for which on a cold build cache. Go processes that run side by side do not know of each other: two that need the same packages
 * both compile them. Stages for the engine's own platform share most packages, so the first of vet, build and test compiles them and the others follow; other
 * platforms share nothing and go their own ways. With race detection tests share nothing either.
 */
export function orderForColdCaches(stages: readonly Stage[], native: Platform): readonly Stage[] {
  const build: StageId = `build:${platformKey(native)}`;
  const sharing = stages.filter((stage) => {
    if (!isRunnable(stage.step) || stage.step.type !== "exec") return false;
    if (stage.kind === "test") return !stage.step.commands.some(({ args }) => args.includes("-race"));
    return stage.kind === "vet" || stage.id === build;
  });
  const places: readonly StageId[] = ["vet", build, "test"];
  const [first] = sharing.sort((a, b) => places.indexOf(a.id) - places.indexOf(b.id));
  if (first === undefined) return stages;
  return stages.map((stage) => (sharing.includes(stage) && stage !== first ? { ...stage, after: [first.id] } : stage));
}

/**
 * Which of the stages that could start should, when there is not room for all: greater goes first. What others wait for, then what takes longest, so that
 * the end of the run is not one long stage alone: tests run programs, builds link, vet does neither.
 */
export function priorityOf(stage: Stage, stages: readonly Stage[], cold: boolean): number {
  const awaited = stages.some(({ needs, after }) => needs.includes(stage.id) || (cold && after.includes(stage.id)));
  return (
    { deps: 0, format: 6, vet: 1, test: 3, build: 2, image: 4, smoke: 4, deliver: 4 }[stage.kind] + (awaited ? 5 : 0)
  );
}
