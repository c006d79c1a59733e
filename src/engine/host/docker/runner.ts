import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { isHosted } from "../../hosted.ts";
import type { InputPlaces } from "../../image/input.ts";
import { createImageRunner, type ImageRunner } from "../../image/pipeline.ts";
import type { LayerPermission } from "../../layers.ts";
import type { Availability } from "./availability.ts";
import { DockerBackend, type DockerBackendOptions } from "./backend.ts";
import type { CacheService, LayerCache } from "./layer-cache.ts";

export interface DockerRunnerOptions extends DockerBackendOptions, InputPlaces {
  /** Removes secrets from what is written to logs. */
  readonly redact: (text: string) => string;
  /** Waits before another try to push, milliseconds. */
  readonly retryDelaysMs?: readonly number[];
}

/** Builds, tests and hands over images with the docker command line. After a step's signal nothing of the step is left. */
export interface DockerRunner extends ImageRunner {
  /** Whether a daemon that runs Linux containers answers. Asked once. */
  available(): Promise<Availability>;
  /** Removes the image under its working name and all files. Never throws. */
  close(): Promise<void>;
}

/** `tempDir`: there; everything below it that is ours goes with `close`. */
export async function createDockerRunner(options: DockerRunnerOptions): Promise<DockerRunner> {
  const own = { ...options, tempDir: await mkdtemp(join(options.tempDir, "docker-")) };
  const backend = new DockerBackend(own);
  const images = createImageRunner({ ...own, backend });
  return {
    available: () => backend.available(),
    run: (step, context, signal) => images.run(step, context, signal),
    close: () => backend.close(),
  };
}

/** What the runner offers builders of images. Its token goes to buildx by the environment alone, and may be quoted by whatever speaks to the service. */
export function layerCacheOf(
  env: Readonly<Record<string, string | undefined>>,
  permission: LayerPermission,
  mask: (secret: string) => void,
): LayerCache {
  const service = cacheServiceOf(env);
  const token = service?.["ACTIONS_RUNTIME_TOKEN"];
  if (token !== undefined) mask(token);
  return { ...permission, service, hosted: isHosted(env) };
}

/** Variables of GitHub's cache service that the runner gives to actions; null when they are not all there. */
export function cacheServiceOf(env: Readonly<Record<string, string | undefined>>): CacheService | null {
  const names = ["ACTIONS_RUNTIME_TOKEN", "ACTIONS_RESULTS_URL", "ACTIONS_CACHE_URL", "ACTIONS_CACHE_SERVICE_V2"];
  const found = names.flatMap((name) => (env[name] ? [[name, env[name]] as const] : []));
  const offered = Object.fromEntries(found);
  const complete =
    "ACTIONS_RUNTIME_TOKEN" in offered && ("ACTIONS_RESULTS_URL" in offered || "ACTIONS_CACHE_URL" in offered);
  return complete ? offered : null;
}
