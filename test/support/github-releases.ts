import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { token } from "./github-api.ts";

/**
 * What of GitHub's API releases need, on this machine, in the shapes that its documentation shows (REST version 2022-11-28): commits by tag, releases and drafts in
 * pages, files with state and digest. It checks the token, and fails as it is told.
 */
export interface GithubReleases {
  readonly url: string;
  /** What the runner gives to actions. */
  readonly env: Readonly<Record<string, string>>;
  /** The commits of tags. */
  readonly tags: Map<string, string>;
  readonly releases: StoredRelease[];
  /** A release that is there. */
  add(release: Partial<StoredRelease> & { readonly tag_name: string }): StoredRelease;
  /** What happens to the next requests that match, each used up by one request; `times` is how often. */
  fail(match: RegExp, fault: Fault, times?: number): void;
  /** Requests so far, `GET /repos/…?page=2`. */
  readonly requests: string[];
  close(): Promise<void>;
}

export interface StoredRelease {
  readonly id: number;
  readonly tag_name: string;
  name: string;
  body: string;
  draft: boolean;
  prerelease: boolean;
  latest: string | null;
  readonly assets: StoredAsset[];
}

export interface StoredAsset {
  readonly id: number;
  readonly name: string;
  state: "uploaded" | "starter";
  size: number;
  digest: string | null;
  content: Buffer;
}

/**
 * `cut`: the connection breaks after the request was done, so that nobody knows whether it was; `half`: it breaks before, and of a file half is left; `hook`: something happens
 * first, and then the answer is as always.
 */
export type Fault =
  | { readonly status: number; readonly message: string; readonly headers?: Readonly<Record<string, string>> }
  | "cut"
  | "half"
  | { readonly hook: () => void | Promise<void> };

const repository = "octo/hello";

interface State {
  readonly url: string;
  readonly tags: Map<string, string>;
  readonly releases: StoredRelease[];
  readonly faults: { readonly match: RegExp; readonly fault: Fault; left: number }[];
  readonly requests: string[];
  ids: number;
}

