import { outputOf } from "../collect/output.ts";
import { parseDiagnostics } from "../go/diagnostics.ts";
import { repoPath } from "../go/source-map.ts";
import { toggle } from "../kinds/choice.ts";
import { input } from "../kinds/input.ts";
import { wholeOutput } from "../model/finding.ts";
import { changes, printedChanges } from "./changes.ts";
import { compileError } from "./findings.ts";
import type { ModuleGate } from "./gate.ts";
import { execStep, fetches, goCommand, moduleArgs, olderThan, withoutPackages } from "./go-steps.ts";
import { counted, failureOf, judgeExec } from "./judged.ts";
import { goLine } from "./rerun.ts";
import { warns } from "./shared.ts";

const inputs = {
  fix: input(toggle, "false", {
    description: `Check that \`go fix\` has nothing to modernize (Go 1.26 and later). ${warns}`,
  }),
};

/** `go fix -diff` prints nothing. */
export const fix: ModuleGate<typeof inputs> = {
  name: "fix",
  scope: "module",
  input: "fix",
  inputs,
  group: "Checks and tests",
  toggle: (config) => config.fix,
  fixes: "always",
  findings: [
    compileError,
    { source: "fix", title: "go fix", rank: 5, basic: false, style: "diff", command: "stage", byCompiler: false },
  ],
  log: "commands",
  output: () => wholeOutput,

  plan(facts) {
    const { inspection, patterns } = facts;
    // https://go.dev/doc/go1.26#go-command
    const args = ["fix", "-diff", ...moduleArgs(facts), ...patterns];
    const step = execStep(facts, [goCommand(args)], {
      passes: "exit-zero-and-silent",
      gets: fetches(facts),
      compiles: { platform: inspection.native, race: false },
      reuse: "by-go-sources",
      weight: 1,
    });
    const notRun = olderThan("1.26", "go fix -diff", facts) ?? withoutPackages(facts);
    return [{ needs: [facts.idOf("deps")], step: notRun ?? step, command: goLine(facts, args) }];
  },

  judge: (stage, outcome, { source: map }) =>
    judgeExec(stage, outcome, async (judged) => {
      const { dir } = judged;
      const { stdout, stderr } = await outputOf(outcome.commands);
      // `/src/a.go (old)`, absolute (Go 1.26.8, 1.27.4).
      const files = printedChanges(stdout, (name) => repoPath(map, name.replace(/ \(old\)$/, ""), dir));
      const errors = parseDiagnostics(stderr, { ...map, source: "compile", cwd: dir });
      const broken = counted(errors.length, "error");
      if (files === null) return { failure: failureOf(judged, broken, "its diff cannot be read"), findings: errors };
      const toFix = files.length === 0 ? null : `${counted(files.length, "file")} to change: go fix`;
      const { findings, products } = changes("fix", "go fix changes it", files, {
        covers: ["format", "fix"],
        complete: broken === null && judged.death === null,
      });
      return { failure: failureOf(judged, broken, toFix), findings: [...errors, ...findings], products };
    }),
};
