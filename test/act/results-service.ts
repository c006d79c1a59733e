import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";

/** One uploaded workflow artifact, as the service has it. */
export interface StoredArtifact {
  readonly id: number;
  readonly name: string;
  /** The zip archive. */
  readonly content: Buffer;
  /** `sha256:…` as the client told it. */
  readonly hash: string;
  readonly expiresAt: string | null;
}

export interface ResultsService {
  readonly url: string;
  /** Looks like the runner's token: the client reads the ids of run and job from it. */
  readonly token: string;
  /** Finalized artifacts by name. */
  readonly artifacts: ReadonlyMap<string, StoredArtifact>;
  /** Answers every CreateArtifact with this status instead; null: works. */
  failWith: number | null;
  /** What that answer says. */
  refusal: string;
  close(): Promise<void>;
}

interface Draft {
  readonly blocks: Map<string, Buffer>;
  content: Buffer;
  readonly expiresAt: string | null;
}

type Json = Readonly<Record<string, unknown>>;

/** Of the signed addresses; the client registers it as a secret. */
const signature = "c2lnbmF0dXJlLW9mLWEtdGVzdA";

const service = "github.actions.results.api.v1.ArtifactService";

/**
 * A stand-in for GitHub's artifact service on this machine, spoken to by the toolkit's real client: the Twirp calls in JSON
 * (`packages/artifact/src/generated/results/api/v1/artifact.ts` of actions/toolkit) and the block-blob requests of Azure Storage.
 */
export async function startResultsService(): Promise<ResultsService> {
  const drafts = new Map<string, Draft>();
  const artifacts = new Map<string, StoredArtifact>();
  const state = { failWith: null as number | null, refusal: "told to fail", url: "" };
  const server = createServer((request, response) => {
    answer(request, response).catch((thrown: unknown) => response.writeHead(500).end(String(thrown)));
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", state.url);
    const body = await readAll(request);
    const method = url.pathname.split("/").at(-1) ?? "";
    if (url.pathname.startsWith("/blob/")) return answerBlob(request.method ?? "", url, body, response);
    if (url.pathname !== `/twirp/${service}/${method}`) return sendJson(response, 404, { msg: "no such call" });
    const [status, result] = call(method, JSON.parse(body.toString("utf8")));
    sendJson(response, status, result);
  }

  function call(method: string, data: Json): readonly [status: number, body: Json] {
    const name = String(data["name"]);
    switch (method) {
      case "CreateArtifact":
        if (state.failWith !== null) return [state.failWith, { msg: state.refusal }];
        if (drafts.has(name)) {
          return [
            409,
            { code: "already_exists", msg: "an artifact with this name already exists on the workflow run" },
          ];
        }
        drafts.set(name, {
          blocks: new Map(),
          content: Buffer.alloc(0),
          expiresAt: textOf(data["expires_at"] ?? data["expiresAt"]),
        });
        return [200, { ok: true, signed_upload_url: `${state.url}/blob/${encodeURIComponent(name)}?sig=${signature}` }];
      case "FinalizeArtifact": {
        const { content, expiresAt } = draftOf(name);
        const id = artifacts.size + 1;
        artifacts.set(name, { id, name, content, hash: textOf(data["hash"]) ?? "", expiresAt });
        return [200, { ok: true, artifact_id: String(id) }];
      }
      case "ListArtifacts":
        return [200, { artifacts: [...artifacts.values()].filter(asked(data)).map((one) => listed(one, data)) }];
      case "GetSignedArtifactURL":
        return [200, { signed_url: `${state.url}/blob/${encodeURIComponent(name)}?sig=${signature}` }];
      default:
        return [404, { msg: `no such call: ${method}` }];
    }
  }

  function answerBlob(method: string, url: URL, body: Buffer, response: ServerResponse): void {
    const draft = draftOf(decodeURIComponent(url.pathname.slice("/blob/".length)));
    const part = url.searchParams.get("comp");
    if (method === "GET") {
      response.writeHead(200, { "content-type": "application/zip" }).end(draft.content);
      return;
    }
    if (part === "block") draft.blocks.set(url.searchParams.get("blockid") ?? "", body);
    else if (part === "blocklist") draft.content = joinBlocks(draft.blocks, body.toString("utf8"));
    else draft.content = body;
    response.writeHead(201, { etag: '"1"', "last-modified": new Date().toUTCString() }).end();
  }

  function draftOf(name: string): Draft {
    const draft = drafts.get(name);
    if (draft === undefined) throw new Error(`no artifact was begun under the name ${name}`);
    return draft;
  }

  state.url = await listen(server);
  return {
    url: state.url,
    token: runtimeToken(),
    artifacts,
    get failWith() {
      return state.failWith;
    },
    set failWith(status) {
      state.failWith = status;
    },
    get refusal() {
      return state.refusal;
    },
    set refusal(text) {
      state.refusal = text;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

/** Starts a server on a free port of this machine only; its address. */
export function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (typeof address !== "object" || address === null) throw new Error("the server listens on no port");
      resolve(`http://127.0.0.1:${address.port}`);
    });
  });
}

/** SHA-256 as the client reports it, to compare with what arrived. */
export function digestOf(content: Buffer): string {
  return `sha256:${createHash("sha256").update(content).digest("hex")}`;
}

/** The filters of ListArtifacts. */
function asked(data: Json): (artifact: StoredArtifact) => boolean {
  const [id, name] = [textOf(data["id_filter"] ?? data["idFilter"]), textOf(data["name_filter"] ?? data["nameFilter"])];
  return (artifact) => (id === null || id === String(artifact.id)) && (name === null || name === artifact.name);
}

function listed(artifact: StoredArtifact, { workflow_run_backend_id, workflow_job_run_backend_id }: Json): Json {
  return {
    workflow_run_backend_id,
    workflow_job_run_backend_id,
    database_id: String(artifact.id),
    name: artifact.name,
    size: String(artifact.content.length),
    created_at: new Date(0).toISOString(),
  };
}

/** The list that commits an upload names the blocks in order: `<Latest>id</Latest>`. */
function joinBlocks(blocks: ReadonlyMap<string, Buffer>, list: string): Buffer {
  const ids = [...list.matchAll(/<(?:Latest|Uncommitted|Committed)>([^<]+)</g)].map((match) => match[1] ?? "");
  return Buffer.concat(ids.map((id) => blocks.get(id) ?? Buffer.alloc(0)));
}

/** An unsigned JWT whose scope names run and job (`getBackendIdsFromToken` of actions/toolkit). */
function runtimeToken(): string {
  const encode = (part: Json): string => Buffer.from(JSON.stringify(part)).toString("base64url");
  return [encode({ alg: "none", typ: "JWT" }), encode({ scp: "Actions.Results:run-1:job-1" }), "unsigned"].join(".");
}

/** Wrapper messages of protobuf (StringValue, Timestamp) are plain strings in JSON. */
function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function sendJson(response: ServerResponse, status: number, body: Json): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}
