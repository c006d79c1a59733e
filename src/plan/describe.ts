import type { Config } from "../inputs/config.ts";
import type { EngineChoice } from "../model/engine.ts";
import { platformKey } from "../model/platform.ts";
import type { Inspection, Project } from "../model/project.ts";
import type { Plan } from "../model/stage.ts";
import { describePlan } from "./graph.ts";

export interface RunDescription {
  readonly config: Config;
  readonly project: Project;
  readonly choice: EngineChoice;
  readonly inspection: Inspection;
  readonly plan: Plan;
}

/** What `--dry-run` prints: engine and why, Go version and why, modules, platforms, stages with what they wait for. */
export function describeRun({ config, project, choice, inspection, plan }: RunDescription): readonly string[] {
  const modules = project.modules.map(({ dir, path }) => `${path ?? "(no module line)"} in ${dir}`);
  const mains = inspection.modules.flatMap((module) => module.mains.map((main) => main.importPath));
  return [
    `engine     ${choice.name} (${choice.reason})`,
    `go         ${inspection.goVersion} (${whyGo(config, project)})`,
    ...modules.map((module) => `module     ${module}`),
    `mains      ${mains.length === 0 ? "none" : mains.join(", ")}`,
    `platforms  ${config.platforms.map(platformKey).join(", ")}`,
    ...plan.warnings.map((warning) => `warning    ${warning}`),
    "",
    ...describePlan(plan),
  ];
}

function whyGo(config: Config, { wantedGo }: Project): string {
  if (config.goVersion !== null) return `go-version asks for ${config.goVersion}`;
  return wantedGo === null ? "no go line asks for a version" : `${wantedGo.source} asks for ${wantedGo.version}`;
}
