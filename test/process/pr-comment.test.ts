import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type GithubApi, notAccessible, startGithubApi, token } from "../support/github-api.ts";
import { gitIn } from "../support/repository.ts";
import { type ActionRun, cleanEnv, runAction } from "../support/run-action.ts";

/** The built action as a step of a workflow that a pull request started, against GitHub's API on this machine. */

const sha = "fedcba9876543210fedcba9876543210fedcba98";

let api: GithubApi;
let root: string;
beforeEach(async () => {
  api = await startGithubApi();
  root = realpathSync(mkdtempSync(join(tmpdir(), "pr-comment-")));
});
afterEach(async () => {
  await api.close();
  rmSync(root, { recursive: true, force: true, maxRetries: 3 });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const passing =
  'package main\n\nimport "testing"\n\nfunc TestDouble(t *testing.T) {\n\tif double(2) != 4 {\n\t\tt.Fatal("not 4")\n\t}\n}\n';

function repository(): string {
  write("work/go.mod", "module example.com/double\n\ngo 1.22\n");
  write("work/main.go", "package main\n\nfunc main() { _ = double(2) }\n\nfunc double(n int) int { return 2 * n }\n");
  write("work/main_test.go", passing);
  const dir = join(root, "work");
  gitIn(dir, "init", "--quiet");
  gitIn(dir, "add", "--all");
  gitIn(dir, "commit", "--quiet", "--message=state");
  return dir;
}

interface Step extends ActionRun {
  readonly summary: string;
}

const pullRequest = (number: number, from = "octo/hello"): unknown => ({
  repository: { full_name: "octo/hello", default_branch: "main" },
  pull_request: {
    number,
    head: { ref: "topic", sha, repo: { full_name: from } },
    base: { ref: "main", sha: "0".repeat(40) },
  },
});

async function step(
  cwd: string,
  inputs: Readonly<Record<string, string>>,
  event: { readonly name: string; readonly payload: unknown },
  env: Readonly<Record<string, string>> = {},
): Promise<Step> {
  write("event.json", JSON.stringify(event.payload));
  write("summary", "");
  write("outputs", "");
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const run = await runAction(
    cwd,
    [],
    cleanEnv({
      ...api.env,
      GITHUB_ACTIONS: "true",
      GITHUB_WORKSPACE: cwd,
      GITHUB_EVENT_NAME: event.name,
      GITHUB_EVENT_PATH: join(root, "event.json"),
      GITHUB_STEP_SUMMARY: join(root, "summary"),
      GITHUB_OUTPUT: join(root, "outputs"),
      GITHUB_SERVER_URL: "https://github.com",
      GITHUB_SHA: "89abcdef0123456789abcdef0123456789abcdef",
      GITHUB_RUN_ID: "42",
      GITHUB_WORKFLOW: "CI",
      GITHUB_JOB: "go",
      ...Object.fromEntries(given),
      ...env,
    }),
  );
  return { ...run, summary: readFileSync(join(root, "summary"), "utf8") };
}

const quick = {
  engine: "host",
  platforms: "linux/amd64",
  docker: "false",
  "upload-artifacts": "false",
  cache: "false",
};
const commenting = { ...quick, "pr-comment": "true", "github-token": token };

describe("a run for a pull request", () => {
  it("tells it the result in one comment, red and then green", async () => {
    const dir = repository();
    const number = api.pull({ sha });
    const event = { name: "pull_request", payload: pullRequest(number) };
    write("work/main_test.go", passing.replace('"not 4"', '"want <4> from @octocat"').replace("!= 4", "!= 5"));
    const red = await step(dir, commenting, event);
    expect(red.exitCode).toBe(1);
    const [comment, ...others] = api.comments(number);
    expect(others).toEqual([]);
    const body = comment?.body ?? "";
    expect(body).toMatch(
      /^<!-- dagger-go-pipeline workflow=CI job=go artifact-prefix= working-directory=\. -->\n## ❌ Go pipeline failed/,
    );
    expect(body).toContain("| `TestDouble` | `example.com/double` |");
    expect(body).toContain("`want <4> from @octocat`");
    expect(body).toContain("### Reproduce locally");
    expect(body).toContain("[Workflow run](https://github.com/octo/hello/actions/runs/42) of `fedcba987654`");
    expect(red.stdout).toContain(
      `pr-comment: The pull request was commented. https://github.com/octo/hello/pull/${number}#`,
    );

    write("work/main_test.go", passing);
    const green = await step(dir, commenting, event);
    expect(green.exitCode).toBe(0);
    expect(api.comments(number)).toHaveLength(1);
    expect(api.comments(number)[0]?.body).toContain("## ✅ Go pipeline passed");
    expect(api.comments(number)[0]?.body).toContain("**50.0 %** of statements covered");
    expect(green.summary).not.toContain("was not commented");

    const everything = [
      red.stdout,
      green.stdout,
      green.summary,
      readFileSync(join(dir, ".pipeline/report.json"), "utf8"),
    ];
    const left = everything.join("\n").replaceAll(`::add-mask::${token}`, "");
    expect(left).not.toContain(token);
  });

  it("from a fork, whose token may only read, stays green and says so in the summary", async () => {
    const dir = repository();
    const number = api.pull({ sha, from: "eve/hello" });
    api.fail(/POST .*comments/, notAccessible, 9);
    const run = await step(dir, commenting, { name: "pull_request", payload: pullRequest(number, "eve/hello") });
    expect(run.exitCode).toBe(0);
    expect(run.summary).toContain(
      "The pull request was not commented, since GitHub refuses the token: Resource not accessible by integration",
    );
    expect(run.summary).toContain("docs/pr-comments.md");
    expect(run.stdout).toContain("::notice::pr-comment: The pull request was not commented");
  });

  it("stays green when the API is down", async () => {
    const dir = repository();
    const number = api.pull({ sha });
    api.fail(/graphql/, { status: 500, message: "Server Error" }, 9);
    const run = await step(dir, commenting, { name: "pull_request", payload: pullRequest(number) });
    expect(run.exitCode).toBe(0);
    expect(run.summary).toContain("The pull request was not commented: Server Error");
    expect(run.stdout).toContain("::warning::pr-comment: ");
  });

  it("needs a token before anything runs", async () => {
    const run = await step(repository(), { ...quick, "pr-comment": "true" }, { name: "push", payload: {} });
    expect(run.exitCode).toBe(2);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of workflows
    expect(run.stdout).toContain("add below `with:` the line `github-token: ${{ github.token }}`");
    expect(api.requests).toEqual([]);
  });

  it("is none after a push: nothing is asked", async () => {
    const run = await step(repository(), commenting, { name: "push", payload: {} });
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toContain("pr-comment: This run is not about a pull request");
    expect(api.requests).toEqual([]);
  });
});

describe("the report of a fork's run", () => {
  const finished = {
    name: "workflow_run",
    payload: {
      repository: { full_name: "octo/hello", default_branch: "main" },
      workflow_run: {
        event: "pull_request",
        name: "CI",
        html_url: "https://github.com/octo/hello/actions/runs/41",
        conclusion: "failure",
        head_sha: sha,
        head_branch: "topic",
        head_repository: { full_name: "eve/hello" },
        pull_requests: [],
      },
    },
  };
  const from = { "comment-from": "report", "github-token": token };

  it("comes from an artifact onto the pull request that GitHub names, and runs nothing", async () => {
    const dir = repository();
    const made = await step(dir, quick, { name: "push", payload: {} });
    expect(made.exitCode).toBe(0);
    const report = readFileSync(join(dir, ".pipeline/report.json"), "utf8");
    write("empty/report/report.json", report.replace('"warnings": []', '"warnings": ["@octocat <b>#1</b>"]'));
    const other = api.pull({ sha: "0".repeat(40), from: "eve/hello", branch: "other" });
    const number = api.pull({ sha, from: "eve/hello" });
    // No Go, no git, no shell to be found.
    const run = await step(join(root, "empty"), from, finished, { PATH: "/nowhere" });
    expect(run.stdout).toContain("comment-from: The pull request was commented.");
    expect(run.exitCode).toBe(0);
    expect(api.comments(other)).toEqual([]);
    const [comment] = api.comments(number);
    expect(comment?.body).toContain("- `@octocat` `<b>#1</b>`\n");
    expect(comment?.body).toContain("⚠️ The workflow run itself ended with `failure`.");
    expect(comment?.body).toContain(
      "/actions/runs/41) of `fedcba987654`, as reported by the run of `eve/hello`, a fork",
    );
    expect(run.summary).toContain("## ✅ Comment on the pull request");
  });

  it("is refused when it is a link to what the job can read", async () => {
    api.pull({ sha, from: "eve/hello" });
    write("empty/secret.json", "{}");
    mkdirSync(join(root, "empty/report"));
    symlinkSync("../secret.json", join(root, "empty/report/report.json"));
    const run = await step(join(root, "empty"), from, finished);
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toContain("::error::comment-from: The report is refused: ");
    expect(api.requests).toEqual([]);
  });
});
