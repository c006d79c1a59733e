import { broughtData, partData, textfmtArgs } from "../collect/coverage-data.ts";
import { profileNameOf } from "../collect/coverage-name.ts";
import { artifactsArg } from "../collect/test-artifacts.ts";
import type { LiveTests } from "../collect/tests.ts";
import { flakySource } from "../go/attempts.ts";
import { noTestFiles } from "../go/test-verdict.ts";
import { TestWatcher } from "../go/test-watch.ts";
import { asksForOutput, passedTestFlags } from "../kinds/test-flags.ts";
import type { Judgement } from "../model/judgement.ts";
import type { StepOutcome } from "../model/outcome.ts";
import { hasTests, type ModuleInspection } from "../model/project.ts";
import type { NotRun, Stage } from "../model/stage.ts";
import { goDuration } from "../text/go-duration.ts";
import { inDirectory, shellWord } from "../text/shell.ts";
import { compileError } from "./findings.ts";
import type { Bench, ModuleFacts, ModuleGate, Sight } from "./gate.ts";
import { execStep, goCommand, moduleArgs, olderThan, withoutPackages } from "./go-steps.ts";
import { runAllFlags, testAssignments, testRerun, vetOff } from "./rerun.ts";
import { stepAgain } from "./test-again.ts";
import { testCalls } from "./test-calls.ts";
import { testInputs } from "./test-inputs.ts";
import { artifactsFlags, artifactsSince, coverpkgFlags, runsAgain, shuffleFlags } from "./test-reuse.ts";

/** Every test passes and the thresholds of coverage are met. */
export const test: ModuleGate<typeof testInputs> = {
  name: "test",
  scope: "module",
  input: "test",
  inputs: testInputs,
  group: "Checks and tests",
  toggle: (config) => config.test,
  findings: [
    compileError,
    {
      source: "race",
      title: "Data races",
      rank: 3,
      basic: false,
      style: "output",
      command: "stage",
      byCompiler: false,
    },
    { source: "test", title: "Tests", rank: 3, basic: false, style: "output", command: "own", byCompiler: false },
    {
      source: flakySource,
      title: "Flaky tests",
      rank: 3,
      basic: false,
      style: "output",
      command: "own",
      byCompiler: false,
    },
    {
      source: "coverage",
      title: "Coverage",
      rank: 7,
      basic: false,
      style: "line",
      command: "stage",
      byCompiler: false,
    },
  ],
  log: "own",
  output: ({ testFlags }) => (asksForOutput(testFlags) ? { asked: true, brief: false } : { asked: false, brief: true }),

  plan(facts) {
    const { config, module, inspection, patterns } = facts;
    const flags = [
      ...moduleArgs(facts),
      ...(config.race ? ["-race"] : []),
      `-timeout=${goDuration(config.testTimeout)}`,
      ...shuffleFlags(config),
      ...runAllFlags(facts),
    ];
    const goVersion = facts.inspected.goVersion ?? inspection.goVersion;
    const artifacts = artifactsFlags(config, [goVersion]);
    // After the packages, because `-args` takes all that follows.
    const passed = passedTestFlags(config.testFlags);
    const again = runsAgain({ config, goflags: inspection.goflags, goVersions: [goVersion] });
    const calls = again === null ? testCalls(facts) : [{ packages: patterns, always: false }];
    const runs = calls.map(({ packages, always }, index) =>
      goCommand([
        ...["test", "-json", ...vetOff(facts)],
        { prefix: "-coverprofile=", out: profileNameOf(index) },
        ...coverpkgFlags(config),
        ...artifacts.flatMap((flag) => [flag, artifactsArg(index)]),
        ...[...flags, ...onceIf(always), ...packages, ...passed],
      ]),
    );
    const some = calls.some(({ always }) => always);
    const never = again ?? (some ? "`test-reuse-except` names packages of this module" : null);
    const data = facts.coverageBuilds.map((_, index) => goCommand(textfmtArgs(index)));
    const step = execStep(facts, [...runs, ...data], {
      stopAtFirstFailure: false,
      ...(data.length === 0 ? {} : { brings: broughtData(facts.coverageBuilds) }),
      gets: { logins: false, testEnv: true },
      atLimit: "dump-goroutines",
      compiles: { platform: inspection.native, race: config.race },
      keepsTests: true,
      reuse: never === null ? "by-tool" : { never },
      weight: 3,
    });
    // One command for all: whoever types it wants them run.
    const words = ["go", "test", ...vetOff(facts), ...flags, ...onceIf(some), ...patterns, ...config.testFlags];
    const command = inDirectory(module.dir, [...testAssignments(facts), ...words.map(shellWord)].join(" "));
    return [{ needs: [facts.idOf("deps")], step: withoutTests(facts) ?? step, command }];
  },

  watch(sight) {
    const { stage, inspected, redact, onTrouble, bench } = sight;
    const packages = inspected?.packages.length ?? 0;
    const shown = new TestWatcher({ packages: packages === 0 ? null : packages, redact, onTrouble });
    if (!isReadOnce(sight)) return shown;
    let live: LiveTests | null = null;
    return {
      line: (text) => {
        if (live !== null) shown.accept(live.line(text));
      },
      progress: () => shown.progress(),
      verdict: {
        begin: async () => {
          const { LiveTests } = await import("../collect/tests.ts");
          live = await LiveTests.open(sight.resultDir, testBench(stage, bench));
        },
        drain: async () => await live?.drain(),
        lost: () => live?.lost(),
        judge: (outcome) => judgeTests(stage, outcome, bench, live),
      },
    };
  },

  preload: async () => (await import("../collect/test-reading.ts")).loadJUnit(),

  async followUp(stage, outcome, bench) {
    const { rerunFailed } = bench.config;
    const again = outcome.followUps?.length ?? 0;
    const { tests } = partData(stage, outcome);
    if (again >= rerunFailed || tests.commands.every(({ exitCode }) => exitCode === 0)) return null;
    const { failedAgain } = await import("../collect/tests.ts");
    const facts = testBench(stage, bench);
    const { inspection } = bench;
    const { goVersion } = inspectedOf(stage, bench);
    const artifacts = artifactsFlags(bench.config, [goVersion ?? inspection.goVersion]);
    return stepAgain(stage, outcome, { ...facts, artifacts, failed: await failedAgain(tests, facts) });
  },

  judge: (stage, outcome, bench) => judgeTests(stage, outcome, bench, null),
};

