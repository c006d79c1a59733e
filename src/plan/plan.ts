import type { Gate, GateProgram, Member, ModuleFacts, RunFacts, StageDraft, Unit } from "../gates/gate.ts";
import { noPackages, noPackagesFor } from "../gates/go-steps.ts";
import type { Config } from "../inputs/config.ts";
import type { CoverageBuild } from "../model/coverage.ts";
import { placeOfRun } from "../model/own-module.ts";
import {
  type GoFile,
  hasTests,
  type Inspection,
  type Module,
  type ModuleInspection,
  type Project,
} from "../model/project.ts";
import type { NotRun, Plan, Stage, StageId, StageKey } from "../model/stage.ts";
import { type IdScope, idOf } from "../model/stage-id.ts";
import type { Stamp } from "../model/stamp.ts";
import { fileAbove } from "../project/module-dirs.ts";
import { firstOf, plural } from "../text/format.ts";
import { placeName } from "../text/paths.ts";
import { commandEnv } from "./command-env.ts";
import { checkGraph } from "./graph.ts";
import { chosenNames, namesIn, patternsIn, refuseEqualFiles, requireExcepted, requirePackages } from "./packages.ts";
import { orderForColdCaches } from "./schedule.ts";
import { sharedRequirements, unitsOf } from "./units.ts";

export interface PlanFacts extends Pick<RunFacts, "dockerfile" | "builder" | "secretIds" | "labels"> {
  readonly config: Config;
  readonly project: Project;
  readonly inspection: Inspection;
  /** What gofmt has to look at, by module directory. */
  readonly goFiles: ReadonlyMap<string, readonly GoFile[]>;
  /** Directories of the modules with `//go:generate` lines. */
  readonly generating: ReadonlySet<string>;
  /** Directories of packages with fuzz targets, as their text looks. */
  readonly fuzzed: ReadonlySet<string>;
  /** What `coverage-data` holds. */
  readonly coverageBuilds: readonly CoverageBuild[];
  /** What the reader of the repository has found that nothing fails for. */
  readonly warnings: readonly string[];
  /** What inputs ask for in vain in a run of this kind. */
  readonly notices: readonly string[];
  readonly stampOf: (module: Pick<Module, "dir" | "path">) => Stamp;
}

/**
 * Makes the plan of a run from validated inputs and what Go says of the modules: the stages of every module, then those of the run as a whole.
 * Throws UsageError for inputs that only now turn out wrong: packages that match nothing, main packages that are not there.
 */
export function planRun(facts: PlanFacts, gates: readonly Gate[]): Plan {
  const { project, inspection } = facts;
  const planner = new Planner(facts, gates);
  for (const module of project.modules) planner.addModule(module);
  planner.addRun();
  refuseEqualFiles(planner.stages);
  const stages = orderForColdCaches(planner.stages, inspection.native, sharedRequirements(project.modules));
  checkGraph(stages);
  return {
    stages,
    warnings: [...uncheckedModules(project), ...looseFiles(project), ...facts.warnings],
    notices: facts.notices,
  };
}

class Planner {
  readonly stages: Stage[] = [];
  readonly #facts: PlanFacts;
  readonly #gates: readonly Gate[];
  readonly #scope: IdScope;
  /** By the directories of their members. */
  readonly #units: ReadonlyMap<string, Unit>;
  readonly #names: ReadonlyMap<string, string>;
  readonly #hasTests: boolean;
  readonly #files: ReadonlySet<string>;

  constructor(facts: PlanFacts, gates: readonly Gate[]) {
    const { config, project, inspection } = facts;
    this.#facts = facts;
    this.#gates = gates;
    this.#files = new Set(project.files);
    const members = project.modules.map((module): Member => {
      const inspected = inspectionFor(module, inspection);
      return { module, patterns: patternsIn(config, module, inspected), goVersion: inspected.goVersion };
    });
    requirePackages(config, members, inspection);
    requireExcepted(config, project, inspection);
    const units = unitsOf(members);
    this.#units = new Map(units.flatMap((unit) => unit.members.map(({ module }) => [module.dir, unit])));
    const taken = units.filter((unit) => !isShared(unit)).map(({ dir }) => dir);
    this.#scope = { modules: project.modules.map(({ dir }) => dir), root: project.directory, taken: new Set(taken) };
    this.#names = chosenNames(config, project, inspection);
    this.#hasTests = inspection.modules.some(({ packages }) => packages.some(hasTests));
  }

