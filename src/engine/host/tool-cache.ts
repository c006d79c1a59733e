import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { ifThere } from "../../errors.ts";
import { compareGo } from "../../project/go-version.ts";
import { variable } from "../../text/variables.ts";

/** A Go in the runner's tool cache. */
export interface CachedGo {
  /** `go1.26.8`. */
  readonly version: string;
  /** Absolute path of its GOROOT. */
  readonly root: string;
}

export interface ToolCacheRequest {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** As Node names it, and @actions/tool-cache with it. */
  readonly arch: string;
}

/**
 * What the runner's image and actions/setup-go have put there, newest first: `$RUNNER_TOOL_CACHE/go/<version>/<arch>` with a file `<arch>.complete` beside
 * it (https://github.com/actions/toolkit/tree/main/packages/tool-cache, 4.0.0).
 */
export async function cachedGos({ env, platform, arch }: ToolCacheRequest): Promise<readonly CachedGo[]> {
  const windows = platform === "win32";
  const cache = variable(env, "RUNNER_TOOL_CACHE", windows) ?? "";
  if (cache === "") return [];
  const names = (await ifThere(readdir(join(cache, "go")))) ?? [];
  const found: CachedGo[] = [];
  for (const name of names) {
    const root = join(cache, "go", name, arch);
    const version = goVersionOf(name);
    const complete = existsSync(`${root}.complete`) && existsSync(join(root, "bin", windows ? "go.exe" : "go"));
    if (version !== null && complete) found.push({ version, root });
  }
  return found.sort((a, b) => compareGo(b.version, a.version));
}

/** Directories are named as semver wants it: `1.27.0-rc.1` is what actions/setup-go makes of `1.27rc1`. */
function goVersionOf(name: string): string | null {
  const [, release, minor, kind, number] = /^((1\.\d+)\.\d+)(?:-(rc|beta)\.?(\d+))?$/.exec(name) ?? [];
  if (release === undefined) return null;
  return kind === undefined ? `go${release}` : `go${minor}${kind}${number}`;
}
