import type { Module, Project } from "./project.ts";
import type { StageId, StageKey } from "./stage.ts";

/** More modules than these are told as one where all is the same in them. */
export const maxToldApart = 10;

/**
 * The module whose stage it is alone; null for a stage of the run, and for one of a go.work, which stages of other modules need. `needs` by stage id, as
 * planned; `modules` are the directories of those that are checked.
 */
export function ownModules(
  stages: readonly (Pick<StageKey, "module"> & { readonly id: StageId })[],
  modules: readonly string[],
  needs: ReadonlyMap<StageId, readonly StageId[]>,
): (stage: { readonly id: StageId; readonly module: string | null }) => string | null {
  const checked = new Set(modules);
  const owners = new Map(stages.map(({ id, module }) => [id, module]));
  const shared = new Set<StageId>();
  for (const { id, module } of stages) {
    if (module === null) continue;
    for (const need of needs.get(id) ?? []) if (owners.get(need) !== module) shared.add(need);
  }
  return ({ id, module }) => (module !== null && checked.has(module) && !shared.has(id) ? module : null);
}

/** The module that products of the run as a whole are of: the only one, or the one in the working directory. */
export function moduleOfRun<M extends { readonly dir: string }>(
  modules: readonly M[],
  directory: string,
): M | undefined {
  return modules.length === 1 ? modules[0] : modules.find(({ dir }) => dir === directory);
}

/** A module of the run by its directory, or the directory where there is none of the kind. */
export function placeOfModule({ modules }: Pick<Project, "modules">, dir: string): Pick<Module, "dir" | "path"> {
  return modules.find((module) => module.dir === dir) ?? { dir, path: null };
}

/** That module, or the working directory where there is none of the kind. */
export function placeOfRun({
  modules,
  directory,
}: Pick<Project, "modules" | "directory">): Pick<Module, "dir" | "path"> {
  return moduleOfRun(modules, directory) ?? { dir: directory, path: null };
}
