/** A file of Go's build cache. */
export interface Entry {
  /** Relative to the cache, slashes: `5a/5a…-a` for what an action led to, `5a/5a…-d` for an output. */
  readonly name: string;
  readonly bytes: number;
  /** Go sets it when it uses an entry whose time is older than an hour (cmd/go/internal/cache: mtimeInterval). */
  readonly mtimeMs: number;
}

/** Restored files are made this old, so that Go marks each one it uses. */
export const ageMs = 2 * 60 * 60_000;

export interface Selection {
  /** Names of the entries to keep. */
  readonly names: readonly string[];
  readonly bytes: number;
  /** Bytes among them that were not restored: what this run compiled. */
  readonly newBytes: number;
  /** Bytes that a run would keep but for the cap. */
  readonly droppedBytes: number;
}

export interface SelectionRequest {
  readonly entries: readonly Entry[];
  /** By the name of an action's entry, the name of its output; without those that cannot be read. */
  readonly outputs: ReadonlyMap<string, string>;
  /** When the run began to use the cache, milliseconds since 1970. */
  readonly since: number;
  readonly restored: ReadonlySet<string>;
  /** Also keep what was restored and not used: some stages did not run this time. */
  readonly keepUnused: boolean;
  readonly capBytes: number;
}

interface Pair {
  readonly names: readonly string[];
  readonly bytes: number;
  readonly newBytes: number;
}

/**
 * What is worth keeping: actions that the run used, each with its output. Go looks outputs up by their actions, and need not touch the output of an action it
 * only asked about, so outputs are kept by reference and not by time. Above the cap the largest outputs are left out: for the
 * same bytes more packages stay compiled.
 */
export function selectEntries(request: SelectionRequest): Selection {
  const { entries, since, restored, keepUnused, capBytes } = request;
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const wanted = entries.filter(
    ({ name, mtimeMs }) => name.endsWith("-a") && (mtimeMs >= since || (keepUnused && restored.has(name))),
  );
  const pairs = wanted
    .map((action) => pairOf(action, byName, request))
    .filter((pair) => pair !== null)
    .sort((a, b) => a.bytes - b.bytes);
  const names = new Set<string>();
  const sums = { bytes: 0, newBytes: 0, droppedBytes: 0 };
  for (const pair of pairs) {
    if (sums.bytes + pair.bytes > capBytes) sums.droppedBytes += pair.bytes;
    else {
      for (const name of pair.names) names.add(name);
      sums.bytes += pair.bytes;
      sums.newBytes += pair.newBytes;
    }
  }
  return { names: [...names], ...sums };
}

/** An action whose output is not there is of no use to anybody. */
function pairOf(
  action: Entry,
  byName: ReadonlyMap<string, Entry>,
  { outputs, restored }: SelectionRequest,
): Pair | null {
  const output = byName.get(outputs.get(action.name) ?? "");
  if (output === undefined) return null;
  const both = [action, output];
  const sum = (some: readonly Entry[]): number => some.reduce((total, { bytes }) => total + bytes, 0);
  return {
    names: both.map(({ name }) => name),
    bytes: sum(both),
    newBytes: sum(both.filter(({ name }) => !restored.has(name))),
  };
}

/**
 * The output that an action's entry names: `v1 <action> <output> <size> <time>`, hashes as 64 hex digits (cmd/go/internal/cache, Cache.get). null for anything
 * else.
 */
export function outputOf(text: string): string | null {
  const id = /^v1 [0-9a-f]{64} ([0-9a-f]{64}) /.exec(text)?.[1];
  return id === undefined ? null : `${id.slice(0, 2)}/${id}-d`;
}
