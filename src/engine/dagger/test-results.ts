import type { Directory } from "@dagger.io/dagger";
import type { Contents, TestResultRule, TestResults } from "../engine.ts";
import type { GoContainer } from "./go-container.ts";
import { texts } from "./tests/texts.ts";

/** What a container gets that runs tests whose results Go keeps. */
export interface ReadyTests {
  /** With the program of `tests/`, compiled. */
  readonly program: Directory;
  /** Reference of the image with its digest: tests depend on more of it than Go's version. */
  readonly image: string;
  /** The program gives the sources times that their content decides. */
  readonly times: boolean;
  /** Results older than this do not count, milliseconds. */
  readonly maxAgeMs: () => number;
  /** Nor does what the engine remembers of the step as a whole. */
  readonly all: boolean;
}

export interface DaggerTestResultsOptions {
  readonly go: Pick<GoContainer, "program" | "resolvedImage">;
  /** Runs something in the engine that a lost or cancelled session ends. */
  readonly guard: <T>(work: () => Promise<T>, signal: AbortSignal) => Promise<T>;
}

/**
 * The results of tests in the volume of the build cache. A container's sources are a copy of its own, so their times need not be put back, and no run sees those
 * of another. Set there, because the engine leaves times out of what it tells directories by: it mounts one with the times that it had first (Dagger 0.21.8).
 */
export class DaggerTestResults implements TestResults {
  readonly #options: DaggerTestResultsOptions;
  #ready: ReadyTests | null = null;

  constructor(options: DaggerTestResultsOptions) {
    this.#options = options;
  }

  /** null: results count as go test and the engine decide by themselves. */
  get ready(): ReadyTests | null {
    return this.#ready;
  }

  async begin({ maxAgeMs, times }: TestResultRule, _: unknown, signal: AbortSignal): Promise<Contents> {
    const { go, guard } = this.#options;
    const begunAt = Date.now();
    const all = maxAgeMs === 0;
    const [program, image] = await guard(() => Promise.all([go.program(texts).sync(), go.resolvedImage()]), signal);
    // Of a run of all tests the results of its own other stages stay.
    this.#ready = { program, image, times, all, maxAgeMs: () => (all ? Date.now() - begunAt : maxAgeMs) };
    return new Map();
  }
}
