import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Expectation } from "../engine/adapter.ts";
import type { CachePart, Engine, EngineCaches } from "../engine/engine.ts";
import { messageOf } from "../errors.ts";
import type { CacheReport } from "../model/report.ts";
import type { CacheStore } from "../platform/cache-store.ts";
import { formatBytes, formatDuration } from "../text/format.ts";
import { sanitizeLine } from "../text/sanitize.ts";
import { type Brought, type BroughtCache, bring, broughtNothing, packedName } from "./bring.ts";
import type { CacheKeys } from "./keys.ts";
import { defaultLimits, type TimeLimits } from "./limits.ts";
import type { Permission } from "./permission.ts";
import { usedFiles } from "./selection.ts";
import { putSidecar, takeSidecar } from "./sidecar.ts";

export interface TravelOptions {
  readonly store: CacheStore;
  readonly permission: Permission;
  readonly keysFor: (expected: Expectation) => CacheKeys;
  /** What makes the key of a delta unique: run and attempt. */
  readonly run: string;
  /** Texts of go.sum files. */
  readonly sums: readonly string[];
  readonly tempRoot: string;
  readonly signal: AbortSignal;
  readonly tell: (line: string) => void;
  readonly limits?: TimeLimits;
  readonly now?: () => Date;
}

/** How the run ended, as far as it decides about saving. */
export interface RunEnd {
  readonly goVersion: string;
  /** Why its caches are not worth keeping; null when they are. */
  readonly spoiled: string | null;
  /** Every stage ran: what was not used is of no use to the next run either. */
  readonly complete: boolean;
  /** Tests failed: Go keeps no result of theirs, but may hold an older one. */
  readonly testsFailed: boolean;
  /** A text that goes with the caches, at most 1 MiB; the cache does not look at it. */
  readonly sidecar: string | null;
}

/** Go's caches on their way from earlier runs into the engine, and from there to later runs. Never throws: a cache is not worth a red run. */
export class CacheTravel {
  readonly #options: TravelOptions;
  readonly #limits: TimeLimits;
  readonly #stop = new AbortController();
  readonly #signal: AbortSignal;
  #tempDir: Promise<string> | null = null;
  #prefetched: { readonly expected: Expectation; readonly brought: Promise<Brought> } | null = null;
  #restored: Restored | null = null;
  /** Of performance.now(): when the engine had what was restored, and when the first stage began. */
  #readyAt = 0;
  #stagesAt = 0;
  #sidecar: string | null = null;
  #report: CacheReport = nothing;

  constructor(options: TravelOptions) {
    this.#options = options;
    this.#limits = options.limits ?? defaultLimits;
    this.#signal = AbortSignal.any([options.signal, this.#stop.signal]);
  }

  get report(): CacheReport {
    return this.#report;
  }

  /** The text that came with what was restored; null without one. Whoever could save a cache could write it: to be checked before it is believed. */
  get sidecar(): string | null {
    return this.#sidecar;
  }

  /** The base that was restored is of another image of the runner: results of tests in it do not count here. */
  get ofOtherImage(): boolean {
    const base = this.#restored?.brought.base ?? null;
    return base !== null && this.#restored?.keys.ofImage(base.key) === false;
  }

