import { describe, expect, it } from "vitest";
import { depsTemplate } from "../../../src/go/deps-template.ts";
import { platformSlug } from "../../../src/model/platform.ts";
import type { Plan, Stage, StageId } from "../../../src/model/stage.ts";
import { type FactsOptions, mainPackage, makePlan } from "../../support/facts.ts";
import { makeModule } from "../../support/module.ts";
import { execStep } from "../../support/steps.ts";

function find(plan: Plan, id: StageId): Stage {
  const stage = plan.stages.find((candidate) => candidate.id === id);
  if (stage === undefined) throw new Error(`no stage ${id}`);
  return stage;
}

const planned = (id: StageId, options: FactsOptions = {}): Stage => find(makePlan(options), id);

const tagged: FactsOptions = { config: { buildTags: ["a", "b"] }, module: { dir: "a b" } };

describe("a stage, as engines and reports get it", () => {
  const exec = execStep({ module: "a b", timeoutMs: 1_800_000 });
  const silent = { passes: "exit-zero-and-silent" };
  const fetching = { gets: { logins: true, testEnv: false } };
  const native = { os: "linux", arch: "amd64", variant: null };
  const compiles = { platform: native, race: false };
  const rest = { module: "a b", variant: null, after: [], warnOnly: false, failure: null, binaries: [] };
  const go = (...args: readonly string[]) => ({ tool: "go", args, env: {}, cwd: "module" });

  it("deps", () => {
    const args = ["list", "-e", "-deps", "-test", "-tags=a,b", "-f", depsTemplate, "--", "./..."];
    expect(planned("deps", tagged)).toEqual({
      ...rest,
      id: "deps",
      gate: "deps",
      needs: [],
      step: {
        ...{ ...exec, ...silent, ...fetching },
        stage: "deps",
        commands: [go(...args)],
        reuse: "by-tool",
      },
      command: "(cd 'a b' && go list -deps -test -tags=a,b ./...)",
    });
  });

  it("format", () => {
    const gofmt = { tool: "gofmt", args: ["-l", "-d", "./main.go"], env: {}, cwd: "module" };
    expect(planned("format", tagged)).toEqual({
      ...rest,
      id: "format",
      gate: "format",
      needs: [],
      step: { ...exec, ...silent, stage: "format", commands: [gofmt], stopAtFirstFailure: false, weight: 6 },
      command: "(cd 'a b' && gofmt -l -d .)",
    });
  });

  it("vet", () => {
    expect(planned("vet", tagged)).toEqual({
      ...rest,
      id: "vet",
      gate: "vet",
      needs: ["deps"],
      step: {
        ...{ ...exec, stage: "vet", compiles, weight: 1 },
        commands: [go("vet", "-tags=a,b", "--", "./...")],
        reuse: "by-go-sources",
      },
      command: "(cd 'a b' && go vet -tags=a,b ./...)",
    });
  });

  it("test", () => {
    const profile = { prefix: "-coverprofile=", out: "coverage.out" };
    const args = ["test", "-json", profile, "-tags=a,b", "-timeout=10m0s", "./..."];
    expect(planned("test", { ...tagged, config: { ...tagged.config, vet: "false" } })).toEqual({
      ...rest,
      id: "test",
      gate: "test",
      needs: ["deps"],
      after: ["build:linux/amd64"],
      step: {
        ...exec,
        stage: "test",
        stopAtFirstFailure: false,
        commands: [{ tool: "go", args, env: {}, cwd: "module" }],
        gets: { logins: false, testEnv: true },
        atLimit: "dump-goroutines",
        keepsTests: true,
        compiles,
        reuse: "by-tool",
        weight: 3,
      },
      command: "(cd 'a b' && go test -tags=a,b -timeout=10m0s ./...)",
    });
  });

  it("build", () => {
    const env = { GOOS: "linux", GOARCH: "amd64", CGO_ENABLED: "1" };
    const out = { prefix: "-o=", out: "bin/0/" };
    const args = ["build", "-tags=a,b", "-buildvcs=false", out, "--", "example.com/tool"];
    expect(planned("build:linux/amd64", { ...tagged, config: { ...tagged.config, cgo: true, vet: "false" } })).toEqual({
      ...rest,
      id: "build:linux/amd64",
      gate: "build",
      variant: "linux/amd64",
      needs: ["deps"],
      step: {
        ...exec,
        ...{ stage: "build:linux/amd64", leaves: ["bin/0/tool"] },
        commands: [{ tool: "go", args, env, cwd: "module" }],
        compiles,
        reuse: "by-tool",
        weight: 2,
      },
      binaries: [{ package: "example.com/tool", platform: native, out: "bin/0/tool", file: "tool-linux-amd64" }],
      command:
        "(cd 'a b' && GOOS=linux GOARCH=amd64 CGO_ENABLED=1 go build -o /dev/null -tags=a,b -buildvcs=false example.com/tool)",
    });
  });

  it.each([
    [{ testFlags: ["-run", "A", "-count=1"] }, "", "-count=1"],
    [{ shuffle: "7" }, "", "-shuffle=7"],
    [{}, "-count=1 '-ldflags=-s -w'", "-count=1"],
    [{}, "'-ldflags", "'-ldflags"],
  ])("test, which runs again with what Go runs again with: %j %s", (config, goflags, word) => {
    const { step } = planned("test", { config, inspection: { goflags } });
    expect(step).toMatchObject({ reuse: { never: `${word} makes go test run again` } });
    for (const other of ["format", "build:linux/amd64"])
      expect(planned(other, { config, inspection: { goflags } }).step).toMatchObject({ reuse: "by-sources" });
    expect(planned("vet", { config, inspection: { goflags } }).step).toMatchObject({ reuse: "by-go-sources" });
  });

  it.each(["deps", "format", "vet", "test", "build"] as const)("%s, switched off by its own input", (kind) => {
    const id = kind === "build" ? "build:linux/amd64" : kind;
    expect(planned(id, { config: { [kind]: "false" } }).step).toEqual({
      status: "disabled",
      reason: `switched off by \`${kind}: false\``,
    });
  });
});

