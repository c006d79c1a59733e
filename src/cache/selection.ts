import {
  bytesOf,
  type CacheListing,
  clockToleranceMs,
  entryOf,
  isLinked,
  isOfProgram,
  type ListedFile,
} from "../engine/cache-listing.ts";
import type { CachePart } from "../engine/engine.ts";
import { buildUnits } from "./entries.ts";
import { usedModules } from "./modules.ts";
import type { CacheUnit } from "./units.ts";

/** Bytes before compression. */
export interface CacheSelection {
  /** Names of the files in order; empty when nothing is new. */
  readonly names: readonly string[];
  readonly bytes: number;
  /** Bytes among them that no earlier run left and that stages made. */
  readonly newBytes: number;
  /** Left behind because of the cap. */
  readonly droppedBytes: number;
}

/** What decides which files a run used, and which of them go on. */
export interface RunUse {
  /** A delta leaves out what the base has. */
  readonly part: CachePart;
  /** Go version that the run used, `go1.26.8`. */
  readonly goVersion: string;
  /** Texts of all go.sum files: modules that they do not name are left behind. */
  readonly sums: readonly string[];
  /** Also keep what was restored and not used: some stages did not run this time. */
  readonly keepUnused: boolean;
  /**
   * From the restoring to the first stage, milliseconds. What Go adds to its build cache before is an index of each package of ours by the times of its files
   * (cmd/go/internal/modindex, dirHash; Go 1.26): no other checkout finds it, so it is no reason to save anything.
   */
  readonly stagesAfterMs: number;
}

const mebibyte = 1024 ** 2;

/** Bytes before compression; about a quarter of it is what travels and counts against the repository's 10 GB. */
const defaultCaps: Readonly<Record<CachePart, number>> = { base: 2048 * mebibyte, delta: 64 * mebibyte };

/**
 * The files of an engine's caches that go on to later runs. Above the cap the largest units are left out: for the same bytes more packages stay compiled, and results
 * of tests, which are the smallest, stay longest.
 */
export function usedFiles(listing: CacheListing, use: RunUse, capBytes = defaultCaps[use.part]): CacheSelection {
  const without = use.part === "delta" ? listing.base : new Set<string>();
  const beyond = (files: readonly ListedFile[]): readonly ListedFile[] =>
    files.filter(({ name }) => !without.has(name));
  const modules = usedModules(listing, use.sums, use.goVersion);
  const facts = beyond(modules.facts);
  const programs = beyond(usedPrograms(listing, use.keepUnused));
  const units = [...buildUnits(listing, use.keepUnused), ...usedLinked(listing, use.keepUnused), ...modules.trees]
    .map(({ name, files }) => sized({ name, files: beyond(files) }))
    .sort((a, b) => a.total - b.total || (a.name < b.name ? -1 : 1));
  const { chosen, droppedBytes } = fill(units, capBytes - bytesOf(facts));
  const stagesAt = listing.since + clockToleranceMs + use.stagesAfterMs - listing.tickMs;
  const isNew = ({ name, mtimeMs }: ListedFile): boolean =>
    !listing.restored.has(name) && (entryOf(name) === null || mtimeMs >= stagesAt);
  const newBytes = bytesOf([...chosen, ...programs].filter(isNew));
  const files = [...chosen, ...facts, ...programs];
  return { names: newBytes === 0 ? [] : files.map(nameOf).sort(), bytes: bytesOf(files), newBytes, droppedBytes };
}

/** Programs come on top of the cap: there are few, and each saves the minutes in which it was compiled. */
function usedPrograms(listing: CacheListing, keepUnused: boolean): readonly ListedFile[] {
  return listing.files.filter((file) => isOfProgram(file.name) && isUsed(file, listing, keepUnused));
}

/** Those of the repository save the seconds in which they were linked. */
function usedLinked(listing: CacheListing, keepUnused: boolean): readonly CacheUnit[] {
  const linked = listing.files.filter((file) => isLinked(file.name) && isUsed(file, listing, keepUnused));
  return linked.map((file) => ({ name: file.name, files: [file] }));
}

function isUsed({ name, mtimeMs }: ListedFile, { since, restored }: CacheListing, keepUnused: boolean): boolean {
  return mtimeMs >= since || (keepUnused && restored.has(name));
}

function fill(
  units: readonly CacheUnit[],
  room: number,
): { readonly chosen: readonly ListedFile[]; readonly droppedBytes: number } {
  const chosen = new Set<ListedFile>();
  const dropped = new Set<ListedFile>();
  let left = room;
  for (const { files } of units) {
    // Units may share files.
    const added = files.filter((file) => !chosen.has(file));
    const bytes = bytesOf(added);
    const fits = bytes <= left;
    if (fits) left -= bytes;
    for (const file of added) (fits ? chosen : dropped).add(file);
  }
  return { chosen: [...chosen], droppedBytes: bytesOf([...dropped].filter((file) => !chosen.has(file))) };
}

function sized(unit: CacheUnit): CacheUnit & { readonly total: number } {
  return { ...unit, total: bytesOf(unit.files) };
}

/** What an archive must not hold is never left out in silence: a module without a file of it is broken. */
function nameOf({ name, regular }: ListedFile): string {
  if (!regular) throw new Error(`${name} is neither a file nor a directory`);
  return name;
}
