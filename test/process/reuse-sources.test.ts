import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addSubmodule, cloneInto, directory, gitIn, repository } from "../support/repository.ts";
import { cleanEnv, runAction } from "../support/run-action.ts";

/** A module that calls a.example/dep, and that module, whole and broken. */
const app = {
  "go.mod": "module a.example/app\n\ngo 1.22\n\nrequire a.example/dep v0.0.0\n\nreplace a.example/dep => ./third/dep\n",
  "main.go": 'package main\n\nimport "a.example/dep"\n\nfunc main() { dep.F() }\n',
};
const dep = { "go.mod": "module a.example/dep\n\ngo 1.22\n", "dep.go": "package dep\n\nfunc F() {}\n" };
const broken = "package dep\n\nfunc F() { none }\n";

let home = "";

beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), "reuse-sources-")));
});

afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

/** `<status>`, with `, cached` for what was not made again, of vet and build; and what the log says of reuse. */
async function check(root: string, env: Record<string, string> = {}) {
  const flags = ["--engine", "host", "--platforms", "linux/amd64", "--docker", "false", "--test", "false"];
  const { exitCode, stdout } = await runAction(root, flags, cleanEnv({ XDG_CACHE_HOME: home, ...env }));
  const report = JSON.parse(readFileSync(join(root, ".pipeline/report.json"), "utf8"));
  const of = (id: string): string => {
    const { status, cached } = report.stages.find((stage: { readonly id: string }) => stage.id === id);
    return `${status}${cached ? ", cached" : ""}`;
  };
  const said = /no results are reused: .*/.exec(stdout)?.[0] ?? null;
  return { exitCode, vet: of("vet"), build: of("build:linux/amd64"), said };
}

const made = { exitCode: 0, vet: "passed", build: "passed", said: null };
const reused = { exitCode: 0, vet: "passed, cached", build: "passed, cached", said: null };
const red = { exitCode: 1, vet: "failed", build: "failed", said: null };

/** Two runs that change nothing, and one after `change`. */
async function threeRuns(root: string, change: () => void) {
  const runs = [await check(root), await check(root)];
  change();
  return [...runs, await check(root)];
}

describe.skipIf(process.platform === "win32")("results of earlier runs are not taken for other sources:", () => {
  it("a submodule at a commit that does not compile", async () => {
    const source = repository(dep);
    const root = repository(app);
    addSubmodule(root, source, "third/dep");
    const bump = (): void => {
      writeFileSync(join(source, "dep.go"), broken);
      gitIn(source, "commit", "--quiet", "--all", "--message=broken");
      gitIn(join(root, "third/dep"), "pull", "--quiet");
      gitIn(root, "commit", "--quiet", "--all", "--message=bump");
    };
    expect(await threeRuns(root, bump)).toEqual([made, reused, red]);
  });

  it.each([
    ["that git knows nothing of", ""],
    ["that git ignores", "third/\n"],
  ])("a checkout inside the checkout %s", async (_, ignored) => {
    const root = repository({ ...app, ".gitignore": ignored });
    cloneInto(root, repository(dep), "third/dep");
    const change = (): void => writeFileSync(join(root, "third/dep/dep.go"), broken);
    expect(await threeRuns(root, change)).toEqual([made, reused, red]);
  });

  it("a module behind a link, in the repository", async () => {
    const root = repository({ ...app, "real/go.mod": dep["go.mod"], "real/dep.go": dep["dep.go"] });
    mkdirSync(join(root, "third"));
    symlinkSync("../real", join(root, "third/dep"));
    const change = (): void => writeFileSync(join(root, "real/dep.go"), broken);
    expect(await threeRuns(root, change)).toEqual([made, reused, red]);
  });

  it("a module behind a link that leads out of it", async () => {
    const outside = directory(dep);
    const root = repository(app);
    mkdirSync(join(root, "third"));
    symlinkSync(outside, join(root, "third/dep"));
    const said = "no results are reused: the link third/dep leads out of the repository";
    const change = (): void => writeFileSync(join(outside, "dep.go"), broken);
    expect(await threeRuns(root, change)).toEqual([
      { ...made, said },
      { ...made, said },
      { ...red, said },
    ]);
  });

  it.each(["_gen/dep.go", "linked/dep.go"])("a package that `./...` passes over: %s", async (path) => {
    const main = `package main\n\nimport "a.example/app/${dirname(path)}"\n\nfunc main() { dep.F() }\n`;
    const root = repository({
      ...{ "go.mod": "module a.example/app\n\ngo 1.22\n", "main.go": main, ".gitignore": "_*\n" },
    });
    mkdirSync(join(root, "_gen"));
    writeFileSync(join(root, "_gen/dep.go"), dep["dep.go"]);
    symlinkSync("_gen", join(root, "linked"));
    const change = (): void => writeFileSync(join(root, "_gen/dep.go"), broken);
    expect(await threeRuns(root, change)).toEqual([made, reused, red]);
  });

  it("an ignored profile, which every package is compiled with", async () => {
    const main = "package main\n\nfunc main() {}\n";
    const root = repository({
      "go.mod": "module a.example/app\n\ngo 1.22\n",
      "main.go": main,
      ".gitignore": "*.pgo\n",
    });
    const change = (): void => writeFileSync(join(root, "default.pgo"), "no profile");
    expect(await threeRuns(root, change)).toEqual([made, reused, red]);
  });
});

