import { type CacheListing, entryOf } from "../engine/cache-listing.ts";
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

/**
 * The names of an action's entry and of its output's, as the action's text says: `v1 <action> <output> <size> <time>`, hashes as 64 hex digits; Go takes an entry
 * under another name for none (cmd/go/internal/cache, Cache.get). null for anything else.
 */
export function resultOf(text: string): readonly [action: string, output: string] | null {
  const [, action, output] = /^v1 ([0-9a-f]{64}) ([0-9a-f]{64}) /.exec(text) ?? [];
  return action === undefined || output === undefined ? null : [entryName(action, "a"), entryName(output, "d")];
}

function entryName(id: string, kind: "a" | "d"): string {
  return `build/${id.slice(0, 2)}/${id}-${kind}`;
}
