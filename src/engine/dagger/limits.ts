import { EnvironmentError } from "../../errors.ts";
import { goDuration } from "../../text/go-duration.ts";
import type { StepSpec } from "./step-spec.ts";

/** How long the engine may take for what has no limit of its own, milliseconds. */
export interface EngineLimits {
  /** Until the image of the Go steps is in the engine. */
  readonly imageMs: number;
  /** Sources and caches on their way to the engine, and results on their way back. */
  readonly transferMs: number;
  /** What `step.sh` may need to end a step whose time is up: two polite signals, and the last one. */
  readonly endingMs: number;
}

/** An image of Go has 300 MB: half a megabyte per second is enough. */
export const defaultLimits: EngineLimits = { imageMs: 10 * 60_000, transferMs: 10 * 60_000, endingMs: 10_000 };

/** Node's timers cannot wait longer. */
const longest = 2 ** 31 - 1;

/** When a container has to be back: its steps end themselves, one after the other at worst. */
export function containerLimitMs(steps: readonly StepSpec[], { transferMs, endingMs }: EngineLimits): number {
  const own = steps.reduce((sum, step) => sum + step.seconds * 1_000 + endingMs, 0);
  return Math.min(own + transferMs, longest);
}

/**
 * What `work` answers, or throws `late()` when that is not there in time. The SDK's calls cannot be stopped: `work` is told by its signal, so that it does
 * nothing more with an answer that comes later.
 */
export function inTime<T>(work: (over: AbortSignal) => Promise<T>, limitMs: number, late: () => Error): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const over = new AbortController();
    const timer = setTimeout(() => {
      const error = late();
      over.abort(error);
      reject(error);
    }, limitMs);
    const stop = (): void => clearTimeout(timer);
    work(over.signal).then(resolve, reject).finally(stop);
  });
}

/** `own`: a stage has named the image. */
export function imageLate(image: string, { imageMs }: EngineLimits, own = false): EnvironmentError {
  return new EnvironmentError(
    `The image ${image} was not in the engine after ${goDuration(imageMs)}.`,
    `Check the network between the engine and the registry, or set ${own ? "`image` of the stage" : "go-image"} to an image in a registry nearby.`,
  );
}

export function containerLate(limitMs: number): EnvironmentError {
  return new EnvironmentError(
    `The engine has given nothing back for ${goDuration(limitMs)}, longer than what runs there may take.`,
    "Run it again; if it persists, look at the engine's own log, or use `engine: host`.",
  );
}

export function cachesLate({ transferMs }: EngineLimits): Error {
  return new Error(`moving Go's caches took longer than ${goDuration(transferMs)}`);
}

export function testsLate({ imageMs, transferMs }: EngineLimits): Error {
  return new Error(`readying a container for the tests took longer than ${goDuration(imageMs + transferMs)}`);
}
