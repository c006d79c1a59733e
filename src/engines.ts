import { tmpdir } from "node:os";
import type { Engine } from "./engine/engine.ts";
import type { EngineFactory, EngineRequest } from "./engine/factory.ts";
import { userCacheDirectory } from "./engine/user-cache.ts";
import type { Config } from "./inputs/config.ts";
import type { Secrets } from "./model/secrets.ts";
import { createRedactor } from "./platform/mask.ts";

/** Knows every adapter and loads only the one that a run needs. */
export function createEngines(): EngineFactory {
  return {
    choose: async (request) => {
      if (request.config.engine === "host") return { name: "host", reason: "engine: host", warning: null };
      const { chooseEngine } = await import("./engine/dagger/choose.ts");
      return chooseEngine(request);
    },
    create: async (choice, request) => {
      if (choice.name === "host") return createHost(request);
      const { createDagger } = await import("./engine/dagger/create.ts");
      return createDagger(choice, request, redactorOf(request.secrets));
    },
  };
}

async function createHost({ config, secrets, project, env, log }: EngineRequest): Promise<Engine> {
  const { createHostEngine } = await import("./engine/host/host.ts");
  const { outputDirectory, goproxy, goprivate, goVersion, cache } = config;
  const testEnv = config.testEnv.map(({ name, value }) => [name, value] as const);
  const fromInputs = { outputDirectory, goproxy, goprivate, goVersion, testEnv, cache, secrets };
  return createHostEngine({
    ...fromInputs,
    root: project.root,
    env,
    tempRoot: env["RUNNER_TEMP"] || tmpdir(),
    redact: redactorOf(secrets),
    keep: keepsResults(config, env) ? userCacheDirectory(env, process.platform) : null,
    log,
  });
}

/** A hosted runner is gone after the job, with everything on it: keeping results there costs time and saves none. */
function keepsResults(config: Config, env: EngineRequest["env"]): boolean {
  return config.cache !== "false" && env["RUNNER_ENVIRONMENT"] !== "github-hosted";
}

/** What an engine prints and throws may quote a secret of the run, in any spelling. */
function redactorOf(secrets: Secrets): (text: string) => string {
  const redactor = createRedactor();
  for (const secret of secretValues(secrets)) redactor.add(secret);
  return redactor.redact;
}

function secretValues(secrets: Secrets): readonly string[] {
  const { cloudToken, registryPassword, gitCredentials, dockerSecrets } = secrets;
  const passwords = gitCredentials.map(({ password }) => password);
  const values = [cloudToken, registryPassword, ...passwords, ...dockerSecrets.map(({ value }) => value)];
  return values.filter((value): value is string => value !== null && value !== "");
}
