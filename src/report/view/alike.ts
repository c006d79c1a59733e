import { groupBy } from "../../group-by.ts";
import { maxToldApart } from "../../model/own-module.ts";
import type { StageResult } from "../../model/report.ts";
import { nameOf } from "../../model/stage-id.ts";

/** Stages of modules that had the same fate for the same reason, the same stages in each of the modules. */
export interface AlikeStages {
  /** Speaks for all of them. */
  readonly first: StageResult;
  /** What the stages are called in each of the modules, `build:linux/amd64`. */
  readonly names: readonly string[];
  /** Their directories. */
  readonly modules: readonly string[];
}

/** The stages of each module that have one status and one reason, and the modules in which these are the same; none of the run's. */
export function alikeStages(stages: readonly StageResult[]): readonly AlikeStages[] {
  const inModules = groupBy(stages, ({ module, status, reason }) => JSON.stringify([module, status, reason]));
  const found = [...inModules.values()].flatMap((group): readonly AlikeStages[] => {
    const [first] = group;
    const module = first?.module ?? null;
    return first === undefined || module === null ? [] : [{ first, names: group.map(nameOf), modules: [module] }];
  });
  const everywhere = groupBy(found, ({ first, names }) => JSON.stringify([first.status, first.reason, names]));
  return [...everywhere.values()].flatMap((group): readonly AlikeStages[] => {
    const [first] = group;
    return first === undefined ? [] : [{ ...first, modules: group.flatMap(({ modules }) => modules).sort() }];
  });
}

/** One after the other where there are few modules. */
export function toldApart(alike: AlikeStages): readonly AlikeStages[] {
  return alike.modules.length > maxToldApart
    ? [alike]
    : alike.modules.map((module) => ({ ...alike, modules: [module] }));
}
