import type { ModuleInspection } from "../model/project.ts";
import type { Command, Program } from "../model/step.ts";
import { compareGo, toolchainName } from "../project/go-version.ts";
import type { GateProgram, ModuleFacts } from "./gate.ts";
import { goCommand } from "./go-steps.ts";

/** A program in the version that the inputs ask for. */
export type WantedProgram = GateProgram & Pick<Program, "version">;

/** How a module's stages run a program. */
export interface ProgramUse {
  /** For the step. */
  readonly program: Program | null;
  readonly command: (args: Command["args"], env?: Command["env"]) => Command;
  /** `go tool` runs it. */
  readonly byGo: boolean;
  /** What people type in place of it. */
  readonly words: readonly string[];
}

type Facts = Pick<ModuleFacts, "module" | "inspection" | "toolsOf"> & {
  readonly inspected: Pick<ModuleInspection, "goVersion">;
};

/** go.mod's `tool` line, else the program on PATH that fits, else one that is compiled for it: with the module's Go, or a newer one where it asks for that. */
export function useOf(wanted: WantedProgram, facts: Facts): ProgramUse {
  const { name } = wanted;
  if (facts.toolsOf(facts.module).includes(wanted.package)) {
    const command: ProgramUse["command"] = (args, env) => goCommand(["tool", wanted.package, ...args], env);
    return { program: null, command, byGo: true, words: ["go", "tool", wanted.package] };
  }
  const go = facts.inspected.goVersion ?? facts.inspection.goVersion;
  const fits = facts.inspection.programs.find(
    (found) => found.package === wanted.package && found.version === wanted.version && isNewEnough(found.go, go),
  );
  const tool = { name, path: fits?.path ?? null };
  const command: ProgramUse["command"] = (args, env = {}) => ({ tool, args, env, cwd: "module" });
  if (fits !== undefined) return { program: null, command, byGo: false, words: [name] };
  const goflags = (facts.inspection.goflags.match(/(?:^|\s)--?modcacherw\b\S*/g) ?? []).join(" ").trim();
  const program = { ...wanted, go: toolchainName(go), goflags };
  return { program, command, byGo: false, words: ["go", "run", `${wanted.package}@${wanted.version}`] };
}

/** A program reads the language and the standard library of the Go that has compiled it, and those are the same in all releases of one version. */
function isNewEnough(builtBy: string, go: string): boolean {
  return compareGo(languageOf(builtBy), languageOf(go)) >= 0;
}

function languageOf(version: string): string {
  return /\d+\.\d+/.exec(version)?.[0] ?? version;
}
