import { posix } from "node:path";
import { groupBy } from "../../group-by.ts";
import type { Blocks, CoveredFile, CoverMode } from "../../model/coverage.ts";
import { FileBlocks } from "./blocks.ts";

/** What the tests of one module covered, also in other modules. */
export interface ModuleProfile {
  /** Directory of the module, relative to the repository. */
  readonly module: string;
  readonly mode: CoverMode | null;
  readonly files: readonly CoveredFile[];
}

/** A file that profiles tell different blocks of. */
export interface Difference {
  /** In the repository; the name in the profiles where it is of none of its modules. */
  readonly path: string;
  /** The module whose profile counts, alone. */
  readonly counted: string;
  readonly others: readonly string[];
}

export interface MergedProfile {
  readonly mode: CoverMode | null;
  /** Sorted by name. */
  readonly files: readonly CoveredFile[];
  readonly differing: readonly Difference[];
}

/** What one module's profile says of one file; several names, where directives give it some. */
interface Part {
  readonly module: string;
  readonly files: readonly CoveredFile[];
}

/**
 * One profile of several, in the order of the plan. A file is what lies at its path, whatever profiles call it. Blocks are added where all profiles
 * have the same of a file; where they differ (another Go, other build tags) only the profile of the module that the file lies in counts, of a file of none of them the first.
 * Of modes, `set` beats the others: what was only set cannot be summed with what was counted.
 * @param modules directories of all modules of the repository
 */
export function mergeProfiles(profiles: readonly ModuleProfile[], modules: readonly string[]): MergedProfile {
  const modes = profiles.map(({ mode }) => mode).filter((mode) => mode !== null);
  const mode = modes.includes("set") ? "set" : (modes[0] ?? null);
  const dirs = new Set(modules);
  const differing: Difference[] = [];
  const files: CoveredFile[] = [];
  for (const [path, [first, ...others]] of partsByFile(profiles)) {
    if (first === undefined) continue;
    const parts = [first, ...others];
    const own = parts.find(({ module }) => module === ownerOf(first, dirs)) ?? first;
    if (others.every((part) => isSame(first, part))) files.push(...summed(own, parts, mode ?? "set"));
    else {
      files.push(...own.files);
      const left = parts.filter((part) => part !== own).map(({ module }) => module);
      differing.push({ path, counted: own.module, others: left });
    }
  }
  return { mode, files: withOwnNames(files), differing };
}

function partsByFile(profiles: readonly ModuleProfile[]): ReadonlyMap<string, readonly Part[]> {
  const found = new Map<string, Part[]>();
  for (const { module, files } of profiles) {
    for (const [path, group] of groupBy(files, identityOf)) {
      const parts = found.get(path);
      if (parts === undefined) found.set(path, [{ module, files: group }]);
      else parts.push({ module, files: group });
    }
  }
  return found;
}

/** Before Go 1.27 the lines of a file with directives are those of another one; where it comes from is the same. */
function identityOf({ origins, path, name }: CoveredFile): string {
  const [origin] = origins;
  return origins.length === 1 && origin !== undefined ? origin : (path ?? name);
}

/** The innermost module that holds the file; null for none. */
function ownerOf({ files: [file] }: Part, modules: ReadonlySet<string>): string | null {
  if (file === undefined || file.path === null) return null;
  let dir = posix.dirname(identityOf(file));
  while (!modules.has(dir)) {
    if (dir === "." || dir === "/") return null;
    dir = posix.dirname(dir);
  }
  return dir;
}

function isSame(one: Part, other: Part): boolean {
  if (one.files.length !== other.files.length) return false;
  const blocks = new Map(other.files.map((file) => [file.name, file.blocks]));
  return one.files.every((file) => hasSameBlocks(file.blocks, blocks.get(file.name)));
}

function hasSameBlocks(some: Blocks, others: Blocks | undefined): boolean {
  if (others === undefined || some.size !== others.size) return false;
  const sum = blocksOf(some);
  for (const block of others) if (!sum.add(block, "set")) return false;
  return sum.size === some.size;
}

function blocksOf(blocks: Blocks): FileBlocks {
  const copy = new FileBlocks();
  for (const block of blocks) copy.add(block, "set");
  return copy;
}

function summed(own: Part, parts: readonly Part[], mode: CoverMode): readonly CoveredFile[] {
  if (parts.length === 1) return own.files;
  return own.files.map((file) => {
    const blocks = new FileBlocks();
    const same = parts.flatMap((part) => part.files.filter(({ name }) => name === file.name));
    for (const found of same) for (const block of found.blocks) blocks.add(block, mode);
    return { ...file, blocks };
  });
}

/** Two modules may have one path, and so may their files: the second is then named by its place, which `go tool cover` understands too. */
function withOwnNames(files: readonly CoveredFile[]): readonly CoveredFile[] {
  const taken = new Map<string, string>();
  const named = files.map((file) => {
    const identity = identityOf(file);
    const first = taken.get(file.name) ?? identity;
    taken.set(file.name, first);
    return first === identity || file.path === null ? file : { ...file, name: `./${file.path}` };
  });
  return named.sort((a, b) => (a.name < b.name ? -1 : 1));
}
