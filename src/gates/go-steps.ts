import { moduleFlags, tagFlags } from "../go/flags.ts";
import type { Command, ExecStep } from "../model/step.ts";
import type { ModuleFacts } from "./gate.ts";

type ExecDraft = Omit<ExecStep, "stage">;

/** A step of commands as most gates want it; `weight`: 0 for what is over soon. */
export function execStep(
  { module, timeoutMs }: ModuleFacts,
  commands: readonly Command[],
  special: Partial<ExecDraft> & Pick<ExecDraft, "weight" | "reuse">,
): ExecDraft {
  return {
    type: "exec",
    module: module.dir,
    commands,
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

/** Logins go to the step that fetches modules; where there is none, to those that compile and so fetch themselves. */
export function fetches(facts: ModuleFacts): ExecStep["gets"] {
  return { logins: !facts.runs("deps"), testEnv: false };
}

export function goCommand(args: Command["args"], env: Command["env"] = {}): Command {
  return { tool: "go", args, env, cwd: "module" };
}

/** For every go command that loads packages of the module. */
export function moduleArgs({ inspection, module, config }: ModuleFacts): readonly string[] {
  return [...moduleFlags(inspection, module.vendored), ...tagFlags(config.buildTags)];
}
