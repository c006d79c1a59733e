import { posix } from "node:path";
import { outputOf } from "../collect/output.ts";
import { parseDeps, parseModVerify } from "../go/deps.ts";
import { depsTemplate } from "../go/deps-template.ts";
import { boolean, toggle } from "../kinds/choice.ts";
import { input } from "../kinds/input.ts";
import { wholeOutput } from "../model/finding.ts";
import type { CommandOutcome } from "../model/outcome.ts";
import type { Module, Project } from "../model/project.ts";
import { isRunnable } from "../model/stage.ts";
import type { Command } from "../model/step.ts";
import { isLocal, localPath, modulePatterns } from "../project/patterns.ts";
import type { Member, Unit, WorkspaceGate } from "./gate.ts";
import { execStep, goCommand, moduleArgs } from "./go-steps.ts";
import { failureOf, judgeExec } from "./judged.ts";
import { sumChecks, withLackingSums } from "./member-sums.ts";
import { goLine } from "./rerun.ts";
import { warns } from "./shared.ts";

const inputs = {
  deps: input(toggle, "true", {
    description: `Check that every dependency is there and that go.sum is complete; what \`tool\` lines name counts as far as \`lint\` and \`vulncheck\` run it, and with \`generate\` all of it. ${warns}`,
  }),
  "mod-verify": input(boolean, "false", { description: "Also run `go mod verify` in the `deps` stage." }),
};

/** Everything that packages and their tests import is there, and go.sum is complete. */
export const deps: WorkspaceGate<typeof inputs> = {
  name: "deps",
  scope: "workspace",
  input: "deps",
  inputs,
  group: "Checks and tests",
  toggle: (config) => config.deps,
  fixes: "first",
  findings: [
    { source: "deps", title: "Dependencies", rank: 1, basic: true, style: "line", command: "stage", byCompiler: false },
  ],
  log: "commands",
  output: () => wholeOutput,

  plan(facts) {
    const { config, unit } = facts;
    const patterns = unitPatterns(unit);
    const module = { ...unitModule(unit), dir: unit.dir };
    const list = ["list", "-e", "-deps", "-test", ...moduleArgs({ ...facts, module })];
    const packages = goCommand([...list, "-f", depsTemplate, "--", ...patterns]);
    const commands = [packages];
    const tools = unit.members.flatMap(({ module: member }) => facts.toolsOf(member));
    // Without -test: of what their tests import go.sum knows nothing.
    const toolList = [...list.filter((word) => word !== "-test"), "-f", depsTemplate, "--", ...new Set(tools)];
    if (tools.length > 0) commands.push(goCommand(toolList));
    if (config.modVerify) commands.push({ ...goCommand(["mod", "verify"]), talks: true });
    commands.push(...sumChecks(unit, config.buildTags, patternsOf));
    const step = execStep({ ...facts, module }, commands, {
      // go list -e exits with 0 and lists what is missing.
      passes: "exit-zero-and-silent",
      gets: { logins: true, testEnv: false },
      // What a module proxy has decides about it.
      reuse: "by-tool",
      weight: 0,
    });
    return [{ needs: [], step, command: goLine({ ...facts, module }, shown(packages)) }];
  },

  async judge(stage, outcome, { source, project, commandEnv }) {
    const commands = isRunnable(stage.step) && stage.step.type === "exec" ? stage.step.commands : [];
    const goWork = goWorkOf(stage.module, commands, project);
    const line = (ended: Command, dir: string): string =>
      goLine({ module: { dir }, commandEnv: commandEnv(null) }, shown(ended), ended.env);
    const judgement = await judgeExec(stage, outcome, async (judged) => {
      const { dir, death } = judged;
      const lists = outcome.commands.filter((_, at) => isOwn(commands[at], "list"));
      if (lists.length === 0) return { failure: failureOf(judged), findings: [] };
      const verify = outcome.commands.find((_, at) => isOwn(commands[at], "mod"));
      const options = { ...source, cwd: dir, goWork };
      // What a tool that died said on standard error is no verdict; what it had listed by then is missing.
      const output = async (...ended: readonly CommandOutcome[]) => ({
        ...(await outputOf(ended)),
        exitCode: death === null ? (ended.find(({ exitCode }) => exitCode !== 0)?.exitCode ?? 0) : 0,
      });
      const listed = parseDeps(await output(...lists), options);
      const found =
        listed.failedBecause !== null || verify === undefined ? listed : parseModVerify(await output(verify), options);
      const { findings, failedBecause, environment } = found;
      const broken = death === null && environment;
      // The step stops at the first that does not pass.
      const last = commands.findLast((own, at) => at < outcome.commands.length && own.advisory !== true);
      const command = last === undefined || failedBecause === null ? null : line(last, dir);
      return { failure: failureOf(judged, failedBecause), findings, broken, ...(command === null ? {} : { command }) };
    });
    return withLackingSums(judgement, { commands, outcomes: outcome.commands, map: source });
  },
};

/** What people type to see what is missing: with -e and a template, go list exits with 0. */
function shown({ args }: Command): readonly string[] {
  return args.filter((arg) => typeof arg === "string").filter((arg) => !["-e", "-f", depsTemplate, "--"].includes(arg));
}

function isOwn(command: Command | undefined, word: string): boolean {
  return command?.args[0] === word && command.advisory !== true;
}

/** Of several modules that Go loads together, what each command needs is go.work's. */
function unitModule({ members }: Unit): Module {
  const [first] = members;
  if (first === undefined) throw new Error("deps: a unit without modules");
  return members.length === 1 ? first.module : { ...first.module, env: {} };
}

function unitPatterns({ dir, members }: Unit): readonly string[] {
  const [only] = members;
  if (only !== undefined && members.length === 1) return patternsOf(only);
  const all = members.flatMap((member) =>
    patternsOf(member).map((pattern) =>
      isLocal(pattern) ? localPath(posix.relative(dir, member.module.dir), pattern) : pattern,
    ),
  );
  return [...new Set(all)];
}

/** Where no pattern matches, something may still be built. */
function patternsOf({ patterns, module }: Member): readonly string[] {
  return patterns.length === 0 ? modulePatterns(["./..."], module) : patterns;
}

/** A module may lie beside a go.work that does not name it: its own commands say that they run without. */
function goWorkOf(
  module: string | null,
  commands: readonly Command[],
  { modules, workspaces }: Project,
): string | null {
  if (commands.some(({ env, advisory }) => env["GOWORK"] === "off" && advisory !== true)) return null;
  const own = modules.find(({ dir }) => dir === module)?.workspace ?? null;
  return own ?? workspaces.find(({ path }) => posix.dirname(path) === module)?.path ?? null;
}
