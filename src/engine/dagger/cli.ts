import { execFile } from "node:child_process";
import { access, chmod, constants, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import AdmZip from "adm-zip";
import { extract } from "tar";
import { EnvironmentError, messageOf, systemCode } from "../../errors.ts";
import { userCacheDirectory } from "../user-cache.ts";
import { cliChecksums } from "./cli-checksums.ts";
import { download } from "./download.ts";
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
  const path = await downloadCli(request);
  return { path, source: "download" };
}

/** The same without a download; null when there is none. */
export async function findCli(request: CliRequest): Promise<Cli | null> {
  const named = request.env["_EXPERIMENTAL_DAGGER_CLI_BIN"] ?? "";
  if (named !== "") return { path: await namedCli(named), source: "env" };
  for (const path of await pathCandidates(request)) {
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

async function pathCandidates(request: CliRequest): Promise<readonly string[]> {
  const value = Object.entries(request.env).find(([name]) => name.toUpperCase() === "PATH")?.[1] ?? "";
  const found: string[] = [];
  for (const dir of value.split(delimiter).filter((element) => element !== "")) {
    const path = join(dir, binaryName(request.platform));
    if (await isExecutable(path)) found.push(path);
  }
  return found;
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

async function downloadCli(request: CliRequest): Promise<string> {
  const archive = archiveName(request.platform, request.arch);
  const expected = (request.checksums ?? cliChecksums)[archive];
  if (expected === undefined) throw noChecksum(request);
  const { parent, dir, marker, binary } = cachePaths(request);
  const url = `${request.releases ?? releases}/${daggerVersion}/${archive}`;
  request.log(`downloading the Dagger CLI from ${url}`);
  try {
    await mkdir(parent, { recursive: true });
    const scratch = await mkdtemp(join(parent, "download-"));
    try {
      await fetchVerified(request, { url, expected, scratch, archive, binary });
      await mkdir(dir, { recursive: true });
      await rename(join(scratch, binary), join(dir, binary));
      await writeFile(marker, "");
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  } catch (error) {
    if (error instanceof EnvironmentError) throw error;
    throw notDownloaded(url, error);
  }
  return join(dir, binary);
}

interface Fetch {
  readonly url: string;
  readonly expected: string;
  /** Directory that receives archive and binary. */
  readonly scratch: string;
  readonly archive: string;
  readonly binary: string;
}

async function fetchVerified(request: CliRequest, { url, expected, scratch, archive, binary }: Fetch): Promise<void> {
  const file = join(scratch, archive);
  const { limitMs, signal } = request;
  const pause = request.pauseMs === undefined ? {} : { pauseMs: request.pauseMs };
  const actual = await download({ url, file, limitMs, signal, ...pause });
  if (actual !== expected) throw tampered(url, expected, actual);
  if (archive.endsWith(".zip")) new AdmZip(file).extractEntryTo(binary, scratch, false, true);
  else await extract({ file, cwd: scratch, strict: true, filter: (path) => path.replace(/^\.\//, "") === binary });
  await chmod(join(scratch, binary), 0o755);
}

const releases = "https://dl.dagger.io/dagger/releases";

/** Name of the published archive for a platform in Node's terms. */
export function archiveName(platform: string, arch: string): string {
  const os = platform === "win32" ? "windows" : platform;
  const cpu = arch === "x64" ? "amd64" : arch;
  return `dagger_v${daggerVersion}_${os}_${cpu}.${os === "windows" ? "zip" : "tar.gz"}`;
}

function binaryName(platform: string): string {
  return platform === "win32" ? "dagger.exe" : "dagger";
}

/** The runner's tool cache has the layout `<tool>/<version>/<arch>` with `<arch>.complete` beside it (actions/toolkit, tool-cache). */
function cachePaths(request: CliRequest): Record<"parent" | "dir" | "marker" | "binary", string> {
  const parent = join(cacheRoot(request), "dagger", daggerVersion);
  const dir = join(parent, request.arch);
  return { parent, dir, marker: `${dir}.complete`, binary: binaryName(request.platform) };
}

function cacheRoot({ env, platform }: CliRequest): string {
  return env["RUNNER_TOOL_CACHE"] || userCacheDirectory(env, platform);
}

async function isExecutable(path: string, mode: number = constants.X_OK): Promise<boolean> {
  try {
    await access(path, mode);
    return true;
  } catch (error) {
    if (systemCode(error) !== null) return false;
    throw error;
  }
}

const withoutDownload = `Put the Dagger CLI v${daggerVersion} on PATH or name it in _EXPERIMENTAL_DAGGER_CLI_BIN, or use \`engine: host\`.`;

function noChecksum({ platform, arch }: CliRequest): EnvironmentError {
  return new EnvironmentError(
    `No checksum of the Dagger CLI v${daggerVersion} is known for ${platform}/${arch}, so it is not downloaded.`,
    withoutDownload,
  );
}

function tampered(url: string, expected: string, actual: string): EnvironmentError {
  return new EnvironmentError(
    `The Dagger CLI from ${url} is not the published one: SHA-256 is ${actual}, expected ${expected}. It was not unpacked.`,
    `Something between here and the server changes downloads. ${withoutDownload}`,
  );
}

function notDownloaded(url: string, error: unknown): EnvironmentError {
  return new EnvironmentError(
    `The Dagger CLI could not be downloaded from ${url}: ${messageOf(error)}.`,
    `Allow that address (HTTPS_PROXY is honoured). ${withoutDownload}`,
    { cause: error },
  );
}
