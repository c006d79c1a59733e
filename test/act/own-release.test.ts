import { execFileSync, spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import * as z from "zod";
import { token } from "../support/github-api.ts";
import { type GithubForGh, startGithubForGh } from "../support/github-for-gh.ts";
import { type GithubReleases, type StoredRelease, startGithubReleases } from "../support/github-releases.ts";
import { gitIn } from "../support/repository.ts";
import { type Sigstore, startSigstore } from "../support/sigstore.ts";
import { type ActRun, runAct } from "./act.ts";
import { serviceEnv } from "./artifacts.ts";
import { commit, write } from "./repositories.ts";
import { type ResultsService, startResultsService } from "./results-service.ts";

/**
 * This repository's own release.yml, its jobs and scripts as they are. In the place of what is not ours, and cannot be had here, stands what lies in stand-ins/: the actions of
 * others, gh's verification of signatures, and all of our tests but one file.
 */

const root = join(import.meta.dirname, "../..");
const standIns = join(import.meta.dirname, "stand-ins");
const workflow = readFileSync(join(root, ".github/workflows/release.yml"), "utf8");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const tag = `v${version}`;
const [major = ""] = tag.split(".");
const archive = `dagger-go-pipeline-${tag}.tar.gz`;

let releases: GithubReleases;
let sigstore: Sigstore;
let github: GithubForGh;
let artifacts: ResultsService;
let place: string;

beforeEach(async () => {
  place = mkdtempSync(join(tmpdir(), "own-release-"));
  releases = await startGithubReleases();
  sigstore = await startSigstore(releases.url, { file: "release.yml", ref: `refs/tags/${tag}` });
  github = await startGithubForGh(releases, sigstore.stored);
  artifacts = await startResultsService();
});
afterEach(async () => {
  for (const server of [github, sigstore, releases, artifacts]) await server.close();
  rmSync(place, { recursive: true, force: true, maxRetries: 3 });
});

/** What is checked out here, as a commit of main at GitHub. */
function ownRepository(): string {
  const repository = join(place, "repository");
  const files = execFileSync(
    "git",
    ["-c", `safe.directory=${root}`, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
    { cwd: root },
  );
  for (const path of files.toString().split("\0").filter(Boolean)) {
    mkdirSync(dirname(join(repository, path)), { recursive: true });
    cpSync(join(root, path), join(repository, path), { force: true });
  }
  commit(repository);
  gitIn(repository, "remote", "add", "origin", "https://github.com/octo/hello");
  gitIn(repository, "update-ref", "refs/remotes/origin/main", "main");
  return repository;
}

/** `--local-repository` for each action of others, by the commit that release.yml names. */
function actionsOfOthers(): readonly string[] {
  const used = new Set(
    [...workflow.matchAll(/uses: actions\/(\S+)@([0-9a-f]{40})/g)].map(([, name, sha]) => `${name}@${sha}`),
  );
  return [...used].flatMap((action) => {
    const [name = ""] = action.split("@");
    // act puts what it runs on in the place of a checkout.
    if (name === "checkout") return [];
    const copy = join(place, name);
    cpSync(join(standIns, name.startsWith("setup-") ? "setup" : name), copy, { recursive: true });
    symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
    return ["--local-repository", `actions/${action}=${copy}`];
  });
}

function program(name: string): string {
  const { stdout, status } = spawnSync("which", [name], { encoding: "utf8" });
  if (status !== 0) throw new Error(`${name} is not installed (apt-get install ${name})`);
  return stdout.trim();
}

function toolEnv(): Readonly<Record<string, string>> {
  return {
    ...{ ...github.env, GH: program("gh"), NPM: program("npm") },
    PATH: `${join(standIns, "bin")}:${process.env["PATH"]}`,
  };
}

function push(repository: string, pushed: string): Promise<ActRun> {
  const sha = gitIn(repository, "rev-parse", `${pushed}^{commit}`).trim();
  const payload = join(place, "event.json");
  writeFileSync(
    payload,
    JSON.stringify({ ref: `refs/tags/${pushed}`, after: sha, repository: { default_branch: "main" } }),
  );
  const { HTTPS_PROXY: proxy = "", ...signing } = sigstore.env;
  return runAct({
    ...{ repository, job: "major", event: { name: "push", payload } },
    env: { ...signing, SIGSTORE_PROXY: proxy, ...serviceEnv(artifacts), ...toolEnv(), GITHUB_REPOSITORY: "octo/hello" },
    args: ["--workflows", ".github/workflows/release.yml", "--secret", `GITHUB_TOKEN=${token}`, ...actionsOfOthers()],
  });
}

/** Names of steps that failed. */
function failed({ events }: ActRun): readonly string[] {
  return events.flatMap(({ step, stepResult }) => (stepResult === "failure" ? [step ?? ""] : []));
}

/** Sorted. */
const names = ["checksums.txt", archive, "sbom.cdx.json"];

/** A directory with the files of the release, as people download them. */
function downloaded({ assets }: StoredRelease): string {
  const files = join(place, "files");
  mkdirSync(files);
  for (const { name, content } of assets) writeFileSync(join(files, name), content);
  return files;
}

function expectFiles(files: string, repository: string): void {
  expect(readdirSync(files).sort()).toEqual(names);
  const inFiles = { cwd: files, encoding: "utf8" } as const;
  const checked = execFileSync("sha256sum", ["--check", "--strict", "checksums.txt"], inFiles);
  expect(checked).toBe(`${archive}: OK\nsbom.cdx.json: OK\n`);
  execFileSync("tar", ["-xzf", archive], inFiles);
  const unpacked = join(files, archive.replace(".tar.gz", ""));
  expect(readdirSync(unpacked).sort()).toEqual(["LICENSE", "README.md", "action.yml", "dist", "schema"]);
  execFileSync("diff", ["--recursive", join(repository, "dist"), join(unpacked, "dist")], inFiles);
  const said = execFileSync("node", [join(unpacked, "dist/index.js"), "--version"], inFiles);
  expect(said).toBe(`dagger-go-pipeline ${version}\n`);
}

function expectSbom(sbom: SbomFile): void {
  const { bomFormat, metadata, components } = sbom;
  expect([bomFormat, metadata.component]).toMatchObject(["CycloneDX", { name: "dagger-go-pipeline", version }]);
  const inside = components.map(({ group, name }) => (group === undefined ? name : `${group}/${name}`));
  expect(inside).toEqual(expect.arrayContaining(["@dagger.io/dagger", "@actions/core", "mdast-util-gfm"]));
  expect(inside).not.toContain("vitest");
}

interface SbomFile {
  readonly bomFormat: string;
  readonly metadata: { readonly component: unknown };
  readonly components: readonly { readonly group?: string; readonly name: string }[];
}

function expectAttested({ assets }: StoredRelease, sbom: SbomFile): void {
  const statements = sigstore.stored.map(({ dsseEnvelope: { payload } }) =>
    JSON.parse(Buffer.from(payload, "base64").toString()),
  );
  const subjects = names.map((name) => {
    const sha256 = assets.find((asset) => asset.name === name)?.digest?.replace("sha256:", "");
    return { name, digest: { sha256 } };
  });
  expect(statements).toEqual([
    expect.objectContaining({ predicateType: "https://slsa.dev/provenance/v1", subject: subjects }),
    {
      ...{ _type: "https://in-toto.io/Statement/v1", predicateType: "https://cyclonedx.org/bom" },
      ...{ subject: subjects.filter(({ name }) => name === archive), predicate: sbom },
    },
  ]);
}

/** A draft, its files, and only then what everybody sees. */
function expectOrder({ id }: StoredRelease): void {
  // gh uploads several at once.
  const [created, ...then] = github.changes.map(({ line }) => line);
  const uploaded = then.splice(0, names.length).map((line) => new URL(line.split(" ")[1] ?? "", "https://a"));
  expect(created).toBe("POST /repos/octo/hello/releases");
  expect(github.changes[0]?.sent).toMatchObject({ tag_name: tag, draft: true, generate_release_notes: true });
  expect(uploaded.map(({ searchParams }) => searchParams.get("name")).sort()).toEqual(names);
  expect(then).toEqual([`PATCH /repos/octo/hello/releases/${id}`, "POST /repos/octo/hello/git/refs"]);
}

test("a pushed tag becomes a release of what is committed, attested, and the major version's tag moves", async () => {
  const repository = ownRepository();
  gitIn(repository, "tag", tag);
  const sha = gitIn(repository, "rev-parse", "HEAD").trim();
  releases.tags.set(tag, sha);
  const run = await push(repository, tag);
  expect([failed(run), run.exitCode, run.jobResult]).toEqual([[], 0, "success"]);
  const [release, ...others] = releases.releases;
  if (release === undefined) throw new Error("nothing was released");
  expect(others).toEqual([]);
  expect(release).toMatchObject({ tag_name: tag, name: tag, draft: false, prerelease: false });
  expect([...artifacts.artifacts.keys()]).toEqual(["release"]);
  const files = downloaded(release);
  expectFiles(files, repository);
  const sbom = JSON.parse(readFileSync(join(files, "sbom.cdx.json"), "utf8"));
  expectSbom(sbom);
  expectAttested(release, sbom);
  expectOrder(release);
  expect(Object.fromEntries(releases.tags)).toEqual({ [tag]: sha, [major]: sha });
}, 1_800_000);

describe("nothing is released", () => {
  test("of a tag that is not the version of package.json", async () => {
    const repository = ownRepository();
    gitIn(repository, "tag", "v99.0.0");
    const run = await push(repository, "v99.0.0");
    expect([failed(run), run.jobResult]).toEqual([["The tag is the version of package.json, on main"], "failure"]);
    expect([github.changes, releases.requests, artifacts.artifacts.size]).toEqual([[], [], 0]);
  });

  test("of a commit that is not on main", async () => {
    const repository = ownRepository();
    write(repository, "other.txt", "");
    gitIn(repository, "add", "--all");
    gitIn(repository, "commit", "--quiet", "--message=Not merged");
    gitIn(repository, "tag", tag);
    const run = await push(repository, tag);
    expect([failed(run), run.jobResult]).toEqual([["The tag is the version of package.json, on main"], "failure"]);
    expect([github.changes, releases.requests, artifacts.artifacts.size]).toEqual([[], [], 0]);
  });
});

describe("the tag of the major version", () => {
  const steps = z.object({ jobs: z.object({ major: z.object({ steps: z.array(z.object({ run: z.string() })) }) }) });
  const [{ run: script } = { run: "" }] = steps.parse(parse(workflow)).jobs.major.steps;

  /** The step as GitHub runs it: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell */
  function move(name: string, sha: string, ghToken = token) {
    const file = join(place, "move.sh");
    writeFileSync(file, script);
    const env = {
      ...process.env,
      ...toolEnv(),
      GH_TOKEN: ghToken,
      GH_REPO: "octo/hello",
      GITHUB_REF_NAME: name,
      COMMIT: sha,
    };
    return new Promise<number | null>((resolve, reject) => {
      const child = spawn("bash", ["--noprofile", "--norc", "-eo", "pipefail", file], { env, stdio: "inherit" });
      child.on("error", reject);
      child.on("close", resolve);
    });
  }

  const [older, newer] = ["a".repeat(40), "b".repeat(40)];

  test.each<[string, Readonly<Record<string, string>>, string, string]>([
    ["is made with the first release", { "v3.0.0": newer }, "v3.0.0", newer],
    ["moves to a newer one", { "v3.0.9": older, v3: older, "v3.0.10": newer, "v4.0.0": older }, "v3.0.10", newer],
    ["stays where a fix is of an older version", { "v3.1.0": older, v3: older, "v3.0.9": newer }, "v3.0.9", older],
    [
      "is not moved back by candidates of others",
      { "v3.1.0-rc.1": older, v3: older, "v3.0.9": newer },
      "v3.0.9",
      newer,
    ],
  ])("%s", async (_, tags, name, expected) => {
    for (const [known, sha] of Object.entries(tags)) releases.tags.set(known, sha);
    expect(await move(name, newer)).toBe(0);
    expect(Object.fromEntries(releases.tags)).toEqual({ ...tags, v3: expected });
  });

  test("makes the step fail where GitHub refuses", async () => {
    releases.tags.set("v3.0.0", newer);
    expect(await move("v3.0.0", newer, "ghs_other")).not.toBe(0);
    expect(github.changes).toEqual([]);
    expect(await move("v3.0.0", newer)).toBe(0);
  });
});