  /** Begins the download while the engine is still on its way. Only for engines that begin with empty caches. */
  expect(expected: Expectation): void {
    if (!this.#options.permission.restore || this.#prefetched !== null) return;
    const brought = this.#bring(expected);
    brought.catch(() => undefined);
    this.#prefetched = { expected, brought };
  }

  /** Brings caches into the engine. Resolves when commands of Go may begin. */
  async restore(engine: Pick<Engine, "name" | "caches">): Promise<void> {
    const { permission } = this.#options;
    const { caches } = engine;
    if (caches === undefined || caches === null) return this.#leave("this engine keeps its caches");
    if (!permission.restore) return this.#leave(permission.reason ?? "not permitted");
    try {
      const { kept, ...state } = await caches.state(this.#signal);
      if (kept !== null) return this.#leave(kept);
      await this.#bringIn(caches, { engine: engine.name, ...state });
    } catch (error) {
      this.#note(`nothing restored: ${messageOf(error)}`);
    }
  }

  /** From now on stages use the caches, and no more only what asks Go about the repository. */
  beginStages(): void {
    this.#stagesAt = performance.now();
  }

  /** Nothing travels. */
  #leave(reason: string): void {
    this.#stop.abort();
    this.#note(reason);
  }

  async #bringIn(caches: EngineCaches, expected: Expectation): Promise<void> {
    const startedAt = performance.now();
    const keys = this.#options.keysFor(expected);
    const brought = await this.#broughtFor(expected);
    const { base, delta, problems } = brought;
    if (base === null && delta === null) {
      await caches.begin({ base: null, delta: null }, this.#signal);
      this.#ready({ keys, brought });
      return this.#note(`nothing restored: ${problems[0] ?? "no cache of an earlier run fits"}`);
    }
    for (const problem of problems) this.#note(problem);
    const bytes = await this.#begin(caches, brought);
    this.#ready({ keys, brought: bytes === null ? { ...broughtNothing, lost: true } : brought });
    if (bytes === null) return;
    const restoreMs = Math.round(performance.now() - startedAt);
    const restoredBytes = bytes.base + bytes.delta;
    const exactDelta = keys.deltas(base?.key ?? null)[0];
    const hit = (base?.key.startsWith(keys.bases[1]) ?? false) || (delta?.key.startsWith(exactDelta) ?? false);
    const parts = { base: partOf(base, bytes.base), delta: partOf(delta, bytes.delta) };
    this.#report = { ...this.#report, hit, key: (base ?? delta)?.key ?? null, restoredBytes, restoreMs, ...parts };
    const named = [base, delta].flatMap((part) => (part === null ? [] : [part.key])).join(", ");
    this.#tell(`restored ${formatBytes(restoredBytes)} in ${formatDuration(restoreMs)} (${named})`);
  }

  #ready(restored: Restored): void {
    this.#restored = restored;
    this.#readyAt = performance.now();
  }

  /** An archive that is not what we save is put aside, and the engine begins without. */
  async #begin(caches: EngineCaches, { base, delta }: Brought): Promise<Record<CachePart, number> | null> {
    try {
      // The delta's is the newer one.
      const texts = [delta, base].map((part) => (part === null ? null : takeSidecar(part.dir)));
      const [newer, older] = await Promise.all(texts);
      const bytes = await caches.begin({ base: base?.dir ?? null, delta: delta?.dir ?? null }, this.#signal);
      this.#sidecar = newer ?? older ?? null;
      return bytes;
    } catch (error) {
      this.#note(`nothing restored: ${messageOf(error)}`);
      await caches.begin({ base: null, delta: null }, this.#signal);
      return null;
    }
  }

  async #broughtFor(expected: Expectation): Promise<Brought> {
    const early = this.#prefetched;
    if (early !== null) {
      const brought = await early.brought;
      if (isDeepStrictEqual(early.expected, expected)) return brought;
    }
    return await this.#bring(expected);
  }

