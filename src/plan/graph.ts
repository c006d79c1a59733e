import type { Stage, StageId } from "../model/stage.ts";

/**
 * Checks that stage ids are unique, that every need exists and that there is no circle. A violation is a bug of the planner, so it throws a plain Error.
 */
export function checkGraph(stages: readonly Stage[]): void {
  const byId = new Map(stages.map((stage) => [stage.id, stage]));
  if (byId.size !== stages.length) throw new Error("plan: two stages have the same id");
  const done = new Set<StageId>();
  const visit = (id: StageId, path: readonly StageId[]): void => {
    if (done.has(id)) return;
    if (path.includes(id)) throw new Error(`plan: circle ${[...path, id].join(" -> ")}`);
    const stage = byId.get(id);
    if (stage === undefined) throw new Error(`plan: ${path.at(-1)} needs ${id}, which does not exist`);
    for (const need of [...stage.needs, ...stage.after]) visit(need, [...path, id]);
    done.add(id);
  };
  for (const stage of stages) visit(stage.id, []);
}

/** What each stage needs, by id. */
export function needsOf(stages: readonly Stage[]): ReadonlyMap<StageId, readonly StageId[]> {
  return new Map(stages.map(({ id, needs }) => [id, needs]));
}
