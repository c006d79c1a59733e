import { execFile } from "node:child_process";
import { constants } from "node:fs/promises";
import { join } from "node:path";
import { EnvironmentError } from "../../errors.ts";
import { isExecutable, programsOnPath } from "../../files/on-path.ts";
import { userCacheDirectory } from "../user-cache.ts";
import { daggerVersion } from "./version.ts";

export interface CliRequest {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** As `process.platform` and `process.arch` say. */
  readonly platform: string;
  readonly arch: string;
  /** For the download, all attempts together, milliseconds. */
  readonly limitMs: number;
  readonly signal: AbortSignal;
  readonly log: (line: string) => void;
  /** Where archives are published; tests point it at a server of their own. */
  readonly releases?: string;
  readonly checksums?: Readonly<Record<string, string>>;
  readonly pauseMs?: number;
}

/** Where a downloaded CLI is kept, absolute but for `binary`. */
export interface CliPaths {
  readonly parent: string;
  readonly dir: string;
  readonly marker: string;
  /** Name of the program. */
  readonly binary: string;
}

export interface Cli {
  /** Absolute path. */
  readonly path: string;
  /** `env`: `_EXPERIMENTAL_DAGGER_CLI_BIN`. */
  readonly source: "env" | "path" | "cache" | "download";
}

/**
 * Finds the pinned Dagger CLI: the one that `_EXPERIMENTAL_DAGGER_CLI_BIN` names, one on PATH that has the pinned version, one downloaded earlier, or
 * else downloads it. What is downloaded is verified before it is unpacked. Throws EnvironmentError.
 */
export async function obtainCli(request: CliRequest): Promise<Cli> {
  const local = await findCli(request);
  if (local !== null) return local;
  const { downloadCli } = await import("./cli-download.ts");
  const path = await downloadCli(request, cachePaths(request));
  return { path, source: "download" };
}

/** The same without a download; null when there is none. */
export async function findCli(request: CliRequest): Promise<Cli | null> {
  const named = request.env["_EXPERIMENTAL_DAGGER_CLI_BIN"] ?? "";
  if (named !== "") return { path: await namedCli(named), source: "env" };
  for (const path of await programsOnPath("dagger", request.env, request.platform === "win32")) {
    if ((await cliVersion(path, request.env)) === daggerVersion) return { path, source: "path" };
  }
  const { dir, marker, binary } = cachePaths(request);
  const cached = join(dir, binary);
  return (await isExecutable(marker, constants.F_OK)) && (await isExecutable(cached))
    ? { path: cached, source: "cache" }
    : null;
}

async function namedCli(path: string): Promise<string> {
  if (await isExecutable(path)) return path;
  throw new EnvironmentError(
    `_EXPERIMENTAL_DAGGER_CLI_BIN names ${path}, which cannot be executed.`,
    "Correct the variable or unset it; without it the CLI is found or downloaded.",
  );
}

/** `dagger v0.21.8 (registry.dagger.io/engine:v0.21.8) linux/amd64`; null for anything else and when it does not answer in time. */
async function cliVersion(path: string, inherited: CliRequest["env"]): Promise<string | null> {
  const env = { ...inherited, DAGGER_NO_UPDATE_CHECK: "1", DAGGER_NO_NAG: "1", DO_NOT_TRACK: "1" };
  return await new Promise((resolve) => {
    execFile(path, ["version"], { env, timeout: 10_000, killSignal: "SIGKILL" }, (error, stdout) => {
      resolve(error === null ? (/^dagger v?(\S+)/.exec(stdout)?.[1] ?? null) : null);
    });
  });
}

function binaryName(platform: string): string {
  return platform === "win32" ? "dagger.exe" : "dagger";
}

/** The runner's tool cache has the layout `<tool>/<version>/<arch>` with `<arch>.complete` beside it (actions/toolkit, tool-cache). */
function cachePaths(request: CliRequest): CliPaths {
  const parent = join(cacheRoot(request), "dagger", daggerVersion);
  const dir = join(parent, request.arch);
  return { parent, dir, marker: `${dir}.complete`, binary: binaryName(request.platform) };
}

function cacheRoot({ env, platform }: CliRequest): string {
  return env["RUNNER_TOOL_CACHE"] || userCacheDirectory(env, platform);
}
