import { tmpdir } from "node:os";
import type { Engine } from "./engine/engine.ts";
import type { EngineFactory, EngineRequest } from "./engine/factory.ts";

/** Knows every adapter and loads only the one that a run needs. */
export function createEngines(): EngineFactory {
  return {
    choose: async (request) => {
      const { chooseEngine } = await import("./engine/dagger/choose.ts");
      return chooseEngine(request);
    },
    create: async (choice, request) => (choice.name === "host" ? createHost(request) : createDagger(request)),
  };
}

async function createHost({ config, secrets, project, env }: EngineRequest): Promise<Engine> {
  const { createHostEngine } = await import("./engine/host/host.ts");
  return createHostEngine({
    root: project.root,
    env,
    tempRoot: env["RUNNER_TEMP"] || tmpdir(),
    goproxy: config.goproxy,
    goprivate: config.goprivate,
    testEnv: config.testEnv,
    gitCredentials: secrets.gitCredentials,
  });
}
