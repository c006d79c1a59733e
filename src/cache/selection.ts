import type { CacheListing, ListedFile } from "../engine/cache-listing.ts";
import { selectEntries } from "./entries.ts";
import { selectModules } from "./modules.ts";

/** Decides which files of an engine's caches go on to later runs. */
export type SelectionRule = (listing: CacheListing) => CacheSelection;

/** Bytes before compression. */
export interface CacheSelection {
  /** Names of the files in order; empty when packing and sending them does not pay. */
  readonly names: readonly string[];
  readonly bytes: number;
  /** Bytes among them that no earlier run left. */
  readonly newBytes: number;
  /** Left behind because of the cap. */
  readonly droppedBytes: number;
}

/** What decides which files a run used. */
export interface RunUse {
  /** Go version that the run used, `go1.26.8`. */
  readonly goVersion: string;
  /** Texts of all go.sum files: modules that they do not name are left behind. */
  readonly sums: readonly string[];
  /** Also keep what was restored and not used: some stages did not run this time. */
  readonly keepUnused: boolean;
}

/** Bytes before compression that caches of one run may have; about a quarter of it is what travels and counts against the repository's 10 GB. */
const defaultCapBytes = 2 * 1024 ** 3;

/** Below this share of new bytes the next run is better off compiling them again than this one is with saving everything. */
const minNewShare = 0.05;

/** Everything that the run used, when enough of it is new. */
export function usedFiles({ goVersion, sums, keepUnused }: RunUse, capBytes = defaultCapBytes): SelectionRule {
  return (listing) => {
    const modules = selectModules(listing, sums, goVersion);
    const build = selectEntries(listing, keepUnused, capBytes - modules.bytes);
    const bytes = build.bytes + modules.bytes;
    const newBytes = build.newBytes + modules.newBytes;
    const pays = newBytes > 0 && newBytes >= bytes * minNewShare;
    const names = pays ? [...build.files, ...modules.files].map(nameOf).sort() : [];
    return { names, bytes, newBytes, droppedBytes: build.droppedBytes };
  };
}

/** What an archive must not hold is never left out in silence: a module without a file of it is broken. */
function nameOf({ name, regular }: ListedFile): string {
  if (!regular) throw new Error(`${name} is neither a file nor a directory`);
  return name;
}
