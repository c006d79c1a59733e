import { posix } from "node:path";
import type { Member, Unit } from "../gates/gate.ts";
import { groupBy } from "../group-by.ts";
import type { ModuleFile } from "../model/project.ts";

/** Modules by what Go loads together: those of one go.work, others alone. In the order of their first modules. */
export function unitsOf(members: readonly Member[]): readonly Unit[] {
  const groups = groupBy(members, ({ module }) => module.workspace ?? `alone in ${module.dir}`);
  return [...groups.values()].flatMap((group): readonly Unit[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { workspace } = first.module;
    const dir = workspace === null || group.length === 1 ? first.module.dir : posix.dirname(workspace);
    return [{ dir, workspace, members: group }];
  });
}

/** By module directory: how many of the modules that it requires others require too. */
export function sharedRequirements(modules: readonly ModuleFile[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const { requires } of modules) {
    for (const path of new Set(requires)) uses.set(path, (uses.get(path) ?? 0) + 1);
  }
  const shared = ({ requires }: ModuleFile): number =>
    [...new Set(requires)].reduce((sum, path) => sum + (uses.get(path) ?? 0) - 1, 0);
  return new Map(modules.map((module) => [module.dir, shared(module)]));
}
