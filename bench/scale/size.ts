/** How large the generated repository and its streams are. */
export interface ScaleSize {
  readonly packages: number;
  readonly tests: number;
  /** Characters that tests print, all together. */
  readonly outputBytes: number;
  /** At least this much; the last function is written whole. */
  readonly profileBytes: number;
  /** How often each block stands in the profile, as `-coverpkg=./...` writes it: once for each test binary. */
  readonly profileCopies: number;
}

/** What the stub `go` prints, and the version it says it is: 1.27 and later mark output by what it is. */
export interface ScaleStreams extends ScaleSize {
  readonly goVersion: string;
  /** How long `go test` takes: it prints its events evenly over that time, as packages are compiled and run. 0: as fast as they can be written. */
  readonly testSeconds: number;
}

/** Go 1.27 and later write an `OutputType`. */
export function marksOutput(goVersion: string): boolean {
  return Number(/^go1\.(\d+)/.exec(goVersion)?.[1] ?? 0) >= 27;
}

/** 5,000 packages, 200,000 tests, 1 GiB of output, a profile of 300 MB. */
export const fullSize: ScaleSize = {
  packages: 5_000,
  tests: 200_000,
  outputBytes: 1024 ** 3,
  profileBytes: 300e6,
  profileCopies: 5,
};

/** Compiling, linking and running the tests of so many packages takes Go many minutes. */
export const fullTestSeconds = 60;

/** What is printed travels to the stub `go` in this variable. */
export const streamsVariable = "SCALE_STREAMS";

/** Every so many tests one fails, one is skipped. */
export const failEvery = 1_000;
export const skipEvery = 500;

export const modulePath = "example.com/scale";

/** Import path of the nth package; the first is the only main package. */
export function packagePath(index: number): string {
  return `${modulePath}/${packageDir(index)}`;
}

/** In folders of a hundred, as large repositories have them. */
export function packageDir(index: number): string {
  return index === 0 ? "cmd/app" : `area${Math.floor(index / 100)}/pkg${index}`;
}

export interface ScaleCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** What a report on the generated stream has to say. */
export function expectedCounts({ tests }: ScaleSize): ScaleCounts {
  const failed = Math.floor(tests / failEvery);
  const skipped = Math.floor(tests / skipEvery) - failed;
  return { passed: tests - failed - skipped, failed, skipped };
}
