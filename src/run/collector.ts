import { collectBinaries, writeChecksums } from "../collect/build.ts";
import { writeStageLog } from "../collect/logs.ts";
import { collectTests } from "../collect/tests.ts";
import { unreachable } from "../errors.ts";
import type { OutputDir } from "../files/output-dir.ts";
import { type CheckSource, judgeCheck } from "../gates/checks.ts";
import { collectTarball, judgeImage } from "../gates/image/judge.ts";
import { type Judgement, stageResult } from "../gates/judgement.ts";
import type { Config } from "../model/config.ts";
import type { Settled } from "../model/events.ts";
import type { ImageFacts, StepOutcome } from "../model/outcome.ts";
import type { Inspection, Project } from "../model/project.ts";
import type { Image } from "../model/report.ts";
import { isRunnable, type Plan, type Stage } from "../model/stage.ts";
import type { Redactor } from "../platform/mask.ts";
import { type Collected, nothingCollected } from "../results/assemble.ts";
import { reportImage } from "../results/image.ts";
import { redactStage } from "../results/redact.ts";

export interface CollectorOptions {
  readonly config: Config;
  readonly project: Project;
  readonly inspection: Inspection;
  readonly plan: Plan;
  readonly output: OutputDir;
  readonly redactor: Redactor;
}

/** Judges stages by what their steps left behind, and brings their files to the output directory. */
export class Collector {
  readonly #options: CollectorOptions;
  readonly #source: CheckSource;
  readonly #imageFacts: ImageFacts[] = [];
  #collected: Collected = nothingCollected;
  #tarball: string | null = null;

  constructor(options: CollectorOptions) {
    this.#options = options;
    const { modules, goWork } = options.project;
    this.#source = { root: options.inspection.root, modules, goWork: goWork?.path ?? null };
  }

  async settle(stage: Stage, outcome: StepOutcome): Promise<Settled> {
    const { output, redactor } = this.#options;
    const log = output.log(stage.id);
    const note = outcome.problem === null ? null : `${outcome.problem.message}\n${outcome.problem.remedy}`;
    if (stage.kind !== "test") await writeStageLog(log, outcome.commands, note, redactor);
    const judgement = await this.#judge(stage, outcome);
    return { result: redactStage(stageResult(stage, outcome, judgement), redactor.redact), log };
  }

  async #judge(stage: Stage, outcome: StepOutcome): Promise<Judgement> {
    const { config, output } = this.#options;
    switch (stage.kind) {
      case "deps":
      case "format":
      case "vet":
        return judgeCheck(stage, outcome, this.#source);
      case "build": {
        const built = await collectBinaries(stage, outcome, output);
        this.#collected = { ...this.#collected, artifacts: [...this.#collected.artifacts, ...built] };
        return judgeCheck(stage, outcome, this.#source);
      }
      case "test": {
        const { tests, coverage, judgement } = await collectTests(stage, outcome, {
          ...this.#options,
          source: this.#source,
        });
        this.#collected = { ...this.#collected, tests, coverage };
        return judgement;
      }
      case "image":
      case "smoke":
      case "deliver":
        if (outcome.image !== null) this.#imageFacts.push(outcome.image);
        this.#tarball ??= await collectTarball(outcome.image, output);
        return judgeImage(outcome, config.dockerfile);
      default:
        return unreachable(stage.kind);
    }
  }

  /** What all stages together produced, in the order of the plan; after the last one. */
  async finish(): Promise<Collected> {
    const { plan, output } = this.#options;
    const files = plan.stages.flatMap((stage) => stage.binaries.map((binary) => binary.file));
    const artifacts = [...this.#collected.artifacts].sort((a, b) => files.indexOf(a.name) - files.indexOf(b.name));
    await writeChecksums(artifacts, output);
    return { ...this.#collected, artifacts, image: this.#image() };
  }

  #image(): Image | null {
    const step = this.#options.plan.stages.find((stage) => stage.kind === "image")?.step;
    if (step === undefined || !isRunnable(step) || step.type !== "image") return null;
    return reportImage(step.name, this.#imageFacts, this.#tarball);
  }
}
