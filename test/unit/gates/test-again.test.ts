import { describe, expect, it } from "vitest";
import { testRerun } from "../../../src/gates/rerun.ts";
import { stepAgain } from "../../../src/gates/test-again.ts";
import type { Again } from "../../../src/go/package-report.ts";
import type { Config } from "../../../src/inputs/config.ts";
import { makeConfig } from "../../support/config.ts";
import { makeModule } from "../../support/module.ts";
import { makeOutcome, makeStage } from "../../support/stages.ts";
import { execStep } from "../../support/steps.ts";

const module = makeModule({ dir: "a b", env: { GOWORK: "off" } });
const step = execStep({
  stage: "test",
  timeoutMs: 60_000,
  gets: { logins: false, testEnv: true },
  atLimit: "dump-goroutines",
});

function again(failed: Readonly<Record<string, Again>>, over: Partial<Config> = {}, goflags = "", durationMs = 20_000) {
  const config = makeConfig({ rerunFailed: 1, ...over });
  const facts = { config, inspection: { goflags }, commandEnv: {}, runs: () => true };
  return stepAgain(makeStage("test", { step }), makeOutcome("test", { durationMs }), {
    ...{ module, config, rerun: testRerun(facts, module), artifacts: config.testArtifacts ? ["-artifacts"] : [] },
    failed: new Map(Object.entries(failed)),
  });
}

describe("the step that runs failed tests again", () => {
  it("has a command for each package, which names its tests, in what is left of the stage's time", () => {
    const over = { race: true, shuffle: "7", testFlags: ["-v", "-run=X", "-short", "-args", "-update"] };
    expect(again({ "m/a": { tests: ["TestA", "TestB/x|y [z]"] }, "m/b": { tests: ["BenchmarkC"] } }, over)).toEqual({
      ...execStep({ module: "a b", gets: step.gets, atLimit: "dump-goroutines", timeoutMs: 40_000 }),
      stage: undefined,
      stopAtFirstFailure: false,
      reuse: { never: "it runs again what has failed" },
      commands: [
        ["coverage.out", "m/a", ["-run", "^TestA$|^TestB$/^x\\|y \\[z\\]$"]] as const,
        ["coverage-2.out", "m/b", ["-run", "^$", "-bench", "^BenchmarkC$"]] as const,
      ].map(([out, path, chosen]) => ({
        tool: "go",
        args: [
          ...["test", "-json", { prefix: "-coverprofile=", out }, path, "-vet=off", "-race", "-shuffle=7", "-short"],
          ...[...chosen, "-count=1", "-args", "-update"],
        ],
        env: { GOWORK: "off" },
        cwd: "module",
      })),
    });
  });

  it("leaves out packages that did not come to their end, unless told, and then runs all that was chosen", () => {
    const crashed = { m: { tests: null } };
    expect(again(crashed)).toBeNull();
    const told = again(crashed, { rerunCrashed: true, testFlags: ["-run=X", "-count=3"] });
    expect(told?.commands[0]?.args.slice(3)).toEqual(["m", "-vet=off", "-run=X", "-count=3"]);
  });

  it("is none when nothing failed so or no time is left", () => {
    expect(again({})).toBeNull();
    expect(again({ m: { tests: ["TestA"] } }, {}, "", 60_000)).toBeNull();
  });

  it("runs a package as a whole whose failed tests no command line holds", () => {
    const tests = Array.from({ length: 2_000 }, (_, index) => `TestNumber${index}`);
    expect(again({ m: { tests } })?.commands[0]?.args.slice(3)).toEqual(["m", "-vet=off", "-count=1"]);
  });

  it("overrules -failfast of GOFLAGS", () => {
    expect(again({ m: { tests: ["TestA"] } }, {}, "-failfast")?.commands[0]?.args).toContain("-failfast=false");
  });

  it("keeps the artifacts of each command apart", () => {
    const args = again({ m: { tests: ["TestA"] } }, { testArtifacts: true })?.commands[0]?.args;
    expect(args?.slice(3, 6)).toEqual([
      "-artifacts",
      { prefix: "-outputdir=", out: "test-artifacts/", loose: true },
      "m",
    ]);
  });
});
