import type { EngineConfig, EngineRequest } from "../../src/engine/adapter.ts";
import { goOnPath } from "../../src/engine/go-on-path.ts";
import { allLayers } from "../../src/engine/layers.ts";
import { makeConfig } from "./config.ts";
import { makeProject } from "./facts.ts";

type Over = Partial<Omit<EngineRequest, "config">> & { readonly config?: Partial<EngineConfig> };

/** What engines are chosen and opened from, for an empty repository. */
export function engineRequest({ config, ...over }: Over = {}): EngineRequest {
  const request: EngineRequest = {
    config: { ...makeConfig(), ...config },
    secrets: {
      cloudToken: "cloud",
      registryUsername: null,
      registryPassword: null,
      gitSsh: null,
      gitCredentials: [],
      dockerSecrets: [],
      deployEnv: [],
    },
    project: makeProject(),
    env: {},
    signal: new AbortController().signal,
    goOnPath: () => goOnPath(request),
    log: () => undefined,
    layers: allLayers,
    mounts: null,
    mask: () => undefined,
    redact: (text) => text,
    ...over,
  };
  return request;
}
