import { UsageError } from "../errors.ts";
import { binaryNames } from "../gates/binaries.ts";
import type { Gate, ModuleFacts, RunFacts, StageDraft } from "../gates/gate.ts";
import type { Config } from "../inputs/config.ts";
import type { GoFile, Inspection, MainPackage, ModuleFile, ModuleInspection, Project } from "../model/project.ts";
import type { NotRun, Plan, Stage } from "../model/stage.ts";
import { type IdScope, idOf } from "../model/stage-id.ts";
import { joinPath } from "../project/gomod.ts";
import { checkGraph } from "./graph.ts";
import { orderForColdCaches } from "./schedule.ts";
import { toolchainEnv } from "./toolchain-env.ts";

export interface PlanFacts extends Pick<RunFacts, "dockerfile" | "builder" | "secretIds" | "labels"> {
  readonly config: Config;
  readonly project: Project;
  readonly inspection: Inspection;
  /** What gofmt has to look at, by module directory. */
  readonly goFiles: ReadonlyMap<string, readonly GoFile[]>;
}

/**
 * Makes the plan of a run from validated inputs and what Go says of the modules: the stages of every module, then those of the run as a whole.
 * Throws UsageError for inputs that only now turn out wrong: packages that match nothing, main packages that are not there.
 */
export function planRun(facts: PlanFacts, gates: readonly Gate[]): Plan {
  const { project, inspection } = facts;
  const planner = new Planner(facts, gates);
  for (const module of project.modules) planner.addModule(module, inspectionFor(module, inspection));
  planner.addRun();
  const stages = orderForColdCaches(planner.stages, inspection.native);
  checkGraph(stages);
  return { stages, warnings: warnings(project) };
}

class Planner {
  readonly stages: Stage[] = [];
  readonly #facts: PlanFacts;
  readonly #gates: readonly Gate[];
  readonly #scope: IdScope;

  constructor(facts: PlanFacts, gates: readonly Gate[]) {
    this.#facts = facts;
    this.#gates = gates;
    this.#scope = { modules: facts.project.modules.map(({ dir }) => dir), root: facts.project.directory };
  }

  addModule(module: ModuleFile, inspected: ModuleInspection): void {
    const { config, inspection, goFiles } = this.#facts;
    requirePackages(config, module, inspected);
    const facts: ModuleFacts = {
      ...{ config, module, inspection, inspected },
      goFiles: goFiles.get(module.dir) ?? [],
      names: chosenNames(config, module, inspected),
      ...this.#others(module.dir),
    };
    for (const gate of this.#gates) {
      if (gate.scope === "module") this.#add(gate, module.dir, gate.plan(facts));
    }
  }

  addRun(): void {
    const { project } = this.#facts;
    for (const gate of this.#gates) {
      if (gate.scope !== "run") continue;
      const facts: RunFacts = {
        ...this.#facts,
        modules: project.modules,
        workingDirectory: this.#facts.config.workingDirectory,
        planned: [...this.stages],
        ...this.#others(null),
      };
      this.#add(gate, null, gate.plan(facts));
    }
  }

  #others(module: string | null): Pick<ModuleFacts, "idOf" | "runs" | "timeoutMs" | "toolchainEnv"> {
    const { config, inspection } = this.#facts;
    return {
      timeoutMs: config.timeout,
      toolchainEnv: toolchainEnv(config, inspection),
      idOf: (gate, variant) => idOf({ gate, module, variant: variant ?? null }, this.#scope),
      runs: (name) => gateRuns(this.#gates, name, config),
    };
  }

  #add(gate: Gate, module: string | null, drafts: readonly StageDraft[]): void {
    const toggle = gate.toggle(this.#facts.config);
    for (const { variant = null, failure = null, binaries = [], needs, step, command } of drafts) {
      const key = { gate: gate.name, module, variant };
      const id = idOf(key, this.#scope);
      this.stages.push({
        ...{ ...key, id, needs, failure, binaries, command },
        after: [],
        warnOnly: toggle === "warn",
        step: toggle === "false" ? switchedOff(gate.input) : "type" in step ? { ...step, stage: id } : step,
      });
    }
  }
}

function switchedOff(input: string): NotRun {
  return { status: "disabled", reason: `switched off by \`${input}: false\`` };
}

function inspectionFor(module: ModuleFile, inspection: Inspection): ModuleInspection {
  const inspected = inspection.modules.find((found) => found.dir === module.dir);
  if (inspected === undefined) throw new Error(`plan: module ${module.dir} was not inspected`);
  return inspected;
}
/** Whether the gate called `name` is switched on. */
export function gateRuns(gates: readonly Gate[], name: string, config: Config): boolean {
  return gates.some((gate) => gate.name === name && gate.toggle(config) !== "false");
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
    explicit: config.given.has("binary-name"),
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
