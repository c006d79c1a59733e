import { delimiter, join } from "node:path";
import { variable } from "../../text/variables.ts";
import type { EngineRequest } from "../adapter.ts";
import { type GoOnPath, goOnPath } from "../go-on-path.ts";
import { cachedFit, fitOf } from "./fitting-go.ts";
import { type CachedGo, cachedGos } from "./tool-cache.ts";

/** Which Go the steps of this machine run with. */
export interface HostToolchain {
  /** `go1.26.8`, of the module with the highest lines; null when Go does not say. */
  readonly version: string | null;
  /** Variables that make it the one: PATH, GOTOOLCHAIN. */
  readonly env: Readonly<Record<string, string>>;
  /** For people, beginning in lower case. */
  readonly reason: string;
}

export type GoChoice =
  | ({ readonly ok: true } & HostToolchain)
  /** `reason`: why there is none that fits. */
  | { readonly ok: false; readonly reason: string };

type ChoiceRequest = Pick<EngineRequest, "config" | "project" | "env" | "signal">;

/**
 * The Go that `go-version` and the modules ask for: the one on PATH, else one from the runner's tool cache, else what the one on PATH fetches by itself. Starts
 * no fetching.
 */
export async function chooseGo(
  request: ChoiceRequest,
  onPath: () => Promise<GoOnPath> = () => goOnPath(request),
): Promise<GoChoice> {
  const found = await onPath();
  if (found.state === "refuses") return { ok: true, version: null, env: {}, reason: "Go is on PATH" };
  const fit = found.state === "there" ? fitOf(found, request) : { ok: false as const, why: found.why };
  if (fit.ok && found.state === "there" && (fit.gotoolchain === null || fit.gotoolchain === "local")) {
    const env = fit.gotoolchain === null ? {} : { GOTOOLCHAIN: fit.gotoolchain };
    const own = fit.version === found.version.replace(/^devel /, "");
    return {
      ok: true,
      version: fit.version,
      env,
      reason: own ? `${found.version} is on PATH` : fetched(found.version, fit.version),
    };
  }
  const { env, config } = request;
  const cached = cachedFit(await cachedGos({ env, platform: process.platform, arch: process.arch }), request);
  if (cached !== null) {
    const reason = `${cached.version} is in the runner's tool cache`;
    return { ok: true, version: cached.version, env: cachedEnv(cached, env, config.goVersion !== null), reason };
  }
  if (!fit.ok || found.state !== "there") return { ok: false, reason: fit.ok ? "no Go on PATH" : fit.why };
  return {
    ok: true,
    version: fit.version,
    env: { GOTOOLCHAIN: fit.version },
    reason: fetched(found.version, fit.version),
  };
}

function fetched(installed: string, version: string): string {
  return `${installed} on PATH takes ${version}`;
}

/** First on PATH, so that programs of the repository find it too. A GOROOT that belongs to another Go would keep it from its own library. */
function cachedEnv({ root }: CachedGo, env: EngineRequest["env"], asked: boolean): Readonly<Record<string, string>> {
  const windows = process.platform === "win32";
  const path = variable(env, "PATH", windows) ?? "";
  return {
    PATH: [join(root, "bin"), ...(path === "" ? [] : [path])].join(delimiter),
    ...((variable(env, "GOROOT", windows) ?? "") === "" ? {} : { GOROOT: root }),
    ...(asked ? { GOTOOLCHAIN: "local" } : {}),
  };
}
