import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { writeChecksums } from "../collect/build.ts";
import { type FixPatch, joinPatches, lackWarning, writeFixPatch } from "../collect/fix-patch.ts";
import { joinTests } from "../collect/join-tests.ts";
import { noteOf, writeStageLog } from "../collect/logs.ts";
import type { TotalCoverage } from "../collect/total-coverage.ts";
import { ifThere, messageOf } from "../errors.ts";
import type { Bench, Gate } from "../gates/gate.ts";
import type { Config } from "../inputs/config.ts";
import type { FoundBaseline } from "../model/coverage.ts";
import type { SettledStage, StreamVerdict } from "../model/events.ts";
import type { Product } from "../model/judgement.ts";
import type { StepOutcome } from "../model/outcome.ts";
import type { Archive, Artifact, Image, StageResult } from "../model/report.ts";
import { isRunnable, type Plan, type Stage, type StageId } from "../model/stage.ts";
import type { Step } from "../model/step.ts";
import type { Collected, ModuleProducts } from "../results/assemble.ts";
import { reportImage } from "../results/image.ts";
import { redactStage } from "../results/redact.ts";
import type { WrittenSboms } from "./sboms.ts";
import { concludingResult, stageResult, totalResult, unknownBase, unwrittenResult } from "./stage-result.ts";
import { packs, type Stamps } from "./stamps.ts";

export interface CollectorOptions extends Bench {
  readonly config: Config;
  readonly stamps: Stamps;
  readonly plan: Plan;
  readonly gates: readonly Gate[];
  baseline(): Promise<FoundBaseline | null>;
}

/** A product and its stage. */
type Kept<T extends Product["type"] = Product["type"]> = Extract<Product, { readonly type: T }> & {
  readonly stage: Stage;
};

/** What the run came to beside the results of its stages. */
export interface Finished {
  readonly collected: Collected;
  /** Judged when all stages were in, of all modules together: one more result, or none. */
  readonly judged: readonly StageResult[];
}

/** Some of what the run came to, with results of its own and what the user should know of it. */
interface Part<T extends keyof Collected> {
  readonly facts: Pick<Collected, T>;
  readonly results: readonly StageResult[];
  readonly warnings: readonly string[];
}

/** Has stages judged by their gates, and keeps what they hand over. */
export class Collector {
  readonly #options: CollectorOptions;
  readonly #gates: ReadonlyMap<string, Gate>;
  readonly #products: Kept[] = [];

  constructor(options: CollectorOptions) {
    this.#options = options;
    this.#gates = new Map(options.gates.map((gate) => [gate.name, gate]));
  }

  /** What the gate of a stage wants to run next. */
  async followUp(stage: Stage, outcome: StepOutcome): Promise<Step | null> {
    const step = await this.#gateOf(stage).followUp?.(stage, outcome, this.#options);
    return step == null ? null : { ...step, stage: stage.id };
  }

