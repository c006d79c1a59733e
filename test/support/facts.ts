import type { Gate } from "../../src/gates/gate.ts";
import { gates } from "../../src/gates/index.ts";
import type { Config } from "../../src/inputs/config.ts";
import type { GoFile, Inspection, MainPackage, ModuleInspection, Project } from "../../src/model/project.ts";
import type { Plan } from "../../src/model/stage.ts";
import type { Stamp } from "../../src/model/stamp.ts";
import { type PlanFacts, planRun } from "../../src/plan/plan.ts";
import type { GoEnv } from "../../src/project/inspect.ts";
import { makeConfig } from "./config.ts";
import { makeModule } from "./module.ts";

/** A module `example.com/tool` in the repository's root, with a tested package and a main package that builds for linux/amd64. */
export interface FactsOptions {
  readonly config?: Partial<Config>;
  readonly module?: Partial<ModuleInspection>;
  readonly inspection?: Partial<Inspection>;
  readonly project?: Partial<Project>;
  readonly goFiles?: readonly GoFile[];
  /** What the gates of the whole run are planned from. */
  readonly run?: Partial<Pick<PlanFacts, "dockerfile" | "builder" | "secretIds" | "labels" | "stampOf">>;
}

/** Of a run in which nobody asks git. */
export const noStamp: Stamp = { version: null, commit: null, date: null, branch: null, unknown: "there is no git" };

/** What `go env -json` says. */
export const makeGoEnv = (over: Partial<GoEnv> = {}): GoEnv => ({
  ...{ GOVERSION: "go1.26.8", GOOS: "linux", GOARCH: "amd64", GOFLAGS: "" },
  ...over,
});

/** A repository with nothing in it. */
export function makeProject(over: Partial<Project> = {}): Project {
  return {
    root: "/repo",
    directory: ".",
    modules: [],
    unchecked: [],
    loose: [],
    workspaces: [],
    wantedGo: null,
    files: [],
    git: true,
    ...over,
  };
}

export const mainPackage = (importPath: string, on: MainPackage["on"] = { "linux/amd64": "builds" }): MainPackage => ({
  importPath,
  dir: importPath.replace(/^example\.com\/tool\/?/, "") || ".",
  on,
});

export function makeFacts(options: FactsOptions = {}): PlanFacts {
  const module: ModuleInspection = {
    dir: ".",
    path: "example.com/tool",
    goVersion: "go1.26.8",
    problem: null,
    patterns: options.module?.packages?.length === 0 ? [] : (options.config?.packages ?? ["./..."]),
    packages: [
      { importPath: "example.com/tool", dir: ".", name: "main", testFiles: ["x_test.go"], excludedTestFiles: [] },
    ],
    marked: { patterns: options.config?.testReuseExcept ?? [], packages: [] },
    mains: [mainPackage("example.com/tool")],
    embeds: [],
    ...options.module,
  };
  return {
    config: makeConfig(options.config),
    project: makeProject({
      modules: [makeModule({ dir: module.dir, path: "example.com/tool", go: "1.22" })],
      ...options.project,
    }),
    inspection: {
      goVersion: "go1.26.8",
      pinned: false,
      root: "/repo",
      native: { os: "linux", arch: "amd64", variant: null },
      gotoolchain: "auto",
      goflags: "",
      warm: false,
      processors: 4,
      programs: [],
      modules: [module],
      ...options.inspection,
    },
    generating: new Set([module.dir]),
    fuzzed: new Set([module.dir]),
    coverageBuilds: [],
    goFiles: new Map([[module.dir, options.goFiles ?? [{ path: "main.go", checkoutCrlf: false }]]]),
    warnings: [],
    notices: [],
    dockerfile: null,
    builder: { ok: true },
    secretIds: [],
    labels: [],
    stampOf: () => noStamp,
    ...options.run,
  };
}

/** Those with stages for every module. */
export const moduleGates: readonly Gate[] = gates.filter((gate) => gate.scope !== "run");

/** The plan of the Go stages alone. */
export function makePlan(options: FactsOptions = {}): Plan {
  return planRun(makeFacts(options), moduleGates);
}

/** The plan of everything. */
export function makeWholePlan(options: FactsOptions = {}): Plan {
  return planRun(makeFacts(options), gates);
}
