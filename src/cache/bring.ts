import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { CachePart } from "../engine/engine.ts";
import { messageOf } from "../errors.ts";
import type { CacheStore, FoundCache } from "../platform/cache-store.ts";
import type { CacheKeys } from "./keys.ts";

/** Name of what is packed: a part of what makes two caches the same. */
export const packedName = "go-caches";

/** More than any cache that is saved, headers of the archive included. */
const maxBytes = 4 * 1024 ** 3;

export interface BringRequest {
  readonly store: CacheStore;
  readonly keys: CacheKeys;
  /** Absolute; ours alone, and there. */
  readonly dir: string;
  readonly limitMs: number;
  readonly signal: AbortSignal;
}

/** A cache that lies unpacked on this machine. */
export interface BroughtCache {
  readonly key: string;
  readonly dir: string;
  /** Since the first question. */
  readonly ms: number;
}

export interface Brought {
  readonly base: BroughtCache | null;
  readonly delta: BroughtCache | null;
  /** There is a base that fits, or nobody knows, and it could not be had. */
  readonly lost: boolean;
  /** Why there is less than there could be. */
  readonly problems: readonly string[];
}

/** Nothing was looked for, or nothing is to be used. */
export const broughtNothing: Brought = { base: null, delta: null, lost: false, problems: [] };

/**
 * Looks for the newest base and, while that arrives, for the newest delta to it: a delta is of no use without its base. Where there is no base, deltas to none are
 * looked for.
 */
export async function bring(request: BringRequest): Promise<Brought> {
  const stop = new AbortController();
  const signal = AbortSignal.any([request.signal, stop.signal]);
  const errand = { ...request, signal, startedAt: performance.now() };
  try {
    const found = await find(errand, request.keys.bases);
    const delta = bringDelta(errand, found);
    try {
      const base = found === null ? null : await fetchAs(errand, found, "base");
      return { base, lost: false, ...(await delta) };
    } finally {
      stop.abort();
      await delta;
    }
  } catch (error) {
    return { ...broughtNothing, lost: true, problems: [messageOf(error)] };
  }
}

interface Errand extends BringRequest {
  readonly startedAt: number;
}

async function bringDelta(errand: Errand, base: FoundCache | null): Promise<Pick<Brought, "delta" | "problems">> {
  try {
    const found = await find(errand, errand.keys.deltas(base?.key ?? null));
    return { delta: found === null ? null : await fetchAs(errand, found, "delta"), problems: [] };
  } catch (error) {
    return { delta: null, problems: [`no delta: ${messageOf(error)}`] };
  }
}

async function find({ store, signal }: Errand, keys: readonly string[]): Promise<FoundCache | null> {
  const result = await store.find({ name: packedName, keys, signal });
  if (result.status === "failed") throw new Error(result.reason);
  return result.status === "found" ? result.cache : null;
}

async function fetchAs(errand: Errand, cache: FoundCache, part: CachePart): Promise<BroughtCache> {
  const { store, signal, startedAt } = errand;
  const dir = join(errand.dir, part, packedName);
  await rm(dir, { recursive: true, force: true, maxRetries: 3 });
  const limitMs = Math.max(1, Math.round(errand.limitMs - (performance.now() - startedAt)));
  const result = await store.fetch({ cache, dir, maxBytes, limitMs, signal });
  if (result.status === "failed") {
    await rm(dir, { recursive: true, force: true, maxRetries: 3 });
    throw new Error(result.reason);
  }
  return { key: cache.key, dir, ms: Math.round(performance.now() - startedAt) };
}
