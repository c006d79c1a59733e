import { describe, expect, it } from "vitest";
import type { Config } from "../../../src/inputs/config.ts";
import type { FoundProgram } from "../../../src/model/project.ts";
import { isRunnable, type Stage } from "../../../src/model/stage.ts";
import type { ExecStep } from "../../../src/model/step.ts";
import { type FactsOptions, makePlan } from "../../support/facts.ts";
import { makeModule } from "../../support/module.ts";

function planned(gate: string, options: FactsOptions): { readonly stage: Stage; readonly step: ExecStep } {
  const stage = makePlan(options).stages.find((found) => found.gate === gate);
  if (stage === undefined || !isRunnable(stage.step) || stage.step.type !== "exec") throw new Error(`no ${gate}`);
  return { stage, step: stage.step };
}

const on: Partial<Config> = { lint: "true", vulncheck: "true" };
const lintPackage = "github.com/golangci/golangci-lint/v2/cmd/golangci-lint";
const fits: FoundProgram = { path: "/bin/golangci-lint", package: lintPackage, version: "v2.15.0", go: "go1.26.2" };

describe("the program of a gate", () => {
  const tool = (programs: readonly FoundProgram[], more: FactsOptions = {}) => {
    const { step } = planned("lint", { config: on, ...more, inspection: { programs, ...more.inspection } });
    return [step.commands[0]?.tool, step.program];
  };

  it("is compiled with the module's Go where PATH has none that fits", () => {
    const own = { name: "golangci-lint", package: lintPackage, version: "v2.15.0", go: "go1.26.8", goflags: "" };
    const compiled = [{ name: "golangci-lint", path: null }, own];
    expect(tool([])).toEqual(compiled);
    expect(tool([{ ...fits, version: "v2.14.0" }])).toEqual(compiled);
    expect(tool([{ ...fits, package: "example.com/cmd/golangci-lint" }])).toEqual(compiled);
    expect(tool([{ ...fits, go: "go1.25.9" }])).toEqual(compiled);
    const goflags = "-mod=vendor -modcacherw -tags=x";
    expect(tool([], { inspection: { goflags } })).toEqual([compiled[0], { ...own, goflags: "-modcacherw" }]);
    const devel = { goVersion: "devel go1.28-abcdef" };
    expect(tool([], { module: devel, inspection: devel })).toEqual([compiled[0], { ...own, go: null }]);
  });

  it("is the first on PATH that fits, whatever patch release of Go has compiled it", () => {
    const found = [{ ...fits, path: "/old/golangci-lint", version: "v2.1.0" }, fits];
    expect(tool(found)).toEqual([{ name: "golangci-lint", path: "/bin/golangci-lint" }, null]);
    expect(tool([{ ...fits, go: "go1.27rc1" }])[0]).toMatchObject({ path: "/bin/golangci-lint" });
  });

  it("is go.mod's before all others", () => {
    const project = { modules: [makeModule({ path: "example.com/tool", tools: [lintPackage] })] };
    const { stage, step } = planned("lint", { config: on, project, inspection: { programs: [fits] } });
    expect([step.commands[0]?.tool, step.commands[0]?.args.slice(0, 3), step.program]).toEqual([
      ...["go", ["tool", lintPackage, "run"], null],
    ]);
    expect(stage.command).toMatch(new RegExp(`^go tool ${lintPackage} run `));
    // Killed, it would have passed.
    expect(step.reuse).toMatchObject({ never: expect.any(String) });
  });

  it("is what `deps` also looks at, when the gate is on", () => {
    const project = { modules: [makeModule({ path: "example.com/tool", tools: [lintPackage, "example.com/other"] })] };
    const lists = (config: Partial<Config>) =>
      planned("deps", { config, project }).step.commands.map(({ args }) =>
        args.filter((arg) => arg === lintPackage || arg === "-test"),
      );
    expect(lists(on)).toEqual([["-test"], [lintPackage]]);
    expect(lists({})).toEqual([["-test"]]);
  });
});

describe("what golangci-lint is told", () => {
  const args = (options: FactsOptions): readonly string[] =>
    planned("lint", options)
      .step.commands.flatMap((command) => command.args)
      .filter((arg) => typeof arg === "string");

  it("is the configuration of the repository that is nearest, and no other", () => {
    const config = (dir: string, ...files: readonly string[]) => {
      const project = { modules: [makeModule({ dir, path: "example.com/tool" })], files };
      return args({ config: on, module: { dir }, project }).find((arg) => /config/.test(arg));
    };
    expect(config(".")).toBe("--no-config");
    expect(config(".", "sub/.golangci.yml")).toBe("--no-config");
    expect(config("a/b", ".golangci.yml", "a/.golangci.toml")).toBe("--config=../.golangci.toml");
    expect(config("a", "a/.golangci.json", "a/.golangci.yaml")).toBe("--config=.golangci.yaml");
  });

  it("overrules what the configuration leaves out, changes no file, and gets no logins", () => {
    const options = {
      config: { ...on, deps: "false", buildTags: ["a", "b"] } as const,
      inspection: { goflags: "-mod=mod" },
    };
    expect(args(options)).toEqual(
      expect.arrayContaining([
        ...["--max-issues-per-linter=0", "--max-same-issues=0", "--new=false", "--new-from-rev=", "--new-from-patch="],
        ...["--new-from-merge-base=", "--issues-exit-code=1", "--fix=false", "--build-tags=a,b"],
        ...["--modules-download-mode=readonly", "--"],
      ]),
    );
    expect(planned("lint", options).step.gets).toEqual({ logins: false, testEnv: false });
    expect(planned("vulncheck", options).step.gets).toEqual({ logins: false, testEnv: false });
  });
});

describe("what govulncheck is told", () => {
  const database = (vulncheckDb: Config["vulncheckDb"], root = "/repo") =>
    planned("vulncheck", { config: { ...on, vulncheckDb }, inspection: { root } }).step.commands[0]?.args;

  it("is the database, absolute where the step runs", () => {
    expect(database(null)).toEqual(["-json", "--", "./..."]);
    expect(database({ url: "https://vuln.example.com" })).toEqual([
      ...["-json", "-db=https://vuln.example.com", "--", "./..."],
    ]);
    expect(database({ directory: "tools/my db" })?.[1]).toBe("-db=file:///repo/tools/my%20db");
    expect(database({ directory: "db" }, "C:\\repo")?.[1]).toBe("-db=file:///C:/repo/db");
  });

  it("is asked each time", () => {
    expect(planned("vulncheck", { config: on }).step.reuse).toEqual({ never: "what a database has decides about it" });
  });
});
