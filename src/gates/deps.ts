import { outputOf } from "../collect/output.ts";
import { parseDeps, parseModVerify } from "../go/deps.ts";
import { depsTemplate } from "../go/deps-template.ts";
import { boolean, toggle } from "../kinds/choice.ts";
import { input } from "../kinds/input.ts";
import { wholeOutput } from "../model/finding.ts";
import type { CommandOutcome } from "../model/outcome.ts";
import type { ModuleGate } from "./gate.ts";
import { execStep, goCommand, moduleArgs } from "./go-steps.ts";
import { failureOf, judgeExec } from "./judged.ts";
import { goLine } from "./rerun.ts";
import { warns } from "./shared.ts";

const inputs = {
  deps: input(toggle, "true", {
    description: `Check that every dependency is there and that go.sum is complete. ${warns}`,
  }),
  "mod-verify": input(boolean, "false", { description: "Also run `go mod verify` in the `deps` stage." }),
};

/** Everything that packages and their tests import is there, and go.sum is complete. */
export const deps: ModuleGate<typeof inputs> = {
  name: "deps",
  scope: "module",
  input: "deps",
  inputs,
  group: "Checks and tests",
  toggle: (config) => config.deps,
  findings: [
    { source: "deps", title: "Dependencies", rank: 1, basic: true, style: "line", command: "stage", byCompiler: false },
  ],
  log: "commands",
  output: () => wholeOutput,

  plan(facts) {
    const { config } = facts;
    const list = ["list", "-e", "-deps", "-test", ...moduleArgs(facts)];
    const commands = [goCommand([...list, "-f", depsTemplate, "--", ...config.packages])];
    if (config.modVerify) commands.push({ ...goCommand(["mod", "verify"]), talks: true });
    const step = execStep(facts, commands, {
      // go list -e exits with 0 and lists what is missing.
      passes: "exit-zero-and-silent",
      gets: { logins: true, testEnv: false },
      // What a module proxy has decides about it.
      reuse: "by-tool",
      weight: 0,
    });
    return [{ needs: [], step, command: goLine(facts, [...list, ...config.packages]) }];
  },

  judge: (stage, outcome, { source }) =>
    judgeExec(stage, outcome, async (judged) => {
      const { dir, death } = judged;
      const [list, verify] = outcome.commands;
      if (list === undefined) return { failure: failureOf(judged), findings: [] };
      const options = { ...source, cwd: dir };
      // What a tool that died said on standard error is no verdict; what it had listed by then is missing.
      const output = async (command: CommandOutcome) => ({
        ...(await outputOf([command])),
        exitCode: death === null ? command.exitCode : 0,
      });
      const listed = parseDeps(await output(list), options);
      const found =
        listed.failedBecause !== null || verify === undefined ? listed : parseModVerify(await output(verify), options);
      const { findings, failedBecause, environment } = found;
      return { failure: failureOf(judged, failedBecause), findings, broken: death === null && environment };
    }),
};
