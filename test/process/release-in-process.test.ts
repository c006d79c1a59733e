import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { engines } from "../../src/engine/index.ts";
import { prepareOutputDir } from "../../src/files/output-dir.ts";
import { main } from "../../src/main.ts";
import type { PlannedRelease } from "../../src/model/release.ts";
import type { Artifact, Sbom, StageResult } from "../../src/model/report.ts";
import { githubReleases } from "../../src/platform/github-releases.ts";
import { createRedactor } from "../../src/platform/mask.ts";
import { type CiPlatform, nothingKnown } from "../../src/platform/platform.ts";
import { nothingCollected } from "../../src/results/assemble.ts";
import { beginRelease, type Released } from "../../src/run/release.ts";
import { makeProject } from "../support/facts.ts";
import { token } from "../support/github-api.ts";
import { type GithubReleases, startGithubReleases, storedAsset } from "../support/github-releases.ts";
import { gitIn, repository } from "../support/repository.ts";
import { cleanEnv } from "../support/run-action.ts";
import { makeStageResult } from "../support/stages.ts";
import { createMemoryPlatform } from "../unit/report/memory-platform.ts";

/** A release without the bundle, against GitHub's API on this machine. */

let api: GithubReleases;
beforeEach(async () => {
  api = await startGithubReleases();
});
afterEach(async () => {
  await api.close();
});

const files = {
  "go.mod": "module example.com/hello\n\ngo 1.22\n",
  "main.go": "package main\n\nfunc main() {}\n",
  "tools/gen/go.mod": "module example.com/hello/tools/gen\n\ngo 1.22\n",
  "tools/gen/gen.go": "package gen\n",
};

function platformAt(event: string, ref: string): Partial<CiPlatform> {
  const place = { repository: "octo/hello", serverUrl: "https://github.com", eventName: event, ref };
  return { context: { ...nothingKnown, ...place }, releases: (asked) => githubReleases(asked, api.env) };
}

async function whole(root: string, ref: string, argv: readonly string[] = []) {
  const platform = createMemoryPlatform(platformAt("push", ref));
  const off = ["--no-docker", "--no-test", "--no-vet", "--no-format", "--no-cache", "--no-upload-artifacts"];
  const given = ["--engine=host", "--platforms=linux/amd64", "--release", `--github-token=${token}`, ...off, ...argv];
  const { signal } = new AbortController();
  const exitCode = await main({ argv: given, env: cleanEnv(), cwd: root, platform, engines, signal });
  return { exitCode, platform };
}

it("a whole run makes one of the root module, whose notes leave out what is another's", async () => {
  const root = repository(files);
  gitIn(root, "tag", "v1.0.0");
  for (const path of ["main.go", "tools/gen/gen.go"]) {
    writeFileSync(join(root, path), `${readFileSync(join(root, path), "utf8")}\n// more\n`);
    gitIn(root, "commit", "--quiet", "--all", `--message=Change ${path}`);
  }
  gitIn(root, "tag", "v1.1.0");
  api.tags.set("v1.1.0", gitIn(root, "rev-parse", "HEAD").trim());
  const dry = await whole(root, "refs/tags/v1.1.0", ["--dry-run"]);
  expect(dry.platform.printed).toContain("release    v1.1.0 of . (published; after v1.0.0)");
  const { exitCode, platform } = await whole(root, "refs/tags/v1.1.0");
  expect(exitCode).toBe(0);
  expect(api.releases.map(({ tag_name, draft }) => [tag_name, draft])).toEqual([["v1.1.0", false]]);
  expect(api.releases[0]?.body).toContain(") Change main.go\n");
  expect(api.releases[0]?.body).not.toContain("Change tools");
  expect(platform.outputs["release-url"]).toBe("https://github.com/octo/hello/releases/tag/v1.1.0");
  expect(platform.printed.some((line) => /release +v1\.1\.0 published https/.test(line))).toBe(true);

  const branch = await whole(root, "refs/heads/main", ["--dry-run"]);
  const skipped = "release    skipped (releases only on a push of a tag; this is push to main)";
  expect(branch.platform.printed).toContain(skipped);
  const other = await whole(root, "refs/heads/main");
  expect([other.exitCode, other.platform.outputs["release-url"]]).toEqual([0, ""]);
}, 600_000);

const commit = "0123456789012345678901234567890123456789";
const marker = `<!-- dagger-go-pipeline release commit=${commit} -->`;

/** Git is not asked for commits. */
const planned: PlannedRelease = {
  ...{ tag: "v1.2.0", version: "v1.2.0", prerelease: false, module: ".", plainTags: true, commit },
  ...{ before: null, cutOff: "the clone is shallow", published: true },
};

interface Options {
  readonly release?: Partial<PlannedRelease>;
  readonly before?: readonly StageResult[];
  readonly pushed?: readonly StageResult[];
  readonly platform?: Partial<CiPlatform>;
  readonly abort?: AbortController;
  /** Between the draft and its end. */
  readonly between?: () => void;
  readonly artifacts?: readonly Artifact[];
}

