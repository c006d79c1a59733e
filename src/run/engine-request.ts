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
    expected: (expectation) => travel?.expect(expectation),
    redact: redactorOf(secrets),
  };
}

/** What an engine prints and throws may quote a secret of the run, in any spelling. */
function redactorOf(secrets: Secrets): (text: string) => string {
  const redactor = createRedactor();
  for (const secret of secretValues(secrets)) redactor.add(secret);
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
