import { execFileSync } from "node:child_process";
import { generateKeyPairSync, sign } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Duplex } from "node:stream";
import { buffer } from "node:stream/consumers";
import {
  fulcioHandler,
  initializeCA,
  initializeCTLog,
  initializeTLog,
  initializeTSA,
  rekorHandler,
  tsaHandler,
} from "@sigstore/mock";
import { token } from "./github-api.ts";

/**
 * What signs and keeps attestations, on this machine: the tokens that a runner gives out, GitHub's issuer of them, Fulcio, Rekor and a time stamp authority as Sigstore's own
 * mock has them, and GitHub's API for attestations. The library knows most of them by fixed https addresses: they are reached through a proxy that leads all of them here.
 */
export interface Sigstore {
  /** What a runner gives to steps that may sign, with the proxy and the certificate of the servers. */
  readonly env: Readonly<Record<string, string>>;
  /** Bundles as they were stored. */
  readonly stored: Bundle[];
  /** Requests so far, `POST fulcio.sigstore.dev/api/v2/signingCert`. */
  readonly requests: string[];
  /** What the next requests that match are answered with. */
  fail(match: RegExp, status: number, message: string): void;
  close(): Promise<void>;
}

export interface Bundle {
  readonly mediaType: string;
  readonly verificationMaterial: {
    readonly certificate: { readonly rawBytes: string };
    readonly tlogEntries?: readonly unknown[];
    readonly timestampVerificationData: { readonly rfc3161Timestamps: readonly unknown[] };
  };
  readonly dsseEnvelope: {
    readonly payload: string;
    readonly payloadType: string;
    readonly signatures: readonly { readonly sig: string }[];
  };
}

const hosts = {
  issuer: "token.actions.githubusercontent.com",
  public: ["fulcio.sigstore.dev", "rekor.sigstore.dev"],
  private: ["fulcio.githubapp.com", "timestamp.githubapp.com"],
} as const;

/** The identity of a workflow, as GitHub's tokens have it. */
const claimsOf = ({ file, ref }: Workflow) => ({
  iss: `https://${hosts.issuer}`,
  sub: `repo:octo/hello:ref:${ref}`,
  ref,
  sha: "0123456789012345678901234567890123456789",
  repository: "octo/hello",
  event_name: "push",
  job_workflow_ref: `octo/hello/.github/workflows/${file}@${ref}`,
  workflow_ref: `octo/hello/.github/workflows/${file}@${ref}`,
  repository_id: "1",
  repository_owner_id: "2",
  runner_environment: "github-hosted",
  run_id: "42",
  run_attempt: "1",
});

/** Which workflow runs, and for which ref. */
interface Workflow {
  readonly file: string;
  readonly ref: string;
}

type Reply = { readonly status: number; readonly body: string | Buffer; readonly type?: string };

