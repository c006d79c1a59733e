import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { token } from "../support/github-api.ts";
import { type GithubReleases, startGithubReleases } from "../support/github-releases.ts";
import { gitIn } from "../support/repository.ts";
import { type ActRun, runAct } from "./act.ts";
import { commit, copyOfAction, repositoryOfUser, write } from "./repositories.ts";

let api: GithubReleases;
let directories: string[];
beforeEach(async () => {
  directories = [];
  api = await startGithubReleases();
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
name: Release
on:
  push:
    tags: ["v*"]
jobs:
  release:
    runs-on: ubuntu-latest
    permissions:
      contents: write
    steps:
      - uses: actions/checkout@v7
        with:
          fetch-depth: 0
      - id: go
        uses: OWNER/dagger-go-pipeline@v1
        with:
          engine: host
          platforms: linux/amd64,windows/amd64
          docker: false
          upload-artifacts: false
          release: true
          github-token: \${{ github.token }}
`;

test("a tag of the example becomes a release, every file of which is what it says", async () => {
  const action = keep(copyOfAction());
  commit(action);
  const user = keep(repositoryOfUser(workflow));
  commit(user);
  gitIn(user, "tag", "v0.9.0");
  write(user, "CHANGELOG.md", "Something new.\n");
  gitIn(user, "add", "--all");
  gitIn(user, "commit", "--quiet", "--message=Tell what is new");
  gitIn(user, "tag", "v1.0.0");
  const sha = gitIn(user, "rev-parse", "HEAD").trim();
  api.tags.set("v1.0.0", sha);
  const payload = join(keep(mkdtempSync(join(tmpdir(), "act-event-"))), "event.json");
  writeFileSync(
    payload,
    JSON.stringify({ ref: "refs/tags/v1.0.0", after: sha, repository: { default_branch: "main" } }),
  );
  const run: ActRun = await runAct({
    repository: user,
    job: "release",
    env: api.env,
    event: { name: "push", payload },
    args: ["--local-repository", `OWNER/dagger-go-pipeline@v1=${action}`, "--secret", `GITHUB_TOKEN=${token}`],
  });
  expect(run.annotations).toEqual([]);
  expect([run.exitCode, run.jobResult]).toEqual([0, "success"]);
  const [release, ...others] = api.releases;
  expect(others).toEqual([]);
  expect(release).toMatchObject({ tag_name: "v1.0.0", draft: false, prerelease: false, latest: "true" });
  expect(release?.body).toContain("## Changes since `v0.9.0`");
  expect(release?.body).toContain(") Tell what is new\n");
  const names = ["hello_1.0.0_linux_amd64.tar.gz", "hello_1.0.0_windows_amd64.zip", "hello_1.0.0_checksums.txt"];
  expect(release?.assets.map(({ name }) => name)).toEqual(names);
  const files = keep(mkdtempSync(join(tmpdir(), "act-release-")));
  for (const { name, content } of release?.assets ?? []) writeFileSync(join(files, name), content);
  const inFiles = { cwd: files, encoding: "utf8" } as const;
  execFileSync("sha256sum", ["--check", "--strict", names[2] ?? ""], inFiles);
  execFileSync("tar", ["-xzf", names[0] ?? ""], inFiles);
  expect(execFileSync("tar", ["-tzf", names[0] ?? ""], inFiles)).toBe("CHANGELOG.md\nhello\n");
  expect(execFileSync("go", ["version", "-m", "hello"], inFiles)).toContain("path\texample.com/hello");
  expect(run.outputs["release-url"]).toBe("https://github.com/octo/hello/releases/tag/v1.0.0");
  expect(run.summary).toContain("### Release");
});
