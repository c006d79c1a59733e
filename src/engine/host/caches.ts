import { mkdir, rm, stat, writeFile } from "node:fs/promises";
import { uptime } from "node:os";
import { join } from "node:path";
import { ifThere } from "../../errors.ts";
import { effectiveGo } from "../../project/go-version.ts";
import { ageMs, type Selection, selectEntries } from "../caches/entries.ts";
import { downloadOf, isToolchainInUse, type ModuleVersions, moduleVersions } from "../caches/modules.ts";
import { capBytes, isWorthSaving } from "../caches/worth.ts";
import type { CacheState, EngineCaches, Taken, TakeRule } from "../engine.ts";
import {
  age,
  filesOfEntries,
  linkFiles,
  listEntries,
  moduleTrees,
  namesIn,
  readOutputs,
  regularFiles,
  sumOf,
} from "./cache-files.ts";
import { mergeTree } from "./merge-tree.ts";

export interface HostCacheOptions {
  /** What `go env` says on this machine, whatever go.mod asks for; throws when there is no usable Go. */
  readonly goEnv: (names: readonly string[], signal: AbortSignal) => Promise<Readonly<Record<string, string>>>;
  /** By the modules' own lines: the go command switches to it. */
  readonly wantedGo: string | null;
  /** The machine was made for this job and is thrown away after it. */
  readonly fresh: boolean;
  /** Absolute; lives as long as the job where the machine is fresh. */
  readonly jobTemp: string;
}

/** GOCACHE and GOMODCACHE of this machine. In what travels they are `build` and `mod`. */
export function createHostCaches(options: HostCacheOptions): EngineCaches {
  return new HostCaches(options);
}

/** Left in the job's directory for temporary files: what is in the caches came from us, or from steps of this job. */
const marker = "go-pipeline-caches.restored";

class HostCaches implements EngineCaches {
  readonly #options: HostCacheOptions;
  #gocache = "";
  #gomodcache = "";
  #restored: { readonly entries: ReadonlySet<string>; readonly trees: ReadonlySet<string> } = none;
  #since = 0;

  constructor(options: HostCacheOptions) {
    this.#options = options;
  }

