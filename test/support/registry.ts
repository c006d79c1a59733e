import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

export interface TestRegistry {
  /** `127.0.0.1:<port>`, plain HTTP. */
  readonly address: string;
  /** Requests that came so far, `METHOD /path status`. */
  readonly requests: readonly string[];
  /** The next so many uploads of manifests are answered with a status. */
  refuse(count: number, status: number): void;
  close(): Promise<void>;
}

export interface Login {
  readonly username: string;
  readonly password: string;
}

interface Stored {
  readonly content: Buffer;
  readonly type: string;
}

/** The part of the distribution protocol that pulls and pushes need (https://github.com/opencontainers/distribution-spec), in memory. */
export async function startRegistry(login: Login | null = null): Promise<TestRegistry> {
  const state: RegistryState = {
    blobs: new Map(),
    manifests: new Map(),
    uploads: new Map(),
    requests: [],
    refused: { count: 0, status: 503 },
    authorization:
      login === null ? null : `Basic ${Buffer.from(`${login.username}:${login.password}`).toString("base64")}`,
  };
  const server = createServer((request, response) => {
    response.on("finish", () => state.requests.push(`${request.method} ${request.url} ${response.statusCode}`));
    handle(state, request, response).catch((error: unknown) =>
      response.destroy(error instanceof Error ? error : undefined),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Error("the registry has no port");
  return {
    address: `127.0.0.1:${bound.port}`,
    requests: state.requests,
    refuse: (count, status) => {
      state.refused = { count, status };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface RegistryState {
  readonly blobs: Map<string, Buffer>;
  /** By `name/reference`. */
  readonly manifests: Map<string, Stored>;
  readonly uploads: Map<string, Buffer[]>;
  readonly requests: string[];
  readonly authorization: string | null;
  refused: { count: number; readonly status: number };
}

async function handle(state: RegistryState, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(request);
  if (state.authorization !== null && request.headers.authorization !== state.authorization) {
    response.setHeader("www-authenticate", 'Basic realm="tests"');
    return fail(response, 401, "UNAUTHORIZED");
  }
  const url = new URL(request.url ?? "/", "http://registry");
  if (url.pathname === "/v2/") return void response.end("{}");
  const [, name, kind, reference = ""] =
    /^\/v2\/(.+?)\/(blobs\/uploads|blobs|manifests)\/([^/]*)$/.exec(url.pathname) ?? [];
  if (name === undefined) return fail(response, 404, "NAME_UNKNOWN");
  if (kind === "blobs/uploads") return upload(state, { request, url, name, reference, body }, response);
  if (kind === "manifests" && request.method === "PUT")
    return putManifest(state, { request, name, reference, body }, response);
  const found = kind === "blobs" ? blobOf(state, reference) : state.manifests.get(`${name}/${reference}`);
  if (found === undefined) return fail(response, 404, kind === "blobs" ? "BLOB_UNKNOWN" : "MANIFEST_UNKNOWN");
  response.setHeader("content-type", found.type);
  response.setHeader("content-length", found.content.length);
  response.setHeader("docker-content-digest", digestOf(found.content));
  response.end(request.method === "HEAD" ? undefined : found.content);
}

interface Incoming {
  readonly request: IncomingMessage;
  readonly name: string;
  /** Digest, tag or number of an upload. */
  readonly reference: string;
  readonly body: Buffer;
}

/** POST begins, PATCH adds, PUT ends with the digest of the whole. */
function upload(state: RegistryState, incoming: Incoming & { readonly url: URL }, response: ServerResponse): void {
  const { request, url, name, body } = incoming;
  const id = incoming.reference === "" ? randomUUID() : incoming.reference;
  const parts = [...(state.uploads.get(id) ?? []), body];
  state.uploads.set(id, parts);
  const digest = url.searchParams.get("digest");
  response.setHeader("location", `/v2/${name}/blobs/uploads/${id}`);
  if (digest === null) {
    response.setHeader("range", `0-${Math.max(0, Buffer.concat(parts).length - 1)}`);
    response.statusCode = 202;
    return void response.end();
  }
  const content = Buffer.concat(parts);
  if (request.method !== "PUT" || digestOf(content) !== digest) return fail(response, 400, "DIGEST_INVALID");
  state.blobs.set(digest, content);
  state.uploads.delete(id);
  created(response, digest);
}

function putManifest(
  state: RegistryState,
  { request, name, reference, body }: Incoming,
  response: ServerResponse,
): void {
  if (state.refused.count > 0) {
    state.refused = { ...state.refused, count: state.refused.count - 1 };
    return fail(response, state.refused.status, "UNAVAILABLE");
  }
  const stored = { content: body, type: request.headers["content-type"] ?? "application/json" };
  const digest = digestOf(body);
  for (const key of [reference, digest]) state.manifests.set(`${name}/${key}`, stored);
  created(response, digest);
}

function created(response: ServerResponse, digest: string): void {
  response.setHeader("docker-content-digest", digest);
  response.statusCode = 201;
  response.end();
}

function blobOf({ blobs }: RegistryState, digest: string): Stored | undefined {
  const content = blobs.get(digest);
  return content === undefined ? undefined : { content, type: "application/octet-stream" };
}

function fail(response: ServerResponse, status: number, code: string): void {
  response.statusCode = status;
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ errors: [{ code, message: code.toLowerCase().replace("_", " ") }] }));
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function digestOf(content: Buffer): string {
  return `sha256:${createHash("sha256").update(content).digest("hex")}`;
}
