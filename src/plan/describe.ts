import type { Config } from "../inputs/config.ts";
import type { EngineChoice } from "../model/engine.ts";
import { platformKey } from "../model/platform.ts";
import type { Inspection, Module, Project } from "../model/project.ts";
import type { Plan } from "../model/stage.ts";
import { askedBy } from "../project/go-version.ts";
import { describePlan } from "./graph.ts";

export interface RunDescription {
  readonly config: Config;
  readonly project: Project;
  readonly choice: EngineChoice;
  readonly inspection: Inspection;
  readonly plan: Plan;
}

/** What `--dry-run` prints: engine and why, Go version and why, modules and why, platforms, stages with what they wait for. */
export function describeRun({ config, project, choice, inspection, plan }: RunDescription): readonly string[] {
  const mains = inspection.modules.flatMap((module) => module.mains.map((main) => main.importPath));
  return [
    `engine     ${choice.name} (${choice.reason})`,
    `go         ${inspection.goVersion} (${whyGo(config, project)})`,
    ...project.workspaces.map(({ path, uses }) => `workspace  ${path} (names ${uses.join(", ")})`),
    ...project.modules.map((module) => `module     ${describeModule(module, inspection)}`),
    `mains      ${mains.length === 0 ? "none" : mains.join(", ")}`,
    `platforms  ${config.platforms.map(platformKey).join(", ")}`,
    ...plan.warnings.map((warning) => `warning    ${warning}`),
    "",
    ...describePlan(plan),
  ];
}

function describeModule({ dir, path, within, why }: Module, { goVersion, modules }: Inspection): string {
  const found = modules.find((module) => module.dir === dir);
  const packages = found?.packages.length ?? 0;
  const own = found?.goVersion ?? null;
  const facts = [
    found?.problem == null ? `${packages} package${packages === 1 ? "" : "s"}` : "Go cannot load it",
    ...(own === null || own === goVersion ? [] : [own]),
    ...(within === "." ? [] : [`only below ${within}`]),
    why,
  ];
  return `${path ?? "(no module line)"} in ${dir} (${facts.join(", ")})`;
}

function whyGo(config: Config, { wantedGo }: Project): string {
  if (config.goVersion !== null) return `${askedBy(config)} asks for ${config.goVersion}`;
  return wantedGo === null ? "no go line asks for a version" : `${wantedGo.source} asks for ${wantedGo.version}`;
}
