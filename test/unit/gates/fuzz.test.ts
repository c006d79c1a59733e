import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { prepareOutputDir } from "../../../src/files/output-dir.ts";
import { fuzz } from "../../../src/gates/fuzz.ts";
import { noImageFacts, type StepOutcome } from "../../../src/model/outcome.ts";
import { isRunnable, type Stage } from "../../../src/model/stage.ts";
import { makeBench } from "../../support/bench.ts";
import { type FactsOptions, makePlan } from "../../support/facts.ts";
import { makeModule } from "../../support/module.ts";
import { directory } from "../../support/repository.ts";

const packages = [
  { importPath: "example.com/tool", dir: ".", name: "main", testFiles: ["x_test.go"], excludedTestFiles: [] },
  {
    importPath: "example.com/tool/other",
    dir: "other",
    name: "other",
    testFiles: ["x_test.go"],
    excludedTestFiles: [],
  },
];

function planned(options: FactsOptions = {}): Stage {
  const { config, ...rest } = options;
  const plan = makePlan({ config: { fuzz: "true", ...config }, module: { packages }, ...rest });
  const stage = plan.stages.find(({ id }) => id === "fuzz");
  if (stage === undefined) throw new Error("no stage fuzz");
  return stage;
}

describe("fuzz", () => {
  it("asks for the targets of packages whose text has some", () => {
    const stage = planned({ config: { buildTags: ["a", "b"] } });
    expect([stage.needs, stage.command]).toEqual([
      ["deps"],
      "go test '-list=^Fuzz' -vet=off -tags=a,b example.com/tool",
    ]);
    expect(stage.step).toMatchObject({
      commands: [{ tool: "go", args: ["test", "-list=^Fuzz", "-vet=off", "-tags=a,b", "-json", "example.com/tool"] }],
      reuse: { never: "each run tries other inputs" },
      gets: { logins: false, testEnv: true },
    });
  });

  it("leaves it to Go to say why a module cannot be loaded", () => {
    const stage = planned({ module: { packages: [], patterns: ["./..."], problem: "go.mod: no module line" } });
    expect(stage.step).toMatchObject({ commands: [{ args: ["test", "-list=^Fuzz", "-vet=off", "-json", "./..."] }] });
  });

  it("does not run without targets", () => {
    const [, other] = packages;
    expect(planned({ module: { packages: other === undefined ? [] : [other] } }).step).toEqual({
      status: "skipped",
      reason: "no fuzz targets",
    });
  });
});

describe("what is run after the list", () => {
  const list = (names: readonly string[]): string =>
    names.map((name) => `{"Action":"output","Package":"example.com/tool","Output":"${name}\\n"}\n`).join("");

  async function next(names: readonly string[], over: Partial<StepOutcome> = {}) {
    const dir = directory({ "0.stdout": list(names) });
    writeFileSync(join(dir, "0.stderr"), "");
    const command = {
      exitCode: 0,
      signal: null,
      durationMs: 1,
      stdout: join(dir, "0.stdout"),
      stderr: join(dir, "0.stderr"),
    };
    const outcome: StepOutcome = {
      ...{ stage: "fuzz", end: "exited", problem: null, startedAt: new Date(), durationMs: 60_000, cached: false },
      ...{ commands: [command], resultDir: dir, image: noImageFacts },
      ...over,
    };
    const output = await prepareOutputDir(join(dir, "out"), dir);
    const bench = makeBench(output);
    const inspection = {
      ...bench.inspection,
      modules: bench.inspection.modules.map((found) => ({ ...found, packages })),
    };
    const project = { ...bench.project, modules: [makeModule({ dir: ".", path: "example.com/tool" })] };
    return fuzz.followUp?.(planned(), outcome, { ...bench, inspection, project });
  }

  it("is a command for each target, in one copy of the repository, within what is left of the time", async () => {
    const stage = planned();
    const limit = isRunnable(stage.step) ? stage.step.timeoutMs : 0;
    const flags = (name: string): readonly string[] => [
      ...["test", "-json", "-vet=off", "-run=^$", `-fuzz=^${name}$`, "-fuzztime=10s", "example.com/tool"],
    ];
    expect(await next(["FuzzA", "FuzzB"])).toMatchObject({
      commands: [{ args: ["env", "GOMOD"], advisory: true }, { args: flags("FuzzA") }, { args: flags("FuzzB") }],
      copy: { git: false, uncompared: true },
      keeps: ["testdata/fuzz/FuzzA", "testdata/fuzz/FuzzB"],
      stopAtFirstFailure: false,
      timeoutMs: limit - 60_000,
      reuse: { never: "each run tries other inputs" },
    });
  });

  it.each([
    ["without targets", [], {}],
    ["when they have run", ["FuzzA"], { followUps: [] }],
    ["when the time is over", ["FuzzA"], { durationMs: 99_999_999 }],
  ] as const)("is nothing %s", async (_, names, over) => {
    expect(await next(names, over)).toBeNull();
  });
});
