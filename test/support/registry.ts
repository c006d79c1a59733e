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
  readonly uploads: Map<string, Buffer>;
  readonly requests: string[];
  readonly authorization: string | null;
  refused: { count: number; readonly status: number };
}

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

async function handle(state: RegistryState, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { status, headers = {}, body = "" } = answer(state, request, await readBody(request));
  response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) });
  response.end(request.method === "HEAD" ? undefined : body);
}

function answer(state: RegistryState, request: IncomingMessage, body: Buffer): Answer {
  if (state.authorization !== null && request.headers.authorization !== state.authorization) {
    return { ...problem(401, "UNAUTHORIZED"), headers: { "www-authenticate": 'Basic realm="tests"' } };
  }
  const url = new URL(request.url ?? "/", "http://registry");
  if (url.pathname === "/v2/") return { status: 200, body: "{}" };
  const pattern = /^\/v2\/(.+?)\/(blobs\/uploads|blobs|manifests)\/([^/]*)$/;
  const [, name, kind, reference = ""] = pattern.exec(url.pathname) ?? [];
  if (name === undefined) return problem(404, "NAME_UNKNOWN");
  const incoming = { request, url, name, reference, body };
  if (kind === "blobs/uploads") return upload(state, incoming);
  if (kind === "manifests" && request.method === "PUT") return putManifest(state, incoming);
  const found = kind === "blobs" ? blobOf(state, reference) : state.manifests.get(`${name}/${reference}`);
  if (found === undefined) return problem(404, kind === "blobs" ? "BLOB_UNKNOWN" : "MANIFEST_UNKNOWN");
  const headers = { "content-type": found.type, "docker-content-digest": digestOf(found.content) };
  return { status: 200, headers, body: found.content };
}

interface Incoming {
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly name: string;
  /** Digest, tag or number of an upload. */
  readonly reference: string;
  readonly body: Buffer;
}

/** POST begins, PATCH adds, PUT ends with the digest of the whole. */
function upload(state: RegistryState, { request, url, name, reference, body }: Incoming): Answer {
  const id = reference === "" ? randomUUID() : reference;
  const content = Buffer.concat([state.uploads.get(id) ?? Buffer.alloc(0), body]);
  state.uploads.set(id, content);
  const digest = url.searchParams.get("digest");
  if (digest === null) {
    const headers = { location: `/v2/${name}/blobs/uploads/${id}`, range: `0-${Math.max(0, content.length - 1)}` };
    return { status: 202, headers };
  }
  if (request.method !== "PUT" || digestOf(content) !== digest) return problem(400, "DIGEST_INVALID");
  state.blobs.set(digest, content);
  state.uploads.delete(id);
  return { status: 201, headers: { "docker-content-digest": digest } };
}

function putManifest(state: RegistryState, { request, name, reference, body }: Incoming): Answer {
  const { count, status } = state.refused;
  if (count > 0) {
    state.refused = { count: count - 1, status };
    return problem(status, "UNAVAILABLE");
  }
  const stored = { content: body, type: request.headers["content-type"] ?? "application/json" };
  const digest = digestOf(body);
  for (const key of [reference, digest]) state.manifests.set(`${name}/${key}`, stored);
  return { status: 201, headers: { "docker-content-digest": digest } };
}

function blobOf({ blobs }: RegistryState, digest: string): Stored | undefined {
  const content = blobs.get(digest);
  return content === undefined ? undefined : { content, type: "application/octet-stream" };
}

function problem(status: number, code: string): Answer {
  const message = code.toLowerCase().replace("_", " ");
  return { status, body: JSON.stringify({ errors: [{ code, message }] }) };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function digestOf(content: Buffer): string {
  return `sha256:${createHash("sha256").update(content).digest("hex")}`;
}
