import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Engine } from "../../../../src/engine/engine.ts";
import { ownEnvironments } from "../../../../src/engine/host/go.ts";
import { createHostEngine } from "../../../../src/engine/host/host.ts";
import { allLayers } from "../../../../src/engine/layers.ts";
import type { StepOutcome } from "../../../../src/model/outcome.ts";
import type { Module } from "../../../../src/model/project.ts";
import { makeModule } from "../../../support/module.ts";
import { directory, gitIn, repository } from "../../../support/repository.ts";
import { cleanEnv } from "../../../support/run-action.ts";
import { execStep, plannedStep, reuseOf } from "../../../support/steps.ts";

const module = (dir: string): Module => makeModule({ dir, path: `a.example/${dir}`, go: "1.22" });
const signal = new AbortController().signal;

/** A repository with two modules. That of `a` has a go.work of its own; the one of `b` lies above the repository and takes `dep` there. */
function twoModules(): { readonly above: string; readonly root: string; readonly keep: string } {
  const above = directory({
    "go.work": "go 1.22\n\nuse (\n\t./repo/b\n\t./dep\n)\n",
    "dep/go.mod": "module a.example/dep\n\ngo 1.22\n",
    "dep/dep.go": "package dep\n\nfunc F() {}\n",
    "repo/a/go.work": "go 1.22\n\nuse .\n",
    "repo/a/go.mod": "module a.example/a\n\ngo 1.22\n",
    "repo/a/a.go": "package a\n",
    "repo/b/go.mod": "module a.example/b\n\ngo 1.22\n\nrequire a.example/dep v0.0.0\n",
    "repo/b/b.go": 'package b\n\nimport "a.example/dep"\n\nfunc B() { dep.F() }\n',
  });
  const root = join(above, "repo");
  gitIn(root, "init", "--quiet");
  return { above, root, keep: directory({}) };
}

type Given = { readonly root: string; readonly keep: string | null };

function engineFor(given: Given, env: Record<string, string> = {}, log: (line: string) => void = () => undefined) {
  const none = {
    cloudToken: null,
    registryUsername: null,
    registryPassword: null,
    gitCredentials: [],
    gitSsh: null,
    dockerSecrets: [],
    deployEnv: [],
  };
  return createHostEngine({
    ...given,
    ...{
      env: cleanEnv(env),
      tempRoot: directory({}),
      goproxy: null,
      toolchain: { version: null, env: {}, installed: null },
      goprivate: [],
      testEnv: [],
      secrets: none,
    },
    ...{ outputDirectory: join(given.root, ".pipeline"), cache: "true", redact: (text) => text },
    ...{ layers: allLayers, mounts: null, mask: () => undefined },
    log,
  });
}

/** Vets the modules, as one run of the host engine after the other does. */
async function vet(dirs: readonly string[], given: Given, env: Record<string, string> = {}) {
  const logged: string[] = [];
  const engine = await engineFor(given, env, (line) => void logged.push(line));
  const modules = dirs.map(module);
  const request = {
    root: given.root,
    modules,
    patterns: ["./..."],
    marked: [],
    tags: [],
    programs: [],
    platforms: [],
    cgo: false,
  };
  await engine.inspect({ ...request, mentions: async () => ({ mentionCgo: false, mains: null }) }, signal);
  const outcomes: StepOutcome[] = [];
  for (const dir of dirs) outcomes.push(await run(engine, dir));
  await engine.close();
  return { logged, vetted: outcomes.map(({ commands, cached }) => [commands[0]?.exitCode, cached]) };
}

function run(engine: Engine, dir: string): Promise<StepOutcome> {
  const commands = [{ tool: "go", args: ["vet", "./..."], env: {}, cwd: "module" } as const];
  const step = execStep({ module: dir, timeoutMs: 300_000, reuse: reuseOf("vet"), commands });
  return engine.run(plannedStep(step, directory({})), { progress: () => undefined }, signal);
}

const [made, reused, failed] = [[0, false] as const, [0, true] as const, [1, false] as const];

describe("the host engine", () => {
  it("takes a module's result by that module's own environment", async () => {
    const given = twoModules();
    expect(await vet(["a", "b"], given)).toEqual({
      logged: ["no results are reused: go.work lies outside the repository"],
      vetted: [made, made],
    });
    writeFileSync(join(given.above, "dep/dep.go"), "package dep\n");
    expect((await vet(["a", "b"], given)).vetted).toEqual([reused, failed]);
  });

  it("takes nothing for a module that Go cannot load", async () => {
    const given = twoModules();
    mkdirSync(join(given.root, "c"));
    writeFileSync(join(given.root, "c/go.mod"), "no module\n");
    expect((await vet(["a", "c"], given)).vetted).toEqual([made, failed]);
    expect((await vet(["a", "c"], given)).vetted).toEqual([reused, failed]);
  });

  it("takes and keeps nothing for tags and releases", async () => {
    const given = twoModules();
    const tag = { GITHUB_REF_TYPE: "tag", GITHUB_REF: "refs/tags/v1.0.0", GITHUB_EVENT_NAME: "push" };
    const said = "no results are reused: releases and tags are built from sources alone";
    expect(await vet(["a"], given, tag)).toEqual({ logged: [said], vetted: [made] });
    expect((await vet(["a"], given)).vetted).toEqual([made]);
    expect((await vet(["a"], given)).vetted).toEqual([reused]);
    expect(await vet(["a"], given, tag)).toEqual({ logged: [said], vetted: [made] });
  });

  it("says of a step that is stopped while its copy is made that it was cancelled", async () => {
    const root = repository({ "go.mod": "module a.example/m\n" });
    const engine = await engineFor({ root, keep: null });
    const commands = [{ tool: "go", args: ["version"], env: {}, cwd: "module" } as const];
    const planned = plannedStep(execStep({ commands, copy: { git: false } }), directory({}));
    const run = (stopped: AbortSignal) => engine.run(planned, { progress: () => undefined }, stopped);
    expect(await run(AbortSignal.abort())).toMatchObject({ end: "cancelled", problem: null, commands: [] });
    expect(await run(signal)).toMatchObject({ end: "exited", commands: [{ exitCode: 0 }] });
    await engine.close();
  });
});

describe("ownEnvironments", () => {
  const answer = (env: Record<string, string>) => [{ exitCode: 0, stdout: JSON.stringify(env), stderr: "" }];

  it("are what Go says in each module", () => {
    const found = ownEnvironments(["a", "b", "c", "d"].map(module), [
      answer({ GOVERSION: "go1.26.8", GOWORK: "/r/a/go.work" }),
      answer({ GOVERSION: "go1.27.4", GOWORK: "" }),
      [{ exitCode: 1, stdout: "", stderr: "go: errors parsing go.mod" }],
    ]);
    const defaults = { GOOS: "", GOARCH: "", GOFLAGS: "" };
    expect([...found]).toEqual([
      ["a", { ...defaults, GOVERSION: "go1.26.8", GOWORK: "/r/a/go.work" }],
      ["b", { ...defaults, GOVERSION: "go1.27.4", GOWORK: "" }],
    ]);
  });
});
