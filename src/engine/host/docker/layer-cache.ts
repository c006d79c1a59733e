import { createHash } from "node:crypto";
import type { ImageStep } from "../../../model/step.ts";
import { goCacheMounts } from "../../../project/dockerfile-mounts.ts";
import type { BuildInput } from "../../image/backend.ts";
import type { LayerPermission } from "../../layers.ts";
import type { CacheUse } from "./build-arguments.ts";
import { type Builder, canExport } from "./builder.ts";

/** GitHub's cache service, and what this run may do with layers in it. */
export interface LayerCache extends LayerPermission {
  /** See cacheServiceOf. */
  readonly service: CacheService | null;
  /** On a runner that is gone after the job something has to carry layers. */
  readonly hosted: boolean;
}

export type CacheService = Readonly<Record<string, string>>;

/** Nothing travels, and nobody expects it. */
export const noLayerCache: LayerCache = { service: null, hosted: false, restore: false, save: false, reason: null };

export interface LayerUse {
  /** null: without GitHub's cache. */
  readonly use: (CacheUse & { readonly service: CacheService }) | null;
  /** Why it is not used, or only read; null when there is nothing to say. */
  readonly note: string | null;
}

/** How a build uses GitHub's cache. `arch`: the daemon's, whose platform counts when none is asked for. */
export function layerUse(step: ImageStep, builder: Builder, cache: LayerCache, arch: string): LayerUse {
  const { service, hosted, restore, save, reason } = cache;
  // An image of a binary has nothing that takes longer to build than to fetch.
  if (step.source.type === "binary") return { use: null, note: null };
  if (!restore) return { use: null, note: reason === null ? null : without(reason) };
  if (service === null) return { use: null, note: hosted ? without("this step is offered no cache service") : null };
  if (!canExport(builder)) {
    const driver = builder.driver ?? "docker build";
    const remedy = "docker/setup-buildx-action sets one up that can";
    return { use: null, note: without(`the builder (${driver}) cannot export one; ${remedy}`) };
  }
  const note = save || reason === null ? null : `layers in GitHub's cache are only read: ${reason}`;
  return { use: { scope: layerScope(step, arch), save, service }, note };
}

/** Where a builder lives on the machine of the job, and goes with it; a `remote` one keeps its mounts. Without buildx it is the daemon. */
const local: readonly (string | null)[] = [null, "docker", "docker-container"];

/** Targets of the caches that a Dockerfile mounts for Go, where they begin empty because the runner is gone after the job. */
export function emptyMounts(input: BuildInput, { driver }: Builder, { hosted }: LayerCache): readonly string[] {
  const gone = hosted && local.includes(driver);
  const found = gone && input.type === "dockerfile" ? goCacheMounts(input.parsed) : [];
  return [...new Set(found.map(({ target }) => target))];
}

function without(reason: string): string {
  return `no layer cache of GitHub: ${reason}`;
}

/**
 * A scope holds the layers of the last build that was saved under it, so what makes other layers has one of its own: Dockerfile, context, target and platforms.
 * Not values of build arguments: they may be another one with each commit, whose scope nothing would ever be read from.
 */
export function layerScope({ source, platforms }: ImageStep, arch: string): string {
  if (source.type === "binary") throw new Error("an image of a binary has no scope");
  const { dockerfile, context, target } = source;
  const parts = JSON.stringify([dockerfile, context, target, platforms.length === 0 ? arch : platforms]);
  const hash = createHash("sha256").update(parts).digest("hex").slice(0, 12);
  return `go-pipeline-${hash}`;
}