  #gateOf(stage: Stage): Gate {
    const gate = this.#gates.get(stage.gate);
    if (gate === undefined) throw new Error(`collector: ${stage.id} is of no gate that is known`);
    return gate;
  }

  /** `verdict`: what has read the stage's stream already; null: nothing. */
  async settle(stage: Stage, outcome: StepOutcome, verdict: StreamVerdict | null = null): Promise<SettledStage> {
    const { output, redactor } = this.#options;
    const gate = this.#gateOf(stage);
    const log = output.log(stage.id);
    if (gate.log === "commands") {
      const commands = [outcome, ...(outcome.followUps ?? [])].flatMap((each) => each.commands);
      await writeStageLog(log, commands, noteOf(outcome.problem), redactor);
    }
    const judgement = await (verdict?.judge(outcome) ?? gate.judge(stage, outcome, this.#options));
    for (const product of judgement.products ?? []) this.#products.push({ ...product, stage });
    const result = redactStage(stageResult(stage, outcome, judgement), redactor.redact);
    return { result, log, ...(judgement.brief === undefined ? {} : { brief: judgement.brief }) };
  }

  /** What all stages together produced, in the order of the plan; after the last one. */
  async finish(results: readonly StageResult[]): Promise<Finished> {
    const order = new Map<StageId, number>(this.#options.plan.stages.map(({ id }, at) => [id, at]));
    this.#products.sort((a, b) => (order.get(a.stage.id) ?? 0) - (order.get(b.stage.id) ?? 0));
    const built = await this.#built(results);
    const tested = await this.#tested();
    const mended = await this.#mended();
    const covered = await this.#covered(results);
    const parts = [built, tested, mended, covered];
    const judged = [...parts.flatMap((part) => part.results), ...this.#conclusions(results)];
    const collected = {
      ...built.facts,
      ...tested.facts,
      ...mended.facts,
      ...covered.facts,
      benchmarks: this.#all("benchmarks").map(({ benchmarks }) => benchmarks),
      image: this.image(),
      warnings: parts.flatMap((part) => part.warnings),
    };
    return { collected, judged: judged.map((result) => redactStage(result, this.#options.redactor.redact)) };
  }

  /** The binaries, and what is made of them. */
  async #built(results: readonly StageResult[]): Promise<Part<"artifacts" | "archives" | "sboms">> {
    const { output } = this.#options;
    const products = this.#all("binary");
    const binaries = products.map(({ artifact }) => artifact);
    const broken: StageResult[] = [];
    await this.#written(products, "checksums", () => writeChecksums(binaries, output.bin), broken);
    const archives = await this.#written(products, "archives", () => this.#archives(binaries, results), broken);
    const archiveOf = new Map(archives?.flatMap(({ path, binaries }) => binaries.map((name) => [name, path] as const)));
    const artifacts = binaries.map((artifact) => {
      const archive = archiveOf.get(artifact.name);
      return archive === undefined ? artifact : { ...artifact, archive };
    });
    const listed = await this.#written(products, "sbom", () => this.#sboms(artifacts, this.image()), broken);
    const packed = archives === null ? {} : { archives };
    const facts = { artifacts, ...packed, ...(listed === null ? {} : { sboms: listed.sboms }) };
    return { facts, results: broken, warnings: listed?.warnings ?? [] };
  }

  /** Tests by module, and the files for other tools. */
  async #tested(): Promise<Part<"modules">> {
    const products = this.#all("tests");
    const broken: StageResult[] = [];
    const lost = await this.#written(products, "reports", () => joinTests(products, this.#options.output), broken);
    return { facts: { modules: this.#modules() }, results: broken, warnings: lost ?? [] };
  }

  /** What stages would change, as one patch. */
  async #mended(): Promise<Part<"fix">> {
    const { output, project, redactor } = this.#options;
    const products = this.#all("patch");
    const broken: StageResult[] = [];
    const write = async (): Promise<FixPatch> => {
      const patch = await joinPatches(products, (path) => ifThere(readFile(join(project.root, path), "utf8")));
      await writeFixPatch(patch, output.fixPatch, redactor);
      return patch;
    };
    const { files, lacks } = (await this.#written(products, "patch", write, broken)) ?? { files: [], lacks: [] };
    const mends = products.filter(({ complete }) => complete).map(({ stage }) => stage.id);
    return { facts: { fix: { files, lacks, mends } }, results: broken, warnings: lacks.map(lackWarning) };
  }

  /** Coverage of the whole run, what the change did to it, and what was asked of both. */
  async #covered(
    results: readonly StageResult[],
  ): Promise<Part<"coverage" | "covered" | "thresholds" | "change" | "baseline">> {
    const products = this.#all("coverage");
    const [first] = products;
    const none = { coverage: null, covered: [], thresholds: [], change: null, baseline: null };
    if (first === undefined) return { facts: none, results: [], warnings: [] };
    const broken: StageResult[] = [];
    const total = await this.#written(products, "total", () => this.#total(first.stage, results), broken);
    if (broken.length > 0) return { facts: none, results: broken, warnings: [] };
    const { coverage, covered, change } = total ?? first;
    const thresholds = total?.thresholds ?? products.flatMap((product) => product.thresholds);
    const baseline = change === null ? null : await this.#options.baseline();
    const without = unknownBase(first.stage, change, this.#options.baseNamed);
    return {
      facts: { coverage, covered, thresholds, change, baseline },
      results: [...without.results, ...(total === null ? [] : totalResult(first.stage, total, results))],
      warnings: [...(total?.warnings ?? []), ...without.warnings],
    };
  }

  /** What is made of all that stages left. A full disk, or a binary that is gone, takes nothing else from the report: it is one more result in `broken`. */
  async #written<T>(
    [first]: readonly { readonly stage: Stage }[],
    variant: string,
    write: () => Promise<T>,
    broken: StageResult[],
  ): Promise<T | null> {
    try {
      return await write();
    } catch (thrown) {
      if (first === undefined) throw thrown;
      broken.push(unwrittenResult(first.stage, variant, `cannot be written: ${messageOf(thrown)}`));
      return null;
    }
  }

  /** null: nobody asked for them. */
  async #archives(artifacts: readonly Artifact[], results: readonly StageResult[]): Promise<readonly Archive[] | null> {
    const { config, plan, project, output, stamps } = this.#options;
    if (!packs(config)) return null;
    const { writeArchives } = await import("./archives.ts");
    return await writeArchives({ project, stamps, stages: plan.stages, results, artifacts, output });
  }

  /** null: nobody asked for them. */
  async #sboms(artifacts: readonly Artifact[], image: Image | null): Promise<WrittenSboms | null> {
    const { config, plan, project, output, stamps } = this.#options;
    if (!config.sbom) return null;
    const { writeSboms } = await import("./sboms.ts");
    return await writeSboms({ project, stamps, stages: plan.stages, artifacts, image, output });
  }

  /** What gates say when all of their stages are in. */
  #conclusions(results: readonly StageResult[]): readonly StageResult[] {
    const { gates, plan } = this.#options;
    return gates.flatMap((gate) => {
      const stages = plan.stages.filter((stage) => stage.gate === gate.name);
      const [first] = stages;
      if (gate.conclude === undefined || first === undefined) return [];
      const ended = results
        .filter((result) => result.gate === gate.name)
        .map((result) => ({ result, products: this.#products.filter(({ stage }) => stage.id === result.id) }));
      const said = gate.conclude(ended, this.#options);
      return said === null ? [] : [concludingResult(first, said)];
    });
  }

  /** null with a single module, whose stage has judged it, and without coverage. */
  async #total({ gate: covering }: Stage, results: readonly StageResult[]): Promise<TotalCoverage | null> {
    const shares = this.#all("coverage").flatMap(({ stage, coverage, share }) =>
      share === null ? [] : [{ module: stage.module ?? ".", coverage, share }],
    );
    if (shares.length === 0) return null;
    const left = new Set(shares.map(({ module }) => module));
    const asked = results.filter(({ gate, status }) => gate === covering && status !== "disabled");
    const absent = new Set(asked.map(({ module }) => module).filter((module) => module !== null && !left.has(module)));
    const { modules } = this.#options.inspection;
    const { totalCoverage } = await import("../collect/total-coverage.ts");
    return await totalCoverage(
      shares,
      modules.filter(({ dir }) => absent.has(dir)),
      this.#options,
    );
  }

  #modules(): Collected["modules"] {
    const modules = new Map<string, ModuleProducts>();
    const add = ({ module }: Stage, found: Partial<ModuleProducts>): void => {
      const dir = module ?? ".";
      modules.set(dir, { tests: null, coverage: null, ...modules.get(dir), ...found });
    };
    for (const { stage, tests } of this.#all("tests")) add(stage, { tests });
    for (const { stage, coverage } of this.#all("coverage")) add(stage, { coverage });
    return modules;
  }

  #all<T extends Product["type"]>(type: T): Kept<T>[] {
    return this.#products.filter((product): product is Kept<T> => product.type === type);
  }

  /** What is known of it so far: it may be pushed when all else is over. */
  image(): Collected["image"] {
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
