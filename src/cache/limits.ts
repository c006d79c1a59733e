/** Milliseconds. */
export interface TimeLimits {
  readonly restoreMs: number;
  readonly saveMs: number;
}

/** Beyond these, fetching and compiling again is likely to be faster. */
export const defaultLimits: TimeLimits = { restoreMs: 90_000, saveMs: 180_000 };
