import { fetch } from "undici";
import * as z from "zod";
import { messageOf } from "../errors.ts";
import { dispatcherFor, isTransient, retried, TransientError } from "../net/http.ts";
import type { CommentRequest, CommentResult, PullRequest } from "./platform.ts";

/** How long a comment may take. */
export interface CommentLimits {
  /** Everything together; no job waits longer for a comment. */
  readonly allMs: number;
  /** A longer pause that the API asks for is not waited for. */
  readonly pauseMs: number;
  /** Before the second attempt; twice as long before the third. */
  readonly retryMs: number;
}

/** GitHub asks for a minute where it says no more (https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api). */
const defaultLimits: CommentLimits = { allMs: 150_000, pauseMs: 60_000, retryMs: 2_000 };

/** Finds the pull request and our comment on it, and changes that, or writes the first one. Never throws. */
export async function putComment(
  request: CommentRequest,
  env: Readonly<Record<string, string | undefined>>,
  limits: CommentLimits = defaultLimits,
): Promise<CommentResult> {
  const baseUrl = env["GITHUB_API_URL"] || "https://api.github.com";
  const dispatcher = dispatcherFor(baseUrl);
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(limits.allMs)]);
  try {
    const client = await connect({ ...request, baseUrl, signal }, (url, init) => fetch(url, { ...init, dispatcher }));
    // From the start each time: an attempt that seems to have failed may have written the comment.
    const attempt = (): Promise<CommentResult> =>
      put(client, request).catch((thrown: unknown) => {
        throw understood(thrown, limits);
      });
    return await retried(attempt, { pauseMs: (count) => count * limits.retryMs, signal });
  } catch (thrown) {
    if (thrown instanceof Refusal) return { status: "refused", reason: thrown.message };
    const late = signal.aborted && !request.signal.aborted;
    const reason = late ? `GitHub's API did not answer within ${limits.allMs / 1_000} s` : messageOf(thrown);
    return { status: "failed", reason };
  } finally {
    await dispatcher.destroy();
  }
}

type Client = Awaited<ReturnType<typeof connect>>;

interface Connection {
  readonly token: string;
  readonly baseUrl: string;
  readonly signal: AbortSignal;
}

async function connect({ token, baseUrl, signal }: Connection, send: typeof fetch) {
  const { getOctokit } = await import("@actions/github");
  const silent = (): void => undefined;
  return getOctokit(token, {
    baseUrl,
    userAgent: "dagger-go-pipeline",
    request: { fetch: send, signal },
    log: { debug: silent, info: silent, warn: silent, error: silent },
  });
}

async function put(client: Client, request: CommentRequest): Promise<CommentResult> {
  const { body, marker, pullRequest } = request;
  const [owner = "", repo = ""] = request.repository.split("/");
  const found = await findPullRequest(client, { owner, repo }, pullRequest);
  if ("skipped" in found) return { status: "skipped", reason: found.skipped };
  const issue = { owner, repo, issue_number: found.number };
  const own = await ownComment(client, issue, marker);
  const { rest } = client;
  const { data } =
    own === null
      ? await rest.issues.createComment({ ...issue, body })
      : await rest.issues.updateComment({ owner, repo, comment_id: own, body });
  return { status: "written", url: data.html_url, created: own === null };
}

type Place = { readonly owner: string; readonly repo: string };

/** The open pull request whose head was checked, or why there is none. A result of yesterday's commit must not take the place of today's. */
async function findPullRequest(
  { rest, paginate }: Client,
  place: Place,
  { number, head }: PullRequest,
): Promise<{ readonly number: number } | { readonly skipped: string }> {
  const commit = head.sha.slice(0, 7);
  if (number !== null) {
    const { data } = await rest.pulls.get({ ...place, pull_number: number });
    if (data.head.sha === head.sha) return { number };
    return { skipped: `#${number} has moved on from ${commit}; the run of its newest commit comments` };
  }
  const [owner] = head.repository?.split("/") ?? [];
  if (owner === undefined || head.branch === null) return { skipped: `the repository of ${commit} is gone` };
  const open = await paginate(rest.pulls.list, {
    ...place,
    state: "open",
    head: `${owner}:${head.branch}`,
    per_page: 100,
  });
  const [first, ...others] = open
    .filter((pull) => pull.head.sha === head.sha && pull.head.repo?.full_name === head.repository)
    .map((pull) => pull.number);
  if (first === undefined) return { skipped: `no open pull request has ${commit} as its newest commit` };
  if (others.length === 0) return { number: first };
  return { skipped: `${commit} is the newest commit of several pull requests: #${[first, ...others].join(", #")}` };
}

