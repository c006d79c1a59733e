import { type CacheListing, entryOf, type ListedFile } from "../engine/cache-listing.ts";

/** An entry of Go's build cache, `build/5a/5a…-a` for what an action led to, `build/5a/5a…-d` for an output. */
interface BuildEntry {
  readonly name: string;
  /** One, but for an output that is an executable: that is a directory. */
  readonly files: ListedFile[];
  bytes: number;
}

/** An action's entry and its output's. */
interface Result {
  readonly entries: readonly [action: BuildEntry, output: BuildEntry];
  readonly bytes: number;
}

export interface SelectedEntries {
  readonly files: readonly ListedFile[];
  readonly bytes: number;
  /** Bytes among them that were not restored: what this run compiled. */
  readonly newBytes: number;
  /** Bytes that a run would keep but for the cap. */
  readonly droppedBytes: number;
}

/**
 * What is worth keeping of the build cache: actions that the run used, each with its output. Go looks outputs up by their actions, and need not touch the output
 * of an action it only asked about, so outputs are kept by reference and not by time. Above the cap the largest outputs are left out: for the
 * same bytes more packages stay compiled.
 */
export function selectEntries(listing: CacheListing, keepUnused: boolean, capBytes: number): SelectedEntries {
  const chosen = new Set<BuildEntry>();
  const dropped = new Set<BuildEntry>();
  let bytes = 0;
  for (const { entries } of resultsInUse(listing, keepUnused)) {
    // Several actions may have one output.
    const added = entries.filter((entry) => !chosen.has(entry));
    const fits = bytes + bytesOf(added) <= capBytes;
    if (fits) bytes += bytesOf(added);
    for (const entry of added) (fits ? chosen : dropped).add(entry);
  }
  const files = [...chosen].flatMap((entry) => entry.files);
  const newBytes = bytesOf(files.filter(({ name }) => !listing.restored.has(name)));
  return { files, bytes, newBytes, droppedBytes: bytesOf([...dropped]) };
}

/** The smallest first. An action whose output is not there is of no use to anybody. */
function resultsInUse(listing: CacheListing, keepUnused: boolean): readonly Result[] {
  const { actions, since, restored } = listing;
  const entries = entriesOf(listing.files);
  const results: Result[] = [];
  for (const [name, outputName] of new Map(actions.map(resultOf).filter((names) => names !== null))) {
    const [action, output] = [entries.get(name), entries.get(outputName)];
    if (action === undefined || output === undefined) continue;
    const used = action.files.some(({ mtimeMs }) => mtimeMs >= since);
    if (used || (keepUnused && restored.has(name)))
      results.push({ entries: [action, output], bytes: action.bytes + output.bytes });
  }
  return results.sort((a, b) => a.bytes - b.bytes || (a.entries[0].name < b.entries[0].name ? -1 : 1));
}

function entriesOf(files: readonly ListedFile[]): ReadonlyMap<string, BuildEntry> {
  const entries = new Map<string, BuildEntry>();
  for (const file of files) {
    const name = entryOf(file.name);
    if (name === null) continue;
    const entry = entries.get(name) ?? { name, files: [], bytes: 0 };
    entry.files.push(file);
    entry.bytes += file.bytes;
    entries.set(name, entry);
  }
  return entries;
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

function bytesOf(items: readonly { readonly bytes: number }[]): number {
  return items.reduce((sum, { bytes }) => sum + bytes, 0);
}
