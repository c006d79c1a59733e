import { tmpdir } from "node:os";
import type { EngineRequest } from "../adapter.ts";
import type { Engine } from "../engine.ts";
import { userCacheDirectory } from "../user-cache.ts";
import { createHostEngine } from "./host.ts";

/** The engine on this machine. Whether there is a usable Go shows when it is asked. */
export async function openHost({ config, secrets, project, env, redact, log }: EngineRequest): Promise<Engine> {
  const { outputDirectory, goproxy, goprivate, goVersion, cache } = config;
  return createHostEngine({
    ...{ outputDirectory, goproxy, goprivate, goVersion, cache, secrets, env, redact, log },
    testEnv: config.testEnv.map(({ name, value }) => [name, value] as const),
    root: project.root,
    wantedGo: project.wantedGo?.version ?? null,
    tempRoot: env["RUNNER_TEMP"] || tmpdir(),
    keep: keepsResults({ config, env }) ? userCacheDirectory(env, process.platform) : null,
  });
}

/** A hosted runner is gone after the job, with everything on it: keeping results there costs time and saves none. */
function keepsResults({ config, env }: Pick<EngineRequest, "config" | "env">): boolean {
  return config.cache !== "false" && env["RUNNER_ENVIRONMENT"] !== "github-hosted";
}
