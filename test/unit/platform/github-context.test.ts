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
        head: { repo: { full_name: "fork/hello" } },
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
      defaultBranch: "trunk",
      base: { branch: "release", sha: "89abcdef0123456789abcdef0123456789abcdef" },
      runAttempt: 2,
      workspace: "/srv/work",
    },
    warnings: [],
  });
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
      defaultBranch: null,
      base: null,
      runAttempt: null,
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
      defaultBranch: null,
      base: null,
      runAttempt: null,
      workspace: "/srv/work",
    },
    warnings: ["The event of this workflow run (GITHUB_EVENT_PATH) could not be read; links to it are left out."],
  });
});
