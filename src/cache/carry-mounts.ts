import { rm } from "node:fs/promises";
import { type MountCarrier, type MountScope, mountsName } from "../engine/carried-mounts.ts";
import type { LayerPermission } from "../engine/layers.ts";
import type { CacheStore } from "../platform/cache-store.ts";
import { formatDuration } from "../text/format.ts";
import { sanitizeLine } from "../text/sanitize.ts";
import { mountKeys } from "./keys.ts";
import { defaultLimits, type TimeLimits } from "./limits.ts";

export interface CarrierOptions {
  readonly store: CacheStore;
  /** As for layers: what is saved is not bounded by what a run uses alone. */
  readonly permission: LayerPermission;
  /** See sumsHash. */
  readonly sums: () => Promise<string>;
  readonly tell: (line: string) => void;
  readonly limits?: TimeLimits;
  readonly now?: () => Date;
}

/** What is saved, before compression: about a quarter of it is what travels, and counts against the repository's 10 GB. */
const maxSavedBytes = 1.5 * 1024 ** 3;

/** More than any that is saved, headers of the archive included. */
const maxRestoredBytes = 3 * 1024 ** 3;

/** Carries them by the CI's cache service: one entry for each scope, modules, base image, Dockerfile and day. */
export function carryMounts(options: CarrierOptions): MountCarrier {
  return new Carrier(options);
}

class Carrier implements MountCarrier {
  readonly maxBytes = maxSavedBytes;
  readonly #options: CarrierOptions;
  readonly #limits: TimeLimits;
  #restored: string | null = null;

  constructor(options: CarrierOptions) {
    this.#options = options;
    this.#limits = options.limits ?? defaultLimits;
  }

  async restore(scope: MountScope, dir: string, signal: AbortSignal): Promise<{ readonly exact: boolean } | null> {
    const { store, permission } = this.#options;
    if (!permission.restore) return this.#without(permission.reason ?? "not permitted");
    const startedAt = performance.now();
    const { exact, beginnings } = await this.#keys(scope);
    const found = await store.find({ name: mountsName, keys: beginnings, signal });
    if (found.status === "missed") return this.#without("no earlier run has left any");
    if (found.status === "failed") return this.#without(found.reason);
    const { key } = found.cache;
    const limits = { maxBytes: maxRestoredBytes, limitMs: this.#limits.restoreMs };
    const fetched = await store.fetch({ cache: found.cache, dir, ...limits, signal });
    if (fetched.status === "failed") {
      await rm(dir, { recursive: true, force: true, maxRetries: 3 });
      return this.#without(fetched.reason);
    }
    this.#restored = key;
    this.#tell(`restored in ${formatDuration(Math.round(performance.now() - startedAt))} (${key})`);
    return { exact: key.startsWith(exact) };
  }

  async whyNot(scope: MountScope, signal: AbortSignal): Promise<string | null> {
    const { store, permission } = this.#options;
    if (!permission.save) return permission.reason ?? "not permitted";
    const { ofToday } = await this.#keys(scope);
    if (this.#restored === ofToday) return "those of today are there";
    const found = await store.find({ name: mountsName, keys: [ofToday], signal });
    return found.status === "found" && found.cache.key === ofToday ? "another run has saved those of today" : null;
  }

  async save(scope: MountScope, dir: string, signal: AbortSignal): Promise<void> {
    const startedAt = performance.now();
    const { ofToday: key } = await this.#keys(scope);
    const result = await this.#options.store.save({ dir, key, limitMs: this.#limits.saveMs, signal });
    const took = formatDuration(Math.round(performance.now() - startedAt));
    this.#tell(result.status === "saved" ? `saved in ${took} (${key})` : `not saved: ${result.reason}`);
  }

  async #keys(scope: MountScope): Promise<ReturnType<typeof mountKeys>> {
    const { sums, now = () => new Date() } = this.#options;
    return mountKeys({ ...scope, sums: await sums() }, now());
  }

  #without(reason: string): null {
    this.#tell(`nothing restored: ${reason}`);
    return null;
  }

  #tell(line: string): void {
    this.#options.tell(sanitizeLine(`Go's caches of image builds: ${line}`));
  }
}
