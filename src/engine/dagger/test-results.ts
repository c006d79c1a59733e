import type { Directory } from "@dagger.io/dagger";
import type { Contents, TestResultRule, TestResults } from "../engine.ts";
import type { GoContainer } from "./go-container.ts";
import { type EngineLimits, inTime, testsLate } from "./limits.ts";
import { texts } from "./tests/texts.ts";

/** What a container gets that runs tests whose results Go keeps. */
export interface ReadyTests {
  /** With the program of `tests/`, compiled. */
  readonly program: Directory;
  /** Reference of the image with its digest: tests depend on more of it than Go's version. */
  readonly image: string;
  /** The program gives the sources times that their content decides. */
  readonly times: boolean;
  /** Results of Go older than this do not count, milliseconds; nor does what the engine remembers of the step as a whole. */
  readonly maxAgeMs: () => number;
  /** No earlier result counts. */
  readonly all: boolean;
}

export interface DaggerTestResultsOptions {
  readonly go: Pick<GoContainer, "program" | "resolvedImage">;
  readonly limits: EngineLimits;
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
    const { go, limits, guard } = this.#options;
    const begunAt = Date.now();
    const all = maxAgeMs === 0;
    const asked = async () => await Promise.all([go.program(texts).sync(), go.resolvedImage()]);
    const limited = () => inTime(asked, limits.imageMs + limits.transferMs, () => testsLate(limits));
    const [program, image] = await guard(limited, signal);
    // Of a run of all tests the results of its own other stages stay. What the engine remembers of a step may hold results that Go had then: both ages add up.
    this.#ready = { program, image, times, all, maxAgeMs: () => (all ? Date.now() - begunAt : maxAgeMs / 2) };
    return new Map();
  }
}
