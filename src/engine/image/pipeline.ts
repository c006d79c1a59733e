import { noImageFacts, type StepOutcome } from "../../model/outcome.ts";
import type { StageId } from "../../model/stage.ts";
import type { DeliverStep, ImageStep, OnImage, SmokeStep } from "../../model/step.ts";
import type { BuiltImage, ImageBackend, ImageRun } from "./backend.ts";
import { buildImage } from "./build.ts";
import { deliver } from "./delivery.ts";
import type { InputPlaces } from "./input.ts";
import { endOf, type ImageStepResult, redactResult, stepOutcome } from "./outcome.ts";
import { smokeTest } from "./smoke-test.ts";
import { StepLog } from "./step-log.ts";

export interface PipelineOptions<I extends BuiltImage> extends InputPlaces {
  readonly backend: ImageBackend<I>;
  /** Removes secrets from what is written to logs and reports. */
  readonly redact: (text: string) => string;
  /** Waits before another try to push, milliseconds. */
  readonly retryDelaysMs?: readonly number[] | undefined;
}

/** What a step on the image gets from the engine that runs it. */
export type StepContext = Pick<ImageRun, "resultDir" | "progress">;

/** Builds, tests and hands over one image; it lives here between the steps. */
export interface ImageRunner {
  /** Runs one step; how it ends is a value. */
  run(step: OnImage, context: StepContext, signal: AbortSignal): Promise<StepOutcome>;
}

/** The steps on the image, the same on every engine. */
export function createImageRunner<I extends BuiltImage>(options: PipelineOptions<I>): ImageRunner {
  return new Pipeline(options);
}

class Pipeline<I extends BuiltImage> implements ImageRunner {
  readonly #options: PipelineOptions<I>;
  #image: I | null = null;
  /** Stage that failed with this image: only `docker: warn` lets the next ones run then, and they have nothing to do. */
  #failed: StageId | null = null;

  constructor(options: PipelineOptions<I>) {
    this.#options = options;
  }

  async run(step: OnImage, { resultDir, progress }: StepContext, signal: AbortSignal): Promise<StepOutcome> {
    const { redact, backend } = this.#options;
    const startedAt = new Date();
    const log = await StepLog.open(resultDir, redact);
    const limit = AbortSignal.timeout(step.timeoutMs);
    const both = AbortSignal.any([signal, limit]);
    let result: ImageStepResult;
    try {
      const work = this.#execute(step, { resultDir, log, signal: both, progress: (line) => progress(redact(line)) });
      result = await (backend.endsWithSignal ? work : untilAborted(work, both));
    } catch (error) {
      result = endOf(both.aborted ? error : await backend.explain(error), signal, limit);
    } finally {
      await log.close();
    }
    if (result.end !== "exited" || result.facts.judgement?.status === "failed") this.#failed ??= step.stage;
    return stepOutcome({ step, resultDir, log, startedAt, result: redactResult(result, redact) });
  }

  async #execute(step: OnImage, run: ImageRun): Promise<ImageStepResult> {
    if (step.type === "build-image") return await this.#build(step, run);
    const image = this.#image;
    if (image === null || this.#failed !== null) {
      const message = this.#failed === null ? "there is no image" : `${this.#failed} did not pass`;
      return { end: "blocked", facts: noImageFacts, problem: { message, remedy: "" } };
    }
    return step.type === "test-image" ? await this.#smoke(step, image, run) : await this.#deliver(step, image, run);
  }

  async #build(step: ImageStep, run: ImageRun): Promise<ImageStepResult> {
    const { image, facts, cached } = await buildImage(step, this.#options.backend, this.#options, run);
    this.#image = image;
    return { end: "exited", facts, cached };
  }

  async #smoke(step: SmokeStep, image: I, run: ImageRun): Promise<ImageStepResult> {
    const { tested, ...judgement } = await smokeTest(step, image, this.#options.backend, run);
    return { end: "exited", facts: { ...noImageFacts, tested, judgement } };
  }

  async #deliver(step: DeliverStep, image: I, run: ImageRun): Promise<ImageStepResult> {
    const { backend, retryDelaysMs = [2_000, 5_000, 15_000] } = this.#options;
    const { facts, problem } = await deliver(step, { image, backend, retryDelaysMs, run });
    return { end: problem === null ? "exited" : "errored", facts, problem };
  }
}

/** For calls that cannot be aborted: what they answer after the end is nobody's concern. */
async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const over = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    const stop = (): void => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true, signal: over.signal });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    over.abort();
    work.catch(() => undefined);
    aborted.catch(() => undefined);
  }
}
