import { carryMounts } from "../cache/carry-mounts.ts";
import { sumsHash } from "../cache/keys.ts";
import { readSums } from "../cache/open.ts";
import { layerPermissionOf } from "../cache/permission.ts";
import type { CacheTravel } from "../cache/travel.ts";
import type { EngineRequest } from "../engine/adapter.ts";
import type { MountCarrier } from "../engine/carried-mounts.ts";
import { type GoOnPath, goOnPath } from "../engine/go-on-path.ts";
import type { Project } from "../model/project.ts";
import type { Secrets } from "../model/secrets.ts";
import { once } from "../once.ts";
import { createRedactor } from "../platform/mask.ts";
import type { PipelineRequest } from "./state.ts";

/** What the engines of a run are chosen and opened from. */
export function engineRequestOf(
  { config, secrets, env, signal, platform, mask }: PipelineRequest,
  project: Project,
  travel: CacheTravel | null,
): EngineRequest {
  let onPath: Promise<GoOnPath> | null = null;
  return {
    ...{ config, secrets, project, env, signal, mask },
    goOnPath: () => {
      onPath ??= goOnPath({ env, signal });
      return onPath;
    },
    log: (line) => platform.log(line),
    layers: layerPermissionOf(config.cache, platform.context),
    mounts: mountCarrierOf(config, project, platform),
    expected: (expectation) => travel?.expect(expectation),
    redact: redactorOf(secrets, env),
  };
}

/** null: nobody wants Go's caches of image builds, or there is nothing that carries them. */
function mountCarrierOf(
  config: PipelineRequest["config"],
  project: Project,
  platform: PipelineRequest["platform"],
): MountCarrier | null {
  if (!config.dockerGoCache || config.cache === "false" || config.dryRun) return null;
  const service = platform.cacheService?.();
  if (service?.ok !== true) return null;
  const { store } = service;
  const permission = layerPermissionOf(config.cache, platform.context);
  const sums = once(async () => sumsHash(await readSums(project)));
  return carryMounts({ store, permission, sums, tell: (line) => platform.log(line) });
}

/** What an engine prints and throws may quote a secret of the run, in any spelling. */
function redactorOf(secrets: Secrets, env: EngineRequest["env"]): (text: string) => string {
  const redactor = createRedactor();
  // What opens the runner's cache service to builders of images.
  const token = env["ACTIONS_RUNTIME_TOKEN"] ?? "";
  for (const secret of [...secretValues(secrets), ...(token === "" ? [] : [token])]) redactor.add(secret);
  return redactor.redact;
}

function secretValues(secrets: Secrets): readonly string[] {
  const { cloudToken, registryPassword, gitCredentials, gitSsh, dockerSecrets, deployEnv } = secrets;
  const passwords = gitCredentials.map(({ password }) => password);
  const values = [
    ...[cloudToken, registryPassword, gitSsh?.key ?? null],
    ...passwords,
    ...dockerSecrets.map(({ value }) => value),
    ...deployEnv.map(([, value]) => value),
  ];
  return values.filter((value): value is string => value !== null && value !== "");
}
