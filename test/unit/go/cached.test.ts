import { expect, it } from "vitest";
import { createTestReader } from "../../../src/go/test-reader.ts";
import { readerOptions } from "./fixture.ts";

/** `cached` of the packages of a run, by lines that were printed outside of tests. */
function cachedIn(
  outputs: Readonly<Record<string, readonly string[]>>,
): readonly (readonly [string, true | undefined])[] {
  const reader = createTestReader(readerOptions);
  for (const [name, printed] of Object.entries(outputs)) {
    const event = (rest: object): void => reader.line(JSON.stringify({ Time: "2026-11-29T20:00:00Z", ...rest }));
    event({ Action: "start", Package: name });
    for (const Output of printed) event({ Action: "output", Package: name, Output });
    event({ Action: "pass", Package: name, Elapsed: 0.01 });
  }
  const { report } = reader.end({ exitCode: 0, timedOut: false, stderr: "" });
  return report.packages.map(({ importPath, cached }) => [importPath, cached]);
}

it("knows whose results Go has taken from an earlier run", () => {
  const ends = "coverage: 50.0% of statements\n";
  expect(
    cachedIn({
      "example.com/m/ran": ["PASS\n", ends, `ok  \texample.com/m/ran\t0.012s\t${ends}`],
      "example.com/m/kept": ["PASS\n", ends, `ok  \texample.com/m/kept\t(cached)\t${ends}`],
      "example.com/m/bare": ["PASS\n", "ok  \texample.com/m/bare\t(cached)\n"],
      // A test can print such a line; Go's own is the last.
      "example.com/m/liar": ["ok  \texample.com/m/liar\t(cached)\n", "PASS\n", "ok  \texample.com/m/liar\t0.003s\n"],
      "example.com/m/odd": ["PASS\n", "ok  \texample.com/m/odd\t0.003s\t(cached)\n"],
    }),
  ).toEqual([
    ["example.com/m/bare", true],
    ["example.com/m/kept", true],
    ["example.com/m/liar", undefined],
    ["example.com/m/odd", undefined],
    ["example.com/m/ran", undefined],
  ]);
});
