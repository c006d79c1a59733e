import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/**
 * The cache service of GitHub in its first version, as BuildKit speaks to it: look up, reserve, upload in pieces, commit
 * (https://github.com/tonistiigi/go-actions-cache).
 */
export interface CacheService {
  /** What the runner gives to actions. */
  readonly env: Readonly<Record<string, string>>;
  readonly entries: () => number;
  readonly close: () => Promise<void>;
}

interface Entry {
  readonly key: string;
  readonly version: string;
  readonly pieces: { readonly from: number; readonly data: Buffer }[];
  committed: boolean;
}

export async function startCacheService(): Promise<CacheService> {
  const entries: Entry[] = [];
  const server = createServer((request, response) => void answer(entries, request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    env: { ACTIONS_CACHE_URL: `http://127.0.0.1:${address.port}/`, ACTIONS_RUNTIME_TOKEN: token() },
    entries: () => entries.filter((entry) => entry.committed).length,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Scopes of the cache stand in the token, whose signature nobody checks. */
function token(): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const ac = JSON.stringify([{ Scope: "refs/heads/main", Permission: 3 }]);
  return [part({ alg: "none" }), part({ ac, nbf: 0, exp: 4_000_000_000, jti: randomUUID() }), part("signature")].join(
    ".",
  );
}

async function answer(entries: Entry[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", `http://${request.headers.host}`);
  const body = await readBody(request);
  const path = url.pathname.replace(/^\/_apis\/artifactcache/, "");
  const id = Number(/^\/caches\/(\d+)$/.exec(path)?.[1] ?? 0);
  const entry = entries[id - 1];
  if (request.method === "GET" && path === "/cache") return lookUp(entries, url, response);
  if (request.method === "GET" && path.startsWith("/blob/"))
    return sendBlob(entries[Number(path.slice(6))], request, response);
  if (request.method === "POST" && path === "/caches") {
    const { key, version } = JSON.parse(body.toString("utf8"));
    entries.push({ key, version, pieces: [], committed: false });
    return send(response, 201, { cacheId: entries.length });
  }
  if (entry !== undefined && request.method === "PATCH") {
    const from = Number(/bytes (\d+)-/.exec(request.headers["content-range"] ?? "")?.[1] ?? 0);
    entry.pieces.push({ from, data: body });
    return send(response, 204, null);
  }
  if (entry !== undefined && request.method === "POST") {
    entry.committed = true;
    return send(response, 204, null);
  }
  send(response, 404, { message: `${request.method} ${path}` });
}

/** The newest entry of the first key that one starts with. */
function lookUp(entries: readonly Entry[], url: URL, response: ServerResponse): void {
  const version = url.searchParams.get("version");
  const keys = (url.searchParams.get("keys") ?? "").split(",");
  const usable = (entry: Entry, key: string): boolean =>
    entry.committed && entry.version === version && entry.key.startsWith(key);
  const found = keys.map((key) => entries.findLastIndex((entry) => usable(entry, key))).find((index) => index >= 0);
  const entry = found === undefined ? undefined : entries[found];
  if (entry === undefined) send(response, 204, null);
  else {
    const archiveLocation = `${url.origin}/blob/${found}`;
    send(response, 200, { cacheKey: entry.key, scope: "refs/heads/main", archiveLocation });
  }
}

function sendBlob(entry: Entry | undefined, request: IncomingMessage, response: ServerResponse): void {
  const pieces = [...(entry?.pieces ?? [])].sort((a, b) => a.from - b.from);
  const data = Buffer.concat(pieces.map((piece) => piece.data));
  const range = /bytes=(\d+)-(\d*)/.exec(request.headers.range ?? "");
  const from = Number(range?.[1] ?? 0);
  const to = range?.[2] ? Number(range[2]) + 1 : data.length;
  response.writeHead(range === null ? 200 : 206, {
    "content-length": to - from,
    ...(range === null ? {} : { "content-range": `bytes ${from}-${to - 1}/${data.length}` }),
  });
  response.end(data.subarray(from, to));
}

function send(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(value === null ? undefined : JSON.stringify(value));
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}