export async function startGithubReleases(): Promise<GithubReleases> {
  let state: State | null = null;
  const server = createServer((request, response) => {
    if (state === null) return;
    answer(state, request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const url = `http://127.0.0.1:${address.port}`;
  const started: State = { url, tags: new Map(), releases: [], faults: [], requests: [], ids: 100 };
  state = started;
  return {
    ...{ url, tags: started.tags, releases: started.releases, requests: started.requests },
    env: { GITHUB_API_URL: url, GITHUB_REPOSITORY: repository },
    add: (release) => store(started, release),
    fail: (match, fault, times = 1) => started.faults.push({ match, fault, left: times }),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A file as GitHub has it when all of it has arrived. */
export function storedAsset(name: string, text: string, over: Partial<StoredAsset> = {}): StoredAsset {
  const content = Buffer.from(text);
  const digest = `sha256:${createHash("sha256").update(content).digest("hex")}`;
  return { id: 9_000 + name.length, name, state: "uploaded", size: content.length, digest, content, ...over };
}

function store(state: State, release: Partial<StoredRelease> & { readonly tag_name: string }): StoredRelease {
  state.ids += 1;
  const defaults = { name: release.tag_name, body: "", draft: true, prerelease: false, latest: null };
  const stored = { id: state.ids, ...defaults, assets: [], ...release };
  state.releases.push(stored);
  return stored;
}

async function answer(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", state.url);
  const line = `${request.method} ${url.pathname}${url.search}`;
  state.requests.push(line);
  const sent = await buffer(request);
  const found = state.faults.find(({ match, left }) => left > 0 && match.test(line));
  if (found !== undefined) found.left -= 1;
  const fault = found?.fault;
  if (typeof fault === "object" && "hook" in fault) await fault.hook();
  if (typeof fault === "object" && "status" in fault) {
    return send(response, fault.status, { message: fault.message, status: `${fault.status}` }, fault.headers);
  }
  if (request.headers.authorization !== `token ${token}`) return send(response, 401, { message: "Bad credentials" });
  const { status, value, headers } = route(state, request.method ?? "GET", url, fault === "half" ? half(sent) : sent);
  if (fault === "half") for (const asset of state.releases.flatMap(({ assets }) => assets).slice(-1)) leaveHalf(asset);
  if (fault === "cut" || fault === "half") request.socket.destroy();
  else send(response, status, value, headers);
}

function half(sent: Buffer): Buffer {
  return sent.subarray(0, Math.floor(sent.length / 2));
}

function leaveHalf(asset: StoredAsset): void {
  asset.state = "starter";
  asset.digest = null;
}

interface Routed {
  readonly status: number;
  readonly value: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const notFound: Routed = { status: 404, value: { message: "Not Found" } };

function exists(resource: string, field: string): Routed {
  return {
    status: 422,
    value: { message: "Validation Failed", errors: [{ resource, code: "already_exists", field }] },
  };
}

function route(state: State, method: string, url: URL, sent: Buffer): Routed {
  const path = decodeURIComponent(url.pathname.replace(`/repos/${repository}`, ""));
  const tag = /^\/commits\/tags\/(.+)$/.exec(path)?.[1];
  if (tag !== undefined) {
    const sha = state.tags.get(tag);
    if (sha === undefined) return { status: 422, value: { message: `No commit found for SHA: tags/${tag}` } };
    return { status: 200, value: { sha } };
  }
  const published = /^\/releases\/tags\/(.+)$/.exec(path)?.[1];
  if (published !== undefined) {
    const found = state.releases.find((each) => !each.draft && each.tag_name === published);
    return found === undefined ? notFound : { status: 200, value: shown(state, found) };
  }
  if (path === "/releases" && method === "GET")
    return paged(
      url,
      state.releases.map((each) => shown(state, each)),
    );
  if (path === "/releases" && method === "POST") return create(state, JSON.parse(sent.toString()));
  const asset = /^\/releases\/assets\/(\d+)$/.exec(path)?.[1];
  if (asset !== undefined) return removeAsset(state, Number(asset));
  const [, id, files] = /^(?:\/uploads)?\/releases\/(\d+)(\/assets)?$/.exec(path) ?? [];
  const release = state.releases.find((each) => each.id === Number(id));
  if (release === undefined) return notFound;
  if (files !== undefined)
    return method === "GET" ? paged(url, release.assets.map(shownAsset)) : upload(state, release, url, sent);
  if (method === "DELETE") {
    state.releases.splice(state.releases.indexOf(release), 1);
    return { status: 204, value: null };
  }
  return method === "PATCH"
    ? update(state, release, JSON.parse(sent.toString()))
    : { status: 200, value: shown(state, release) };
}

function create(state: State, sent: Readonly<Record<string, unknown>>): Routed {
  const { tag_name, name, body, draft, prerelease } = sent;
  const tag = `${tag_name}`;
  if (draft !== true && state.releases.some((each) => !each.draft && each.tag_name === tag)) {
    return exists("Release", "tag_name");
  }
  const fields = {
    tag_name: tag,
    name: `${name}`,
    body: `${body ?? ""}`,
    draft: draft === true,
    prerelease: prerelease === true,
  };
  return { status: 201, value: shown(state, store(state, fields)) };
}

function update(state: State, release: StoredRelease, sent: Readonly<Record<string, unknown>>): Routed {
  const taken = state.releases.some((each) => !each.draft && each.tag_name === release.tag_name && each !== release);
  if (sent["draft"] === false && taken) return exists("Release", "tag_name");
  if (sent["draft"] === false) release.draft = false;
  if (sent["make_latest"] !== undefined) release.latest = `${sent["make_latest"]}`;
  return { status: 200, value: shown(state, release) };
}

function upload(state: State, release: StoredRelease, url: URL, content: Buffer): Routed {
  const name = url.searchParams.get("name") ?? "";
  if (release.assets.some((each) => each.name === name)) return exists("ReleaseAsset", "name");
  state.ids += 1;
  const stored = { ...storedAsset(name, ""), id: state.ids, size: content.length, content };
  stored.digest = `sha256:${createHash("sha256").update(content).digest("hex")}`;
  release.assets.push(stored);
  return { status: 201, value: shownAsset(stored) };
}

function removeAsset({ releases }: State, id: number): Routed {
  for (const { assets } of releases) {
    const at = assets.findIndex((asset) => asset.id === id);
    if (at >= 0) {
      assets.splice(at, 1);
      return { status: 204, value: null };
    }
  }
  return notFound;
}

/** As GitHub cuts lists; the last page has no `next`. */
function paged(url: URL, items: readonly unknown[]): Routed {
  const size = Number(url.searchParams.get("per_page") ?? 30);
  const page = Number(url.searchParams.get("page") ?? 1);
  const next = new URL(url);
  next.searchParams.set("page", String(page + 1));
  const headers = page * size < items.length ? { link: `<${next}>; rel="next"` } : {};
  return { status: 200, value: items.slice((page - 1) * size, page * size), headers };
}

/** A draft has no address of its tag. */
function shown({ url }: State, { assets, ...release }: StoredRelease): unknown {
  const path = release.draft ? `untagged-${release.id}` : release.tag_name;
  return {
    ...release,
    url: `${url}/repos/${repository}/releases/${release.id}`,
    html_url: `https://github.com/${repository}/releases/tag/${path}`,
    upload_url: `${url}/repos/${repository}/uploads/releases/${release.id}/assets{?name,label}`,
    assets: assets.map(shownAsset),
  };
}

function shownAsset({ content: _, ...asset }: StoredAsset): unknown {
  return { ...asset, label: "", content_type: "application/octet-stream" };
}

function send(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers });
  response.end(value === null ? undefined : JSON.stringify(value));
}
