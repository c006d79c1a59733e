import { UsageError } from "../errors.ts";
import { binaryNames } from "../gates/binaries.ts";
import { goStages } from "../gates/stages.ts";
import type { Config } from "../model/config.ts";
import type { GoFile, Inspection, MainPackage, ModuleFile, ModuleInspection, Project } from "../model/project.ts";
import type { Plan, Stage } from "../model/stage.ts";
import { joinPath } from "../project/gomod.ts";
import { checkGraph } from "./graph.ts";
import { orderForColdCaches } from "./schedule.ts";

export interface PlanFacts {
  readonly config: Config;
  readonly project: Project;
  readonly inspection: Inspection;
  /** What gofmt has to look at, by module directory. */
  readonly goFiles: ReadonlyMap<string, readonly GoFile[]>;
}

/**
 * Makes the plan of a run from validated inputs and what Go says of the modules. `imageStages` gets the Go stages and answers the stages of the image.
 * Throws UsageError for inputs that only now turn out wrong: packages that match nothing, main packages that are not there.
 */
export function planRun(facts: PlanFacts, imageStages: (goStages: readonly Stage[]) => readonly Stage[]): Plan {
  const { config, project, inspection } = facts;
  const stages = project.modules.flatMap((module) => {
    const inspected = inspection.modules.find((found) => found.dir === module.dir);
    if (inspected === undefined) throw new Error(`plan: module ${module.dir} was not inspected`);
    requirePackages(config, module, inspected);
    const names = chosenNames(config, module, inspected);
    return goStages({ config, module, inspection, inspected, goFiles: facts.goFiles.get(module.dir) ?? [], names });
  });
  const all = [...stages, ...imageStages(stages)];
  const ordered = orderForColdCaches(all, inspection.native);
  checkGraph(ordered);
  return { stages: ordered, warnings: warnings(project) };
}

/** A main package that constraints exclude on the engine's own platform is a match as well. */
function requirePackages(config: Config, module: ModuleFile, inspected: ModuleInspection): void {
  if (inspected.problem !== null || inspected.packages.length > 0) return;
  const matches = (main: MainPackage): boolean => config.packages.some((pattern) => matchesMain(pattern, main, module));
  if (inspected.mains.some(matches)) return;
  const where = inspected.dir === "." ? "the module in the repository's root" : `the module in ${inspected.dir}`;
  throw new UsageError([
    `packages: ${config.packages.join(", ")} matches no Go package in ${where}. Add a Go file there, or set packages to patterns that match.`,
  ]);
}

function chosenNames(config: Config, module: ModuleFile, inspected: ModuleInspection): ReadonlyMap<string, string> {
  const chosen =
    config.mainPackages.length === 0 ? inspected.mains : chooseMains(config.mainPackages, module, inspected);
  return binaryNames(chosen, {
    template: config.binaryName,
    explicit: config.binaryNameGiven,
    modulePath: module.path,
  });
}

/** `main-packages` names them by import path or by directory (`./cmd/tool`), `/...` takes all below. */
function chooseMains(
  asked: readonly string[],
  module: ModuleFile,
  inspected: ModuleInspection,
): readonly MainPackage[] {
  if (inspected.problem !== null) return [];
  const problems: string[] = [];
  const chosen = new Set<MainPackage>();
  for (const pattern of asked) {
    const matches = inspected.mains.filter((main) => matchesMain(pattern, main, module));
    if (matches.length === 0) problems.push(unknownMain(pattern, inspected.mains));
    for (const main of matches) chosen.add(main);
  }
  if (problems.length > 0) throw new UsageError(problems);
  return inspected.mains.filter((main) => chosen.has(main));
}

function matchesMain(pattern: string, main: MainPackage, module: ModuleFile): boolean {
  const byDir = /^\.{1,2}(\/|$)/.test(pattern);
  const wanted = byDir ? joinPath(module.dir, pattern.replace(/\/\.\.\.$/, "")) : pattern.replace(/\/\.\.\.$/, "");
  const actual = byDir ? main.dir : main.importPath;
  if (actual === wanted) return true;
  return pattern.endsWith("/...") && (wanted === "." || actual.startsWith(`${wanted}/`));
}

function unknownMain(pattern: string, mains: readonly MainPackage[]): string {
  const found =
    mains.length === 0 ? "the module has none" : `found: ${mains.map((main) => main.importPath).join(", ")}`;
  return `main-packages: ${pattern} is no main package (${found}).`;
}

function warnings(project: Project): readonly string[] {
  if (project.uncheckedModules.length === 0) return [];
  const list = project.uncheckedModules.map((dir) => (dir === "." ? "the repository's root" : dir)).join(", ");
  return [`not checked by this run: the Go modules in ${list}. Run the action once per module with working-directory.`];
}