  async #bring(expected: Expectation): Promise<Brought> {
    const { store, keysFor } = this.#options;
    const dir = await this.#temp();
    return await bring({ store, dir, keys: keysFor(expected), limitMs: this.#limits.restoreMs, signal: this.#signal });
  }

  /** Keeps what the run used for later ones. */
  async save(caches: EngineCaches | null | undefined, end: RunEnd): Promise<void> {
    const { permission } = this.#options;
    if (this.#restored === null || caches === null || caches === undefined) return;
    if (!permission.save) return this.#note(`not saved: ${permission.reason}`);
    if (end.spoiled !== null) return this.#note(`not saved: ${end.spoiled}`);
    try {
      const next = await this.#next(this.#restored);
      if (typeof next === "string") return this.#note(`not saved: ${next}`);
      await this.#pack(caches, next, end);
    } catch (error) {
      this.#note(`not saved: ${messageOf(error)}`);
    }
  }

  /** What this run saves, or why it saves nothing. */
  async #next({ keys, brought }: Restored): Promise<NextCache | string> {
    const { permission, store, run, now = () => new Date() } = this.#options;
    const ofToday = keys.baseOf(now());
    if (!permission.base || brought.base?.key === ofToday) {
      if (brought.lost) return "what there is of earlier runs could not be restored";
      return { part: "delta", key: keys.deltas(brought.base?.key ?? null)[0] + run };
    }
    // Packing takes longer than this question.
    const found = await store.find({ name: packedName, keys: [ofToday], signal: this.#signal });
    if (found.status === "found" && found.cache.key === ofToday) return "another run has saved the base of today";
    return { part: "base", key: ofToday };
  }

  async #pack(caches: EngineCaches, { part, key }: NextCache, end: RunEnd): Promise<void> {
    const { sums } = this.#options;
    const startedAt = performance.now();
    // A base is told by its image: a result of a test of another one, which this run has not made anew, is not for it. Go sets the time of an old result before
    // it looks whether that is too old (cmd/go/internal/test, tryCacheWithID; Go 1.26.8).
    if (part === "base" && this.ofOtherImage && (!end.complete || end.testsFailed))
      return this.#note(
        "not saved: a base for another image of the runner needs a run in which all tests ran and passed",
      );
    const stagesAfterMs = Math.max(0, this.#stagesAt - this.#readyAt);
    const use = { part, sums, goVersion: end.goVersion, keepUnused: !end.complete, stagesAfterMs };
    const { names, bytes, newBytes, droppedBytes } = usedFiles(await caches.list(part, this.#signal), use);
    if (newBytes === 0) return this.#note("not saved: nothing new was compiled");
    if (droppedBytes > 0) this.#note(`${formatBytes(droppedBytes)} are above the limit and stay behind`);
    const dir = join(await this.#temp(), "saved", packedName);
    await mkdir(join(dir, ".."), { recursive: true });
    await caches.pack(dir, names, this.#signal);
    if (end.sidecar !== null && !(await putSidecar(dir, end.sidecar)))
      this.#note("the run's notes are too large to be kept");
    const result = await this.#options.store.save({ dir, key, limitMs: this.#limits.saveMs, signal: this.#signal });
    if (result.status !== "saved") return this.#note(`not saved: ${result.reason}`);
    const saveMs = Math.round(performance.now() - startedAt);
    this.#report = { ...this.#report, saved: true, savedAs: part, savedKey: key, savedBytes: bytes, saveMs };
    this.#tell(`saved ${formatBytes(bytes)} as ${part} in ${formatDuration(saveMs)} (${key})`);
  }

  /** Removes what is ours. */
  async close(): Promise<void> {
    try {
      this.#stop.abort();
      await this.#prefetched?.brought.catch(() => undefined);
      if (this.#tempDir !== null) await rm(await this.#tempDir, { recursive: true, force: true, maxRetries: 3 });
    } catch (error) {
      this.#tell(`cleaning up: ${messageOf(error)}`);
    }
  }

  #temp(): Promise<string> {
    this.#tempDir ??= mkdtemp(join(this.#options.tempRoot || tmpdir(), "go-pipeline-caches-"));
    return this.#tempDir;
  }

  #note(note: string): void {
    this.#report = { ...this.#report, notes: [...this.#report.notes, note] };
    this.#tell(note);
  }

  #tell(line: string): void {
    this.#options.tell(sanitizeLine(`caches: ${line}`));
  }
}

/** What the run began with. */
interface Restored {
  readonly keys: CacheKeys;
  readonly brought: Brought;
}

interface NextCache {
  readonly part: CachePart;
  readonly key: string;
}

const nothing: CacheReport = {
  hit: false,
  key: null,
  restoredBytes: 0,
  restoreMs: 0,
  base: null,
  delta: null,
  saved: false,
  savedAs: null,
  savedKey: null,
  savedBytes: 0,
  saveMs: 0,
  notes: [],
};

function partOf(brought: BroughtCache | null, bytes: number): CacheReport["base"] {
  return brought === null ? null : { key: brought.key, bytes, ms: brought.ms };
}
