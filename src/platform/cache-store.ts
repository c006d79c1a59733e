/**
 * The port to where caches are kept between runs. Adapters never throw for what the service does: no cache is worth a red run.
 */
export interface CacheStore {
  /** Looks for the newest cache whose key begins with the first of `keys` that any has. */
  find(request: FindRequest): Promise<FindResult>;
  /** Brings a cache that was found as `dir`, which must not exist. */
  fetch(request: FetchRequest): Promise<FetchResult>;
  /** Keeps `dir` under `key`, which must be new: what was kept once is never changed. */
  save(request: SaveRequest): Promise<SaveResult>;
}

export interface FindRequest {
  /** Name of the directories: a part of what makes two caches the same, which their place is not. */
  readonly name: string;
  /** Beginnings of keys, best first; at most ten. */
  readonly keys: readonly string[];
  readonly signal: AbortSignal;
}

export type FindResult =
  | { readonly status: "found"; readonly cache: FoundCache }
  | { readonly status: "missed" }
  | { readonly status: "failed"; readonly reason: string };

export interface FoundCache {
  /** All of it. */
  readonly key: string;
  /** The adapter's own. */
  readonly location: string;
}

export interface FetchRequest {
  readonly cache: FoundCache;
  /** Absolute; its last element is the name that was asked for. */
  readonly dir: string;
  /** Without compression. */
  readonly maxBytes: number;
  /** Milliseconds for everything; what is under way then is ended. */
  readonly limitMs: number;
  readonly signal: AbortSignal;
}

export type FetchResult =
  | { readonly status: "fetched" }
  /** Nothing usable is in `dir`; it may hold part of a cache. */
  | { readonly status: "failed"; readonly reason: string };

export interface SaveRequest {
  /** Absolute. */
  readonly dir: string;
  readonly key: string;
  readonly limitMs: number;
  readonly signal: AbortSignal;
}

export type SaveResult =
  | { readonly status: "saved" }
  /** The service does not want it from this run: a read-only token, another job that saves the same. */
  | { readonly status: "refused"; readonly reason: string }
  | { readonly status: "failed"; readonly reason: string };

/** What a platform says about caches; `reason` tells why there is no store. */
export type CacheService =
  | { readonly ok: true; readonly store: CacheStore }
  | { readonly ok: false; readonly reason: string };
