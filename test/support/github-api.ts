import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";

/**
 * What of GitHub's API comments on pull requests need, on this machine, in the shapes that its documentation shows (REST version 2022-11-28): pull requests, comments of
 * issues in pages with `Link` headers, GraphQL's `viewer`. It checks the token, and fails as it is told.
 */
export interface GithubApi {
  readonly url: string;
  /** What the runner gives to actions. */
  readonly env: Readonly<Record<string, string>>;
  /** Answers the number of the new one. */
  pull(pull: Pull): number;
  comment(number: number, login: string, body: string): StoredComment;
  comments(number: number): readonly StoredComment[];
  /** Answers to the next requests that match, each used up by one request; `times` is how often. */
  fail(match: RegExp, answer: Answer, times?: number): void;
  /** Requests so far, `GET /repos/…?page=2`. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

export interface Pull {
  readonly sha: string;
  readonly branch?: string;
  /** `owner/name` of where its head lies. */
  readonly from?: string;
  readonly state?: "open" | "closed";
}

export interface StoredComment {
  readonly id: number;
  readonly issue: number;
  readonly login: string;
  body: string;
}

/** How a request fails; `"cut"`: the connection breaks after the request was done, so that nobody knows whether it was; `"silent"`: there is no answer. */
export type Answer =
  | { readonly status: number; readonly message: string; readonly headers?: Readonly<Record<string, string>> }
  | { readonly graphql: string; readonly message: string; readonly headers?: Readonly<Record<string, string>> }
  | "cut"
  | "silent";

/** What GitHub says to a token that may only read. */
export const notAccessible: Answer = { status: 403, message: "Resource not accessible by integration" };

export const token = "ghs_16C7e42F292c6912E7710c838347Ae178B4a";

const repository = "octo/hello";
/** As REST and GraphQL's `viewer` call the user of GITHUB_TOKEN. */
export const actionsBot = "github-actions[bot]";

interface State {
  readonly pulls: (Required<Pull> & { readonly number: number })[];
  readonly comments: StoredComment[];
  readonly faults: { readonly match: RegExp; readonly answer: Answer; left: number }[];
  readonly requests: string[];
}

