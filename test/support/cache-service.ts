import { randomUUID } from "node:crypto";
import {
  createReadStream,
  createWriteStream,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";

/**
 * GitHub's cache service on this machine, in both versions that clients speak: the first one (`_apis/artifactcache`, GitHub Enterprise Server and act) and the
 * second (Twirp calls in JSON, archives in blob storage). Archives lie on disk.
 */
export interface CacheService {
  /** What the runner gives to actions. */
  readonly env: Readonly<Record<string, string>>;
  /** The same for the second version. */
  readonly envV2: Readonly<Record<string, string>>;
  readonly archives: () => readonly Archive[];
  /** Removes archives, as the service does when there are too many. */
  readonly forget: (which: (archive: Archive) => boolean) => void;
  /** Gives archives other keys. */
  readonly rename: (to: (key: string) => string) => void;
  /** How it behaves from now on. */
  fault: Fault;
  /** Requests so far, `GET /_apis/…`. */
  readonly requests: readonly string[];
  readonly close: () => Promise<void>;
}

export interface Archive {
  readonly key: string;
  readonly path: string;
}

export type Fault =
  | null
  | "error-500"
  | "silent"
  | "garbage"
  | "truncated"
  | "stalled"
  | "read-only"
  | "conflict"
  | "quota"
  | "upload-error"
  /** The connection breaks after so many tenths of an archive. */
  | `cut-${number}`
  /** Parts of archives are not to be had, only whole ones. */
  | "whole-only";

interface Entry extends Archive {
  key: string;
  readonly version: string;
  committed: boolean;
}

interface State {
  readonly dir: string;
  readonly entries: Entry[];
  readonly requests: string[];
  fault: Fault;
}

export async function startCacheService(): Promise<CacheService> {
  const state: State = { dir: mkdtempSync(join(tmpdir(), "cache-service-")), entries: [], requests: [], fault: null };
  const server = createServer((request, response) => {
    answer(state, request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const url = `http://127.0.0.1:${address.port}/`;
  const token = { ACTIONS_RUNTIME_TOKEN: runtimeToken() };
  return {
    env: { ACTIONS_CACHE_URL: url, ...token },
    envV2: { ACTIONS_RESULTS_URL: url, ACTIONS_CACHE_SERVICE_V2: "true", ...token },
    archives: () => state.entries.filter(({ committed }) => committed),
    forget: (which) => {
      for (const entry of state.entries.filter(which)) Object.assign(entry, { committed: false, key: "" });
    },
    rename: (to) => {
      for (const entry of state.entries) entry.key = to(entry.key);
    },
    get fault() {
      return state.fault;
    },
    set fault(fault) {
      state.fault = fault;
    },
    requests: state.requests,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(state.dir, { recursive: true, force: true });
    },
  };
}

/** Scopes of the cache stand in the token, whose signature nobody checks. */
function runtimeToken(): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const ac = JSON.stringify([{ Scope: "refs/heads/main", Permission: 3 }]);
  return [part({ alg: "none" }), part({ ac, nbf: 0, exp: 4_000_000_000, jti: randomUUID() }), part("signature")].join(
    ".",
  );
}

async function answer(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", `http://${request.headers.host}`);
  state.requests.push(`${request.method} ${url.pathname}`);
  if (state.fault === "silent") return;
  if (state.fault === "error-500") return send(response, 500, { message: "told to fail" });
  if (url.pathname.startsWith("/twirp/")) return await twirp(state, url, await json(request), response);
  if (url.pathname.startsWith("/blob/")) return await blob(state, url, request, response);
  await firstVersion(state, url, request, response);
}

async function firstVersion(state: State, url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = url.pathname.replace(/^\/_apis\/artifactcache/, "");
  if (request.method === "GET" && path === "/cache") {
    const keys = (url.searchParams.get("keys") ?? "").split(",");
    const found = lookUp(state, keys, url.searchParams.get("version") ?? "");
    if (found === null) return send(response, 204, null);
    const archiveLocation = `${url.origin}/blob/${found.index}`;
    return send(response, 200, { cacheKey: found.key, scope: "refs/heads/main", archiveLocation });
  }
  if (request.method === "POST" && path === "/caches") {
    const { key, version } = await json(request);
    const refusal = refusalOf(state, `${key}`);
    if (refusal !== null) return send(response, state.fault === "quota" ? 400 : 409, { message: refusal });
    return send(response, 201, { cacheId: reserve(state, `${key}`, `${version}`) });
  }
  const entry = state.entries[Number(/^\/caches\/(\d+)$/.exec(path)?.[1] ?? 0) - 1];
  if (entry === undefined) return send(response, 404, { message: `${request.method} ${path}` });
  if (request.method === "PATCH") {
    if (state.fault === "upload-error") return send(response, 500, { message: "told to fail" });
    const start = Number(/bytes (\d+)-/.exec(request.headers["content-range"] ?? "")?.[1] ?? 0);
    await pipeline(request, createWriteStream(entry.path, { flags: "r+", start }));
    return send(response, 204, null);
  }
  entry.committed = true;
  send(response, 204, null);
}

async function twirp(
  state: State,
  url: URL,
  data: Readonly<Record<string, unknown>>,
  response: ServerResponse,
): Promise<void> {
  const [key, version] = [`${data["key"]}`, `${data["version"]}`];
  const signed = (index: number): string => `${url.origin}/blob/${index}?sig=c2lnbmF0dXJl`;
  switch (url.pathname) {
    case "/twirp/github.actions.results.api.v1.CacheService/GetCacheEntryDownloadURL": {
      const others = Array.isArray(data["restore_keys"]) ? data["restore_keys"].map(String) : [];
      const found = lookUp(state, [key, ...others], version);
      if (found === null) return send(response, 200, { ok: false });
      return send(response, 200, { ok: true, signed_download_url: signed(found.index), matched_key: found.key });
    }
    case "/twirp/github.actions.results.api.v1.CacheService/CreateCacheEntry": {
      const refusal = refusalOf(state, key);
      if (refusal !== null) return send(response, 200, { ok: false, message: refusal });
      return send(response, 200, { ok: true, signed_upload_url: signed(reserve(state, key, version) - 1) });
    }
    case "/twirp/github.actions.results.api.v1.CacheService/FinalizeCacheEntryUpload": {
      if (state.fault === "quota") return send(response, 200, { ok: false, message: "the quota is used up" });
      const entry = state.entries.find((one) => one.key === key && one.version === version);
      if (entry !== undefined) entry.committed = true;
      return send(response, 200, { ok: entry !== undefined, entry_id: "7" });
    }
    default:
      return send(response, 404, { msg: "no such call" });
  }
}

/** Blob storage: one request, or blocks and the list that joins them. */
async function blob(state: State, url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const entry = state.entries[Number(url.pathname.slice("/blob/".length))];
  if (entry === undefined) return send(response, 404, {});
  if (request.method === "GET") return await download(state, entry, request, response);
  if (state.fault === "upload-error") return send(response, 403, {});
  const block = url.searchParams.get("blockid");
  if (url.searchParams.get("comp") === "blocklist") {
    const ids = [...(await text(request)).matchAll(/<Latest>([^<]+)</g)].map((match) => match[1] ?? "");
    for (const id of ids) {
      await pipeline(createReadStream(blockPath(entry, id)), createWriteStream(entry.path, { flags: "a" }));
    }
  } else await pipeline(request, createWriteStream(block === null ? entry.path : blockPath(entry, block)));
  // BuildKit 0.30 takes it for granted that blob storage names its answers.
  const named = { "x-ms-request-id": randomUUID() };
  response.writeHead(201, { etag: '"1"', "last-modified": new Date().toUTCString(), ...named }).end();
}

function blockPath(entry: Entry, id: string): string {
  return `${entry.path}-${Buffer.from(id).toString("hex")}`;
}

async function download(state: State, entry: Entry, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { size } = statSync(entry.path);
  if (state.fault === "garbage") return send(response, 200, { this: "is no archive" });
  if (state.fault === "truncated") {
    response.writeHead(200, { "content-length": Math.floor(size / 2) });
    response.end(readFileSync(entry.path).subarray(0, Math.floor(size / 2)));
    return;
  }
  if (state.fault === "stalled") {
    response.writeHead(200, { "content-length": size });
    response.write(readFileSync(entry.path).subarray(0, 100));
    return;
  }
  const asked = request.headers["x-ms-range"] ?? request.headers.range ?? "";
  const range = state.fault === "whole-only" ? null : /bytes=(\d+)-(\d*)/.exec(`${asked}`);
  const from = Number(range?.[1] ?? 0);
  const to = range?.[2] ? Math.min(size, Number(range[2]) + 1) : size;
  response.writeHead(range === null ? 200 : 206, {
    "content-length": to - from,
    ...(range === null ? {} : { "content-range": `bytes ${from}-${to - 1}/${size}` }),
  });
  const cut = /^cut-(\d+)$/.exec(state.fault ?? "")?.[1];
  const end = cut === undefined ? to : Math.min(to, Math.floor((size * Number(cut)) / 10));
  if (end > from)
    await pipeline(createReadStream(entry.path, { start: from, end: end - 1 }), response, { end: end === to });
  if (end < to) response.destroy();
}

/** The newest entry of the first key that one begins with. */
function lookUp({ entries }: State, keys: readonly string[], version: string): { index: number; key: string } | null {
  for (const key of keys) {
    const fits = (entry: Entry): boolean => entry.committed && entry.version === version && entry.key.startsWith(key);
    const index = entries.findLastIndex(fits);
    const entry = entries[index];
    if (entry !== undefined) return { index, key: entry.key };
  }
  return null;
}

/** What the service says when it takes nothing; null when it does. */
function refusalOf({ fault, entries }: State, key: string): string | null {
  if (fault === "read-only") return "cache write denied: the token may only read";
  if (fault === "quota") return "the quota is used up";
  const taken = fault === "conflict" || entries.some((entry) => entry.key === key);
  return taken ? "Cache already exists." : null;
}

/** Answers the number of the entry, from 1. */
function reserve({ dir, entries }: State, key: string, version: string): number {
  const path = join(dir, `${entries.length}`);
  writeFileSync(path, "");
  return entries.push({ key, version, path, committed: false });
}

function send(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(value === null ? undefined : JSON.stringify(value));
}

async function json(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  return JSON.parse(await text(request));
}
