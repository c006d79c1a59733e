import { toggle } from "../kinds/choice.ts";
import { input } from "../kinds/input.ts";
import { wholeOutput } from "../model/finding.ts";
import { judgeCompiler } from "./compiler.ts";
import { compileError } from "./findings.ts";
import type { ModuleGate } from "./gate.ts";
import { execStep, fetches, goCommand, moduleArgs, withoutPackages } from "./go-steps.ts";
import { goLine } from "./rerun.ts";
import { warns } from "./shared.ts";

const inputs = {
  vet: input(toggle, "true", { description: `Run \`go vet\`. ${warns}` }),
};

/** `go vet` exits 0. */
export const vet: ModuleGate<typeof inputs> = {
  name: "vet",
  scope: "module",
  input: "vet",
  inputs,
  group: "Checks and tests",
  toggle: (config) => config.vet,
  findings: [
    compileError,
    { source: "vet", title: "go vet", rank: 2, basic: false, style: "line", command: "stage", byCompiler: true },
  ],
  log: "commands",
  output: () => wholeOutput,

  plan(facts) {
    const { inspection, patterns } = facts;
    const args = ["vet", ...moduleArgs(facts), "--", ...patterns];
    const step = execStep(facts, [goCommand(args)], {
      gets: fetches(facts),
      compiles: { platform: inspection.native, race: false },
      reuse: "by-go-sources",
      weight: 1,
    });
    const command = goLine(
      facts,
      args.filter((arg) => arg !== "--"),
    );
    return [{ needs: [facts.idOf("deps")], step: withoutPackages(facts) ?? step, command }];
  },

  judge: (stage, outcome, bench) =>
    judgeCompiler(stage, outcome, bench, { source: "vet", noun: "finding", setsPlatform: false }),
};