export async function startGithubApi(): Promise<GithubApi> {
  const state: State = { pulls: [], comments: [], faults: [], requests: [] };
  const server = createServer((request, response) => {
    answer(state, request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const url = `http://127.0.0.1:${address.port}`;
  const comment = (issue: number, login: string, body: string): StoredComment => store(state, issue, login, body);
  return {
    url,
    env: { GITHUB_API_URL: url, GITHUB_GRAPHQL_URL: `${url}/graphql`, GITHUB_REPOSITORY: repository },
    pull: (pull) => {
      const number = state.pulls.length + 7;
      state.pulls.push({ branch: "topic", from: repository, state: "open", ...pull, number });
      return number;
    },
    comment,
    comments: (number) => state.comments.filter(({ issue }) => issue === number),
    fail: (match, answer, times = 1) => state.faults.push({ match, answer, left: times }),
    requests: state.requests,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function store({ comments }: State, issue: number, login: string, body: string): StoredComment {
  const comment = { id: 1_000 + comments.length, issue, login, body };
  comments.push(comment);
  return comment;
}

async function answer(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", `http://${request.headers.host}`);
  const line = `${request.method} ${url.pathname}${url.search}`;
  state.requests.push(line);
  const sent = await text(request);
  const fault = state.faults.find(({ match, left }) => left > 0 && match.test(line));
  if (fault !== undefined) fault.left -= 1;
  if (fault?.answer === "silent") return;
  if (fault !== undefined && fault.answer !== "cut") return sendFault(response, fault.answer);
  if (request.headers.authorization !== `token ${token}`) return send(response, 401, { message: "Bad credentials" });
  const { status, value, headers } = route(state, request.method ?? "GET", url, sent === "" ? {} : JSON.parse(sent));
  if (fault?.answer === "cut") request.socket.destroy();
  else send(response, status, value, headers);
}

function sendFault(response: ServerResponse, fault: Exclude<Answer, string>): void {
  const { message, headers } = fault;
  const documentation_url = "https://docs.github.com/rest";
  if ("graphql" in fault) send(response, 200, { data: null, errors: [{ type: fault.graphql, message }] }, headers);
  else send(response, fault.status, { message, documentation_url, status: `${fault.status}` }, headers);
}

interface Routed {
  readonly status: number;
  readonly value: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const notFound: Routed = {
  status: 404,
  value: { message: "Not Found", documentation_url: "https://docs.github.com/rest" },
};

function route(state: State, method: string, url: URL, sent: Readonly<Record<string, unknown>>): Routed {
  const path = url.pathname.replace(`/repos/${repository}`, "");
  if (method === "POST" && path === "/graphql")
    return { status: 200, value: { data: { viewer: { login: actionsBot } } } };
  if (method === "GET" && path === "/user") {
    return { status: 403, value: { message: "Resource not accessible by integration" } };
  }
  const pull = /^\/pulls\/(\d+)$/.exec(path)?.[1];
  if (method === "GET" && pull !== undefined) {
    const found = state.pulls.find(({ number }) => number === Number(pull));
    return found === undefined ? notFound : { status: 200, value: shownPull(found) };
  }
  if (method === "GET" && path === "/pulls") return paged(url, matching(state, url).map(shownPull));
  const issue = /^\/issues\/(\d+)\/comments$/.exec(path)?.[1];
  if (issue !== undefined && method === "GET") {
    const own = state.comments.filter((comment) => comment.issue === Number(issue));
    return paged(
      url,
      own.map((comment) => shownComment(url, comment)),
    );
  }
  if (issue !== undefined && method === "POST") {
    if (`${sent["body"]}`.length > 65_536) return tooLong;
    return { status: 201, value: shownComment(url, store(state, Number(issue), actionsBot, `${sent["body"]}`)) };
  }
  const id = /^\/issues\/comments\/(\d+)$/.exec(path)?.[1];
  const comment = state.comments.find((one) => one.id === Number(id));
  if (method !== "PATCH" || comment === undefined) return notFound;
  if (`${sent["body"]}`.length > 65_536) return tooLong;
  comment.body = `${sent["body"]}`;
  return { status: 200, value: shownComment(url, comment) };
}

const tooLong: Routed = {
  status: 422,
  value: {
    message: "Validation Failed",
    errors: [
      {
        resource: "IssueComment",
        code: "unprocessable",
        field: "data",
        message: "Body is too long (maximum is 65536 characters)",
      },
    ],
  },
};

/** `head` is `owner:branch`. */
function matching({ pulls }: State, { searchParams }: URL): State["pulls"] {
  const [owner, branch] = searchParams.get("head")?.split(":") ?? [];
  const state = searchParams.get("state") ?? "open";
  return pulls.filter((pull) => pull.state === state && pull.from.startsWith(`${owner}/`) && pull.branch === branch);
}

/** As GitHub cuts lists; the last page has no `next`. */
function paged(url: URL, items: readonly unknown[]): Routed {
  const size = Number(url.searchParams.get("per_page") ?? 30);
  const page = Number(url.searchParams.get("page") ?? 1);
  const next = new URL(url);
  next.searchParams.set("page", String(page + 1));
  const more = page * size < items.length;
  const headers = more ? { link: `<${next}>; rel="next"` } : {};
  return { status: 200, value: items.slice((page - 1) * size, page * size), headers };
}

function shownPull({ number, sha, branch, from, state }: State["pulls"][number]): unknown {
  const head = {
    label: `${from.split("/")[0]}:${branch}`,
    ref: branch,
    sha,
    repo: { full_name: from, fork: from !== repository },
  };
  const base = {
    label: "octo:main",
    ref: "main",
    sha: "89abcdef0123456789abcdef0123456789abcdef",
    repo: { full_name: repository },
  };
  return { id: number, number, state, locked: false, title: "A change", head, base };
}

function shownComment(url: URL, { id, issue, login, body }: StoredComment): unknown {
  const bot = login.endsWith("[bot]");
  return {
    id,
    url: `${url.origin}/repos/${repository}/issues/comments/${id}`,
    html_url: `https://github.com/${repository}/pull/${issue}#issuecomment-${id}`,
    body,
    user: { login, id: bot ? 41_898_282 : 1, type: bot ? "Bot" : "User", site_admin: false },
    created_at: "2026-03-01T12:00:00Z",
    updated_at: "2026-03-01T12:00:00Z",
    issue_url: `${url.origin}/repos/${repository}/issues/${issue}`,
    author_association: bot ? "NONE" : "OWNER",
    performed_via_github_app: null,
  };
}

function send(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers });
  response.end(JSON.stringify(value));
}
