import { parseArgs } from "node:util";
import { fullSize, fullTestSeconds, type ScaleSize } from "./size.ts";

export interface ScaleOptions {
  readonly size: ScaleSize;
  /** What the stub `go` says it is. */
  readonly goVersion: string;
  /** How long its `go test` takes. */
  readonly testSeconds: number;
  readonly rounds: number;
  /** `dist/index.js` of another build, run in turns with this one; null: none. */
  readonly earlier: string | null;
  /** A file that gets a line of JSON for each run; null: none. */
  readonly out: string | null;
}

/**
 * `--divide N` makes everything N times smaller, for a quick look; `--go go1.27.4` has output marked as Go 1.27 does; `--seconds N` is how long its
 * `go test` takes (0: it prints everything at once); `--earlier FILE` runs another build's `dist/index.js` in the same rounds; `--rounds N`; `--out FILE` gets every run as a line of JSON.
 */
export function parseScaleOptions(args: readonly string[]): ScaleOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      divide: { type: "string", default: "1" },
      go: { type: "string", default: "go1.26.8" },
      seconds: { type: "string" },
      rounds: { type: "string", default: "1" },
      earlier: { type: "string" },
      out: { type: "string" },
    },
  });
  if (!/^go1\.\d+\.\d+$/.test(values.go)) throw new Error(`--go: ${values.go} is not like go1.27.4`);
  const divide = wholeFrom(values.divide, "--divide", 1, 1_000);
  const { seconds } = values;
  return {
    size: divided(divide),
    goVersion: values.go,
    testSeconds: seconds === undefined ? fullTestSeconds / divide : wholeFrom(seconds, "--seconds", 0, 3_600),
    rounds: wholeFrom(values.rounds, "--rounds", 1, 100),
    earlier: values.earlier ?? null,
    out: values.out ?? null,
  };
}

function wholeFrom(text: string, flag: string, least: number, most: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new Error(`${flag}: ${text} is not from ${least} to ${most}`);
  return value;
}

function divided(by: number): ScaleSize {
  const part = (value: number): number => Math.floor(value / by);
  const { packages, tests, outputBytes, profileBytes, profileCopies } = fullSize;
  return {
    packages: part(packages),
    tests: part(tests),
    outputBytes: part(outputBytes),
    profileBytes: part(profileBytes),
    profileCopies,
  };
}
