import { layerPermissionOf } from "../cache/permission.ts";
import type { CacheTravel } from "../cache/travel.ts";
import type { EngineRequest } from "../engine/adapter.ts";
import { type GoOnPath, goOnPath } from "../engine/go-on-path.ts";
import type { Project } from "../model/project.ts";
import type { Secrets } from "../model/secrets.ts";
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
    expected: (expectation) => travel?.expect(expectation),
    redact: redactorOf(secrets, env),
  };
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
