import { posix } from "node:path";
import type { FuzzBench } from "../collect/fuzz-findings.ts";
import type { TestRerun } from "../collect/tests.ts";
import { moduleFlags, tagFlags } from "../go/flags.ts";
import { corpusDir, type FuzzTarget, fuzzFlags, noTargets } from "../go/fuzz-target.ts";
import { toggle } from "../kinds/choice.ts";
import { fuzzTime } from "../kinds/fuzz-time.ts";
import { input } from "../kinds/input.ts";
import { wholeOutput } from "../model/finding.ts";
import type { StepOutcome } from "../model/outcome.ts";
import { isRunnable, type NotRun, type Stage } from "../model/stage.ts";
import type { ExecStep } from "../model/step.ts";
import { inDirectory } from "../text/shell.ts";
import { reachesOutside } from "./drift.ts";
import { compileError } from "./findings.ts";
import type { Bench, ModuleFacts, ModuleGate } from "./gate.ts";
import { execStep, goCommand, moduleArgs, onCommandLines, withoutPackages } from "./go-steps.ts";
import { goLine, testAssignments, vetOff } from "./rerun.ts";
import { warns } from "./shared.ts";
import { testInputs } from "./test-inputs.ts";

const inputs = {
  fuzz: input(toggle, "false", {
    description: `Fuzz each target of the tests (\`func FuzzXxx\`) for \`fuzz-time\`, one after the other, on a copy of the repository. ${warns}`,
  }),
  "fuzz-time": input(fuzzTime, "10s", {
    description: "How long each target is fuzzed, or with how many inputs (`10000x`), as `go test -fuzztime` takes it.",
  }),
  // What tests need they need here too.
  "test-env": testInputs["test-env"],
};

/** No input that fuzzing comes upon makes a target fail. */
export const fuzz: ModuleGate<typeof inputs> = {
  name: "fuzz",
  scope: "module",
  input: "fuzz",
  inputs,
  group: "Checks and tests",
  toggle: (config) => config.fuzz,
  findings: [
    compileError,
    { source: "fuzz", title: "Fuzzing", rank: 3, basic: false, style: "output", command: "own", byCompiler: false },
  ],
  log: "own",
  output: () => wholeOutput,

  plan(facts) {
    const { inspection, inspected, patterns } = facts;
    const named = inspected.packages.filter(({ dir }) => facts.fuzzed.has(dir)).map(({ importPath }) => importPath);
    const packages = inspected.problem === null ? named : patterns;
    const args = ["test", "-list=^Fuzz", ...vetOff(facts), ...moduleArgs(facts)];
    // Of several packages, and of several targets, Go fuzzes none: it has to be known what there is.
    const lists = onCommandLines(packages).map((names) => goCommand([...args, "-json", ...names]));
    const step = execStep(facts, lists, {
      stopAtFirstFailure: false,
      gets: { logins: false, testEnv: true },
      compiles: { platform: inspection.native, race: false },
      reuse: { never: "each run tries other inputs" },
      weight: 2,
    });
    const command = goLine(facts, [...args, ...packages]);
    return [{ needs: [facts.idOf("deps")], step: notRun(facts, packages) ?? step, command }];
  },

  async followUp(stage, outcome, bench) {
    if (outcome.followUps !== undefined) return null;
    const { listedTargets } = await import("../collect/fuzzing.ts");
    return fuzzStep(stage, outcome, await listedTargets(outcome), bench);
  },

  async judge(stage, outcome, bench) {
    const { collectFuzzing } = await import("../collect/fuzzing.ts");
    return collectFuzzing(stage, outcome, fuzzBench(stage, bench));
  },
};

function notRun(facts: ModuleFacts<typeof inputs>, packages: readonly string[]): NotRun | null {
  const none: NotRun | null = packages.length === 0 ? { status: "skipped", reason: noTargets } : null;
  return withoutPackages(facts) ?? none ?? reachesOutside([facts.module]);
}

/** Go writes an input that fails into the package: so the targets run in a copy of the repository, all in the same one, within what is left of the stage's time. */
function fuzzStep(
  stage: Stage,
  { durationMs }: StepOutcome,
  targets: readonly FuzzTarget[],
  bench: Bench<typeof inputs>,
): Omit<ExecStep, "stage"> | null {
  const { step } = stage;
  if (!isRunnable(step) || step.type !== "exec") return null;
  const timeoutMs = step.timeoutMs - durationMs;
  if (targets.length === 0 || timeoutMs <= 0) return null;
  const { module, packages, rerun, fuzzTime } = fuzzBench(stage, bench);
  const commands = targets.map(({ importPath, name }) =>
    goCommand(["test", "-json", ...rerun.flags, ...fuzzFlags(name, fuzzTime), importPath]),
  );
  const dirs = targets.flatMap((target) => corpusDir(target, packages) ?? []);
  const { gets, compiles, weight, reuse } = step;
  return execStep({ module, timeoutMs }, [{ ...goCommand(["env", "GOMOD"]), advisory: true }, ...commands], {
    ...{ gets, compiles, weight, reuse },
    stopAtFirstFailure: false,
    copy: { git: false, uncompared: true },
    keeps: dirs.map((dir) => posix.relative(module.dir, dir)),
  });
}

function fuzzBench(stage: Stage, bench: Bench<typeof inputs>): FuzzBench {
  const module = bench.project.modules.find(({ dir }) => dir === stage.module);
  if (module === undefined) throw new Error(`${stage.id} is of no module of the run`);
  const inspected = bench.inspection.modules.find(({ dir }) => dir === module.dir);
  const { config, inspection } = bench;
  const rerun: TestRerun = {
    flags: [...vetOff(bench), ...moduleFlags(inspection, module.vendored), ...tagFlags(config.buildTags)],
    wrap: (command) => {
      const env = testAssignments({ config, commandEnv: bench.commandEnv(module.dir) });
      return inDirectory(module.dir, [...env, command].join(" "));
    },
  };
  return { ...bench, module, packages: inspected?.packages ?? [], rerun, fuzzTime: config.fuzzTime };
}