describe("modules of one repository", () => {
  const flags = ["--engine", "host", "--platforms", "linux/amd64", "--docker", "false", "--test", "false"];
  const main = (call: string): string => `package main\n\nimport "a.example/${call}"\n\nfunc main() { ${call}.F() }\n`;
  const library = (name: string): Record<string, string> => ({
    [`${name}/go.mod`]: `module a.example/${name}\n\ngo 1.22\n`,
    [`${name}/${name}.go`]: `package ${name}\n\nfunc F() {}\n`,
  });
  const app = (name: string, needs: string, replace: string): Record<string, string> => ({
    [`${name}/go.mod`]: `module a.example/${name}\n\ngo 1.22\n\nrequire a.example/${needs} v0.0.0\n${replace}`,
    [`${name}/main.go`]: main(needs),
  });

  /** Stages of vet and build that were not made again, and those that failed. */
  async function stagesOf(
    root: string,
  ): Promise<{ readonly cached: readonly string[]; readonly failed: readonly string[] }> {
    await runAction(root, flags, cleanEnv({ XDG_CACHE_HOME: home }));
    const { stages } = JSON.parse(readFileSync(join(root, ".pipeline/report.json"), "utf8"));
    const ids = (matches: (stage: Record<string, unknown>) => boolean): readonly string[] =>
      stages
        .filter((stage: Record<string, unknown>) => stage["gate"] !== "format" && matches(stage))
        .map(({ id }: { id: string }) => id);
    return { cached: ids(({ cached }) => cached === true), failed: ids(({ status }) => status === "failed") };
  }

  it("take results where nothing changed that they can read, and none where a module changed that go.mod names", async () => {
    const root = repository({
      ...library("dep"),
      ...library("other"),
      ...app("app", "dep", "\nreplace a.example/dep => ../dep\n"),
    });
    await stagesOf(root);
    const all = ["app#vet", "app#build:linux/amd64", "dep#vet", "other#vet"];
    expect(await stagesOf(root)).toEqual({ cached: all, failed: [] });
    writeFileSync(join(root, "dep/dep.go"), broken);
    expect(await stagesOf(root)).toEqual({
      cached: ["other#vet"],
      failed: ["app#vet", "app#build:linux/amd64", "dep#vet"],
    });
  });

  it("take none where a module of their workspace changed", async () => {
    const root = repository({
      ...library("dep"),
      ...library("alone"),
      ...app("app", "dep", ""),
      "go.work": "go 1.22\n\nuse (\n\t./app\n\t./dep\n)\n",
    });
    await stagesOf(root);
    writeFileSync(join(root, "dep/dep.go"), broken);
    expect(await stagesOf(root)).toEqual({
      cached: ["alone#vet"],
      failed: ["app#vet", "app#build:linux/amd64", "dep#vet"],
    });
  });
});

describe("a run for a tag or a release", () => {
  const main = "package main\n\nfunc main() {}\n";
  const said = "no results are reused: releases and tags are built from sources alone";

  it.each([
    [{ GITHUB_REF_TYPE: "tag", GITHUB_REF: "refs/tags/v1.0.0" }],
    [{ GITHUB_EVENT_NAME: "release", GITHUB_REF: "refs/tags/v1.0.0" }],
  ])("takes nothing that a run for the same commit has kept: %j", async (env) => {
    const root = repository({ "go.mod": "module a.example/app\n\ngo 1.22\n", "main.go": main });
    await check(root);
    expect(await check(root)).toEqual(reused);
    expect(await check(root, env)).toEqual({ ...made, said });
    expect(await check(root)).toEqual(reused);
  });
});

it("Go builds modules and packages behind links to directories", () => {
  const root = directory({
    "real/go.mod": "module a.example/app\n\ngo 1.22\n",
    "real/p/p.go": "package p\n\nfunc F() {}\n",
    "real/main.go": 'package main\n\nimport p "a.example/app/q"\n\nfunc main() { p.F() }\n',
    "go.work": "go 1.22\n\nuse ./module\n",
  });
  symlinkSync("real", join(root, "module"));
  symlinkSync("p", join(root, "real/q"));
  const list = (...args: readonly string[]): string =>
    execFileSync("go", ["list", ...args], { cwd: root, encoding: "utf8", env: cleanEnv() });
  expect(list("-deps", "a.example/app")).toContain("a.example/app/q\n");
  // Only patterns pass over the link.
  expect(list("a.example/app/...")).toBe("a.example/app\na.example/app/p\n");
});