const artifact: Artifact = {
  ...{
    name: "hello-linux-amd64",
    os: "linux",
    arch: "amd64",
    variant: null,
    module: ".",
    package: "example.com/hello",
  },
  ...{ path: ".pipeline/bin/hello-linux-amd64", sha256: sha256Of("elf"), size: 3 },
};

const sbom: Sbom = {
  ...{ name: `${artifact.name}.cdx.json`, subject: "binary", of: artifact.name },
  ...{ path: `.pipeline/sbom/${artifact.name}.cdx.json`, sha256: sha256Of("{}"), size: 2 },
};

function sha256Of(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

async function released(options: Options = {}): Promise<Released & { readonly before: readonly string[] }> {
  const root = repository(files);
  const output = await prepareOutputDir(join(root, ".pipeline"), root);
  mkdirSync(output.bin, { recursive: true });
  mkdirSync(output.sbom);
  writeFileSync(join(output.bin, artifact.name), "elf");
  writeFileSync(join(output.sbom, sbom.name), "{}");
  api.tags.set("v1.2.0", commit);
  const { signal } = options.abort ?? new AbortController();
  const platform = createMemoryPlatform({ ...platformAt("push", "refs/tags/v1.2.0"), ...options.platform });
  const run = { platform, project: makeProject({ root }), redactor: createRedactor(), signal, githubToken: token };
  const collected = { ...nothingCollected, artifacts: options.artifacts ?? [artifact], sboms: [sbom] };
  const matter = { collected, before: options.before ?? [makeStageResult("vet")], output };
  const releasing = await beginRelease(run, { release: { ...planned, ...options.release } }, matter);
  options.between?.();
  const end = await releasing.end(options.pushed ?? []);
  return { ...end, before: releasing.before.map(({ id, status }) => `${id} ${status}`) };
}

const outcome = ({ result, release }: Released) => [result.status, result.reason, release?.state ?? null];

it("its files are binaries where nothing is packed, and what is in them; the checksums are of all", async () => {
  const { release, result, before } = await released();
  expect([result.status, before]).toEqual(["passed", ["vet passed"]]);
  const names = ["hello-linux-amd64", "hello-linux-amd64.cdx.json", expect.stringMatching(/_1\.2\.0_checksums\.txt$/)];
  expect(release?.assets.map(({ name }) => name)).toEqual(names);
  expect(api.releases[0]?.assets[2]?.content.toString()).toMatch(
    /^[0-9a-f]{64} {2}hello-linux-amd64\n[0-9a-f]{64} {2}hello-linux-amd64\.cdx\.json\n$/,
  );
  expect(outcome(await released())).toEqual(["passed", "it was published already, with the same files", "published"]);
});

it("without a program it is notes alone", async () => {
  expect((await released({ artifacts: [], release: { published: false } })).release).toMatchObject({
    ...{ state: "draft", assets: [] },
  });
});

it("two files that GitHub would call the same are none", async () => {
  const twice = await released({ artifacts: [artifact, artifact] });
  expect(twice.result.reason).toContain("two files of the release would be called hello-linux-amd64");
});

it("what failed before leaves nothing, what was pushed in vain leaves the draft", async () => {
  const red = makeStageResult("vet", { status: "failed" });
  const nothing = await released({ before: [red] });
  expect([...outcome(nothing), ...nothing.before]).toEqual([
    ...["blocked", "vet did not pass", null],
    ...["vet failed", "release blocked"],
  ]);
  expect(api.requests).toEqual([]);
  const pushed = [makeStageResult("deliver", { status: "errored" })];
  expect(outcome(await released({ pushed }))).toEqual(["blocked", "deliver did not pass", "draft"]);
  expect(api.releases[0]?.draft).toBe(true);
});

it("a cancelled one leaves what there is", async () => {
  const early = new AbortController();
  early.abort();
  expect(outcome(await released({ abort: early }))).toEqual(["cancelled", "the run was cancelled", null]);
  const late = new AbortController();
  const ended = await released({ abort: late, between: () => late.abort() });
  expect(outcome(ended)).toEqual(["cancelled", "the run was cancelled", "draft"]);
  const between = new AbortController();
  api.fail(/GET .*\/assets/, { hook: () => between.abort() });
  expect(outcome(await released({ abort: between }))).toEqual(["cancelled", "the run was cancelled", null]);
});

it("another's, a token that may not and a server that says no are told apart", async () => {
  api.fail(/POST .*\/releases$/, { status: 403, message: "Resource not accessible by integration" });
  const refused = await released();
  expect([refused.result.status, refused.result.reason]).toEqual([
    "errored",
    "GitHub refuses the token: Resource not accessible by integration (403). The job needs `permissions: contents: write`.",
  ]);
  api.fail(/POST .*\/assets/, { status: 400, message: "Bad Size" });
  expect((await released()).result.reason).toContain("Bad Size (400). A draft that is there stays");
  const [draft] = api.releases;
  draft?.assets.push(storedAsset("by-hand.msi", "x"));
  const foreign = await released();
  expect([foreign.result.status, foreign.release?.state]).toEqual(["failed", "draft"]);
  expect(draft?.body.startsWith(marker)).toBe(true);
  const unknown = await released({ platform: { context: nothingKnown } });
  expect(unknown.result.reason).toBe("the runner does not say which repository this is");
});