describe("-mod of GOFLAGS", () => {
  const vendored = makeModule({ dir: ".", path: "example.com/tool", go: "1.22", vendored: true });
  const flag = (goflags: string, options: FactsOptions = {}) =>
    /-mod=\w+/.exec(planned("vet", { ...options, inspection: { goflags } }).command)?.[0];

  it("is overruled wherever it stands when it would change go.mod, by vendor where the module is vendored", () => {
    expect(flag("-mod=mod")).toBe("-mod=readonly");
    expect(flag("-v -mod=mod")).toBe("-mod=readonly");
    expect(flag("-v -mod=mod", { project: { modules: [vendored] } })).toBe("-mod=vendor");
  });

  it("stands otherwise", () => {
    expect(flag("-mod=vendor")).toBe(undefined);
    expect(flag("-x-mod=mod -mod=model")).toBe(undefined);
  });
});

describe("tests", () => {
  it("run when one of the packages has some", () => {
    const packages = [["x_test.go"], []].map((testFiles) => ({
      ...{ importPath: "p", dir: ".", name: "p", testFiles, excludedTestFiles: [] },
    }));
    expect(planned("test", { module: { packages } }).step).toMatchObject({ type: "exec" });
  });
});

describe("build", () => {
  it("names every main package that needs cgo, also in the command, which fails", () => {
    const mains = ["a", "b"].map((name) => mainPackage(`example.com/tool/${name}`, { "linux/amd64": "needs-cgo" }));
    const stage = planned("build:linux/amd64", { module: { mains } });
    expect(stage.failure).toBe(
      "example.com/tool/a, example.com/tool/b builds for linux/amd64 only with cgo: set `cgo: true`",
    );
    expect(stage.command).toMatch(
      / CGO_ENABLED=0 go build -o \/dev\/null -buildvcs=false example\.com\/tool\/a example\.com\/tool\/b$/,
    );
  });
});

describe("a command line for gofmt", () => {
  const commands = (lengths: readonly number[]): unknown => {
    const goFiles = lengths.map((length) => ({ path: "f".repeat(length), checkoutCrlf: false }));
    const { step } = planned("format", { goFiles });
    return "type" in step && step.type === "exec" ? step.commands.map(({ args }) => args.length - 2) : null;
  };

  it("is filled up to 24,000 characters, four for what stands around each file", () => {
    expect(commands([19_996, 3_996])).toEqual([2]);
    expect(commands([19_996, 3_997])).toEqual([1, 1]);
  });
});

it("platforms in names of files and artifacts have dashes", () => {
  expect(platformSlug({ os: "linux", arch: "arm", variant: "v7" })).toBe("linux-arm-v7");
  expect(platformSlug({ os: "windows", arch: "amd64", variant: null })).toBe("windows-amd64");
});
