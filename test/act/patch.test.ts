import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runAct } from "./act.ts";
import { commit, copyOfAction, repositoryOfUser, write } from "./repositories.ts";

const workflow = `
on: push
jobs:
  go:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - uses: OWNER/dagger-go-pipeline@v1
        with:
          platforms: linux/amd64
          engine: host
          docker: false
          upload-artifacts: false
          coverage-patch-threshold: 60
`;

let base: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "act-patch-test-"));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

test("a push is compared with the commit before it, and its uncovered lines are marked", {
  timeout: 600_000,
}, async () => {
  const action = copyOfAction();
  const repository = repositoryOfUser(workflow);
  for (const directory of [action, repository]) commit(directory);
  const git = (...args: readonly string[]): string =>
    execFileSync("git", args, { cwd: repository, encoding: "utf8" }).trim();
  const before = git("rev-parse", "HEAD");
  const greeting = readFileSync(join(repository, "greeting/greeting.go"), "utf8");
  write(
    repository,
    "greeting/greeting.go",
    `${greeting}\n// Nobody greets nobody.\nfunc Nobody() string {\n\treturn "nobody"\n}\n`,
  );
  commit(repository);
  const event = join(base, "event.json");
  writeFileSync(event, JSON.stringify({ ref: "refs/heads/main", before, repository: { default_branch: "main" } }));
  const args = ["--local-repository", `OWNER/dagger-go-pipeline@v1=${action}`, "--eventpath", event];
  const result = await runAct({ repository, job: "go", env: { DOCKER_HOST: "tcp://127.0.0.1:1" }, args });
  expect([result.exitCode, result.outputs["conclusion"], result.outputs["patch-coverage"]]).toEqual([
    1,
    "failure",
    "0.0",
  ]);
  expect(result.summary).toContain(`compared with \`${before.slice(0, 12)}\`; threshold 60 % missed ❌`);
  const notices = result.annotations.filter(({ level }) => level === "notice");
  expect(notices.map(({ properties }) => [properties["file"], properties["title"]])).toEqual([
    ["greeting/greeting.go", "Not covered"],
  ]);
  for (const directory of [action, repository]) rmSync(directory, { recursive: true, force: true });
});
