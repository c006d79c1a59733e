import type { Config } from "../inputs/config.ts";
import { nodePathFacts } from "../inputs/path-facts.ts";
import type { Report } from "../model/report.ts";
import type { CiPlatform, CommentResult, RunContext } from "../platform/platform.ts";
import { relativeSlashes } from "../project/locate.ts";
import { markerOf } from "../report/comment-marker.ts";
import type { ReportContext } from "../report/target.ts";
import { renderComment } from "../report/targets/pr-comment.ts";
import { sanitizeLine } from "../text/sanitize.ts";

/** What a comment is made of and written with. */
export interface Commenting {
  readonly config: Config;
  readonly githubToken: string | null;
  /** Absolute path of the repository. */
  readonly repository: string;
  readonly platform: CiPlatform;
  readonly report: Report;
  readonly context: ReportContext;
  readonly redact: (text: string) => string;
  readonly signal: AbortSignal;
}

/** What became of a comment, as a sentence for people. */
export interface Commented {
  readonly status: CommentResult["status"];
  readonly sentence: string;
  /** Of the comment; null when there is none. */
  readonly url: string | null;
}

/** Writes the comment on the pull request that the run is about. */
export async function comment(commenting: Commenting): Promise<Commented> {
  const { platform, githubToken: token, redact, signal } = commenting;
  const { repository, pullRequest } = platform.context;
  if (platform.comment === undefined || repository === null || pullRequest === null || token === null) {
    return { status: "skipped", sentence: "This run is not about a pull request: nothing is commented.", url: null };
  }
  const { marker, body } = commentBody(commenting, pullRequest.head.sha);
  const result = await platform.comment({ repository, pullRequest, token, marker, body: redact(body), signal });
  const reason = "reason" in result ? sanitizeLine(redact(result.reason), 200) : "";
  return {
    status: result.status,
    url: "url" in result ? result.url : null,
    sentence: sentenceOf(result, reason, platform.context),
  };
}

/** The comment's first line, and the whole of it. */
export function commentBody({ config, repository, platform, report, context }: Commenting, commit: string) {
  const { workflow, job, runUrl, finishedRun, pullRequest, repository: own } = platform.context;
  const marker = markerOf({
    workflow: finishedRun?.workflow ?? workflow ?? "",
    job: job ?? "",
    artifactPrefix: config.artifactPrefix ?? "",
    workingDirectory: relativeSlashes(repository, config.workingDirectory, nodePathFacts()),
  });
  const from = pullRequest?.head.repository ?? null;
  const ended = finishedRun?.conclusion ?? "";
  const body = renderComment(report, context, {
    marker,
    run: finishedRun?.url ?? runUrl,
    commit,
    fork: finishedRun === null || from === own ? null : from,
    otherwise: report.conclusion === "success" && ended !== "" && ended !== "success" ? ended : null,
  });
  return { marker, body };
}

function sentenceOf(result: CommentResult, reason: string, context: RunContext): string {
  switch (result.status) {
    case "written":
      return result.created ? "The pull request was commented." : "The comment on the pull request was changed.";
    case "skipped":
      return `The pull request was not commented: ${reason}.`;
    case "refused":
      return `The pull request was not commented, since GitHub refuses the token: ${reason}. ${remedy(context)}`;
    case "failed":
      return `The pull request was not commented: ${reason}.`;
  }
}

function remedy({ repository, pullRequest, finishedRun }: RunContext): string {
  const fork = finishedRun === null && pullRequest?.head.repository !== repository;
  return fork
    ? "Tokens of pull requests from forks may only read; docs/pr-comments.md of the action has a workflow for those."
    : "The job needs `permissions: pull-requests: write`.";
}
