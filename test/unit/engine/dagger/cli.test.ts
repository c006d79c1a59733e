import { createHash } from "node:crypto";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import AdmZip from "adm-zip";
import { create } from "tar";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { type CliRequest, findCli, obtainCli } from "../../../../src/engine/dagger/cli.ts";
import { cliChecksums } from "../../../../src/engine/dagger/cli-checksums.ts";
import { archiveName } from "../../../../src/engine/dagger/cli-download.ts";
import { daggerVersion } from "../../../../src/engine/dagger/version.ts";
import { download } from "../../../../src/engine/download.ts";
import { EnvironmentError } from "../../../../src/errors.ts";

const fake = fileURLToPath(new URL("fake-dagger.mjs", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "cli-"));
const servers: Server[] = [];

afterEach(() => {
  vi.unstubAllEnvs();
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let directories = 0;

function directory(): string {
  const path = join(scratch, String(directories++));
  mkdirSync(path);
  return path;
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${portOf(server)}`;
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return (address satisfies AddressInfo).port;
}

/** An archive as Dagger publishes them, with a program that says what it is. */
async function makeArchive(name: string): Promise<{ readonly body: Buffer; readonly sha256: string }> {
  const dir = directory();
  writeFileSync(join(dir, "LICENSE"), "Apache-2.0");
  writeFileSync(join(dir, "dagger"), "#!/bin/sh\necho published\n", { mode: 0o755 });
  if (name.endsWith(".zip")) {
    const zip = new AdmZip();
    zip.addFile("LICENSE", Buffer.from("Apache-2.0"));
    zip.addFile("dagger.exe", Buffer.from("published"));
    zip.writeZip(join(dir, name));
  } else {
    await create({ cwd: dir, file: join(dir, name), gzip: true }, ["LICENSE", "dagger"]);
  }
  const body = readFileSync(join(dir, name));
  return { body, sha256: createHash("sha256").update(body).digest("hex") };
}

const linux = "dagger_v0.21.8_linux_amd64.tar.gz";

function requestFor(more: Partial<CliRequest> = {}): CliRequest & { readonly cache: string } {
  const cache = directory();
  return {
    env: { PATH: "/nowhere", RUNNER_TOOL_CACHE: cache },
    platform: "linux",
    arch: "x64",
    limitMs: 600_000,
    signal: new AbortController().signal,
    log: () => undefined,
    cache,
    ...more,
  };
}

async function failure(request: CliRequest): Promise<EnvironmentError> {
  const error = await obtainCli(request).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof EnvironmentError)) throw new Error(`expected an EnvironmentError, got ${String(error)}`);
  return error;
}

function answer(body: Buffer): (request: IncomingMessage, response: ServerResponse) => void {
  return (_, response) => response.end(body);
}

describe.skipIf(process.platform === "win32")("obtainCli", () => {
  it("takes the CLI that the environment names", async () => {
    const request = requestFor();
    const env = { ...request.env, _EXPERIMENTAL_DAGGER_CLI_BIN: fake };
    expect(await obtainCli({ ...request, env })).toEqual({ path: fake, source: "env" });
  });

  it("refuses a named CLI that is not there", async () => {
    const error = await failure(requestFor({ env: { _EXPERIMENTAL_DAGGER_CLI_BIN: "/nowhere/dagger" } }));
    expect(error.message).toBe("_EXPERIMENTAL_DAGGER_CLI_BIN names /nowhere/dagger, which cannot be executed.");
  });

  it.each([
    ["0.21.8", true],
    ["v0.21.8", true],
    ["0.21.7", false],
    ["1.0.0-beta.10", false],
  ])("looks at the version of the one on PATH: %s", async (version, taken) => {
    const bin = directory();
    copyFileSync(fake, join(bin, "dagger"));
    chmodSync(join(bin, "dagger"), 0o755);
    const request = requestFor();
    const env = { ...request.env, PATH: `/nowhere:${bin}:${process.env["PATH"]}`, FAKE_VERSION: version };
    const expected = taken ? { path: join(bin, "dagger"), source: "path" } : null;
    expect(await findCli({ ...request, env })).toEqual(expected);
  });

  it("downloads, verifies, unpacks, and takes the copy the next time", async () => {
    const { body, sha256 } = await makeArchive(linux);
    const paths: (string | undefined)[] = [];
    const releases = await serve((request, response) => {
      paths.push(request.url);
      response.end(body);
    });
    const request = requestFor({ releases, checksums: { [linux]: sha256 } });
    const path = join(request.cache, "dagger", "0.21.8", "x64", "dagger");
    expect(await obtainCli(request)).toEqual({ path, source: "download" });
    expect(readFileSync(path, "utf8")).toBe("#!/bin/sh\necho published\n");
    expect(statSync(path).mode & 0o777).toBe(0o755);
    expect(await obtainCli(request)).toEqual({ path, source: "cache" });
    expect(paths).toEqual([`/0.21.8/${linux}`]);
    expect(readdirSync(join(request.cache, "dagger", "0.21.8")).sort()).toEqual(["x64", "x64.complete"]);
  });

  it("unpacks the zip archives of Windows", async () => {
    const name = "dagger_v0.21.8_windows_arm64.zip";
    const { body, sha256 } = await makeArchive(name);
    const releases = await serve(answer(body));
    const request = requestFor({ releases, checksums: { [name]: sha256 }, platform: "win32", arch: "arm64" });
    const { path } = await obtainCli(request);
    expect(path).toBe(join(request.cache, "dagger", "0.21.8", "arm64", "dagger.exe"));
    expect(readFileSync(path, "utf8")).toBe("published");
  });

  it("refuses an archive that was changed, before it is unpacked, and asks only once", async () => {
    const { body, sha256 } = await makeArchive(linux);
    let asked = 0;
    const releases = await serve((_, response) => {
      asked += 1;
      response.end(Buffer.concat([body, Buffer.from([0])]));
    });
    const request = requestFor({ releases, checksums: { [linux]: sha256 } });
    const error = await failure(request);
    expect(error.message).toContain(`is not the published one: SHA-256 is `);
    expect(error.message).toContain(`expected ${sha256}. It was not unpacked.`);
    expect(asked).toBe(1);
    expect(readdirSync(join(request.cache, "dagger", "0.21.8"))).toEqual([]);
  });

  it("tries again when the server is busy or the connection breaks", async () => {
    const { body, sha256 } = await makeArchive(linux);
    let asked = 0;
    const releases = await serve((_, response) => {
      asked += 1;
      if (asked === 1) response.writeHead(503).end();
      else if (asked === 2) {
        response.writeHead(200, { "content-length": body.length });
        response.write(body.subarray(0, 20), () => response.destroy());
      } else response.end(body);
    });
    const request = requestFor({ releases, checksums: { [linux]: sha256 }, pauseMs: 10 });
    expect((await obtainCli(request)).source).toBe("download");
    expect(asked).toBe(3);
  });

  it("gives up after the third attempt, says where from, and leaves nothing behind", async () => {
    let asked = 0;
    const releases = await serve((_, response) => {
      asked += 1;
      response.writeHead(503).end();
    });
    const request = requestFor({ releases, checksums: { [linux]: "0" }, pauseMs: 10 });
    const error = await failure(request);
    expect(asked).toBe(3);
    expect(error.message).toBe(
      `The Dagger CLI could not be downloaded from ${releases}/0.21.8/${linux}: the server answered 503 Service Unavailable.`,
    );
    expect(readdirSync(join(request.cache, "dagger", "0.21.8"))).toEqual([]);
  });

  it("does not insist on an archive that is not there", async () => {
    let asked = 0;
    const releases = await serve((_, response) => {
      asked += 1;
      response.writeHead(404).end();
    });
    const error = await failure(requestFor({ releases, checksums: { [linux]: "0" } }));
    expect(asked).toBe(1);
    expect(error.message).toContain("the server answered 404 Not Found");
  });

  it.runIf(process.platform === "linux")(
    "asks only once when the disk is full, and leaves nothing behind",
    async () => {
      let asked = 0;
      const url = await serve((_, response) => {
        asked += 1;
        response.end("bytes");
      });
      const file = join(directory(), "archive");
      symlinkSync("/dev/full", file);
      const full = download({ url, file, limitMs: 600_000, signal: new AbortController().signal });
      await expect(full).rejects.toMatchObject({ code: "ENOSPC" });
      expect(asked).toBe(1);
      expect(lstatSync(file, { throwIfNoEntry: false })).toBeUndefined();
      expect(lstatSync("/dev/full").isCharacterDevice()).toBe(true);
    },
  );

  it("keeps to its time limit", async () => {
    const releases = await serve(() => undefined);
    const error = await failure(requestFor({ releases, checksums: { [linux]: "0" }, limitMs: 300 }));
    expect(error.message).toContain("timeout");
  });

  it("goes through a proxy when the environment says so", async () => {
    const { body, sha256 } = await makeArchive(linux);
    const target = await serve(answer(body));
    const through: (string | undefined)[] = [];
    const proxy = await serve(() => undefined);
    servers.at(-1)?.on("connect", (request, client) => {
      through.push(request.url);
      const upstream = connect(Number(new URL(target).port), "127.0.0.1", () => {
        client.write("HTTP/1.1 200 OK\r\n\r\n");
        upstream.pipe(client).pipe(upstream);
      });
    });
    const releases = "http://releases.example.invalid";
    const request = requestFor({ releases, checksums: { [linux]: sha256 } });
    vi.stubEnv("http_proxy", proxy);
    expect((await obtainCli(request)).source).toBe("download");
    expect(through).toEqual(["releases.example.invalid:80"]);
    vi.stubEnv("no_proxy", "127.0.0.1");
    const excepted = { PATH: "/nowhere", RUNNER_TOOL_CACHE: directory() };
    expect((await obtainCli({ ...request, releases: target, env: excepted })).source).toBe("download");
    expect(through.length).toBe(1);
  });

  it("refuses a platform without a known checksum", async () => {
    const error = await failure(requestFor({ platform: "linux", arch: "arm" }));
    expect(error.message).toBe(
      "No checksum of the Dagger CLI v0.21.8 is known for linux/arm, so it is not downloaded.",
    );
  });

  it("keeps its copy in the user's cache outside of a runner", async () => {
    const { body, sha256 } = await makeArchive(linux);
    const releases = await serve(answer(body));
    const home = directory();
    const request = requestFor({ releases, checksums: { [linux]: sha256 }, env: { PATH: "/nowhere", HOME: home } });
    const { path } = await obtainCli(request);
    expect(path).toBe(join(home, ".cache", "dagger-go-pipeline", "dagger", "0.21.8", "x64", "dagger"));
    expect(existsSync(path)).toBe(true);
  });
});

describe("cliChecksums", () => {
  it("knows the platforms that Dagger publishes and people use", () => {
    const platforms = [
      ["linux", "x64"],
      ["linux", "arm64"],
      ["darwin", "x64"],
      ["darwin", "arm64"],
      ["win32", "x64"],
      ["win32", "arm64"],
    ] as const;
    const names = platforms.map(([platform, arch]) => archiveName(platform, arch));
    expect(Object.keys(cliChecksums).sort()).toEqual(names.sort());
    for (const checksum of Object.values(cliChecksums)) expect(checksum).toMatch(/^[0-9a-f]{64}$/);
  });

  it("belongs to the version of the SDK", () => {
    const file = fileURLToPath(new URL("../../../../package.json", import.meta.url));
    const text = readFileSync(file, "utf8");
    expect(text).toContain(`"@dagger.io/dagger": "${daggerVersion}"`);
  });
});
