import { writeChecksums } from "../collect/build.ts";
import { writeStageLog } from "../collect/logs.ts";
import type { Bench, Gate } from "../gates/gate.ts";
import type { Settled } from "../model/events.ts";
import type { Product } from "../model/judgement.ts";
import type { StepOutcome } from "../model/outcome.ts";
import { isRunnable, type Plan, type Stage } from "../model/stage.ts";
import type { Collected, ModuleProducts } from "../results/assemble.ts";
import { reportImage } from "../results/image.ts";
import { redactStage } from "../results/redact.ts";
import { stageResult } from "./stage-result.ts";

export interface CollectorOptions extends Bench {
  readonly plan: Plan;
  readonly gates: readonly Gate[];
}

/** A product and the module of its stage. */
type Kept = Product & { readonly module: string | null };

/** Has stages judged by their gates, and keeps what they hand over. */
export class Collector {
  readonly #options: CollectorOptions;
  readonly #gates: ReadonlyMap<string, Gate>;
  readonly #products: Kept[] = [];

  constructor(options: CollectorOptions) {
    this.#options = options;
    this.#gates = new Map(options.gates.map((gate) => [gate.name, gate]));
  }

  async settle(stage: Stage, outcome: StepOutcome): Promise<Settled> {
    const { output, redactor } = this.#options;
    const gate = this.#gates.get(stage.gate);
    if (gate === undefined) throw new Error(`collector: ${stage.id} is of no gate that is known`);
    const log = output.log(stage.id);
    const note = outcome.problem === null ? null : `${outcome.problem.message}\n${outcome.problem.remedy}`;
    if (gate.log === "commands") await writeStageLog(log, outcome.commands, note, redactor);
    const judgement = await gate.judge(stage, outcome, this.#options);
    this.#products.push(...(judgement.products ?? []).map((product) => ({ ...product, module: stage.module })));
    return { result: redactStage(stageResult(stage, outcome, judgement), redactor.redact), log };
  }

  /** What all stages together produced, in the order of the plan; after the last one. */
  async finish(): Promise<Collected> {
    const { plan, output } = this.#options;
    const files = plan.stages.flatMap((stage) => stage.binaries.map((binary) => binary.file));
    const artifacts = this.#all("binary").map(({ artifact }) => artifact);
    artifacts.sort((a, b) => files.indexOf(a.name) - files.indexOf(b.name));
    await writeChecksums(artifacts, output);
    const thresholds = this.#all("coverage").flatMap((product) => product.thresholds);
    return { modules: this.#modules(), thresholds, artifacts, image: this.#image() };
  }

  #modules(): Collected["modules"] {
    const modules = new Map<string, ModuleProducts>();
    const add = (module: string | null, found: Partial<ModuleProducts>): void => {
      const dir = module ?? ".";
      modules.set(dir, { tests: null, coverage: null, ...modules.get(dir), ...found });
    };
    for (const { module, tests } of this.#all("tests")) add(module, { tests });
    for (const { module, coverage } of this.#all("coverage")) add(module, { coverage });
    return modules;
  }

  #all<T extends Product["type"]>(type: T): Extract<Kept, { readonly type: T }>[] {
    return this.#products.filter((product): product is Extract<Kept, { readonly type: T }> => product.type === type);
  }

  #image(): Collected["image"] {
    const step = this.#options.plan.stages
      .map((stage) => stage.step)
      .filter(isRunnable)
      .find((planned) => planned.type === "build-image");
    if (step?.type !== "build-image") return null;
    const found = this.#all("image");
    const tarball = found.map((product) => product.tarball).find((path) => path !== null) ?? null;
    return reportImage(
      step.name,
      found.map((product) => product.facts),
      tarball,
    );
  }
}
