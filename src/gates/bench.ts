import { noTestFiles } from "../go/test-verdict.ts";
import { hasTests } from "../model/project.ts";
import type { NotRun } from "../model/stage.ts";
import { inDirectory, shellWord } from "../text/shell.ts";
import { benchInputs } from "./bench-inputs.ts";
import { benchstat, listStep } from "./bench-steps.ts";
import { compileError } from "./findings.ts";
import type { ModuleFacts, ModuleGate } from "./gate.ts";
import { moduleArgs, withoutPackages } from "./go-steps.ts";
import { testAssignments } from "./rerun.ts";

/** No benchmark is significantly worse than at the base, where somebody sets a limit; without one it only reports. */
export const bench: ModuleGate<typeof benchInputs> = {
  name: "bench",
  scope: "module",
  input: "bench",
  inputs: benchInputs,
  group: "Checks and tests",
  toggle: (config) => config.bench,
  program: benchstat,
  findings: [
    compileError,
    {
      source: "bench",
      ...{ title: "Benchmarks that fail", rank: 3, basic: false, style: "output", command: "own", byCompiler: false },
    },
    {
      source: "bench-change",
      ...{
        title: "Benchmarks that are worse",
        rank: 7,
        basic: false,
        style: "line",
        command: "stage",
        byCompiler: false,
      },
    },
  ],
  log: "own",
  // The table of benchstat is what it is asked for.
  output: () => ({ asked: true, brief: false }),

  plan(facts) {
    const { config, module, patterns } = facts;
    const { benchPattern, benchCount } = config;
    const flags = ["-run=^$", `-bench=${benchPattern}`, "-benchmem", `-count=${benchCount}`, ...moduleArgs(facts)];
    const words = ["go", "test", ...flags, ...patterns].map(shellWord);
    const command = inDirectory(module.dir, [...testAssignments(facts), ...words].join(" "));
    const step = notRun(facts) ?? listStep(facts, patterns);
    return [{ needs: [facts.idOf("deps")], alone: true, step, command }];
  },

  async followUp(stage, outcome, bench) {
    const { stepAfter } = await import("./bench-course.ts");
    return await stepAfter(stage, outcome, bench);
  },

  async judge(stage, outcome, bench) {
    const { judgeBenchmarks } = await import("./bench-verdict.ts");
    return await judgeBenchmarks(stage, outcome, bench);
  },

  conclude(ended, { config }) {
    if (config.benchThreshold === null || !ended.every(({ result }) => result.status === "skipped")) return null;
    const failure = `bench-threshold is ${config.benchThreshold} %, and no benchmark has run that it could be held against`;
    return { variant: "threshold", failure, findings: [] };
  },
};

function notRun(facts: ModuleFacts<typeof benchInputs>): NotRun | null {
  const { inspected } = facts;
  const none = inspected.problem === null && !inspected.packages.some(hasTests);
  return withoutPackages(facts) ?? (none ? { status: "skipped", reason: noTestFiles } : null);
}