/** One stream that nothing comes back to: what runs again is judged with the first run, once it has ended. */
function isReadOnce({ commands, bench }: Sight<typeof testInputs>): boolean {
  return commands === 1 && bench.config.rerunFailed === 0;
}

async function judgeTests(
  stage: Stage,
  outcome: StepOutcome,
  bench: Bench<typeof testInputs>,
  live: LiveTests | null,
): Promise<Judgement> {
  const { collectTests } = await import("../collect/tests.ts");
  const judged = await collectTests(stage, outcome, testBench(stage, bench), live);
  const older = bench.config.testArtifacts
    ? olderThan(artifactsSince, "go test -artifacts", {
        inspection: bench.inspection,
        inspected: inspectedOf(stage, bench),
      })
    : null;
  if (older === null) return judged;
  const said = `nothing is kept for test-artifacts: ${older.reason}`;
  return { ...judged, warning: judged.warning == null ? said : `${judged.warning}; ${said}` };
}

/** Has all tests of a command run, and keeps no result of them. */
function onceIf(always: boolean): readonly string[] {
  return always ? ["-count=1"] : [];
}

function inspectedOf({ module }: Stage, { inspection }: Bench<typeof testInputs>): Pick<ModuleInspection, "goVersion"> {
  return inspection.modules.find(({ dir }) => dir === module) ?? { goVersion: null };
}

function testBench(stage: Stage, bench: Bench<typeof testInputs>) {
  const module = bench.project.modules.find(({ dir }) => dir === stage.module);
  if (module === undefined) throw new Error(`${stage.id} is of no module of the run`);
  const rerun = testRerun({ ...bench, commandEnv: bench.commandEnv(module.dir) }, module);
  return { ...bench, module, rerun };
}

function withoutTests(facts: ModuleFacts<typeof testInputs>): NotRun | null {
  const { config, inspected, moduleCount, runHasTests, coverageBuilds } = facts;
  if (inspected.problem !== null || inspected.packages.some(hasTests)) return null;
  const [ofFiles] = config.coverageFileThreshold;
  const { coverageThreshold, coveragePackageThreshold, coveragePatchThreshold } = config;
  const floor = coverageThreshold ?? coveragePackageThreshold ?? ofFiles?.floor ?? coveragePatchThreshold;
  // Its packages count as 0 in the coverage of all: go test says so in a profile, for which it compiles them.
  const counts = coverageBuilds.length > 0 || (moduleCount > 1 && (runHasTests || floor !== null));
  if (floor !== null && !counts) {
    return { status: "failed", reason: `${noTestFiles}, but a coverage threshold of ${floor} % is set` };
  }
  return withoutPackages(facts) ?? (counts ? null : { status: "skipped", reason: noTestFiles });
}
