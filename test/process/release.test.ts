import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { token } from "../support/github-api.ts";
import { type GithubReleases, startGithubReleases } from "../support/github-releases.ts";
import { gitIn, repository } from "../support/repository.ts";
import { type ActionRun, cleanEnv, runAction, startAction } from "../support/run-action.ts";

/** The built action as a step of a workflow that a pushed tag started, against GitHub's API on this machine. */

let api: GithubReleases;
let place: string;
beforeEach(async () => {
  api = await startGithubReleases();
  place = realpathSync(mkdtempSync(join(tmpdir(), "release-")));
  mkdirSync(join(place, "files"));
});
afterEach(async () => {
  await api.close();
  rmSync(place, { recursive: true, force: true, maxRetries: 3 });
});

const main = "package main\n\nfunc main() {}\n";
const files = {
  "go.mod": "module example.com/hello\n\ngo 1.22\n",
  "main.go": main,
  LICENSE: "licence\n",
  ".dagger-go.yml": "stages:\n  - name: ship\n    run: [go, env, GOOS]\n  - name: other\n    run: [go, env, GOOS]\n",
};

/** A repository whose second commit has the tag; answers the commit. */
function tagged(root: string, tag: string): string {
  writeFileSync(join(root, "new.txt"), "new\n");
  gitIn(root, "add", "--all");
  gitIn(root, "commit", "--quiet", "--message=Add what is new (#7)");
  gitIn(root, "tag", tag);
  const commit = gitIn(root, "rev-parse", "HEAD").trim();
  api.tags.set(tag, commit);
  return commit;
}

interface Step {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly ref: string;
  readonly event?: string;
}

