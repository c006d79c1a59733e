import { fetch } from "undici";
import * as z from "zod";
import { messageOf } from "../errors.ts";
import { shortCommit } from "../model/commit.ts";
import { dispatcherFor, retried } from "../net/http.ts";
import { type Client, connect, understood } from "./github-client.ts";
import type { CommentRequest, CommentResult, PullRequest } from "./platform.ts";
import { Refusal } from "./refusal.ts";

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
    const send: typeof fetch = (url, init) => fetch(url, { ...init, dispatcher });
    const client = await connect({ ...request, baseUrl, signal }, send);
    // From the start each time: an attempt that seems to have failed may have written the comment.
    const attempt = (): Promise<CommentResult> =>
      put(client, request).catch((thrown: unknown) => {
        throw understood(thrown, limits.pauseMs);
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
  const commit = shortCommit(head.sha);
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
