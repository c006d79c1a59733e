import { delimiter, join } from "node:path";
import type { GoEnv } from "../../project/inspect.ts";
import { variable } from "../../text/variables.ts";
import type { EngineRequest } from "../adapter.ts";
import type { InstalledGo } from "../go-on-path.ts";
import { cachedFit, fitOf, type GoWish } from "./fitting-go.ts";
import { type CachedGo, cachedGos } from "./tool-cache.ts";

/** Which Go the steps of this machine run with. */
export interface HostToolchain {
  /** `go1.26.8`, of the module with the highest lines; null when Go does not say. */
  readonly version: string | null;
  /** Variables that make it the one: PATH, GOTOOLCHAIN. */
  readonly env: Readonly<Record<string, string>>;
  /** What it says of itself, whatever modules ask for; null: it was not asked. */
  readonly installed: GoEnv | null;
  /** For people, beginning in lower case. */
  readonly reason: string;
}

export type GoChoice =
  | ({ readonly ok: true } & HostToolchain)
  /** `reason`: why there is none that fits. */
  | { readonly ok: false; readonly reason: string };

type ChoiceRequest = Pick<EngineRequest, "config" | "project" | "env" | "goOnPath">;

/**
 * The Go that `go-version` and the modules ask for: the one on PATH, else one from the runner's tool cache, else what the one on PATH fetches by itself. Starts
 * no fetching.
 */
export async function chooseGo(request: ChoiceRequest, onPath = request.goOnPath): Promise<GoChoice> {
  const found = await onPath();
  if (found.state === "refuses") return { ok: true, version: null, env: {}, installed: null, reason: "Go is on PATH" };
  const own: GoChoice = found.state === "there" ? choiceOf(found, request) : { ok: false, reason: found.why };
  if (own.ok && (own.env["GOTOOLCHAIN"] ?? "local") === "local") return own;
  const { env, config } = request;
  const cached = cachedFit(await cachedGos({ env, platform: process.platform, arch: process.arch }), request);
  if (cached === null) return own;
  return {
    ok: true,
    version: cached.version,
    env: cachedEnv(cached, env, config.goVersion !== null),
    installed: null,
    reason: `${cached.version} is in the runner's tool cache`,
  };
}

function choiceOf(installed: InstalledGo & { readonly goEnv: GoEnv }, wish: GoWish): GoChoice {
  const fit = fitOf(installed, wish);
  if (!fit.ok) return { ok: false, reason: fit.why };
  const { version, gotoolchain } = fit;
  const own = version === installed.version;
  return {
    ok: true,
    version,
    env: gotoolchain === null ? {} : { GOTOOLCHAIN: gotoolchain },
    installed: installed.goEnv,
    reason: own ? `${installed.version} is on PATH` : `${installed.version} on PATH takes ${version}`,
  };
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
