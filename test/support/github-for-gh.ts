import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { token } from "./github-api.ts";
import type { GithubReleases } from "./github-releases.ts";
import type { Bundle } from "./sigstore.ts";

/** What gh asks GitHub for, on this machine: references of git and attestations here, releases from the other server. */
export interface GithubForGh {
  /** For gh: it reaches all hosts by a socket (`gh config`, http_unix_socket). */
  readonly env: Readonly<Record<string, string>>;
  /** Requests that change something, `POST /repos/…`, with what was sent where that is JSON. */
  readonly changes: readonly Change[];
  close(): Promise<void>;
}

export interface Change {
  readonly line: string;
  readonly sent: unknown;
}

interface Answer {
  readonly status: number;
  readonly value: unknown;
}

const repository = "/repos/octo/hello";
const notFound: Answer = { status: 404, value: { message: "Not Found" } };

export async function startGithubForGh(releases: GithubReleases, bundles: readonly Bundle[]): Promise<GithubForGh> {
  const dir = mkdtempSync(join(tmpdir(), "gh-"));
  const socket = join(dir, "socket");
  writeFileSync(join(dir, "config.yml"), `http_unix_socket: ${socket}\n`);
  const changes: Change[] = [];
  const server = createServer((request, response) => {
    answer(request, response).catch((thrown: unknown) => response.writeHead(500).end(String(thrown)));
  });
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "GET", url = "/", headers } = request;
    const body = await buffer(request);
    const json = body.length > 0 && headers["content-type"]?.includes("json");
    const sent: unknown = json ? JSON.parse(body.toString()) : null;
    if (!["GET", "HEAD"].includes(method) && url !== "/graphql") changes.push({ line: `${method} ${url}`, sent });
    if (headers.authorization !== `token ${token}`) return send(response, { status: 401, value: {} });
    const known = refs(releases.tags, method, url, sent) ?? attestations(bundles, url);
    if (known !== null) return send(response, known);
    const authorization = `token ${token}`;
    const init = { method, headers: { authorization }, ...(body.length === 0 ? {} : { body }) };
    const passed = await fetch(`${releases.url}${url}`, init);
    // gh has a token for GitHub's own addresses alone.
    const text = (await passed.text()).replaceAll(releases.url, "https://api.github.com");
    response.writeHead(passed.status, { "content-type": "application/json" }).end(text);
  }
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  return {
    env: { GH_CONFIG_DIR: dir },
    changes,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

function send(response: ServerResponse, { status, value }: Answer): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
}

/** Tags: https://docs.github.com/en/rest/git/refs, and whether there is one in GraphQL. null: it is about something else. */
function refs(tags: Map<string, string>, method: string, url: string, sent: unknown): Answer | null {
  if (url === "/graphql") {
    const name = text(field(sent, "variables"), "tagName").replace("refs/tags/", "");
    return { status: 200, value: { data: { repository: { ref: tags.has(name) ? { id: name } : null } } } };
  }
  const [, verb, one] = /^\/git\/(matching-refs|refs?)(?:\/tags\/([^?]+))?/.exec(url.replace(repository, "")) ?? [];
  if (verb === undefined) return null;
  if (verb === "matching-refs") {
    const names = [...tags.keys()].filter((name) => name.startsWith(one ?? ""));
    return { status: 200, value: names.map((name) => shown(tags, name)) };
  }
  const name = one ?? text(sent, "ref").replace("refs/tags/", "");
  if (method === "POST" && tags.has(name)) return { status: 422, value: { message: "Reference already exists" } };
  if (method !== "POST" && !tags.has(name)) return notFound;
  if (method === "PATCH" && field(sent, "force") !== true) {
    return { status: 422, value: { message: "Update is not a fast forward" } };
  }
  if (method !== "GET") tags.set(name, text(sent, "sha"));
  return { status: method === "POST" ? 201 : 200, value: shown(tags, name) };
}

function shown(tags: ReadonlyMap<string, string>, name: string): unknown {
  return { ref: `refs/tags/${name}`, object: { type: "commit", sha: tags.get(name) } };
}

/** https://docs.github.com/en/rest/repos/attestations, by the digest of a subject. null: it is about something else. */
function attestations(bundles: readonly Bundle[], url: string): Answer | null {
  const digest = /\/attestations\/sha256:([0-9a-f]{64})$/.exec(url)?.[1];
  if (digest === undefined) return null;
  const found = bundles.filter(({ dsseEnvelope: { payload } }) =>
    Buffer.from(payload, "base64").toString().includes(`"sha256":"${digest}"`),
  );
  return found.length === 0 ? notFound : { status: 200, value: { attestations: found.map((bundle) => ({ bundle })) } };
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function text(value: unknown, name: string): string {
  return String(field(value, name));
}
