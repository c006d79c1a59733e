import { describe, expect, it } from "vitest";
import { gates } from "../../../src/gates/index.ts";
import { ownGates } from "../../../src/gates/own.ts";
import type { OwnStage } from "../../../src/kinds/own-stages.ts";
import type { Deployment } from "../../../src/model/deployment.ts";
import type { Stage } from "../../../src/model/stage.ts";
import { describePlan } from "../../../src/plan/describe-stages.ts";
import { planRun } from "../../../src/plan/plan.ts";
import { makeFacts } from "../../support/facts.ts";
import { makeModule } from "../../support/module.ts";

const nothing: Deployment = { stages: new Set(), withheld: "not now" };

function own(name: string, over: Partial<OwnStage> = {}): OwnStage {
  const none = { needs: null, module: null, env: [], outputs: [], image: null, always: false, timeoutMs: null };
  return { ...none, name, run: ["make", name], ...over };
}

function plan(stages: readonly OwnStage[], deployment = nothing, dirs: readonly string[] = ["."]) {
  const facts = makeFacts({ config: { docker: "false" } });
  const { inspection, project } = facts;
  const [inspected] = inspection.modules;
  const modules = dirs.map((dir) => makeModule({ dir, path: `example.com/${dir}`, env: { GOWORK: "off" } }));
  const inspections = dirs.flatMap((dir) => (inspected === undefined ? [] : [{ ...inspected, dir, mains: [] }]));
  return planRun({ ...facts, project: { ...project, modules }, inspection: { ...inspection, modules: inspections } }, [
    ...gates,
    ...ownGates(stages, deployment),
  ]);
}

function planned(stages: readonly OwnStage[], deployment = nothing, dirs: readonly string[] = ["."]): readonly Stage[] {
  return plan(stages, deployment, dirs).stages.filter(({ gate }) => stages.some(({ name }) => name === gate));
}

describe("a stage of one's own", () => {
  it("runs in a copy of the repository, and its result is never taken from another run", () => {
    const docs = own("docs", { run: ["go", "run", "./docs"], env: [["A", "1"]], outputs: ["out"], timeoutMs: 5_000 });
    expect(planned([docs])).toMatchObject([
      {
        id: "docs",
        module: ".",
        needs: ["deps"],
        ownLimit: true,
        command: "GOWORK=off A=1 go run ./docs",
        step: {
          commands: [{ tool: { name: "go", found: true }, args: ["run", "./docs"], env: { GOWORK: "off", A: "1" } }],
          copy: { git: true, uncompared: true },
          gets: { logins: false, testEnv: false },
          keeps: ["out"],
          leaves: ["kept/out"],
          timeoutMs: 5_000,
          reuse: { never: expect.any(String) },
        },
      },
    ]);
  });

  it("needs stages by name, all of a gate, and nothing of what is switched off", () => {
    const needs = (...names: readonly string[]) => planned([own("docs"), own("e2e", { needs: names })]).at(-1)?.needs;
    expect(needs()).toEqual([]);
    expect(needs("vet", "docs", "vet")).toEqual(["vet", "docs"]);
    expect(needs("build", "image", "lint")).toEqual(["build:linux/amd64", "image"]);
    expect(needs("build:linux/amd64")).toEqual(["build:linux/amd64"]);
    expect(() => needs("build:linux/amd46")).toThrow(
      'stages: e2e: needs "build:linux/amd46", which is no stage of this run; did you mean "build:linux/amd64"?',
    );
  });

  it("belongs to one module", () => {
    const dirs = [".", "tools"];
    const ids = (...stages: readonly OwnStage[]) => planned(stages, nothing, dirs).map(({ id, needs }) => [id, needs]);
    expect(ids(own("docs"), own("gen", { module: "tools", needs: ["vet"] }))).toEqual([
      ["docs", ["deps"]],
      ["tools#gen", ["tools#vet"]],
    ]);
    expect(() => ids(own("gen", { module: "tolls" }))).toThrow(
      'stages: gen: module "tolls" is none of the run; did you mean "tools"? (modules: ., tools)',
    );
    expect(() => ids(own("docs"), own("gen", { module: "tools", needs: ["docs"] }))).toThrow(
      'stages: gen: needs "docs", which is a stage of another module (., not tools)',
    );
    expect(() => planned([own("docs")], nothing, ["a", "b"])).toThrow(
      "stages: docs: has no module, and none lies in working-directory",
    );
    expect(planned([own("docs", { module: "." })], nothing, ["a"]).map(({ id }) => id)).toEqual(["docs"]);
  });

  it("runs in an image where it names one", () => {
    const [stage] = planned([own("docs", { image: "alpine:3", env: [["A", "b c"]] })]);
    expect(stage).toMatchObject({ step: { image: "alpine:3" } });
    expect(stage?.command).toBe(`docker run --rm -v "$PWD":/src -w /src -e 'A=b c' --entrypoint make alpine:3 docs`);
  });

  it("has what go.mod names fetched where it runs that", () => {
    const tools = (run: readonly string[], image: string | null = null) =>
      ownGates([own("docs", { run, image })], nothing).map(({ runsTools }) => runsTools === true);
    expect([
      tools(["go", "tool", "x"]),
      tools(["go", "build"]),
      tools(["go"]),
      tools(["go", "tool", "x"], "a"),
    ]).toEqual([[true], [false], [false], [false]]);
  });
});

describe("a deployment", () => {
  const stages = [own("docs", { always: true }), own("ship")];

  it("is skipped with the reason where nothing is deployed", () => {
    const held = planned(stages, { stages: new Set(["ship"]), withheld: "not now" });
    expect(held[1]).toMatchObject({ id: "ship", step: { status: "skipped", reason: "not now" } });
    expect(held[1]?.last).toBeUndefined();
  });

  it("gets its variables and comes last", () => {
    const deployment = { stages: new Set(["ship"]), withheld: null };
    expect(planned(stages, deployment)[1]).toMatchObject({
      last: true,
      step: { gets: { deployEnv: true, logins: false } },
    });
    const lines = describePlan(plan(stages, deployment));
    expect(lines.slice(-2)).toEqual([
      expect.stringMatching(/^docs +GOWORK=off make docs \(after deps\) \[always\]$/),
      expect.stringMatching(/^ship +GOWORK=off make ship \(deploys after everything else has passed\)$/),
    ]);
  });
});
