import type { Config } from "../inputs/config.ts";
import type { EngineChoice } from "../model/engine.ts";
import { platformKey } from "../model/platform.ts";
import type { Inspection, Module, Project } from "../model/project.ts";
import type { Plan } from "../model/stage.ts";
import { askedBy } from "../project/go-version.ts";
import { aligned, type Row } from "../text/columns.ts";
import { plural } from "../text/format.ts";
import { sanitizeLine } from "../text/sanitize.ts";
import { describeModules } from "./describe-stages.ts";
import { describePlan } from "./graph.ts";

export interface RunDescription {
  readonly config: Config;
  readonly project: Project;
  readonly choice: EngineChoice;
  readonly inspection: Inspection;
  readonly plan: Plan;
}

/** What `--dry-run` prints: engine and why, Go version and why, modules and why, platforms, stages with what they wait for. */
export function describeRun(run: RunDescription): readonly string[] {
  const { config, project, choice, inspection, plan } = run;
  const mains = inspection.modules.flatMap((module) => module.mains.map((main) => main.importPath));
  const [only, ...others] = project.modules;
  const several = others.length > 0;
  const lines = [
    `engine     ${choice.name} (${choice.reason})`,
    `go         ${inspection.goVersion} (${whyGo(config, project)})`,
    ...project.workspaces.map(({ path, uses }) => `workspace  ${path} (names ${uses.join(", ")})`),
    several || only === undefined
      ? `modules    ${project.modules.length}`
      : `module     ${describeModule(only, inspection)}`,
    `mains      ${mains.length === 0 ? "none" : mains.join(", ")}`,
    `platforms  ${config.platforms.map(platformKey).join(", ")}`,
    ...plan.warnings.map((warning) => `warning    ${warning}`),
    "",
    ...(several ? severalModules(run) : describePlan(plan)),
  ];
  // Directories and commands may hold what steers a terminal; commands stay whole.
  return lines.map((line) => sanitizeLine(line, Number.POSITIVE_INFINITY));
}

function severalModules({ project, inspection, plan }: RunDescription): readonly string[] {
  const rows = project.modules.map((module): Row => {
    const { packages, go, mains, why } = factsOf(module, inspection);
    return [module.dir, packages.replace(/ packages?$/, ""), mains, go ?? "–", why, module.path ?? "(no module line)"];
  });
  const clean = rows.map((row) => row.map((cell) => sanitizeLine(cell)));
  const dirs = project.modules.map(({ dir }) => dir);
  return [
    ...aligned([["module", "packages", "mains", "go", "why", "path"], ...clean], ""),
    "",
    ...describeModules(plan, dirs),
  ];
}

/** What there is to say of a module, in words. */
function factsOf({ dir, within, why }: Module, { modules }: Inspection) {
  const found = modules.find((module) => module.dir === dir);
  const packages = found?.packages.length ?? 0;
  return {
    packages: found?.problem == null ? plural(packages, "package") : "Go cannot load it",
    mains: `${found?.mains.length ?? 0}`,
    go: found?.goVersion ?? null,
    why: [...(within === "." ? [] : [`only below ${within}`]), why].join(", "),
  };
}

function describeModule(module: Module, inspection: Inspection): string {
  const { packages, go, why } = factsOf(module, inspection);
  const own = go === null || go === inspection.goVersion ? [] : [go];
  return `${module.path ?? "(no module line)"} in ${module.dir} (${[packages, ...own, why].join(", ")})`;
}

function whyGo(config: Config, { wantedGo }: Project): string {
  if (config.goVersion !== null) return `${askedBy(config)} asks for ${config.goVersion}`;
  return wantedGo === null ? "no go line asks for a version" : `${wantedGo.source} asks for ${wantedGo.version}`;
}
