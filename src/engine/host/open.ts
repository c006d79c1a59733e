import { tmpdir } from "node:os";
import type { EngineRequest } from "../adapter.ts";
import type { Engine } from "../engine.ts";
import { isHosted, runnerImage } from "../hosted.ts";
import { userCacheDirectory } from "../user-cache.ts";
import { chooseGo } from "./choose-go.ts";
import { createHostEngine } from "./host.ts";

/** The engine on this machine. Whether there is a usable Go shows when it is asked. */
export async function openHost(request: EngineRequest): Promise<Engine> {
  const { config, secrets, project, env, redact, mask, log, layers, mounts } = request;
  const { outputDirectory, goproxy, goprivate, cache } = config;
  const chosen = await chooseGo(request);
  if (isHosted(env) && chosen.ok && chosen.version !== null) {
    request.expected?.({ engine: "host", os: process.platform, toolchain: chosen.version, image: runnerImage(env) });
  }
  return createHostEngine({
    ...{ outputDirectory, goproxy, goprivate, cache, layers, mounts, secrets, env, redact },
    ...{ mask, log },
    testEnv: config.testEnv.map(({ name, value }) => [name, value] as const),
    root: project.root,
    toolchain: chosen.ok ? chosen : { version: null, env: {}, installed: null },
    tempRoot: env["RUNNER_TEMP"] || tmpdir(),
    keep: keepsResults({ config, env }) ? userCacheDirectory(env, process.platform) : null,
  });
}

/** What is kept on a machine that is gone after the job costs time and saves none. */
function keepsResults({ config, env }: Pick<EngineRequest, "config" | "env">): boolean {
  return config.cache !== "false" && !isHosted(env);
}