const viewerSchema = z.object({ viewer: z.object({ login: z.string().min(1) }) });

/**
 * The comment that begins with the marker and was written with this token. Whose token it is says GraphQL's `viewer`: `github-actions[bot]` for `GITHUB_TOKEN`, which
 * `GET /user` refuses like every token of an app ("Resource not accessible by integration"). Anybody can write the marker; the token could change comments of others too.
 */
async function ownComment(
  { rest, paginate, graphql }: Client,
  issue: Place & { readonly issue_number: number },
  marker: string,
): Promise<number | null> {
  const { viewer } = viewerSchema.parse(await graphql("query { viewer { login } }"));
  for await (const { data } of paginate.iterator(rest.issues.listComments, { ...issue, per_page: 100 })) {
    const own = data.find(({ user, body }) => user?.login === viewer.login && body?.startsWith(marker) === true);
    if (own !== undefined) return own.id;
  }
  return null;
}

/** The token may not; asking again is of no use. */
class Refusal extends Error {
  override readonly name = "Refusal";
}

const httpSchema = z.object({
  status: z.int(),
  response: z.object({ headers: z.record(z.string(), z.unknown()) }).optional(),
});

/** GraphQL answers 200 to everything (https://docs.github.com/en/graphql/overview/rate-limits-and-node-limits-for-the-graphql-api). */
const graphqlSchema = z.object({
  headers: z.record(z.string(), z.unknown()),
  errors: z.array(z.object({ type: z.string().optional() })),
});

/** What an error of the client means for us. */
function understood(thrown: unknown, limits: CommentLimits): unknown {
  const answered = httpSchema.safeParse(thrown).data;
  if (answered !== undefined) {
    const { status, response } = answered;
    const headers = response?.headers ?? {};
    const said = `${messageOf(thrown)} (${response === undefined ? "no answer" : status})`;
    if (isRateLimit(status, headers, said)) return busy(said, headers, limits);
    if (isTransient(status)) return new TransientError(said);
    return [401, 403, 404].includes(status) ? new Refusal(said) : new Error(said);
  }
  const asked = graphqlSchema.safeParse(thrown).data;
  if (asked?.errors.some(({ type }) => type === "RATE_LIMITED")) return busy(messageOf(thrown), asked.headers, limits);
  return thrown;
}

function isRateLimit(status: number, headers: Headers, said: string): boolean {
  if (status === 429) return true;
  if (status !== 403) return false;
  return "retry-after" in headers || headers["x-ratelimit-remaining"] === "0" || /rate limit/i.test(said);
}

type Headers = Readonly<Record<string, unknown>>;

function busy(said: string, headers: Headers, { pauseMs }: CommentLimits): Error {
  const waitMs = pauseOf(headers) ?? pauseMs;
  if (waitMs <= pauseMs) return new TransientError(said, { waitMs });
  return new Error(`${said}; it asks to wait ${Math.ceil(waitMs / 60_000)} min, which is too long`);
}

/** null: GitHub does not say. */
function pauseOf(headers: Headers): number | null {
  const after = Number(headers["retry-after"] ?? Number.NaN);
  if (Number.isFinite(after)) return after * 1_000;
  const reset = Number(headers["x-ratelimit-reset"] ?? Number.NaN);
  const isUsedUp = headers["x-ratelimit-remaining"] === "0" && Number.isFinite(reset);
  return isUsedUp ? Math.max(0, reset * 1_000 - Date.now()) : null;
}
