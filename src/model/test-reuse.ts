/** Whether tests whose results Go has from an earlier run count without being run again. */
export interface TestReuse {
  /** `off`: as go test does by itself. `full`: every test runs, and its result is kept for later runs. */
  readonly mode: "off" | "reuse" | "full";
  /** A part of a sentence in lower case. */
  readonly reason: string;
  /** Sources get times that their content decides, for this run and those that reuse its results. */
  readonly times: boolean;
}
