import { outputOf } from "../collect/output.ts";
import { parseGofmt } from "../go/gofmt.ts";
import { toggle } from "../kinds/choice.ts";
import { input } from "../kinds/input.ts";
import { wholeOutput } from "../model/finding.ts";
import type { NotRun } from "../model/stage.ts";
import type { Command, ExecStep } from "../model/step.ts";
import { shellCommand } from "../text/shell.ts";
import { changes } from "./changes.ts";
import type { ModuleGate } from "./gate.ts";
import { execStep, onCommandLines } from "./go-steps.ts";
import { counted, failureOf, judgeExec } from "./judged.ts";
import { warns } from "./shared.ts";

const inputs = {
  format: input(toggle, "true", { description: `Check the formatting with gofmt. ${warns}` }),
};

/** gofmt finds nothing to change in the repository's own Go files. */
export const format: ModuleGate<typeof inputs> = {
  name: "format",
  scope: "module",
  looksAt: "files",
  input: "format",
  inputs,
  group: "Checks and tests",
  toggle: (config) => config.format,
  fixes: "always",
  findings: [
    { source: "format", title: "gofmt", rank: 4, basic: false, style: "diff", command: "stage", byCompiler: false },
  ],
  log: "commands",
  output: () => wholeOutput,

  plan(facts) {
    const plain = facts.goFiles.filter((file) => !file.checkoutCrlf).map((file) => file.path);
    const lfCopies = facts.goFiles.filter((file) => file.checkoutCrlf).map((file) => file.path);
    const commands = [
      ...onCommandLines(plain).map((files) => gofmtCommand(files, "module")),
      ...onCommandLines(lfCopies).map((files) => gofmtCommand(files, "lf")),
    ];
    const none: NotRun = { status: "skipped", reason: "no Go files" };
    const step = execStep(facts, commands, {
      lfCopies,
      stopAtFirstFailure: false,
      // Before Go 1.26 gofmt -d exits with 0 whatever it lists.
      passes: "exit-zero-and-silent",
      reuse: "by-sources",
      weight: 6,
    });
    const command = shellCommand(facts.module.dir, ["gofmt", "-l", "-d", "."]);
    return [{ needs: [], step: commands.length === 0 ? none : step, command }];
  },

  judge: (stage, outcome) =>
    judgeExec(stage, outcome, async (judged) => {
      const { dir, step } = judged;
      const { stdout, stderr } = await outputOf(outcome.commands);
      const { files, problems, fix } = parseGofmt({ stdout, stderr, files: formattedFiles(step), dir });
      const toFormat = files.length === 0 ? null : `${counted(files.length, "file")} to format: ${fix}`;
      const { findings, products } = changes("format", "not formatted by gofmt", files, {
        covers: ["format"],
        complete: problems.length === 0 && judged.death === null,
      });
      const failure = failureOf(judged, counted(problems.length, "problem"), toFormat);
      return { failure, findings: [...problems, ...findings], products };
    }),
};

function gofmtCommand(files: readonly string[], cwd: Command["cwd"]): Command {
  return { tool: "gofmt", args: ["-l", "-d", ...files.map((file) => `./${file}`)], env: {}, cwd };
}

function formattedFiles({ commands }: ExecStep): readonly string[] {
  const args = commands.flatMap((command) => command.args);
  return args.filter((arg) => typeof arg === "string").filter((arg) => arg.startsWith("./"));
}