  async state(signal: AbortSignal): Promise<CacheState> {
    const names = ["GOCACHE", "GOMODCACHE", "GOVERSION", "GOCACHEPROG"];
    const {
      GOCACHE = "",
      GOMODCACHE = "",
      GOVERSION = "",
      GOCACHEPROG = "",
    } = await this.#options.goEnv(names, signal);
    this.#gocache = GOCACHE;
    this.#gomodcache = GOMODCACHE;
    return {
      os: process.platform,
      toolchain: effectiveGo(GOVERSION, this.#options.wantedGo),
      kept: GOCACHEPROG === "" ? await this.#kept() : "GOCACHEPROG keeps the build cache",
    };
  }

  /** Caches that outlive the job, or that an earlier step has restored: a file that is older than the machine came with an archive. */
  async #kept(): Promise<string | null> {
    const entries = await listEntries(this.#gocache);
    if (entries.length === 0) return null;
    if (!this.#options.fresh) return "this machine keeps its build cache";
    if ((await namesIn(this.#options.jobTemp)).includes(marker)) return null;
    const started = Date.now() - uptime() * 1000;
    const foreign = entries.some(({ mtimeMs }) => mtimeMs < started);
    return foreign ? "an earlier step has restored a build cache (actions/setup-go does, unless `cache: false`)" : null;
  }

  async begin(dir: string | null): Promise<number> {
    const now = Date.now();
    const young = (await listEntries(this.#gocache)).filter(({ mtimeMs }) => mtimeMs > now - ageMs);
    // What this job has compiled so far would not be marked when it is used.
    await age(
      this.#gocache,
      young.map(({ name }) => name),
      now,
    );
    const bytes = dir === null ? 0 : await this.#put(dir);
    this.#since = Date.now() - clockToleranceMs;
    return bytes;
  }

  async #put(dir: string): Promise<number> {
    const files = await regularFiles(dir);
    const [build, mod] = [join(dir, "build"), join(dir, "mod")];
    const inside = (part: string): readonly string[] =>
      [...files.keys()].flatMap((file) => (file.startsWith(`${part}/`) ? [file.slice(part.length + 1)] : []));
    const entries = inside("build").map((file) => file.split("/").slice(0, 2).join("/"));
    this.#restored = { entries: new Set(entries), trees: new Set(await moduleTrees(mod)) };
    // The time of Go's last trim (cmd/go/internal/cache: trimFile): entries that travelled for days are older than what Go keeps.
    await mkdir(build, { recursive: true });
    await writeFile(join(build, "trim.txt"), `${Math.floor(Date.now() / 1000)}`);
    await mergeTree(build, this.#gocache);
    if (inside("mod").length > 0) await mergeTree(mod, this.#gomodcache);
    if (this.#options.fresh) await writeFile(join(this.#options.jobTemp, marker), "");
    return sumOf(files);
  }

  async take(dir: string, rule: TakeRule): Promise<Taken> {
    const modules = await this.#modulesInUse(rule, moduleVersions(rule.sums));
    const build = await this.#entriesInUse(rule, capBytes - modules.bytes);
    const bytes = build.bytes + modules.bytes;
    const newBytes = build.newBytes + modules.newBytes;
    const taken = isWorthSaving(newBytes, bytes);
    if (taken) {
      await rm(dir, { recursive: true, force: true });
      await linkFiles(this.#gocache, join(dir, "build"), await filesOfEntries(this.#gocache, build.names));
      await linkFiles(this.#gomodcache, join(dir, "mod"), modules.names);
      await age(join(dir, "build"), build.names, Date.now());
    }
    return { taken, bytes, newBytes, droppedBytes: build.droppedBytes };
  }

  async #entriesInUse({ keepUnused }: TakeRule, cap: number): Promise<Selection> {
    const entries = await listEntries(this.#gocache);
    const actions = entries.flatMap(({ name }) => (name.endsWith("-a") ? [name] : []));
    const outputs = await readOutputs(this.#gocache, actions);
    const request = { entries, outputs, keepUnused, since: this.#since, restored: this.#restored.entries };
    return selectEntries({ ...request, capBytes: cap });
  }

  /** Unpacked modules with what Go wants to know of them. Archives stay behind: Go reads them only to unpack; and `cache/vcs`, which holds git configurations. */
  async #modulesInUse(rule: TakeRule, wanted: ModuleVersions): Promise<Omit<Selection, "droppedBytes">> {
    const names: string[] = [];
    const sums = { bytes: 0, newBytes: 0 };
    for (const tree of await moduleTrees(this.#gomodcache)) {
      const toolchain = isToolchainInUse(tree, rule.goVersion);
      if (!toolchain && !wanted.trees.has(tree)) continue;
      for (const [file, size] of await regularFiles(join(this.#gomodcache, tree))) {
        names.push(`${tree}/${file}`);
        sums.bytes += size;
        if (!this.#restored.trees.has(tree)) sums.newBytes += size;
      }
    }
    const download = join(this.#gomodcache, "cache", "download");
    const known = (version: string): boolean => wanted.mods.has(version) || isToolchainInUse(version, rule.goVersion);
    const files = (await ifThere(stat(download)))?.isDirectory()
      ? await regularFiles(download)
      : new Map<string, number>();
    for (const [file, size] of files) {
      const version = downloadOf(file);
      if (version !== null ? !known(version) : !file.startsWith("sumdb/")) continue;
      names.push(`cache/download/${file}`);
      sums.bytes += size;
    }
    return { names, ...sums };
  }
}

const none = { entries: new Set<string>(), trees: new Set<string>() };

/** File systems stamp with the time of the last tick; what was there before is hours old. */
const clockToleranceMs = 2_000;
