import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "context-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const module = new URL("../../../src/platform/github-context.ts", import.meta.url).href;
const program = `
const { readContext } = await import(${JSON.stringify(module)});
const warnings = [];
const context = await readContext(process.env, (message) => warnings.push(message));
process.stdout.write(JSON.stringify({ context, warnings }));
`;

/** The toolkit reads environment and payload when it is loaded, so every case is a process of its own. */
function readContext(env: Readonly<Record<string, string>>): unknown {
  const args = ["--import", "tsx", "--input-type=module", "--eval", program];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    env: { PATH: process.env["PATH"], ...env },
    encoding: "utf8",
  });
  return stderr === "" ? JSON.parse(stdout) : stderr;
}

test("tells repository and run", () => {
  const payload = join(directory, "event.json");
  writeFileSync(
    payload,
    JSON.stringify({
      repository: { full_name: "octo/hello", default_branch: "trunk" },
      pull_request: {
        number: 7,
        head: { ref: "topic", sha: "fedcba9876543210fedcba9876543210fedcba98", repo: { full_name: "fork/hello" } },
        base: { ref: "release", sha: "89abcdef0123456789abcdef0123456789abcdef" },
      },
    }),
  );
  const env = {
    GITHUB_EVENT_PATH: payload,
    GITHUB_SERVER_URL: "https://git.example",
    GITHUB_SHA: "0123456789012345678901234567890123456789",
    GITHUB_REF: "refs/pull/7/merge",
    GITHUB_EVENT_NAME: "pull_request",
    GITHUB_RUN_ATTEMPT: "2",
    GITHUB_RUN_ID: "42",
    GITHUB_WORKFLOW: "CI",
    GITHUB_JOB: "go",
    GITHUB_WORKSPACE: "/srv/work",
  };
  expect(readContext(env)).toEqual({
    context: {
      repository: "octo/hello",
      serverUrl: "https://git.example",
      sha: "0123456789012345678901234567890123456789",
      ref: "refs/pull/7/merge",
      eventName: "pull_request",
      headRepository: "fork/hello",
      headBranch: "topic",
      defaultBranch: "trunk",
      base: { branch: "release", sha: "89abcdef0123456789abcdef0123456789abcdef" },
      before: null,
      runAttempt: 2,
      runUrl: "https://git.example/octo/hello/actions/runs/42",
      workflow: "CI",
      job: "go",
      pullRequest: {
        number: 7,
        head: { repository: "fork/hello", branch: "topic", sha: "fedcba9876543210fedcba9876543210fedcba98" },
      },
      finishedRun: null,
      workspace: "/srv/work",
    },
    warnings: [],
  });
});

test("tells what a push moved its branch from, and of no other event", () => {
  const payload = join(directory, "event.json");
  const before = "89abcdef0123456789abcdef0123456789abcdef";
  writeFileSync(payload, JSON.stringify({ before, pull_request: {} }));
  const read = (name: string) => readContext({ GITHUB_EVENT_PATH: payload, GITHUB_EVENT_NAME: name });
  expect(read("push")).toMatchObject({ context: { before } });
  expect(read("pull_request")).toMatchObject({ context: { before: null } });
});

test("knows little without the runner's environment, and says so by null", () => {
  expect(readContext({})).toEqual({
    context: {
      repository: null,
      serverUrl: "https://github.com",
      sha: null,
      ref: null,
      eventName: null,
      headRepository: null,
      headBranch: null,
      defaultBranch: null,
      base: null,
      before: null,
      runAttempt: null,
      runUrl: null,
      workflow: null,
      job: null,
      pullRequest: null,
      finishedRun: null,
      workspace: null,
    },
    warnings: [],
  });
});

test("an unreadable payload is a warning that does not quote it", () => {
  const payload = join(directory, "event.json");
  writeFileSync(payload, '{"inputs": {"token": "hunter2"');
  expect(readContext({ GITHUB_EVENT_PATH: payload, GITHUB_SHA: "abc", GITHUB_WORKSPACE: "/srv/work" })).toEqual({
    context: {
      repository: null,
      serverUrl: null,
      sha: null,
      ref: null,
      eventName: null,
      headRepository: null,
      headBranch: null,
      defaultBranch: null,
      base: null,
      before: null,
      runAttempt: null,
      runUrl: null,
      workflow: null,
      job: null,
      pullRequest: null,
      finishedRun: null,
      workspace: "/srv/work",
    },
    warnings: ["The event of this workflow run (GITHUB_EVENT_PATH) could not be read; links to it are left out."],
  });
});

const finished = {
  event: "pull_request",
  name: "CI",
  html_url: "https://github.com/octo/hello/actions/runs/41",
  conclusion: "failure",
  head_sha: "fedcba9876543210fedcba9876543210fedcba98",
  head_branch: "topic",
  head_repository: { full_name: "fork/hello" },
  pull_requests: [],
};

test.each([
  [
    "a pull request",
    finished,
    { number: null, head: { repository: "fork/hello", branch: "topic", sha: finished.head_sha } },
    { url: finished.html_url, workflow: "CI", conclusion: "failure" },
  ],
  [
    "a fork that is gone",
    { ...finished, head_branch: null, head_repository: null, conclusion: null },
    { number: null, head: { repository: null, branch: null, sha: finished.head_sha } },
    { url: finished.html_url, workflow: "CI", conclusion: "" },
  ],
  ["a push", { ...finished, event: "push" }, null, { url: finished.html_url, workflow: "CI", conclusion: "failure" }],
  ["nothing that is known", { event: "pull_request" }, null, null],
])("tells what a finished run was about: %s", (_, run, pullRequest, finishedRun) => {
  const payload = join(directory, "event.json");
  writeFileSync(payload, JSON.stringify({ workflow_run: run }));
  const env = { GITHUB_EVENT_PATH: payload, GITHUB_EVENT_NAME: "workflow_run" };
  expect(readContext(env)).toMatchObject({ context: { pullRequest, finishedRun }, warnings: [] });
});
