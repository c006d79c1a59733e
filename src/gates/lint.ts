import { join, posix } from "node:path";
import { outputOf } from "../collect/output.ts";
import { ifThere } from "../errors.ts";
import { readHead } from "../files/lines.ts";
import { moduleFlags } from "../go/flags.ts";
import { parseGolangci } from "../go/golangci.ts";
import { boolean, toggle } from "../kinds/choice.ts";
import { input } from "../kinds/input.ts";
import { moduleVersion } from "../kinds/versions.ts";
import { shortCommit } from "../model/commit.ts";
import { wholeOutput } from "../model/finding.ts";
import type { Judgement } from "../model/judgement.ts";
import type { Finding } from "../model/report.ts";
import type { Command } from "../model/step.ts";
import { plural } from "../text/format.ts";
import { shellCommand } from "../text/shell.ts";
import { brokenTool, hasDied } from "./broken-tool.ts";
import { compileError } from "./findings.ts";
import type { Bench, ModuleFacts, ModuleGate } from "./gate.ts";
import { execStep, withoutPackages } from "./go-steps.ts";
import { failureOf, judgedOf } from "./judged.ts";
import { useOf } from "./programs.ts";
import { warns } from "./shared.ts";

const inputs = {
  lint: input(toggle, "false", {
    description: `Check that golangci-lint v2 finds nothing, with the repository's own configuration of it. ${warns}`,
  }),
  "lint-version": input(moduleVersion("v2.15.0"), "v2.15.0", {
    description: "Version of golangci-lint, unless go.mod has it on a `tool` line.",
  }),
  "lint-new-only": input(boolean, "false", {
    description: "Only findings on lines that the change adds count, as seen from `base`.",
  }),
};

/** The program, and the package that `tool` lines name. */
export const golangci = { name: "golangci-lint", package: "github.com/golangci/golangci-lint/v2/cmd/golangci-lint" };

/** Its configuration, as it looks for it itself (pkg/config/base_loader.go, 2.15.0). */
export const golangciFiles = [".golangci.yml", ".golangci.yaml", ".golangci.toml", ".golangci.json"];

/** All that it finds, whatever its configuration says of new ones. */
const all = [
  ...["--max-issues-per-linter=0", "--max-same-issues=0"],
  ...["--new=false", "--new-from-rev=", "--new-from-merge-base=", "--new-from-patch="],
];

const report = "lint.json";

/** Findings have less than a kilobyte each, with the lines that they quote. */
const reportLimit = 256 * 1024 * 1024;

/** golangci-lint finds nothing. */
export const lint: ModuleGate<typeof inputs> = {
  name: "lint",
  scope: "module",
  input: "lint",
  inputs,
  group: "Checks and tests",
  toggle: (config) => config.lint,
  program: golangci,
  findings: [
    compileError,
    {
      source: "lint",
      title: "golangci-lint",
      rank: 5,
      basic: false,
      style: "line",
      command: "stage",
      byCompiler: false,
      titleIsRule: true,
    },
  ],
  log: "commands",
  output: () => wholeOutput,

  plan(facts) {
    const { config, module, inspection, patterns, commandEnv } = facts;
    const use = useOf({ ...golangci, version: config.lintVersion }, facts);
    const tags = config.buildTags.length === 0 ? [] : [`--build-tags=${config.buildTags.join(",")}`];
    const mode = moduleFlags(inspection, module.vendored).map((flag) =>
      flag.replace("-mod", "--modules-download-mode"),
    );
    const shown = [...all, ...tags, ...mode];
    const args = ["run", configFlag(facts), ...shown, ...ours(config.lintNewOnly), "--", ...patterns];
    const step = execStep(facts, [use.command(args)], {
      program: use.program,
      leaves: [report],
      compiles: { platform: inspection.native, race: false },
      // It keeps its own results. Where it was killed, `go tool` exits with 0.
      reuse: use.byGo ? { never: "go tool does not say how its program ended" } : "by-tool",
      weight: 2,
    });
    const command = shellCommand(module.dir, [...use.words, "run", ...shown, ...patterns], commandEnv);
    return [{ needs: [facts.idOf("deps")], step: withoutPackages(facts) ?? step, command }];
  },

  async judge(stage, outcome, bench) {
    const judged = await judgedOf(stage, outcome);
    const { stderr } = await outputOf(outcome.commands);
    if (judged.passed && !hasDied(judged, stderr)) return { failure: null, findings: [] };
    const [command] = outcome.commands;
    const place = { ...bench.source, cwd: judged.dir };
    const left = await ifThere(readHead(join(outcome.resultDir, report), reportLimit));
    const found = left === null ? null : parseGolangci(left, place);
    // 2 to 7 say that it has not looked at everything (pkg/exitcodes), whatever it has found by then.
    if (outcome.end !== "exited" || command?.exitCode !== 1 || found === null) {
      return brokenTool(judged, { stderr, place, remedy: oldConfiguration.test(stderr) ? migrate : null });
    }
    if (found.length === 0) return { failure: failureOf(judged), findings: [] };
    return bench.config.lintNewOnly
      ? onlyNew(found, bench)
      : { failure: plural(found.length, "finding"), findings: found };
  },
};

/** In its words, the code is that of any other failure (2.15.0). */
const oldConfiguration = /unsupported version of the configuration/;
const migrate = "the configuration is one of golangci-lint v1; `golangci-lint migrate` writes it as v2 wants it";

/** That of the repository and no other, such as one in the home directory. */
function configFlag({ module, fileAbove }: Pick<ModuleFacts, "module" | "fileAbove">): string {
  const path = fileAbove(golangciFiles);
  return path === null ? "--no-config" : `--config=${posix.relative(module.dir, path)}`;
}

/** How it hands over what it finds. It changes no file, and does not wait for others of its kind. */
function ours(newOnly: boolean): Command["args"] {
  const json = { prefix: "--output.json.path=", out: report };
  // What is old is shown nowhere.
  const text = newOnly ? [{ prefix: "--output.text.path=", out: "lint.txt" }, "--show-stats=false"] : [];
  const fixed = [
    "--issues-exit-code=1",
    "--path-mode=abs",
    "--path-prefix=",
    "--fix=false",
    "--allow-parallel-runners",
  ];
  return [...fixed, json, ...text];
}

/** What does not compile, or is at no place, may be due to any change. */
async function onlyNew(found: readonly Finding[], { changedLines }: Pick<Bench, "changedLines">): Promise<Judgement> {
  const changed = await changedLines();
  if ("problem" in changed) return { failure: changed.problem, findings: [], broken: true };
  const findings = found.filter(
    ({ source, path, line }) => source === "compile" || path === null || line === null || changed.has(path, line),
  );
  const since = `since ${shortCommit(changed.base)}`;
  return { failure: findings.length === 0 ? null : `${plural(findings.length, "new finding")} ${since}`, findings };
}
