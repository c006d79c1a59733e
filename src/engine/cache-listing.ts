/** A file of Go's caches. */
export interface ListedFile {
  /** As in what travels, slashes: `build/…` for GOCACHE, `mod/…` for GOMODCACHE. */
  readonly name: string;
  readonly bytes: number;
  readonly mtimeMs: number;
  /** False for links and whatever else is no directory either: nothing of that kind travels, and it has neither size nor time here. */
  readonly regular: boolean;
}

/** The sum of the sizes of files. */
export function bytesOf(files: readonly ListedFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** What an engine's caches hold, and what of it was there before. Everything that decides which files go on to later runs. */
export interface CacheListing {
  /** In any order. Without `mod/cache/vcs`, which holds git configurations, `build/fuzz`, and what programs keep for themselves. */
  readonly files: readonly ListedFile[];
  /** Texts of the actions' entries of the build cache, in any order; perhaps with others that are none. */
  readonly actions: readonly string[];
  /** When the run began to use the caches, by the clock that stamps the files, milliseconds since 1970. */
  readonly since: number;
  /** How far the times of files may lie before that clock, milliseconds. */
  readonly tickMs: number;
  /** Names of files that came from an earlier run. */
  readonly restored: ReadonlySet<string>;
  /** Names of those among them that the base had. */
  readonly base: ReadonlySet<string>;
}

/** Below the build cache: programs that were compiled for steps, a directory each, and what they keep for themselves. */
export const programsDirectory = "pipeline-programs";

/** Below the build cache: programs of the repository that stages have linked. */
export const linkedDirectory = "pipeline-linked";

/** What no listing holds. */
export const unlisted: readonly string[] = ["build/fuzz", `build/${programsDirectory}/cache`, "mod/cache/vcs"];

/** Whether a file is of a program that was compiled for steps. Whoever runs one sets its time. */
export function isOfProgram(name: string): boolean {
  return program.test(name);
}

const program = new RegExp(`^build/${programsDirectory}/[^/]+@[^/]+/[^/]+$`);

/** Whether a file is a program of the repository that a stage has linked. Whoever uses one sets its time. */
export function isLinked(name: string): boolean {
  return linked.test(name);
}

const linked = new RegExp(`^build/${linkedDirectory}/[0-9a-f]{64}$`);

/** The entry of the build cache that a file belongs to: itself, but for an output that is an executable, which is a directory with one file. null for other files. */
export function entryOf(name: string): string | null {
  return /^build\/[0-9a-f]{2}\/[^/]+-[ad](?=\/|$)/.exec(name)?.[0] ?? null;
}

/** Whether a file is an action's entry. */
export function isAction(name: string): boolean {
  return name.endsWith("-a") && entryOf(name) === name;
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

/** The unpacked module, `mod/path@version`, that a file belongs to; null for others and for what Go keeps beside modules. */
export function treeOf(name: string): string | null {
  return /^mod\/(?!cache\/)(?:[^/]+\/)*?[^/]+@[^/]*(?=\/)/.exec(name)?.[0] ?? null;
}

/** Restored entries are made at least this old: Go sets the time of one that it uses when that is older than an hour (cmd/go/internal/cache: mtimeInterval). */
export const ageMs = 2 * 60 * 60_000;

/** File systems stamp with the time of the last tick; what was there before is hours old. */
export const clockToleranceMs = 2_000;
