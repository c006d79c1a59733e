import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Expectation } from "../engine/adapter.ts";
import type { Engine, EngineCaches } from "../engine/engine.ts";
import { messageOf } from "../errors.ts";
import type { CacheReport } from "../model/report.ts";
import type { CacheStore } from "../platform/cache-store.ts";
import { formatBytes, formatDuration } from "../text/format.ts";
import { sanitizeLine } from "../text/sanitize.ts";
import type { Permission } from "./permission.ts";
import { type CacheSelection, usedFiles } from "./selection.ts";

export interface TravelOptions {
  readonly store: CacheStore;
  readonly permission: Permission;
  /** Beginnings of keys for an engine, best first. */
  readonly keysFor: (expected: Expectation) => readonly [exact: string, ...others: string[]];
  /** What makes the key of a save unique: run and attempt. */
  readonly run: string;
  /** Texts of go.sum files. */
  readonly sums: readonly string[];
  readonly tempRoot: string;
  readonly signal: AbortSignal;
  readonly tell: (line: string) => void;
  readonly limits?: TimeLimits;
}

/** Milliseconds. */
export interface TimeLimits {
  readonly restoreMs: number;
  readonly saveMs: number;
}

/** Beyond these, compiling again is likely to be faster. */
const defaultLimits: TimeLimits = { restoreMs: 90_000, saveMs: 180_000 };

/** How the run ended, as far as it decides about saving. */
export interface RunEnd {
  readonly goVersion: string;
  /** Why its caches are not worth keeping; null when they are. */
  readonly spoiled: string | null;
  /** Every stage ran: what was not used is of no use to the next run either. */
  readonly complete: boolean;
}

/** Go's caches on their way from earlier runs into the engine, and from there to later runs. Never throws: a cache is not worth a red run. */
export class CacheTravel {
  readonly #options: TravelOptions;
  readonly #limits: TimeLimits;
  #tempDir: Promise<string> | null = null;
  #prefetched: { readonly expected: Expectation; readonly fetched: Promise<Fetched> } | null = null;
  #exact = "";
  #active = false;
  #report: CacheReport = nothing;

  constructor(options: TravelOptions) {
    this.#options = options;
    this.#limits = options.limits ?? defaultLimits;
  }

  get report(): CacheReport {
    return this.#report;
  }

  /** Begins the download while the engine is still on its way. Only for engines that begin with empty caches. */
  expect(expected: Expectation): void {
    if (!this.#options.permission.restore || this.#prefetched !== null) return;
    const fetched = this.#fetch(expected);
    fetched.catch(() => undefined);
    this.#prefetched = { expected, fetched };
  }

  /** Brings caches into the engine. Resolves when commands of Go may begin. */
  async restore(engine: Pick<Engine, "name" | "caches">): Promise<void> {
    const { permission, signal } = this.#options;
    const { caches } = engine;
    if (caches === undefined || caches === null) return this.#note("this engine keeps its caches");
    if (!permission.restore) return this.#note(permission.reason ?? "not permitted");
    try {
      const { kept, ...state } = await caches.state(signal);
      if (kept !== null) return this.#note(kept);
      await this.#bringIn(caches, { engine: engine.name, ...state });
      this.#active = true;
    } catch (error) {
      this.#note(`nothing restored: ${messageOf(error)}`);
    }
  }

  async #bringIn(caches: EngineCaches, expected: Expectation): Promise<void> {
    const startedAt = performance.now();
    const fetched = await this.#fetchedFor(expected);
    const { signal } = this.#options;
    [this.#exact] = this.#options.keysFor(expected);
    if (fetched.key === null) {
      await caches.begin(null, signal);
      return this.#note(`nothing restored: ${fetched.reason}`);
    }
    const restoredBytes = await this.#begin(caches, fetched.dir);
    if (restoredBytes === null) return;
    const { key } = fetched;
    const restoreMs = Math.round(performance.now() - startedAt);
    this.#report = { ...this.#report, hit: key.startsWith(this.#exact), key, restoredBytes, restoreMs };
    this.#tell(`restored ${formatBytes(restoredBytes)} in ${formatDuration(restoreMs)} (${key})`);
  }

  /** An archive that is not what we save is put aside, and the engine begins without. */
  async #begin(caches: EngineCaches, dir: string): Promise<number | null> {
    const { signal } = this.#options;
    try {
      return await caches.begin(dir, signal);
    } catch (error) {
      this.#note(`nothing restored: ${messageOf(error)}`);
      await caches.begin(null, signal);
      return null;
    }
  }

