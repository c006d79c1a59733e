import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import AdmZip from "adm-zip";
import { extract } from "tar";
import { EnvironmentError, messageOf } from "../../errors.ts";
import { download } from "../download.ts";
import type { CliPaths, CliRequest } from "./cli.ts";
import { cliChecksums } from "./cli-checksums.ts";
import { daggerVersion } from "./version.ts";

/** Downloads the CLI, verifies it and puts it where it is kept; answers its absolute path. Throws EnvironmentError. */
export async function downloadCli(request: CliRequest, paths: CliPaths): Promise<string> {
  const archive = archiveName(request.platform, request.arch);
  const expected = (request.checksums ?? cliChecksums)[archive];
  if (expected === undefined) throw noChecksum(request);
  const { parent, dir, marker, binary } = paths;
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
