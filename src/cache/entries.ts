import { type CacheListing, entryOf, resultOf } from "../engine/cache-listing.ts";
import { groupBy } from "../group-by.ts";
import type { CacheUnit } from "./units.ts";

/**
 * What is of use of the build cache: actions that the run used, each with its output, which several may share. Go looks outputs up by their actions, and need not
 * touch the output of an action it only asked about, so outputs are kept by reference and not by time. An action whose output is not there is of no use to anybody.
 */
export function buildUnits({ files, actions, since, restored }: CacheListing, keepUnused: boolean): CacheUnit[] {
  // One file each, but for an output that is an executable, which is a directory.
  const entries = groupBy(files, ({ name }) => entryOf(name));
  const units: CacheUnit[] = [];
  for (const [name, outputName] of new Map(actions.map(resultOf).filter((names) => names !== null))) {
    const [action, output] = [entries.get(name), entries.get(outputName)];
    if (action === undefined || output === undefined) continue;
    const used = action.some(({ mtimeMs }) => mtimeMs >= since);
    if (used || (keepUnused && restored.has(name))) units.push({ name, files: [...action, ...output] });
  }
  return units;
}
