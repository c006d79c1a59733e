import type { Stage, StageId } from "../model/stage.ts";

/**
 * For stages that run alone, and those that wait for one: the stages whose end they wait for beside what they need. One that runs alone waits for all that do not
 * lead back to such a stage; what needs one waits for all of them.
 */
export function waitsForAlone(stages: readonly Stage[]): ReadonlyMap<StageId, readonly StageId[]> {
  const alone = stages.filter((stage) => stage.alone === true).map(({ id }) => id);
  if (alone.length === 0) return new Map();
  const later = ledToBy(alone, stages);
  const before = stages.map(({ id }) => id).filter((id) => !later.has(id));
  return new Map([...later].map((id) => [id, alone.includes(id) ? before : alone]));
}

/** Some stages, and all that need one of them by however many steps. */
function ledToBy(first: readonly StageId[], stages: readonly Stage[]): ReadonlySet<StageId> {
  const found = new Set(first);
  for (let before = 0; before < found.size; ) {
    before = found.size;
    for (const { id, needs } of stages) if (needs.some((need) => found.has(need))) found.add(id);
  }
  return found;
}
