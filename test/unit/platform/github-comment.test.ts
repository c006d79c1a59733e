import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type CommentLimits, putComment } from "../../../src/platform/github-comment.ts";
import type { CommentRequest, CommentResult } from "../../../src/platform/platform.ts";
import { actionsBot, type GithubApi, notAccessible, startGithubApi, token } from "../../support/github-api.ts";

const sha = "0123456789012345678901234567890123456789";
const marker = "<!-- dagger-go-pipeline workflow=CI job=go artifact-prefix= working-directory=. -->";
const limits: CommentLimits = { allMs: 30_000, pauseMs: 2_000, retryMs: 1 };

let api: GithubApi;
beforeEach(async () => {
  api = await startGithubApi();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await api.close();
});

const own = { repository: "octo/hello", branch: "topic", sha };
const fork = { repository: "eve/hello", branch: "topic", sha };

function put(
  over: Partial<CommentRequest> = {},
  { env = {}, ...less }: Partial<CommentLimits> & { readonly env?: Readonly<Record<string, string>> } = {},
): Promise<CommentResult> {
  const request: CommentRequest = {
    repository: "octo/hello",
    pullRequest: { number: 7, head: own },
    token,
    marker,
    body: `${marker}\nnew`,
    signal: new AbortController().signal,
    ...over,
  };
  return putComment(request, { ...api.env, ...env }, { ...limits, ...less });
}

function written(created: boolean, id = 1_000): CommentResult {
  return { status: "written", url: `https://github.com/octo/hello/pull/7#issuecomment-${id}`, created };
}

function bodies(): readonly string[] {
  return api.comments(7).map(({ login, body }) => `${login}: ${body.replace(marker, "M").replaceAll("\n", " ")}`);
}

describe("the comment", () => {
  it("is written once and changed from then on", async () => {
    api.pull({ sha });
    expect(await put({ body: `${marker}\nfirst` })).toEqual(written(true));
    expect(await put()).toEqual(written(false));
    expect(bodies()).toEqual([`${actionsBot}: M new`]);
  });

  it("is found on the third page, and nobody else's is touched", async () => {
    api.pull({ sha });
    api.comment(7, "eve", `${marker}\nmine`);
    api.comment(7, "other[bot]", `${marker}\nmine`);
    api.comment(7, actionsBot, `> ${marker}\nquoted`);
    api.comment(7, actionsBot, marker.replace("job=go", "job=lint"));
    for (let count = 0; count < 230; count++) api.comment(7, "octocat", `comment ${count}`);
    const { id } = api.comment(7, actionsBot, `${marker}\nold`);
    const before = bodies();
    expect(await put()).toEqual(written(false, id));
    expect(bodies()).toEqual([...before.slice(0, -1), `${actionsBot}: M new`]);
    expect(api.requests.filter((line) => line.startsWith("GET /repos/octo/hello/issues"))).toHaveLength(3);
  });

  it("is a new one beside a marker that somebody else wrote", async () => {
    api.pull({ sha });
    api.comment(7, "eve", `${marker}\nmine`);
    expect(await put()).toEqual(written(true, 1_001));
    expect(bodies()).toEqual(["eve: M mine", `${actionsBot}: M new`]);
  });

  it("asks for the identity of the token where that is allowed to tokens of apps", async () => {
    api.pull({ sha });
    await put();
    expect(api.requests).toEqual([
      "GET /repos/octo/hello/pulls/7",
      "POST /graphql",
      "GET /repos/octo/hello/issues/7/comments?per_page=100",
      "POST /repos/octo/hello/issues/7/comments",
    ]);
  });

  it("goes through the proxy that the environment names", async () => {
    api.pull({ sha });
    vi.stubEnv("http_proxy", "http://127.0.0.1:1");
    vi.stubEnv("no_proxy", "unrelated.example");
    expect(await put()).toEqual({ status: "failed", reason: expect.stringContaining("ECONNREFUSED 127.0.0.1:1") });
    expect(api.requests).toEqual([]);
  });
});

describe("the pull request", () => {
  it("has moved on: a result of an older commit takes no newer one's place", async () => {
    api.pull({ sha: "f".repeat(40) });
    const reason = "#7 has moved on from 012345678901; the run of its newest commit comments";
    expect(await put()).toEqual({ status: "skipped", reason });
    expect(bodies()).toEqual([]);
  });

  it("of a fork is found by repository, branch and commit", async () => {
    api.pull({ sha, branch: "topic", from: "mallory/hello" });
    api.pull({ sha: "f".repeat(40), from: "eve/hello" });
    api.pull({ sha, from: "eve/hello", state: "closed" });
    api.pull({ sha, from: "eve/other" });
    const number = api.pull({ sha, from: "eve/hello" });
    const result = await put({ pullRequest: { number: null, head: fork } });
    expect(result).toMatchObject({ status: "written", created: true });
    expect(api.comments(number)).toHaveLength(1);
    expect(api.requests[0]).toBe("GET /repos/octo/hello/pulls?state=open&head=eve%3Atopic&per_page=100");
  });

  it.each([
    ["nobody opened one", fork, [], "no open pull request has 012345678901 as its newest commit"],
    ["the fork was deleted", { ...fork, repository: null }, [], "the repository of 012345678901 is gone"],
    ["the branch is not known", { ...fork, branch: null }, [], "the repository of 012345678901 is gone"],
    [
      "several have the same head",
      fork,
      [fork, fork],
      "012345678901 is the newest commit of several pull requests: #7, #8",
    ],
  ])("is not there: %s", async (_, head, pulls, reason) => {
    for (const { repository } of pulls) api.pull({ sha, from: repository ?? "" });
    expect(await put({ pullRequest: { number: null, head } })).toEqual({ status: "skipped", reason });
    expect(api.requests.filter((line) => line.includes("comments"))).toEqual([]);
  });
});

