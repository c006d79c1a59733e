import { type CacheListing, type ListedFile, treeOf } from "../engine/cache-listing.ts";
import type { CacheUnit } from "./units.ts";

export interface UsedModules {
  /** Unpacked modules: Go takes a part of one for all of it. */
  readonly trees: readonly CacheUnit[];
  /** What Go wants to know of them. It is asked for again with every run. */
  readonly facts: readonly ListedFile[];
}

/**
 * Unpacked modules that go.sum files name, with what Go wants to know of them, and the toolchain that ran. Archives stay behind: Go reads them only to unpack.
 */
export function usedModules(listing: CacheListing, sums: readonly string[], goVersion: string): UsedModules {
  const { trees, mods } = moduleVersions(sums);
  const isIn = (versions: ReadonlySet<string>, version: string): boolean =>
    versions.has(version) || isToolchainInUse(version, goVersion);
  const filesOf = new Map<string, ListedFile[]>();
  const facts: ListedFile[] = [];
  for (const file of listing.files) {
    if (!file.name.startsWith("mod/")) continue;
    const path = file.name.slice("mod/".length);
    const [tree, download] = [treeOf(file.name)?.slice("mod/".length) ?? null, downloadOf(path)];
    if (tree !== null && isIn(trees, tree)) {
      const files = filesOf.get(tree) ?? [];
      files.push(file);
      filesOf.set(tree, files);
    } else if (download !== null && isIn(mods, download)) facts.push(file);
    else if (path.startsWith("cache/download/sumdb/")) facts.push(file);
  }
  return { trees: [...filesOf].map(([name, files]) => ({ name, files })), facts };
}

/** The module versions that go.sum files name, as the module cache writes them. */
export interface ModuleVersions {
  /** `path@version` of modules whose files are needed. */
  readonly trees: ReadonlySet<string>;
  /** The same of those whose go.mod files are needed, a superset. */
  readonly mods: ReadonlySet<string>;
}

/** Reads go.sum and go.work.sum files: lines `path version hash` and `path version/go.mod hash` (https://go.dev/ref/mod#go-sum-files). */
export function moduleVersions(sums: readonly string[]): ModuleVersions {
  const trees = new Set<string>();
  const mods = new Set<string>();
  for (const line of sums.flatMap((text) => text.split(/\r?\n/))) {
    const [path = "", version = "", hash = ""] = line.trim().split(/\s+/);
    if (hash === "") continue;
    const name = `${escapePath(path)}@${escapePath(version.replace(/\/go\.mod$/, ""))}`;
    mods.add(name);
    if (!version.endsWith("/go.mod")) trees.add(name);
  }
  return { trees, mods };
}

/** Capitals become `!` and the small letter, for file systems that know only one of them (https://go.dev/ref/mod#module-cache). */
function escapePath(path: string): string {
  return path.replaceAll(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}

/** True for the toolchain that the go command downloaded as a module and the run used: `golang.org/toolchain@v0.0.1-go1.27.0.linux-amd64`. */
export function isToolchainInUse(name: string, goVersion: string): boolean {
  const prefix = `golang.org/toolchain@v0.0.1-${goVersion}.`;
  return name.startsWith(prefix) && /^[a-z]/.test(name.slice(prefix.length));
}

/** The module version that a file of the module cache is about, null for what is no go.mod, no information and no hash. */
export function downloadOf(path: string): string | null {
  const match = /^cache\/download\/(.+)\/@v\/(.+)\.(?:info|mod|ziphash)$/.exec(path);
  return match === null ? null : `${match[1]}@${match[2]}`;
}
