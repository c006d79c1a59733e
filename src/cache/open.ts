import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ifThere } from "../errors.ts";
import type { Config } from "../inputs/config.ts";
import { nodePathFacts } from "../inputs/path-facts.ts";
import type { Project } from "../model/project.ts";
import type { CiPlatform } from "../platform/platform.ts";
import { relativeSlashes } from "../project/locate.ts";
import { cacheKeys, settingsHash, sumsHash } from "./keys.ts";
import { permissionOf } from "./permission.ts";
import { CacheTravel } from "./travel.ts";

export interface TravelRequest {
  readonly config: Config;
  readonly project: Project;
  readonly platform: Pick<CiPlatform, "cacheService" | "context" | "log">;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
}

/** What carries Go's caches between runs; null where nothing does. Says why, except where nobody expects it: outside of GitHub Actions and for `cache: false`. */
export async function openTravel(request: TravelRequest): Promise<CacheTravel | null> {
  const { config, project, platform, env, signal } = request;
  if (platform.cacheService === undefined || config.cache === "false" || config.dryRun) return null;
  const service = platform.cacheService();
  if (!service.ok) {
    platform.log(`caches: ${service.reason}`);
    return null;
  }
  const files = await readSums(project);
  const sums = sumsHash(files);
  const directory = relativeSlashes(project.root, config.workingDirectory, nodePathFacts());
  const settings = settingsHash(config, directory, env);
  const { arch } = process;
  return new CacheTravel({
    store: service.store,
    permission: permissionOf(config.cache, platform.context),
    keysFor: (expected) => cacheKeys({ ...expected, arch, settings, sums }),
    run: `${env["GITHUB_RUN_ID"] ?? "0"}-${env["GITHUB_RUN_ATTEMPT"] ?? "1"}-${randomBytes(4).toString("hex")}`,
    sums: [...files].flatMap(([path, text]) => (path.endsWith(".sum") ? [text] : [])),
    tempRoot: env["RUNNER_TEMP"] ?? "",
    signal,
    tell: (line) => platform.log(line),
  });
}

/** The files that say which modules there are, by path. */
export async function readSums({ root, modules, workspaces }: Project): Promise<ReadonlyMap<string, string>> {
  const work = workspaces.flatMap(({ path }) => [path, join(dirname(path), "go.work.sum")]);
  const members = workspaces.flatMap(({ uses }) => uses);
  const dirs = new Set([...modules.map(({ dir }) => dir), ...members]);
  const paths = [...[...dirs].flatMap((dir) => [join(dir, "go.mod"), join(dir, "go.sum")]), ...work];
  const files = new Map<string, string>();
  for (const path of paths) {
    const text = await ifThere(readFile(join(root, path), "utf8"));
    if (text !== null) files.set(path.replaceAll("\\", "/"), text);
  }
  return files;
}
