import { mkdir, rm, writeFile } from "node:fs/promises";
import { uptime } from "node:os";
import { join } from "node:path";
import {
  ageMs,
  bytesOf,
  type CacheListing,
  clockToleranceMs,
  entryOf,
  isAction,
  isLinked,
  isOfProgram,
  type ListedFile,
  treeOf,
  unlisted,
} from "../cache-listing.ts";
import type { CacheDirs, CachePart, CacheState, EngineCaches } from "../engine.ts";
import { age, linkFiles, listFiles, namesIn, readTexts } from "./cache-files.ts";
import { mergeBuildCache, mergeTree } from "./merge-tree.ts";
import { rewrittenActions } from "./rewritten.ts";

export interface HostCacheOptions {
  /** What `go env` says on this machine, whatever go.mod asks for; throws when there is no usable Go. */
  readonly goEnv: (signal: AbortSignal) => Promise<Readonly<Record<string, string>>>;
  /** The Go that is going to run, `go1.26.8`; null: as Go says itself. */
  readonly toolchain: string | null;
  /** See CacheState. */
  readonly image: string;
  /** The machine was made for this job and is thrown away after it. */
  readonly fresh: boolean;
  /** Absolute; lives as long as the job where the machine is fresh. */
  readonly jobTemp: string;
}

/** GOCACHE and GOMODCACHE of this machine. In what travels they are `build` and `mod`. */
export function createHostCaches(options: HostCacheOptions): EngineCaches {
  return new HostCaches(options);
}

/** Files are stamped with the time of the system's last tick, which is some milliseconds old. */
const tickMs = 20;

/** Left in the job's directory for temporary files: what is in the caches came from us, or from steps of this job. */
const marker = "go-pipeline-caches.restored";

class HostCaches implements EngineCaches {
  readonly #options: HostCacheOptions;
  #gocache = "";
  #gomodcache = "";
  #restored: ReadonlySet<string> = new Set();
  /** Sizes by name. */
  #base: ReadonlyMap<string, number> = new Map();
  #since = 0;

  constructor(options: HostCacheOptions) {
    this.#options = options;
  }

  async state(signal: AbortSignal): Promise<CacheState> {
    const { GOCACHE = "", GOMODCACHE = "", GOVERSION = "", GOCACHEPROG = "" } = await this.#options.goEnv(signal);
    this.#gocache = GOCACHE;
    this.#gomodcache = GOMODCACHE;
    return {
      os: process.platform,
      toolchain: this.#options.toolchain ?? GOVERSION,
      image: this.#options.image,
      kept: GOCACHEPROG === "" ? await this.#kept() : "GOCACHEPROG keeps the build cache",
    };
  }

  /** Caches that outlive the job, or that an earlier step has restored: a file that is older than the machine came with an archive. */
  async #kept(): Promise<string | null> {
    const entries = await this.#entryFiles();
    if (entries.length === 0) return null;
    if (!this.#options.fresh) return "this machine keeps its build cache";
    if ((await namesIn(this.#options.jobTemp)).includes(marker)) return null;
    const started = Date.now() - uptime() * 1000;
    const foreign = entries.some(({ mtimeMs }) => mtimeMs < started);
    return foreign ? "an earlier step has restored a build cache (actions/setup-go does, unless `cache: false`)" : null;
  }

  async begin({ base, delta }: CacheDirs): Promise<Record<CachePart, number>> {
    const now = Date.now();
    const there = await this.#entryFiles();
    const young = there.filter(({ mtimeMs }) => mtimeMs > now - ageMs);
    // What this job has compiled so far would not be marked when it is used.
    await age(
      young.map(({ name }) => this.#place(name)),
      now,
    );
    // Both are looked at before anything is moved.
    const [inBase, inDelta] = [await filesOf(base), await filesOf(delta)];
    const namesInBase = new Set(inBase.map(({ name }) => name));
    const namesInDelta = new Set(inDelta.map(({ name }) => name));
    if (base !== null) await this.#put(base, new Set());
    // What a delta has in the place of its base's is newer. What this machine had stays.
    if (delta !== null) await this.#put(delta, there.length === 0 ? namesInBase : new Set());
    if (this.#options.fresh && (base ?? delta) !== null) await writeFile(join(this.#options.jobTemp, marker), "");
    const onlyInBase = inBase.filter(({ name }) => !namesInDelta.has(name));
    this.#base = new Map(onlyInBase.map(({ name, bytes }) => [name, bytes]));
    this.#restored = new Set([...namesInBase, ...namesInDelta]);
    this.#since = Date.now() - clockToleranceMs;
    return { base: bytesOf(inBase), delta: bytesOf(inDelta) };
  }

  /** Replaces actions of these names, and nothing else. */
  async #put(dir: string, replaced: ReadonlySet<string>): Promise<void> {
    const build = join(dir, "build");
    // The time of Go's last trim (cmd/go/internal/cache: trimFile): entries that travelled for days are older than what Go keeps.
    await mkdir(build, { recursive: true });
    await writeFile(join(build, "trim.txt"), `${Math.floor(Date.now() / 1000)}`);
    await mergeBuildCache(build, this.#gocache, (name) => name.endsWith("-a") && replaced.has(`build/${name}`));
    if ((await namesIn(dir)).includes("mod")) await mergeTree(join(dir, "mod"), this.#gomodcache);
  }

  async list(part: CachePart): Promise<CacheListing> {
    const known = part === "delta" ? this.#base : new Map<string, number>();
    const trees = new Set([...known.keys()].map(treeOf));
    const limits = { omits: (name: string) => unlisted.includes(name) || trees.has(name), known };
    const build = await listFiles(this.#gocache, "build", limits);
    const actions = build.filter(({ name, regular }) => regular && isAction(name) && !known.has(name));
    const place = (name: string) => this.#place(name);
    const texts = await readTexts(actions.map(({ name }) => place(name)));
    const own = { since: this.#since, restored: this.#restored };
    const anew = await rewrittenActions({ ...own, build, texts, base: known, place });
    const without = (names: Iterable<string>) => new Set([...names].filter((name) => !anew.has(name)));
    return {
      files: [
        ...build.map((file) => anew.get(file.name)?.file ?? file),
        ...(await listFiles(this.#gomodcache, "mod", limits)),
      ],
      actions: [...texts, ...[...anew.values()].map(({ text }) => text)],
      since: this.#since,
      tickMs,
      restored: without(this.#restored),
      base: without(this.#base.keys()),
    };
  }

  async pack(dir: string, names: readonly string[]): Promise<void> {
    await rm(dir, { recursive: true, force: true });
    await linkFiles(names, (name) => this.#place(name), dir);
    const entries = names.filter((name) => entryOf(name) !== null || isOfProgram(name) || isLinked(name));
    await age(
      entries.map((name) => join(dir, name)),
      Date.now(),
    );
  }

  async #entryFiles(): Promise<readonly ListedFile[]> {
    return (await listFiles(this.#gocache, "build")).filter(({ name }) => entryOf(name) !== null);
  }

  /** Where a file of a listing lies. */
  #place(name: string): string {
    const cache = name.startsWith("build/") ? this.#gocache : this.#gomodcache;
    return join(cache, name.slice(name.indexOf("/") + 1));
  }
}

/** What a directory brings. Throws when anything in it is neither a file nor a directory. */
async function filesOf(dir: string | null): Promise<readonly ListedFile[]> {
  const files = dir === null ? [] : await listFiles(dir, "", { omits: () => false, known: new Map() });
  const odd = files.find(({ regular }) => !regular);
  if (odd !== undefined) throw new Error(`${odd.name} is neither a file nor a directory`);
  return files;
}