  addModule(module: Module): void {
    const { config, project, inspection, goFiles } = this.#facts;
    const inspected = inspectionFor(module, inspection);
    const unit = this.#unitOf(module.dir);
    const files = goFiles.get(module.dir) ?? [];
    const empty = isEmpty(inspected) ? this.#whyEmpty(files) : null;
    const forFiles = files.length > 0 && empty !== noPackages ? null : empty;
    const facts: ModuleFacts = {
      ...{ config, module, inspection, inspected },
      patterns: unit.members.find((member) => member.module === module)?.patterns ?? [],
      moduleCount: project.modules.length,
      coverageBuilds: this.#facts.coverageBuilds,
      runHasTests: this.#hasTests,
      goFiles: files,
      generates: this.#facts.generating.has(module.dir),
      fuzzed: this.#facts.fuzzed,
      names: namesIn(this.#names, inspected),
      stamp: this.#facts.stampOf(module),
      fileAbove: (names) => fileAbove(module.dir, names, this.#files),
      ...this.#others(module.dir),
    };
    for (const gate of this.#gates) {
      if (gate.scope === "module") {
        this.#add(gate, module.dir, gate.plan(facts), gate.looksAt === "files" ? forFiles : empty);
      }
      if (gate.scope !== "workspace" || unit.members[0]?.module !== module) continue;
      const planned = gate.plan({ config, inspection, unit, ...this.#others(unit.dir, unit) });
      this.#add(gate, unit.dir, planned, isShared(unit) ? null : empty, unit);
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
        directory: project.directory,
        stamp: this.#facts.stampOf(placeOfRun(project)),
        planned: [...this.stages],
        ...this.#others(null),
      };
      this.#add(gate, null, gate.plan(facts), null);
    }
  }

  /** Other patterns may leave out what there is, and constraints do. */
  #whyEmpty(files: readonly GoFile[]): NotRun {
    const { config, inspection } = this.#facts;
    if (!config.packages.includes("./...")) return noPackages;
    return files.length > 0
      ? noPackagesFor(inspection)
      : { status: "skipped", reason: "the module has no Go packages" };
  }

  #unitOf(module: string): Unit {
    const unit = this.#units.get(module);
    if (unit === undefined) throw new Error(`plan: ${module} is no module of the run`);
    return unit;
  }

  #others(
    module: string | null,
    unit: Unit | null = null,
  ): Pick<ModuleFacts, "idOf" | "runs" | "timeoutMs" | "commandEnv" | "toolsOf"> {
    const { config, project, inspection } = this.#facts;
    return {
      timeoutMs: config.timeout,
      commandEnv: commandEnv({ config, project, inspection }, isShared(unit) ? null : module),
      idOf: (gate, variant, other) => this.#idOf({ gate, module: other ?? module, variant: variant ?? null }, unit),
      runs: (name) => gateRuns(this.#gates, name, config),
      toolsOf: ({ tools }) => {
        if (this.#gates.some(({ name, runsTools }) => runsTools === true && gateRuns(this.#gates, name, config)))
          return tools;
        const wanted = programsOf(this.#gates, config).map((program) => program.package);
        return tools.filter((name) => wanted.includes(name));
      },
    };
  }

  /** The stage of another gate that a module has, alone or with others. */
  #idOf(key: StageKey, unit: Unit | null): StageId {
    const alone =
      key.module === null || !this.#gates.some(({ name, scope }) => name === key.gate && scope === "workspace");
    if (alone) return idOf(key, this.#scope);
    const own = unit ?? this.#unitOf(key.module);
    return idOf({ ...key, module: own.dir }, this.#scope, isShared(own));
  }

  #add(
    gate: Gate,
    module: string | null,
    drafts: readonly StageDraft[],
    instead: NotRun | null,
    unit: Unit | null = null,
  ): void {
    const toggle = gate.toggle(this.#facts.config);
    // A check that has to be asked for is no part of a run that does not ask.
    if (toggle === "false" && gate.inputs[gate.input]?.default === "false") return;
    for (const { variant = null, failure = null, binaries = [], needs, step, command, ...draft } of drafts) {
      const key = { gate: gate.name, module: draft.module ?? module, variant };
      const id = this.#idOf(key, unit);
      const planned = instead ?? ("type" in step ? { ...step, stage: id } : step);
      this.stages.push({
        ...{ ...key, id, needs, failure, binaries, command },
        after: [],
        ...(draft.rebuilds === undefined ? {} : { rebuilds: draft.rebuilds }),
        ...(draft.always === true ? { always: true } : {}),
        ...(draft.alone === true ? { alone: true } : {}),
        ...(draft.last === true ? { last: true } : {}),
        ...(draft.ownLimit === true ? { ownLimit: true } : {}),
        warnOnly: toggle === "warn",
        step: toggle === "false" ? switchedOff(gate.input) : planned,
      });
    }
  }
}

function isShared(unit: Unit | null): boolean {
  return unit !== null && unit.members.length > 1;
}

/** Neither on the engine's own platform nor on one to build for. */
function isEmpty({ problem, packages, mains }: ModuleInspection): boolean {
  return problem === null && packages.length === 0 && mains.length === 0;
}

function switchedOff(input: string): NotRun {
  return { status: "disabled", reason: `switched off by \`${input}: false\`` };
}

function inspectionFor(module: Module, inspection: Inspection): ModuleInspection {
  const inspected = inspection.modules.find((found) => found.dir === module.dir);
  if (inspected === undefined) throw new Error(`plan: module ${module.dir} was not inspected`);
  return inspected;
}

/** Whether the gate called `name` is switched on. */
export function gateRuns(gates: readonly Gate[], name: string, config: Config): boolean {
  return gates.some((gate) => gate.name === name && gate.toggle(config) !== "false");
}

/** The programs of gates that are switched on. */
export function programsOf(gates: readonly Gate[], config: Config): readonly GateProgram[] {
  return gates.flatMap((gate) => (gate.program === undefined || gate.toggle(config) === "false" ? [] : [gate.program]));
}

function uncheckedModules(project: Project): readonly string[] {
  if (project.unchecked.length === 0) return [];
  const list = firstOf(project.unchecked.map(placeName), 20);
  return [
    `not checked by this run: the Go modules in ${list}. \`modules\` and working-directory decide what is checked.`,
  ];
}

function looseFiles({ loose }: Project): readonly string[] {
  if (loose.length === 0) return [];
  const where = `${plural(loose.length, "directory", "directories")} (${firstOf(loose.map(placeName), 5)})`;
  return [
    `not checked by this run: Go files of ${where} that lie in no module, since no go.mod is there or above. If that is meant, name the modules to check in \`modules\`.`,
  ];
}