  async #fetchedFor(expected: Expectation): Promise<Fetched> {
    const early = this.#prefetched;
    if (early !== null) {
      const fetched = await early.fetched;
      if (isDeepStrictEqual(early.expected, expected)) return fetched;
    }
    return await this.#fetch(expected);
  }

  async #fetch(expected: Expectation): Promise<Fetched> {
    const { store, keysFor, signal } = this.#options;
    const dir = await this.#directory();
    const result = await store.restore({
      dir,
      keys: keysFor(expected),
      limitMs: this.#limits.restoreMs,
      signal,
    });
    if (result.status === "restored") return { dir, key: result.key };
    await rm(dir, { recursive: true, force: true, maxRetries: 3 });
    return { key: null, reason: result.status === "missed" ? "no cache of an earlier run fits" : result.reason };
  }

  /** Keeps what the run used for later ones. */
  async save(caches: EngineCaches | null | undefined, { goVersion, spoiled, complete }: RunEnd): Promise<void> {
    const { permission, sums, signal } = this.#options;
    if (!this.#active || caches === null || caches === undefined) return;
    if (!permission.save) return this.#note(`not saved: ${permission.reason}`);
    if (spoiled !== null) return this.#note(`not saved: ${spoiled}`);
    try {
      const startedAt = performance.now();
      const dir = await this.#directory();
      const rule = usedFiles({ goVersion, sums, keepUnused: !complete });
      const selection = rule(await caches.list(signal));
      const { names, bytes, droppedBytes } = selection;
      if (droppedBytes > 0) this.#note(`${formatBytes(droppedBytes)} are above the limit and stay behind`);
      if (names.length === 0) return this.#note(`not saved: ${littleNew(selection)}`);
      await caches.pack(dir, names, signal);
      await this.#send(dir, bytes, startedAt);
    } catch (error) {
      this.#note(`not saved: ${messageOf(error)}`);
    }
  }

  async #send(dir: string, savedBytes: number, startedAt: number): Promise<void> {
    const { store, run, signal } = this.#options;
    const savedKey = `${this.#exact}${run}`;
    const result = await store.save({ dir, key: savedKey, limitMs: this.#limits.saveMs, signal });
    if (result.status !== "saved") return this.#note(`not saved: ${result.reason}`);
    const saveMs = Math.round(performance.now() - startedAt);
    this.#report = { ...this.#report, saved: true, savedKey, savedBytes, saveMs };
    this.#tell(`saved ${formatBytes(savedBytes)} in ${formatDuration(saveMs)} (${savedKey})`);
  }

  /** Removes what is ours. */
  async close(): Promise<void> {
    try {
      await this.#prefetched?.fetched.catch(() => undefined);
      if (this.#tempDir !== null) await rm(await this.#tempDir, { recursive: true, force: true, maxRetries: 3 });
    } catch (error) {
      this.#tell(`cleaning up: ${messageOf(error)}`);
    }
  }

  /** The name is part of what makes two caches the same (`version` of the cache service), so it is always the same; it is made by whoever fills it. */
  async #directory(): Promise<string> {
    this.#tempDir ??= mkdtemp(join(this.#options.tempRoot || tmpdir(), "go-pipeline-caches-"));
    const dir = join(await this.#tempDir, "go-caches");
    await rm(dir, { recursive: true, force: true, maxRetries: 3 });
    return dir;
  }

  #note(note: string): void {
    this.#report = { ...this.#report, notes: [...this.#report.notes, note] };
    this.#tell(note);
  }

  #tell(line: string): void {
    this.#options.tell(sanitizeLine(`caches: ${line}`));
  }
}

type Fetched = { readonly key: string; readonly dir: string } | { readonly key: null; readonly reason: string };

const nothing: CacheReport = {
  hit: false,
  key: null,
  restoredBytes: 0,
  restoreMs: 0,
  saved: false,
  savedKey: null,
  savedBytes: 0,
  saveMs: 0,
  notes: [],
};

function littleNew({ bytes, newBytes }: CacheSelection): string {
  if (newBytes === 0) return "nothing new was compiled";
  return `only ${formatBytes(newBytes)} of ${formatBytes(bytes)} are new`;
}
