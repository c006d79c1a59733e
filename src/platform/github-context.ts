import * as z from "zod";
import { nothingKnown, type PullRequest, type RunContext } from "./platform.ts";

/**
 * What the runner says about the run. `@actions/github` reads the event payload when it is loaded, so an unreadable payload is
 * an error of the import: the facts that need it are then unknown, with a warning.
 */
export async function readContext(env: NodeJS.ProcessEnv, warn: (message: string) => void): Promise<RunContext> {
  const workspace = textOrNull(env["GITHUB_WORKSPACE"]);
  try {
    const { context } = await import("@actions/github");
    const repository = textOrNull(env["GITHUB_REPOSITORY"]) ?? textOrNull(context.payload.repository?.full_name);
    const serverUrl = textOrNull(context.serverUrl);
    const runId = textOrNull(env["GITHUB_RUN_ID"]);
    const finished = finishedSchema.safeParse(context.payload["workflow_run"]).data ?? null;
    return {
      repository,
      serverUrl,
      sha: textOrNull(context.sha),
      ref: textOrNull(context.ref),
      eventName: textOrNull(context.eventName),
      defaultBranch: textOrNull(context.payload.repository?.["default_branch"]),
      base: baseOf(context.payload.pull_request?.["base"]),
      before: context.eventName === "push" ? textOrNull(context.payload["before"]) : null,
      headRepository: textOrNull(context.payload.pull_request?.["head"]?.repo?.full_name),
      headBranch: textOrNull(context.payload.pull_request?.["head"]?.ref),
      runAttempt: Number.isInteger(context.runAttempt) ? context.runAttempt : null,
      runUrl: runId === null || repository === null ? null : `${serverUrl}/${repository}/actions/runs/${runId}`,
      workflow: textOrNull(env["GITHUB_WORKFLOW"]),
      job: textOrNull(env["GITHUB_JOB"]),
      pullRequest: finished === null ? pullRequestOf(context.payload.pull_request) : testedBy(finished),
      finishedRun:
        finished === null
          ? null
          : { url: finished.html_url, workflow: finished.name, conclusion: finished.conclusion ?? "" },
      workspace,
    };
  } catch {
    // Not the parser's message: it quotes the payload, and no secret is registered yet.
    warn("The event of this workflow run (GITHUB_EVENT_PATH) could not be read; links to it are left out.");
    return { ...nothingKnown, workspace };
  }
}

const headSchema = z.object({
  ref: z.string(),
  sha: z.string(),
  repo: z.object({ full_name: z.string() }).nullish(),
});

/** https://docs.github.com/en/webhooks/webhook-events-and-payloads#pull_request */
const pullRequestSchema = z.object({ number: z.int(), head: headSchema });

/** https://docs.github.com/en/webhooks/webhook-events-and-payloads#workflow_run */
const finishedSchema = z.object({
  event: z.string(),
  name: z.string(),
  html_url: z.string(),
  conclusion: z.string().nullish(),
  head_sha: z.string(),
  head_branch: z.string().nullish(),
  head_repository: z.object({ full_name: z.string() }).nullish(),
});

function pullRequestOf(payload: unknown): PullRequest | null {
  const { data } = pullRequestSchema.safeParse(payload);
  if (data === undefined) return null;
  const { number, head } = data;
  return { number, head: { repository: head.repo?.full_name ?? null, branch: head.ref, sha: head.sha } };
}

/** Its list of pull requests is empty for forks, so the number has to be asked for. */
function testedBy(run: z.infer<typeof finishedSchema>): PullRequest | null {
  if (run.event !== "pull_request") return null;
  const repository = run.head_repository?.full_name ?? null;
  return { number: null, head: { repository, branch: run.head_branch ?? null, sha: run.head_sha } };
}

function baseOf(base: unknown): RunContext["base"] {
  if (typeof base !== "object" || base === null || !("ref" in base) || !("sha" in base)) return null;
  const { ref, sha } = base;
  return typeof ref === "string" && typeof sha === "string" ? { branch: ref, sha } : null;
}

/** The toolkit's types promise strings for variables that need not be set. */
function textOrNull(value: string | undefined): string | null {
  return value === undefined || value === "" ? null : value;
}