/** `api`: address of what answers the other questions to GitHub's API. */
export async function startSigstore(
  api: string | null = null,
  workflow: Workflow = { file: "go.yml", ref: "refs/heads/main" },
): Promise<Sigstore> {
  const dir = mkdtempSync(join(tmpdir(), "sigstore-"));
  const [key, certificate] = [join(dir, "tls.key"), join(dir, "tls.crt")];
  const names = [hosts.issuer, ...hosts.public, ...hosts.private].map((host) => `DNS:${host}`).join(",");
  const subject = ["-subj", "/CN=a test", "-addext", `subjectAltName=${names}`];
  const options = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", ...subject];
  execFileSync("openssl", [...options, "-keyout", key, "-out", certificate], { stdio: "ignore" });

  const stored: Bundle[] = [];
  const requests: string[] = [];
  const faults: { readonly match: RegExp; readonly reply: Reply }[] = [];
  const answers = await createAnswers(stored, claimsOf(workflow));
  const serve = async (request: IncomingMessage, response: ServerResponse, secure: boolean): Promise<void> => {
    const place = `${secure ? request.headers.host : ""}${request.url}`;
    requests.push(`${request.method} ${place}`);
    const body = await buffer(request);
    const fault = faults.find(({ match }) => match.test(`${request.method} ${place}`));
    const known = fault?.reply ?? (await answers(place, body, request.headers.authorization));
    if (known === null && api !== null) return await passOn(api, request, body, response);
    const { status, body: said, type = "application/json" } = known ?? { status: 404, body: "{}" };
    response.writeHead(status, { "content-type": type }).end(said);
  };
  const listener = (secure: boolean) => (request: IncomingMessage, response: ServerResponse) => {
    serve(request, response, secure).catch((thrown: unknown) => response.writeHead(500).end(String(thrown)));
  };
  const plain = createServer(listener(false));
  const tls = createTlsServer({ key: readFileSync(key), cert: readFileSync(certificate) }, listener(true));
  const [port, tlsPort] = [await listen(plain), await listen(tls)];
  const tunnels = new Set<Duplex>();
  plain.on("connect", (request, socket, head) => {
    requests.push(`CONNECT ${request.url}`);
    const onward = connect(tlsPort, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      onward.write(head);
      socket.pipe(onward).pipe(socket);
    });
    for (const end of [socket, onward]) {
      tunnels.add(end);
      end.on("error", () => [socket, onward].map((each) => each.destroy()));
    }
  });
  const url = `http://127.0.0.1:${port}`;
  return {
    ...{ stored, requests },
    env: {
      ...{ ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/token?v=2`, ACTIONS_ID_TOKEN_REQUEST_TOKEN: "runner" },
      ...{ GITHUB_API_URL: url, HTTPS_PROXY: url, NO_PROXY: "127.0.0.1", NODE_EXTRA_CA_CERTS: certificate },
    },
    fail: (match, status, message) => {
      faults.push({ match, reply: { status, body: JSON.stringify({ message }) } });
    },
    close: async () => {
      for (const end of tunnels) end.destroy();
      for (const server of [plain, tls]) {
        server.closeAllConnections();
        server.close();
        await once(server, "close");
      }
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function listen(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("a server without a port");
  return address.port;
}

/** null: it is nothing that signs or keeps attestations. */
async function createAnswers(stored: Bundle[], claims: object) {
  const keys = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const identity = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const handlers = [
    fulcioHandler(await initializeCA(keys, await initializeCTLog(keys))),
    rekorHandler(await initializeTLog("https://rekor.sigstore.dev", keys)),
    tsaHandler(await initializeTSA(keys)),
  ];
  return async (place: string, body: Buffer, authorization: string | undefined): Promise<Reply | null> => {
    if (place.startsWith("/token?")) {
      if (authorization?.toLowerCase() !== "bearer runner") return { status: 401, body: "{}" };
      const audience = new URL(place, "http://localhost").searchParams.get("audience") ?? "";
      return json({ value: signed({ ...claims, aud: audience }, identity.privateKey) });
    }
    if (place === `${hosts.issuer}/.well-known/openid-configuration`) {
      return json({ jwks_uri: `https://${hosts.issuer}/.well-known/jwks` });
    }
    if (place === `${hosts.issuer}/.well-known/jwks`) {
      return json({ keys: [{ ...identity.publicKey.export({ format: "jwk" }), alg: "RS256", use: "sig", kid: "1" }] });
    }
    if (place === "/repos/octo/hello/attestations") {
      if (authorization !== `token ${token}`) return { status: 403, body: '{"message":"Resource not accessible"}' };
      stored.push(JSON.parse(body.toString()).bundle);
      return { status: 201, body: JSON.stringify({ id: 1_000 + stored.length }) };
    }
    const handler = handlers.find(({ path }) => place.endsWith(path));
    if (handler === undefined) return null;
    const { statusCode, response, contentType } = await handler.fn(body.toString());
    return { status: statusCode, body: response, ...(contentType === undefined ? {} : { type: contentType }) };
  };
}

function json(value: unknown): Reply {
  return { status: 200, body: JSON.stringify(value) };
}

/** A JSON Web Token (RFC 7519). */
function signed(payload: object, key: Parameters<typeof sign>[2]): string {
  const now = Math.floor(Date.now() / 1_000);
  const parts = [
    { alg: "RS256", typ: "JWT", kid: "1" },
    { ...payload, iat: now, nbf: now - 60, exp: now + 600 },
  ].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"));
  return [...parts, sign("sha256", Buffer.from(parts.join(".")), key).toString("base64url")].join(".");
}

async function passOn(api: string, request: IncomingMessage, body: Buffer, response: ServerResponse): Promise<void> {
  const { method = "GET", url, headers } = request;
  const answer = await fetch(`${api}${url}`, {
    method,
    headers: { authorization: headers.authorization ?? "", "content-type": headers["content-type"] ?? "" },
    ...(body.length === 0 ? {} : { body }),
  });
  response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "" });
  response.end(Buffer.from(await answer.arrayBuffer()));
}
