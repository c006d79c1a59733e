import { describe, expect, it } from "vitest";
import type { CiPlatform, CommentRequest, CommentResult, RunContext } from "../../../src/platform/platform.ts";
import { type Commented, comment } from "../../../src/run/comment.ts";
import { makeConfig } from "../../support/config.ts";
import { createMemoryPlatform } from "../report/memory-platform.ts";
import { context, green } from "../report/reports.ts";

const sha = "fedcba9876543210fedcba9876543210fedcba98";

const pull: Partial<RunContext> = {
  runUrl: "https://github.com/acme/greeter/actions/runs/42",
  workflow: "CI",
  job: "go",
  pullRequest: { number: 7, head: { repository: "acme/greeter", branch: "topic", sha } },
};

interface Made {
  readonly commented: Commented;
  readonly asked: readonly CommentRequest[];
}

async function make(
  result: CommentResult,
  about: Partial<RunContext> = pull,
  over: Partial<Parameters<typeof comment>[0]> = {},
): Promise<Made> {
  const asked: CommentRequest[] = [];
  const platform: CiPlatform = createMemoryPlatform({
    context: { ...createMemoryPlatform().context, ...about },
    comment: async (request) => {
      asked.push(request);
      return result;
    },
  });
  const commented = await comment({
    config: makeConfig({ workingDirectory: "/repo/services/api", artifactPrefix: "api-" }),
    githubToken: "s3cret",
    repository: "/repo",
    platform,
    report: green,
    context,
    redact: (text) => text.replaceAll("s3cret", "***"),
    signal: new AbortController().signal,
    ...over,
  });
  return { commented, asked };
}

const url = "https://github.com/acme/greeter/pull/7#issuecomment-1";
const written: CommentResult = { status: "written", url, created: true };

describe("the comment of a run", () => {
  it("says whose it is, what was checked and where the run is", async () => {
    const { commented, asked } = await make(written);
    expect(commented).toEqual({ status: "written", sentence: "The pull request was commented.", url });
    expect(asked).toHaveLength(1);
    const [{ body = "", marker, pullRequest, repository, token } = {}] = asked;
    expect(marker).toBe(
      "<!-- dagger-go-pipeline workflow=CI job=go artifact-prefix=api- working-directory=services%2Fapi -->",
    );
    expect([repository, token, pullRequest]).toEqual(["acme/greeter", "s3cret", pull.pullRequest]);
    expect(body.startsWith(`${marker}\n## ✅ Go pipeline passed`)).toBe(true);
    expect(body).toContain("[Workflow run](https://github.com/acme/greeter/actions/runs/42) of `fedcba987654`");
  });

  it("of a run that is over has the workflow of that run, its address and how it ended", async () => {
    const about: Partial<RunContext> = {
      ...pull,
      pullRequest: { number: null, head: { repository: "eve/greeter", branch: "topic", sha } },
      finishedRun: { url: "https://github.com/acme/greeter/actions/runs/41", workflow: "Tests", conclusion: "failure" },
    };
    const { asked } = await make(written, about);
    const [{ body = "", marker } = {}] = asked;
    expect(marker).toContain("workflow=Tests job=go ");
    expect(body).toContain("/runs/41) of `fedcba987654`, as reported by the run of `eve/greeter`, a fork");
    expect(body).toContain("The workflow run itself ended with `failure`.");
  });

  it("has no names where the runner tells none, and nothing to say of the own repository's run", async () => {
    const about: Partial<RunContext> = {
      ...pull,
      workflow: null,
      job: null,
      finishedRun: null,
      runUrl: null,
    };
    const { asked } = await make(written, about);
    const [{ body = "", marker } = {}] = asked;
    expect(marker).toContain("workflow= job= ");
    expect(body).toContain("Checked of `fedcba987654`\n");
    const finished = { url: "https://github.com/acme/greeter/actions/runs/41", workflow: "CI", conclusion: "success" };
    const own = await make(written, { ...pull, finishedRun: finished });
    expect(own.asked[0]?.body).not.toMatch(/a fork|itself ended/);
  });

  it("hides secrets, also in what the service says", async () => {
    const { asked, commented } = await make({ status: "failed", reason: "no s3cret\n::error::x" }, pull, {
      report: { ...green, warnings: ["s3cret"] },
    });
    expect(asked[0]?.body).not.toContain("s3cret");
    expect(commented.sentence).toBe("The pull request was not commented: no *** \\::error::x.");
  });

  it.each<[string, CommentResult, Partial<RunContext>, string]>([
    ["changed", { ...written, created: false }, pull, "The comment on the pull request was changed."],
    ["skipped", { status: "skipped", reason: "it moved" }, pull, "The pull request was not commented: it moved."],
    [
      "refused",
      { status: "refused", reason: "no (403)" },
      pull,
      "The pull request was not commented, since GitHub refuses the token: no (403). The job needs `permissions: pull-requests: write`.",
    ],
    [
      "refused to a fork",
      { status: "refused", reason: "no (403)" },
      { ...pull, pullRequest: { number: 7, head: { repository: "eve/greeter", branch: "topic", sha } } },
      "The pull request was not commented, since GitHub refuses the token: no (403). Tokens of pull requests from forks may only read; docs/pr-comments.md of the action has a workflow for those.",
    ],
  ])("says what became of it: %s", async (_, result, about, sentence) => {
    expect((await make(result, about)).commented.sentence).toBe(sentence);
  });

  it.each<[string, Partial<RunContext>, Partial<Parameters<typeof comment>[0]>]>([
    ["a push", { ...pull, pullRequest: null }, {}],
    ["no repository", { ...pull, repository: null }, {}],
    ["no token", pull, { githubToken: null }],
    ["a terminal", pull, { platform: { ...createMemoryPlatform(), name: "local" } }],
  ])("is none for %s", async (_, about, over) => {
    const { commented, asked } = await make(written, about, over);
    const sentence = "This run is not about a pull request: nothing is commented.";
    expect(commented).toEqual({ status: "skipped", sentence, url: null });
    expect(asked).toEqual([]);
  });
});
