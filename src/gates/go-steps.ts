import { moduleFlags, tagFlags } from "../go/flags.ts";
import { platformKey } from "../model/platform.ts";
import type { Inspection, Module, ModuleInspection } from "../model/project.ts";
import type { NotRun } from "../model/stage.ts";
import type { Command, ExecStep } from "../model/step.ts";
import { compareGo } from "../project/go-version.ts";
import type { ModuleFacts } from "./gate.ts";

type ExecDraft = Omit<ExecStep, "stage">;

/** A step of commands in a module as most gates want it; `weight`: 0 for what is over soon. */
export function execStep(
  { module, timeoutMs }: { readonly module: Pick<Module, "dir" | "env">; readonly timeoutMs: number },
  commands: readonly Command[],
  special: Partial<ExecDraft> & Pick<ExecDraft, "weight" | "reuse">,
): ExecDraft {
  return {
    type: "exec",
    module: module.dir,
    commands: commands.map((command) => ({ ...command, env: { ...module.env, ...command.env } })),
    program: null,
    stopAtFirstFailure: true,
    passes: "exit-zero",
    leaves: [],
    lfCopies: [],
    timeoutMs,
    gets: { logins: false, testEnv: false },
    atLimit: "terminate",
    compiles: null,
    ...special,
  };
}

/** Why a stage on packages does not run where the patterns match none. */
export const noPackages: NotRun = { status: "skipped", reason: "`packages` matches nothing in this module" };

/** Why a stage on packages does not run; null: it does. Go vets and tests what its own platform builds, and nothing of it is an error there. */
export function withoutPackages({ patterns, inspected, inspection }: PackageFacts): NotRun | null {
  if (patterns.length === 0) return noPackages;
  return inspected.problem !== null || inspected.packages.length > 0 ? null : noPackagesFor(inspection);
}

/** Why a stage does not run where the module's Go has no such command yet; null: it has. */
export function olderThan(
  version: string,
  command: string,
  {
    inspected,
    inspection,
  }: { readonly inspected: Pick<ModuleInspection, "goVersion">; readonly inspection: Pick<Inspection, "goVersion"> },
): NotRun | null {
  const actual = inspected.goVersion ?? inspection.goVersion;
  if (compareGo(actual, version) >= 0) return null;
  return { status: "skipped", reason: `${actual} has no \`${command}\`; Go ${version} and later have` };
}

export function noPackagesFor({ native }: Pick<Inspection, "native">): NotRun {
  return { status: "skipped", reason: `no Go packages for ${platformKey(native)}` };
}

type PackageFacts = Pick<ModuleFacts, "patterns" | "inspected" | "inspection">;

/** Logins go to the step that fetches modules; where there is none, to those that compile and so fetch themselves. */
export function fetches(facts: Pick<ModuleFacts, "runs">): ExecStep["gets"] {
  return { logins: !facts.runs("deps"), testEnv: false };
}

export function goCommand(args: Command["args"], env: Command["env"] = {}): Command {
  return { tool: "go", args, env, cwd: "module" };
}

interface ModuleArgsFacts {
  readonly inspection: Pick<Inspection, "goflags">;
  readonly module: Pick<Module, "vendored">;
  readonly config: { readonly buildTags: readonly string[] };
}

/** For every go command that loads packages of the module. */
export function moduleArgs({ inspection, module, config }: ModuleArgsFacts): readonly string[] {
  return [...moduleFlags(inspection, module.vendored), ...tagFlags(config.buildTags)];
}

/** Windows allows 32,767 characters on a command line (CreateProcess); other systems more. */
const commandLineLimit = 24_000;

/** Splits a list of arguments so that each part fits on a command line. */
export function onCommandLines(args: readonly string[]): readonly (readonly string[])[] {
  const parts: string[][] = [];
  let room = 0;
  for (const arg of args) {
    const size = arg.length + 4;
    if (room < size) {
      parts.push([]);
      room = commandLineLimit;
    }
    parts.at(-1)?.push(arg);
    room -= size;
  }
  return parts;
}
