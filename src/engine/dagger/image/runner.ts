import { noImageFacts, type StepOutcome } from "../../../model/outcome.ts";
import type { StageId } from "../../../model/stage.ts";
import type { DeliverStep, OnImage, SmokeStep } from "../../../model/step.ts";

import { endOf, redactResult, type StepResult, stepOutcome } from "../../image/outcome.ts";
import { StepLog } from "../../image/step-log.ts";
import type { BuiltImage } from "./built-image.ts";
import { deliver } from "./deliver-step.ts";
import { buildImage } from "./image-step.ts";
import type { ImageRun } from "./session.ts";
import { smokeTest } from "./smoke-step.ts";

export interface ImageRunnerOptions extends Omit<ImageRun, "log" | "signal" | "progress" | "resultDir"> {
  /** Removes secrets from what is written to logs and reports. */
  readonly redact: (text: string) => string;
  /** A failure of the engine as an EnvironmentError. */
  readonly explain: (error: unknown) => Promise<Error>;
}

export interface ImageStepContext {
  readonly resultDir: string;
  progress(line: string): void;
}

/** Builds, tests and hands over one image in the engine; it lives here between the steps. */
export class ImageRunner {
  readonly #options: ImageRunnerOptions;
  #image: BuiltImage | null = null;
  /** Stage that failed with this image: only `docker: warn` lets the next ones run then, and they have nothing to do. */
  #failed: StageId | null = null;

  constructor(options: ImageRunnerOptions) {
    this.#options = options;
  }

  /** Runs one step; how it ends is a value. */
  async run(step: OnImage, context: ImageStepContext, signal: AbortSignal): Promise<StepOutcome> {
    const { redact, explain, ...rest } = this.#options;
    const startedAt = new Date();
    const log = await StepLog.open(context.resultDir, redact);
    const limit = AbortSignal.timeout(step.timeoutMs);
    const both = AbortSignal.any([signal, limit]);
    const progress = (line: string): void => context.progress(redact(line));
    let result: StepResult;
    try {
      result = await untilAborted(this.#execute(step, { ...rest, ...context, progress, log, signal: both }), both);
    } catch (error) {
      result = endOf(both.aborted ? error : await explain(error), signal, limit);
    } finally {
      await log.close();
    }
    if (result.end !== "exited" || result.facts.judgement?.status === "failed") this.#failed ??= step.stage;
    return stepOutcome({ step, context, log, startedAt, result: redactResult(result, redact) });
  }

  async #execute(step: OnImage, run: ImageRun): Promise<StepResult> {
    if (step.type === "build-image") {
      const result = await buildImage(step, run);
      if (result.type === "built") this.#image = result.image;
      return { end: "exited", facts: result.facts };
    }
    const image = this.#image;
    if (image === null || this.#failed !== null) {
      const message = this.#failed === null ? "there is no image" : `${this.#failed} did not pass`;
      return { end: "blocked", facts: noImageFacts, problem: { message, remedy: "" } };
    }
    return step.type === "test-image" ? await this.#smoke(step, image, run) : await this.#deliver(step, image, run);
  }

  async #smoke(step: SmokeStep, image: BuiltImage, run: ImageRun): Promise<StepResult> {
    const { status, reason, tested } = await smokeTest(step, image, run);
    run.progress(reason);
    await run.log.line(`${status}: ${reason}`);
    return { end: "exited", facts: { ...noImageFacts, tested, judgement: { status, reason } } };
  }

  async #deliver(step: DeliverStep, image: BuiltImage, run: ImageRun): Promise<StepResult> {
    const { facts, problem } = await deliver(step, image, run);
    return { end: problem === null ? "exited" : "errored", facts, problem };
  }
}

/** The SDK's calls cannot be aborted: what they answer after the end is nobody's concern. */
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
