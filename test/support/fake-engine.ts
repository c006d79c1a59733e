import type { Engine, PlannedStep, Sink } from "../../src/engine/engine.ts";
import type { ImageBuilder } from "../../src/model/engine.ts";
import type { StepOutcome } from "../../src/model/outcome.ts";
import type { StageId } from "../../src/model/stage.ts";
import { makeOutcome } from "./stages.ts";

/** An engine whose steps end when and how the test says. */
export class FakeEngine implements Engine {
  readonly name = "host";
  /** Stages in the order they were started. */
  readonly started: StageId[] = [];
  readonly #running = new Map<StageId, (end: Partial<StepOutcome>) => void>();
  readonly #waiting = new Map<StageId, () => void>();

  version(): Promise<string> {
    return Promise.resolve("fake");
  }

  inspect(): Promise<never> {
    return Promise.reject(new Error("the fake engine does not inspect"));
  }

  imageBuilder(): Promise<ImageBuilder> {
    return Promise.resolve({ ok: true });
  }

  async run({ step: { stage }, resultDir }: PlannedStep, _: Sink, signal: AbortSignal): Promise<StepOutcome> {
    const startedAt = new Date();
    this.started.push(stage);
    const end = await new Promise<Partial<StepOutcome>>((resolve) => {
      this.#running.set(stage, resolve);
      signal.addEventListener("abort", () => resolve({ end: "cancelled" }), { once: true });
      this.#waiting.get(stage)?.();
    });
    return { ...exited(stage, resultDir, startedAt), ...end };
  }

  /** Resolves when the stage runs. */
  async runs(stage: StageId): Promise<void> {
    if (this.#running.has(stage)) return;
    await new Promise<void>((resolve) => this.#waiting.set(stage, resolve));
  }

  /** Ends a running stage; exit code 0 unless `end` says otherwise. */
  end(stage: StageId, end: Partial<StepOutcome> = {}): void {
    const resolve = this.#running.get(stage);
    if (resolve === undefined) throw new Error(`${stage} does not run`);
    resolve(end);
  }

  /** What runs of the stage from now on is another step of it. */
  forget(stage: StageId): void {
    this.#running.delete(stage);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

function exited(stage: StageId, resultDir: string, startedAt: Date): StepOutcome {
  return makeOutcome(stage, { startedAt, durationMs: 1, commands: [command(0)], resultDir });
}

/** A command that ended with `exitCode`. */
export function command(exitCode: number): StepOutcome["commands"][number] {
  return { exitCode, signal: null, durationMs: 1, stdout: "/dev/null", stderr: "/dev/null" };
}
