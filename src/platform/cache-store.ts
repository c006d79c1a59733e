/**
 * The port to where caches are kept between runs. Adapters never throw for what the service does: no cache is worth a red run.
 */
export interface CacheStore {
  /** Brings the newest cache whose key begins with the first of `keys` that any has, as `dir`, which must not exist. */
  restore(request: RestoreRequest): Promise<RestoreResult>;
  /** Keeps `dir` under `key`, which must be new: what was kept once is never changed. */
  save(request: SaveRequest): Promise<SaveResult>;
}

export interface RestoreRequest {
  /** Absolute. Its last element is part of what makes two caches the same, its place is not. */
  readonly dir: string;
  /** Beginnings of keys, best first; at most ten. */
  readonly keys: readonly string[];
  /** Milliseconds for everything; what is under way then is ended. */
  readonly limitMs: number;
  readonly signal: AbortSignal;
}

export type RestoreResult =
  | { readonly status: "restored"; readonly key: string }
  | { readonly status: "missed" }
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