describe("a token that may not", () => {
  it.each([
    [
      "write",
      /POST .*comments/,
      notAccessible,
      "Resource not accessible by integration - https://docs.github.com/rest (403)",
    ],
    [
      "see the pull request",
      /pulls/,
      { status: 404, message: "Not Found" },
      "Not Found - https://docs.github.com/rest (404)",
    ],
  ] as const)("%s is asked once", async (_, match, answer, reason) => {
    api.pull({ sha });
    api.fail(match, answer, 9);
    expect(await put()).toEqual({ status: "refused", reason });
    expect(api.requests.filter((line) => match.test(line))).toHaveLength(1);
  });

  it("log in is refused", async () => {
    expect(await put({ token: "expired" })).toEqual({ status: "refused", reason: "Bad credentials (401)" });
  });

  it("change a comment is refused too", async () => {
    api.pull({ sha });
    api.comment(7, actionsBot, marker);
    api.fail(/PATCH/, { status: 404, message: "Not Found" });
    expect(await put()).toMatchObject({ status: "refused" });
  });
});

describe("an API that is busy or broken", () => {
  const reset = (seconds: number): Record<string, string> => ({
    "x-ratelimit-remaining": "0",
    "x-ratelimit-reset": String(Math.floor(Date.now() / 1_000) + seconds),
  });

  it.each([
    ["500", { status: 500, message: "Server Error" }],
    ["502", { status: 502, message: "Bad Gateway" }],
    ["429", { status: 429, message: "Too many requests", headers: { "retry-after": "0" } }],
    [
      "a secondary limit",
      { status: 403, message: "You have exceeded a secondary rate limit", headers: { "retry-after": "1" } },
    ],
    ["a primary limit that has ended", { status: 403, message: "API rate limit exceeded", headers: reset(-1) }],
    ["a connection that breaks", "cut"],
  ] as const)("is asked again after %s", async (_, answer) => {
    api.pull({ sha });
    api.fail(/GET .*comments/, answer, 2);
    expect(await put()).toEqual(written(true));
    expect(bodies()).toHaveLength(1);
  });

  it("is asked again when GraphQL's limit is reached", async () => {
    api.pull({ sha });
    api.fail(/graphql/, {
      graphql: "RATE_LIMITED",
      message: "API rate limit exceeded",
      headers: { "retry-after": "0" },
    });
    expect(await put()).toEqual(written(true));
  });

  it("that breaks off after it wrote has written one comment all the same", async () => {
    api.pull({ sha });
    api.fail(/POST .*comments/, "cut");
    expect(await put()).toEqual(written(false));
    expect(bodies()).toEqual([`${actionsBot}: M new`]);
  });

  it("is given up after three attempts", async () => {
    api.pull({ sha });
    api.fail(/POST .*comments/, { status: 500, message: "Server Error" }, 9);
    const reason = "Server Error - https://docs.github.com/rest (500)";
    expect(await put()).toEqual({ status: "failed", reason });
    expect(api.requests.filter((line) => line.startsWith("POST /repos"))).toHaveLength(3);
  });

  it.each([
    ["headers that say how long", { "retry-after": "3600" }, "60 min"],
    ["the time at which the limit ends", reset(600), "10 min"],
  ])("is not waited for longer than the limit: %s", async (_, headers, minutes) => {
    api.pull({ sha });
    api.fail(/pulls/, { status: 403, message: "API rate limit exceeded", headers });
    const reason = `API rate limit exceeded - https://docs.github.com/rest (403); it asks to wait ${minutes}, which is too long`;
    expect(await put()).toEqual({ status: "failed", reason });
  });

  it("waits as long as it may where no header says how long", async () => {
    api.pull({ sha });
    api.fail(/pulls/, { status: 429, message: "Too many requests" });
    expect(await put({}, { pauseMs: 5 })).toEqual(written(true));
  });

  it("that never answers is given up", async () => {
    api.pull({ sha });
    api.fail(/pulls/, "silent", 9);
    const reason = "GitHub's API did not answer within 0.3 s";
    expect(await put({}, { allMs: 300 })).toEqual({ status: "failed", reason });
  });

  it("is left alone when the run is cancelled", async () => {
    api.pull({ sha });
    const cancelled = AbortSignal.abort();
    expect(await put({ signal: cancelled })).toMatchObject({ status: "failed" });
    expect(api.requests).toEqual([]);
  });

  it.each([
    ["409", /PATCH/, { status: 409, message: "Conflict" }, "Conflict - https://docs.github.com/rest (409)"],
    [
      "a refusal of GraphQL",
      /graphql/,
      { graphql: "FORBIDDEN", message: "no" },
      "Request failed due to following response errors:\n - no",
    ],
  ] as const)("says what it says: %s", async (_, match, answer, reason) => {
    api.pull({ sha });
    api.comment(7, actionsBot, marker);
    api.fail(match, answer, 9);
    expect(await put()).toEqual({ status: "failed", reason });
  });

  it("is GitHub's own where the runner names none", async () => {
    vi.stubEnv("https_proxy", "http://127.0.0.1:1");
    vi.stubEnv("no_proxy", "unrelated.example");
    const result = await put({}, { env: { GITHUB_API_URL: "" } });
    expect(result).toEqual({ status: "failed", reason: expect.stringContaining("ECONNREFUSED 127.0.0.1:1") });
    expect(api.requests).toEqual([]);
  });
});