function environment(cwd: string, { inputs = {}, ref, event = "push" }: Step): Record<string, string> {
  for (const name of ["summary", "outputs"]) writeFileSync(join(place, name), "");
  writeFileSync(join(place, "event.json"), JSON.stringify({ repository: { default_branch: "main" } }));
  const quick = { engine: "host", platforms: "linux/amd64,windows/amd64", docker: "false", cache: "false" };
  const off = { "upload-artifacts": "false", vet: "false", test: "false", format: "false" };
  const given = Object.entries({ ...quick, ...off, release: "true", "github-token": token, ...inputs });
  return cleanEnv({
    ...api.env,
    ...{ GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: cwd, GITHUB_EVENT_NAME: event, GITHUB_REF: ref },
    ...{ GITHUB_EVENT_PATH: join(place, "event.json"), GITHUB_STEP_SUMMARY: join(place, "summary") },
    ...{ GITHUB_OUTPUT: join(place, "outputs"), GITHUB_SERVER_URL: "https://github.com", GITHUB_RUN_ID: "42" },
    GITHUB_SHA: gitIn(cwd, "rev-parse", "HEAD").trim(),
    ...Object.fromEntries(given.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  });
}

const step = (cwd: string, given: Step): Promise<ActionRun> => runAction(cwd, [], environment(cwd, given));
const report = (cwd: string) => JSON.parse(readFileSync(join(cwd, ".pipeline/report.json"), "utf8"));
const stage = (cwd: string, id: string) => report(cwd).stages.find((each: { id: string }) => each.id === id);
const output = (name: string): string =>
  new RegExp(`^${name}<<(\\S+)\\n(.*)\\n\\1$`, "m").exec(readFileSync(join(place, "outputs"), "utf8"))?.[2] ?? "";

describe("a pushed tag", () => {
  it("becomes a release with notes, archives and checksums, which a second run leaves as it is", async () => {
    const root = repository(files);
    gitIn(root, "tag", "v1.1.0");
    const commit = tagged(root, "v1.2.0");
    const run = await step(root, { ref: "refs/tags/v1.2.0", inputs: { deploy: "ship" } });
    expect([run.exitCode, stage(root, "release").status]).toEqual([0, "passed"]);
    const [release] = api.releases;
    expect(release).toMatchObject({ draft: false, prerelease: false, latest: "true", name: "v1.2.0" });
    expect(release?.body).toBe(`<!-- dagger-go-pipeline release commit=${commit} -->
## Changes since \`v1.1.0\`

- [${commit.slice(0, 12)}](https://github.com/octo/hello/commit/${commit}) Add what is new ([#7](https://github.com/octo/hello/pull/7))

[All commits](https://github.com/octo/hello/compare/v1.1.0...v1.2.0)
`);
    const names = ["hello_1.2.0_linux_amd64.tar.gz", "hello_1.2.0_windows_amd64.zip", "hello_1.2.0_checksums.txt"];
    expect(release?.assets.map(({ name }) => name)).toEqual(names);
    for (const { name, content } of release?.assets ?? []) writeFileSync(join(place, "files", name), content);
    const at = { cwd: join(place, "files"), encoding: "utf8" } as const;
    expect(execFileSync("sha256sum", ["--check", names[2] ?? ""], at).split("\n")).toHaveLength(3);
    expect(execFileSync("tar", ["-tzf", names[0] ?? ""], at)).toBe("LICENSE\nhello\n");
    const url = "https://github.com/octo/hello/releases/tag/v1.2.0";
    expect(report(root).release).toEqual({
      ...{ tag: "v1.2.0", module: ".", state: "published", url },
      assets: (release?.assets ?? []).map(({ name, size, content }) => {
        return { name, size, sha256: createHash("sha256").update(content).digest("hex") };
      }),
    });
    expect(output("release-url")).toBe(url);
    expect(readFileSync(join(place, "summary"), "utf8")).toContain(`### Release\n\n[\`v1.2.0\`](${url}), published`);
    expect(run.stdout).toMatch(/release +v1\.2\.0 published https/);
    expect(stage(root, "ship").startedAt >= stage(root, "release").startedAt).toBe(true);
    expect(stage(root, "ship").status).toBe("passed");
    expect(run.stdout.replaceAll(`::add-mask::${token}`, "")).not.toContain(token);

    const before = api.requests.length;
    const again = await step(root, { ref: "refs/tags/v1.2.0" });
    expect([again.exitCode, stage(root, "release").reason]).toEqual([
      0,
      "it was published already, with the same files",
    ]);
    expect(api.requests.slice(before).filter((line) => !line.startsWith("GET "))).toEqual([]);
    expect(report(root).release.state).toBe("published");
  }, 600_000);

  it("of a module in a directory releases that module alone, as a draft where that is asked for", async () => {
    const nested = { "tools/gen/go.mod": "module example.com/hello/tools/gen\n\ngo 1.22\n", "tools/gen/main.go": main };
    const root = repository({ ...files, ...nested });
    tagged(root, "tools/gen/v0.4.0-rc.1");
    const inputs = { release: "draft", archives: "false", platforms: "linux/amd64" };
    const run = await step(root, { ref: "refs/tags/tools/gen/v0.4.0-rc.1", inputs });
    expect(run.exitCode).toBe(0);
    const [release] = api.releases;
    expect(release).toMatchObject({ draft: true, prerelease: true, latest: null });
    expect(release?.assets.map(({ name }) => name)).toEqual(["gen-linux-amd64", "gen_0.4.0-rc.1_checksums.txt"]);
    // It changed nothing of the module.
    expect(release?.body).not.toContain("Add what is new");
    expect(report(root).release).toMatchObject({ module: "tools/gen", state: "draft" });
    expect(output("release-url")).toContain("/releases/tag/untagged-");
  }, 600_000);

  it("of a commit that fails becomes nothing, and nothing deploys", async () => {
    const root = repository({ ...files, "main.go": "package main\n\nfunc main() { broken() }\n" });
    tagged(root, "v1.2.0");
    const run = await step(root, { ref: "refs/tags/v1.2.0", inputs: { deploy: "ship" } });
    expect([run.exitCode, stage(root, "release").status, stage(root, "ship").status]).toEqual([
      1,
      "blocked",
      "blocked",
    ]);
    expect(api.requests).toEqual([]);
  }, 600_000);

  it("whose release is another's is left alone, and nothing deploys", async () => {
    const root = repository(files);
    tagged(root, "v1.2.0");
    api.add({ tag_name: "v1.2.0", body: "by hand" });
    const run = await step(root, { ref: "refs/tags/v1.2.0", inputs: { deploy: "ship", platforms: "linux/amd64" } });
    expect([run.exitCode, stage(root, "release").status, stage(root, "ship").status]).toEqual([1, "failed", "blocked"]);
    expect(stage(root, "release").reason).toContain("there is a draft for v1.2.0 that is not of this pipeline");
    expect(api.requests.filter((line) => !line.startsWith("GET "))).toEqual([]);
  }, 600_000);

  it("with a token that may not is an error that names the permission", async () => {
    const root = repository(files);
    tagged(root, "v1.2.0");
    api.fail(/POST/, { status: 403, message: "Resource not accessible by integration" });
    const run = await step(root, { ref: "refs/tags/v1.2.0", inputs: { platforms: "linux/amd64" } });
    expect([run.exitCode, stage(root, "release").status]).toEqual([3, "errored"]);
    expect(stage(root, "release").reason).toContain("The job needs `permissions: contents: write`.");
    expect(api.releases).toEqual([]);
  }, 600_000);

  it("cancelled between two files leaves a draft, and the next run takes it up", async () => {
    const root = repository(files);
    tagged(root, "v1.2.0");
    const given = { ref: "refs/tags/v1.2.0", inputs: { platforms: "linux/amd64" } };
    const started = startAction(root, [], environment(root, given));
    api.fail(/POST .*checksums/, { hook: () => void started.child.kill("SIGTERM") });
    expect((await started.ended).exitCode).toBe(130);
    expect(stage(root, "release").status).toBe("cancelled");
    expect(api.releases.map(({ draft }) => draft)).toEqual([true]);
    expect((await step(root, given)).exitCode).toBe(0);
    expect(api.releases.map(({ draft, assets }) => [draft, assets.length])).toEqual([[false, 2]]);
  }, 600_000);
});

describe("what is no occasion", () => {
  it.each([
    ["a push to a branch", "push", "refs/heads/main", "releases only on a push of a tag; this is push to main"],
    ["a run by hand", "workflow_dispatch", "refs/tags/v1.2.0", "this is workflow_dispatch"],
    ["a tag that is no version", "push", "refs/tags/nightly", "nightly is no version of the repository's root"],
  ])(
    "%s is skipped, and nobody is asked",
    async (_, event, ref, reason) => {
      const root = repository(files);
      tagged(root, "v1.2.0");
      gitIn(root, "tag", "nightly");
      const run = await step(root, { ref, event, inputs: { platforms: "linux/amd64" } });
      expect([run.exitCode, stage(root, "release").status]).toEqual([0, "skipped"]);
      expect(stage(root, "release").reason).toContain(reason);
      expect([api.requests, report(root).release]).toEqual([[], undefined]);
    },
    600_000,
  );

  it("a checkout that is not the tag's, or has changes, ends before anything runs", async () => {
    const root = repository(files);
    tagged(root, "v1.2.0");
    writeFileSync(join(root, "main.go"), `${main}// x\n`);
    const dirty = await step(root, { ref: "refs/tags/v1.2.0" });
    expect([dirty.exitCode, dirty.stdout.includes("release: the working tree is not what was committed")]).toEqual([
      2,
      true,
    ]);
    gitIn(root, "commit", "--quiet", "--all", "--message=later");
    const env = {
      ...environment(root, { ref: "refs/tags/v1.2.0" }),
      GITHUB_SHA: gitIn(root, "rev-parse", "v1.2.0").trim(),
    };
    const elsewhere = await runAction(root, [], env);
    expect([elsewhere.exitCode, elsewhere.stdout.includes("is not the commit of the tag v1.2.0")]).toEqual([2, true]);
    expect(api.requests).toEqual([]);
  }, 600_000);

  it("without a token, from the config file, and beside a stage of that name it is a wrong value", async () => {
    const root = repository(files);
    const token = await step(root, { ref: "refs/heads/main", inputs: { "github-token": "" } });
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of workflows
    const line = "needs a token; add below `with:` the line `github-token: ${{ github.token }}`";
    expect([token.exitCode, token.stdout.includes(line)]).toEqual([2, true]);
    writeFileSync(join(root, ".dagger-go.yml"), "release: true\nstages:\n  - name: release\n    run: [go, version]\n");
    const file = await step(root, { ref: "refs/heads/main" });
    expect(file.exitCode).toBe(2);
    expect(file.stdout).toContain("it decides what becomes public");
    expect(file.stdout).toContain("release: the pipeline has a stage of that name");
  }, 600_000);

  it("a dry run says what would be released", async () => {
    const root = repository(files);
    tagged(root, "v1.2.0");
    const run = await step(root, { ref: "refs/tags/v1.2.0", inputs: { "dry-run": "true" } });
    expect([run.exitCode, api.requests]).toEqual([0, []]);
    expect(run.stdout).toContain("release    v1.2.0 of . (published; the first one)");
  }, 600_000);
});
