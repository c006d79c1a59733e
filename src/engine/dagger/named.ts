import type { EngineRequest } from "../adapter.ts";

/** An engine that somebody else has started and that the environment or an input points at. */
export interface NamedEngine {
  readonly reason: string;
  /** Why its caches outlive the job. */
  readonly kept: string;
  /** Milliseconds until it has to have answered; one that has to be started may take minutes. */
  readonly limitMs: number;
}

export const runningLimitMs = 60_000;
export const startingLimitMs = 300_000;

/** The session of `dagger run`, else the address of a runner; null without either. */
export function namedEngine({ config, env }: Pick<EngineRequest, "config" | "env">): NamedEngine | null {
  const isSet = (name: string): boolean => (env[name] ?? "") !== "";
  if (isSet("DAGGER_SESSION_PORT")) {
    const kept = "the engine of `dagger run` keeps its caches";
    return { reason: "started by dagger run", kept, limitMs: runningLimitMs };
  }
  const at = (holder: string, limitMs: number): NamedEngine => {
    return { reason: `${holder} is set`, kept: `the engine at ${holder} keeps its caches`, limitMs };
  };
  if (config.runnerHost !== null) return at("runner-host", runningLimitMs);
  if (isSet("_EXPERIMENTAL_DAGGER_RUNNER_HOST")) return at("_EXPERIMENTAL_DAGGER_RUNNER_HOST", runningLimitMs);
  return isSet("DAGGER_CLOUD_ENGINE") ? at("DAGGER_CLOUD_ENGINE", startingLimitMs) : null;
}
