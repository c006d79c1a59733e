import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type GithubApi, startGithubApi, token } from "../support/github-api.ts";
import { type ActRun, runAct } from "./act.ts";
import { commit, copyOfAction, edit, repositoryOfUser } from "./repositories.ts";

const sha = "fedcba9876543210fedcba9876543210fedcba98";

let api: GithubApi;
let directories: string[];
beforeEach(async () => {
  directories = [];
  api = await startGithubApi();
});
afterEach(async () => {
  await api.close();
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
});

function keep(directory: string): string {
  directories.push(directory);
  return directory;
}

const workflow = `
name: CI
on: pull_request
jobs:
  go:
    runs-on: ubuntu-latest
    permissions:
      contents: read
      pull-requests: write
    steps:
      - uses: actions/checkout@v7
      - uses: OWNER/dagger-go-pipeline@v1
        with:
          engine: host
          platforms: linux/amd64
          docker: false
          upload-artifacts: false
          pr-comment: true
          github-token: \${{ github.token }}
`;

function run(repository: string, action: string, payload: string): Promise<ActRun> {
  return runAct({
    repository,
    job: "go",
    env: api.env,
    event: { name: "pull_request", payload },
    args: ["--local-repository", `OWNER/dagger-go-pipeline@v1=${action}`, "--secret", `GITHUB_TOKEN=${token}`],
  });
}

test("a pull request has one comment, which the next run changes", async () => {
  const action = keep(copyOfAction());
  commit(action);
  const user = keep(repositoryOfUser(workflow));
  commit(user);
  const number = api.pull({ sha });
  const payload = join(keep(mkdtempSync(join(tmpdir(), "act-event-"))), "event.json");
  const head = { ref: "topic", sha, repo: { full_name: "octo/hello" } };
  const base = { ref: "main", sha: "0".repeat(40) };
  writeFileSync(payload, JSON.stringify({ number, pull_request: { number, head, base } }));

  const green = await run(user, action, payload);
  expect(green.annotations).toEqual([]);
  expect(green.exitCode).toBe(0);
  expect(api.comments(number)).toHaveLength(1);
  expect(api.comments(number)[0]?.body).toMatch(
    /^<!-- dagger-go-pipeline workflow=CI job=go artifact-prefix= working-directory=\. -->\n## ✅ Go pipeline passed/,
  );

  edit(user, "greeting/greeting_test.go", "if got := For(tt.in)", 'if got := For(tt.in + "!")');
  const red = await run(user, action, payload);
  expect([red.exitCode, red.jobResult]).toEqual([1, "failure"]);
  expect(api.comments(number)).toHaveLength(1);
  expect(api.comments(number)[0]?.body).toContain("| `TestFor/somebody` |");
  // Of act's own account of the command that masks it.
  const told = [...green.events, ...red.events].filter(({ command }) => command !== "add-mask");
  expect(JSON.stringify(told)).not.toContain(token);
});
