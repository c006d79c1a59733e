import { describe, expect, it } from "vitest";
import { gates } from "../../../src/gates/index.ts";
import type { Module, ModuleInspection } from "../../../src/model/project.ts";
import { planRun } from "../../../src/plan/plan.ts";
import { mainPackage, makeFacts } from "../../support/facts.ts";
import { makeModule } from "../../support/module.ts";

function moduleFile(dir: string): Module {
  return makeModule({ dir, path: `example.com/${dir}`, go: "1.22" });
}

function inspected(dir: string, main: string): ModuleInspection {
  return {
    ...{ dir, path: `example.com/${dir}`, goVersion: "go1.26.8", problem: null, patterns: ["./..."] },
    marked: { patterns: [], packages: [] },
    packages: [{ importPath: main, dir, name: "main", testFiles: ["x_test.go"], excludedTestFiles: [] }],
    mains: [{ ...mainPackage(main), dir }],
    embeds: [],
  };
}

describe("two modules", () => {
  const facts = makeFacts();
  const plan = planRun(
    {
      ...facts,
      project: { ...facts.project, modules: [moduleFile("."), moduleFile("tools/gen")] },
      inspection: {
        ...facts.inspection,
        modules: [inspected(".", "example.com/tool"), inspected("tools/gen", "example.com/tools/gen")],
      },
      goFiles: new Map([
        [".", [{ path: "main.go", checkoutCrlf: false }]],
        ["tools/gen", [{ path: "gen.go", checkoutCrlf: false }]],
      ]),
    },
    gates,
  );
  const stage = (id: string) => plan.stages.find((found) => found.id === id);

  it("have stages of their own, the root's without its directory, and one image", () => {
    expect(plan.stages.map(({ id }) => id)).toEqual([
      ...["deps", "format", "vet", "test", "build:linux/amd64"],
      ...["deps", "format", "vet", "test", "build:linux/amd64"].map((id) => `tools/gen#${id}`),
      ...["image", "smoke", "deliver"],
    ]);
    expect(plan.stages.map(({ module }) => module)).toEqual([
      ...Array.from({ length: 5 }, () => "."),
      ...Array.from({ length: 5 }, () => "tools/gen"),
      ...[null, null, null],
    ]);
  });

  it("need what is theirs, so that a broken module blocks no other", () => {
    expect(stage("vet")?.needs).toEqual(["deps"]);
    expect(stage("tools/gen#vet")?.needs).toEqual(["tools/gen#deps"]);
    expect(stage("tools/gen#build:linux/amd64")?.needs).toEqual(["tools/gen#deps"]);
  });

  it("run their steps and their commands in their directories", () => {
    const found = stage("tools/gen#test");
    expect(found?.step).toMatchObject({ stage: "tools/gen#test", module: "tools/gen" });
    expect(found?.command).toMatch(/^\(cd tools\/gen && go test /);
    expect(stage("tools/gen#build:linux/amd64")?.binaries.map(({ file }) => file)).toEqual(["gen-linux-amd64"]);
  });

  it("wait on a cold cache for the first that compiles, whichever module it is of", () => {
    expect(plan.stages.filter(({ after }) => after.length > 0).map(({ id, after }) => `${id} after ${after}`)).toEqual([
      "test after vet",
      "build:linux/amd64 after vet",
      "tools/gen#vet after vet",
      "tools/gen#test after vet",
      "tools/gen#build:linux/amd64 after vet",
    ]);
  });
});

describe("a go.work beside a module that it does not name", () => {
  const facts = makeFacts();
  const dirs = [".", "a", "b"];
  const outside = { ...moduleFile("."), env: { GOWORK: "off" } };
  const members = ["a", "b"].map((dir) => ({ ...moduleFile(dir), workspace: "go.work" }));
  const plan = planRun(
    {
      ...facts,
      project: { ...facts.project, modules: [outside, ...members] },
      inspection: { ...facts.inspection, modules: dirs.map((dir) => inspected(dir, `example.com/${dir}`)) },
    },
    gates,
  );
  const stage = (id: string) => plan.stages.find((found) => found.id === id);

  it("has a deps of its own, without what that module's commands need", () => {
    expect(plan.stages.filter(({ gate }) => gate === "deps").map(({ id }) => id)).toEqual(["deps", ".#deps"]);
    expect(stage(".#deps")?.command).toBe("go list -deps -test ./a/... ./b/...");
    expect(stage("deps")?.command).toBe("GOWORK=off go list -deps -test ./...");
    expect([stage("vet")?.needs, stage("a#vet")?.needs, stage("b#test")?.needs]).toEqual([
      ["deps"],
      [".#deps"],
      [".#deps"],
    ]);
  });

  it("compares each member's go.sum, which decides nothing and fetches nothing", () => {
    const step = stage(".#deps")?.step;
    const commands = step !== undefined && "type" in step && step.type === "exec" ? step.commands : [];
    expect(commands.map(({ cwd, advisory = false, env }) => ({ cwd, advisory, env }))).toEqual([
      { cwd: "module", advisory: false, env: {} },
      ...["a", "b"].map((dir) => ({
        cwd: { dir },
        advisory: true,
        env: { GOWORK: "off", GOPROXY: "off", GOTOOLCHAIN: "go1.26.8" },
      })),
    ]);
  });
});
