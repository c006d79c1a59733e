import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readRevision, stampOf } from "../../src/project/revision.ts";
import { directory, gitIn, repository } from "../support/repository.ts";
import { cleanEnv, runAction } from "../support/run-action.ts";

const main =
  "package main\n\nvar version, commit, date, branch string\n\nfunc main() { println(version, commit, date, branch) }\n";
const module = (path: string) => ({ "go.mod": `module ${path}\n\ngo 1.22\n`, "main.go": main });
const below = (dir: string, files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`${dir}/${path}`, text]));

const nothing = { sha: null, ref: null, headBranch: null };

/** What `go build -buildvcs=true` of the Go on PATH stamps; since Go 1.24 that is the version of the main module. */
function stampedByGo(root: string, dir: string): string | undefined {
  const out = join(directory({}), "binary");
  const env = cleanEnv({ GOFLAGS: "", GOWORK: "off" });
  execFileSync("go", ["build", "-buildvcs=true", "-o", out, "."], { cwd: join(root, dir), env });
  return /^\tmod\t\S+\t(\S+)/m.exec(execFileSync("go", ["version", "-m", out], { encoding: "utf8", env }))?.[1];
}

describe("a version is what Go itself stamps", () => {
  const rootModule = module("example.com/m");
  const commit = (root: string, message: string) =>
    gitIn(root, "commit", "--allow-empty", "--quiet", `--message=${message}`);
  const cases: Readonly<
    Record<string, { files: Record<string, string>; dir?: string; path?: string; make?: (root: string) => void }>
  > = {
    "without a tag": { files: rootModule },
    "at a tag": { files: rootModule, make: (root) => gitIn(root, "tag", "v1.2.3") },
    "at two tags": {
      files: rootModule,
      make: (root) => {
        for (const tag of ["v1.2.3", "v1.10.0", "v1.10.0-rc.1", "v1.11.0+meta", "other"]) gitIn(root, "tag", tag);
      },
    },
    "after a tag": {
      files: rootModule,
      make: (root) => {
        gitIn(root, "tag", "v1.2.9");
        commit(root, "next");
      },
    },
    "after a pre-release": {
      files: rootModule,
      make: (root) => {
        gitIn(root, "tag", "v1.3.0-rc.1");
        commit(root, "next");
      },
    },
    "after a tag with metadata and one of another major version": {
      files: rootModule,
      make: (root) => {
        gitIn(root, "tag", "v1.2.3+meta");
        gitIn(root, "tag", "v2.0.0");
        commit(root, "next");
      },
    },
    "beside a tag on another branch": {
      files: rootModule,
      make: (root) => {
        gitIn(root, "checkout", "--quiet", "-b", "other");
        commit(root, "other");
        gitIn(root, "tag", "v1.5.0");
        gitIn(root, "checkout", "--quiet", "main");
      },
    },
    "with changes": {
      files: rootModule,
      make: (root) => {
        gitIn(root, "tag", "v1.2.3");
        writeFileSync(join(root, "new.txt"), "");
      },
    },
    "of a module v2": {
      files: module("example.com/m/v2"),
      path: "example.com/m/v2",
      make: (root) => {
        gitIn(root, "tag", "v1.9.0");
        gitIn(root, "tag", "v2.1.0");
        commit(root, "next");
      },
    },
    "of a module v2 without a tag": { files: module("example.com/m/v2"), path: "example.com/m/v2" },
    "of a module in a directory": {
      files: { ...rootModule, ...below("tools/gen", module("example.com/m/tools/gen")) },
      dir: "tools/gen",
      path: "example.com/m/tools/gen",
      make: (root) => {
        gitIn(root, "tag", "v1.9.0");
        gitIn(root, "tag", "tools/gen/v0.4.0");
      },
    },
    "of a module in a directory, after its tag": {
      files: { ...rootModule, ...below("tools/gen", module("example.com/m/tools/gen")) },
      dir: "tools/gen",
      path: "example.com/m/tools/gen",
      make: (root) => {
        gitIn(root, "tag", "tools/gen/v0.4.0");
        gitIn(root, "tag", "v1.9.0");
        commit(root, "next");
      },
    },
    "of a module in the directory v2": {
      files: { ...rootModule, ...below("v2", module("example.com/m/v2")) },
      dir: "v2",
      path: "example.com/m/v2",
      make: (root) => gitIn(root, "tag", "v2.3.0"),
    },
    "of a root with a module v2 beside it": {
      files: { ...rootModule, ...below("v2", module("example.com/m/v2")) },
      make: (root) => gitIn(root, "tag", "v2.3.0"),
    },
  };

  it.each(Object.keys(cases))("%s", async (name) => {
    const { files = {}, dir = ".", path = "example.com/m", make } = cases[name] ?? {};
    const root = repository(files);
    make?.(root);
    const { version } = stampOf(await readRevision(root, nothing), { dir, path }, new Set(Object.keys(files)), null);
    expect(version).toBe(stampedByGo(root, dir));
  });
});

describe("a run", () => {
  const flags = ["--engine=host", "--docker=false", "--platforms=linux/amd64", "--test=false", "--vet=false"];
  const stamps = "-X main.version={version} -X main.commit={commit} -X main.date={date} -X main.branch={branch}";
  const build = async (root: string, ...args: string[]) => {
    const run = await runAction(root, [...flags, `--ldflags=${stamps}`, "--binary-name=app-{semver}", ...args]);
    const report = run.exitCode === 2 ? null : JSON.parse(readFileSync(join(root, ".pipeline/report.json"), "utf8"));
    return { ...run, report };
  };
  const says = (root: string, name: string): string =>
    execFileSync("sh", ["-c", `"$0" 2>&1`, join(root, ".pipeline/bin", name)], { encoding: "utf8" }).trim();

  it("links tag, commit, date and branch into the binary, and links again when they change", async () => {
    const root = repository(module("example.com/m"));
    gitIn(root, "tag", "v1.2.3");
    const sha = gitIn(root, "rev-parse", "HEAD").trim();
    const date = new Date(Number(gitIn(root, "log", "-1", "--format=%ct")) * 1_000).toISOString().replace(".000", "");
    const first = await build(root);
    expect([first.exitCode, first.report.warnings]).toEqual([0, []]);
    expect(says(root, "app-1.2.3")).toBe(`v1.2.3 ${sha} ${date} main`);
    gitIn(root, "tag", "v1.2.4");
    await build(root);
    expect(says(root, "app-1.2.4")).toBe(`v1.2.4 ${sha} ${date} main`);
    await build(root, "--version=v9.0.0");
    expect(says(root, "app-9.0.0")).toBe(`v9.0.0 ${sha} ${date} main`);
    writeFileSync(join(root, "notes.txt"), "");
    const dirty = await build(root);
    expect(says(root, "app-1.2.4+dirty")).toContain("v1.2.4+dirty");
    expect(dirty.report.warnings).toEqual([expect.stringContaining("`+dirty`: notes.txt")]);
  }, 600_000);

  it("does not begin without git, and says what would do", async () => {
    const root = directory(module("example.com/m"));
    const refused = await build(root);
    expect(refused.exitCode).toBe(2);
    expect(refused.stdout).toContain("{semver} is not known: git does not say (fatal: not a git repository");
    expect((await build(root, "--version=1.2.3")).stdout).toContain("write v1.2.3");
    const given = await runAction(root, [...flags, "--ldflags=-X main.version={version}", "--version", "v1.2.3"]);
    expect(given.exitCode).toBe(0);
    expect(says(root, "m-linux-amd64")).toContain("v1.2.3");
  }, 600_000);
});
