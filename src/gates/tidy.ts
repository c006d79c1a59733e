import { posix } from "node:path";
import { outputOf } from "../collect/output.ts";
import { parseDeps } from "../go/deps.ts";
import { isLineEndsOnly } from "../go/file-diff.ts";
import { toggle } from "../kinds/choice.ts";
import { input } from "../kinds/input.ts";
import { wholeOutput } from "../model/finding.ts";
import { changes, printedChanges } from "./changes.ts";
import type { ModuleGate } from "./gate.ts";
import { execStep, goCommand, olderThan } from "./go-steps.ts";
import { counted, failureOf, judgeExec } from "./judged.ts";
import { goLine } from "./rerun.ts";
import { warns } from "./shared.ts";

/** Of the gate for workspaces too. */
export const tidyInputs = {
  tidy: input(toggle, "false", {
    description: `Check that \`go mod tidy\` has nothing to change (Go 1.23 and later), and in a workspace \`go work sync\`. ${warns}`,
  }),
};

/** `go mod tidy` has nothing to change. */
export const tidy: ModuleGate<typeof tidyInputs> = {
  name: "tidy",
  scope: "module",
  input: "tidy",
  inputs: tidyInputs,
  group: "Checks and tests",
  toggle: (config) => config.tidy,
  fixes: "always",
  findings: [
    { source: "tidy", title: "go mod tidy", rank: 4, basic: false, style: "diff", command: "stage", byCompiler: false },
  ],
  log: "commands",
  output: () => wholeOutput,

  plan(facts) {
    // https://go.dev/doc/go1.23#go-command
    const args = ["mod", "tidy", "-diff"];
    const step = execStep(facts, [goCommand(args)], {
      passes: "exit-zero-and-silent",
      // It reads the tests of dependencies too, which no other stage fetches.
      gets: { logins: true, testEnv: false },
      reuse: { never: "what a module proxy has decides about it" },
      weight: 0,
    });
    return [{ needs: [], step: olderThan("1.23", "go mod tidy -diff", facts) ?? step, command: goLine(facts, args) }];
  },

  judge: (stage, outcome, { source }) =>
    judgeExec(stage, outcome, async (judged) => {
      const { dir, death } = judged;
      const { stdout, stderr } = await outputOf(outcome.commands);
      // Named `current/go.mod` and `current/go.sum` (Go 1.26.8, 1.27.4). Of a go.sum with CRLF every line would change.
      const files = printedChanges(
        stdout,
        (name) => posix.join(dir, posix.basename(name)),
        (hunks) => !isLineEndsOnly(hunks),
      );
      if (files === null) return { failure: failureOf(judged, "its diff cannot be read"), findings: [] };
      const [command] = outcome.commands;
      if (stdout === "" && command !== undefined && death === null) {
        const said = parseDeps({ stdout, stderr, exitCode: command.exitCode }, { ...source, cwd: dir });
        const findings = said.findings.map((finding) => ({ ...finding, source: "tidy" }));
        return { failure: failureOf(judged, said.failedBecause), findings, broken: said.environment };
      }
      if (files.length === 0 && death === null) return { failure: null, findings: [] };
      const toTidy = files.length === 0 ? null : `${counted(files.length, "file")} to change: go mod tidy`;
      return {
        failure: failureOf(judged, toTidy),
        ...changes("tidy", "go mod tidy changes it", files, { complete: death === null }),
      };
    }),
};
