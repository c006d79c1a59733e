import { EnvironmentError, messageOf } from "../errors.ts";
import { isExact, lineOf, newestRelease, releasesOf } from "../project/go-releases.ts";
import { askedBy, linesOf, notOlder, ownToolchain, satisfiesGo } from "../project/go-version.ts";
import type { EngineRequest } from "./adapter.ts";
import type { GoOnPath } from "./go-on-path.ts";
import { fetchToolchains, type ToolchainListRequest } from "./toolchain-list.ts";

/** What Go itself takes where nobody says (https://go.dev/ref/mod#environment-variables). */
const defaultProxy = "https://proxy.golang.org,direct";

export interface AskedGoWays {
  readonly onPath: () => Promise<GoOnPath>;
  readonly list: (request: ToolchainListRequest) => Promise<string>;
}

/**
 * The exact version for what `go-version` or its file asks, the same for every engine: `1.26` is the Go on PATH when that is one of them, else, as `stable` and
 * `oldstable`, the newest release in the module proxy's list. With `go-image` it stays a line of releases, since the image decides which one it has.
 * Null: nobody asks. Throws EnvironmentError when the list cannot be had.
 */
export async function exactGo(
  request: EngineRequest,
  ways: AskedGoWays = { onPath: request.goOnPath, list: fetchToolchains },
): Promise<string | null> {
  const { goVersion: asked, goImage } = request.config;
  const named = asked === "stable" || asked === "oldstable";
  if (asked === null || isExact(asked) || (goImage !== null && !named)) return asked;
  const onPath = await ways.onPath();
  const own = named ? null : ownRelease(asked, onPath, request.project);
  if (own !== null) return own;
  const found = await listed(asked, onPath, request, ways);
  request.log(`${askedBy(request.config)}: ${asked} is Go ${found}, by the module proxy's list`);
  return goImage === null ? found : lineOf(found);
}

/** The Go on PATH, when it is a release of the line and new enough for what the modules' `go` lines say. */
function ownRelease(asked: string, onPath: GoOnPath, project: EngineRequest["project"]): string | null {
  if (onPath.state !== "there") return null;
  const chosen = ownToolchain(onPath.gotoolchain) ?? onPath.version;
  const version = /^go(1\.\d+\.\d+)/.exec(chosen)?.[1];
  if (version === undefined || !satisfiesGo(version, asked)) return null;
  return notOlder(version, linesOf(project, "local")) ? version : null;
}

async function listed(asked: string, onPath: GoOnPath, request: EngineRequest, ways: AskedGoWays): Promise<string> {
  const { config, env, secrets, signal } = request;
  const inherited = onPath.state === "there" ? onPath.goEnv["GOPROXY"] : env["GOPROXY"];
  const goproxy = config.goproxy ?? (inherited || defaultProxy);
  const tempRoot = env["RUNNER_TEMP"];
  const list = await ways
    .list({ goproxy, logins: secrets.gitCredentials, tempRoot, signal })
    .catch((error: unknown) => {
      signal.throwIfAborted();
      throw cannotTell(
        request,
        asked,
        `the list of Go's releases cannot be had from the module proxy (${messageOf(error)})`,
      );
    });
  const releases = releasesOf(list);
  const found = newestRelease(asked, releases);
  if (found !== null) return found;
  const newest = releases[0] === undefined ? "it names none at all" : `the newest is ${releases[0]}`;
  throw cannotTell(request, asked, `the module proxy's list of Go's releases has none (${newest})`);
}

function cannotTell({ config }: EngineRequest, asked: string, why: string): EnvironmentError {
  return new EnvironmentError(
    `${askedBy(config)}: which Go ${asked} is cannot be told: ${why}.`,
    "Write an exact version such as 1.26.8, which needs no list, or let `goproxy` name a module proxy that can be reached.",
  );
}
