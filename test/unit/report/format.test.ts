import { describe, expect, it } from "vitest";
import {
  firstOf,
  formatBytes,
  formatCount,
  formatDecimal,
  formatDuration,
  formatPercent,
  plural,
} from "../../../src/text/format.ts";

describe("formatDuration", () => {
  it.each([
    [0, "0 ms"],
    [999, "999 ms"],
    [1_000, "1.0 s"],
    [3_240, "3.2 s"],
    [9_949, "9.9 s"],
    [9_950, "10 s"],
    [59_499, "59 s"],
    [59_500, "1 min 0 s"],
    [185_000, "3 min 5 s"],
    [3_599_499, "59 min 59 s"],
    [3_599_500, "1 h 0 min"],
    [3_780_000, "1 h 3 min"],
    [7_199_000, "2 h 0 min"],
  ])("%i ms is %s", (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });
});

describe("formatBytes", () => {
  it.each([
    [0, "0 B"],
    [1_023, "1023 B"],
    [1_024, "1.0 KiB"],
    [5_347_737, "5.1 MiB"],
    [1_048_575, "1.0 MiB"],
    [3 * 1024 ** 3, "3.0 GiB"],
  ])("%i is %s", (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});

describe("formatDecimal", () => {
  // What `fmt.Printf("%.1f", 100*float64(covered)/float64(statements))` prints, Go 1.26.
  it.each([
    [1, 16, "6.2"],
    [3, 16, "18.8"],
    [5, 16, "31.2"],
    [13, 16, "81.2"],
    [1, 3, "33.3"],
    [2, 3, "66.7"],
    [7, 400, "1.8"],
    [1, 400, "0.2"],
    [999, 1000, "99.9"],
    [1234, 1235, "99.9"],
    [9999, 10000, "100.0"],
    [0, 7, "0.0"],
    [7, 7, "100.0"],
  ])("%i of %i is %s", (covered, statements, text) => {
    expect(formatDecimal((100 * covered) / statements)).toBe(text);
  });
});

describe("formatPercent and plural", () => {
  it("have a form for nothing and for one", () => {
    expect(formatPercent(null)).toBe("–");
    expect(formatPercent(83.333)).toBe("83.3 %");
    expect([0, 1, 2].map((count) => plural(count, "test"))).toEqual(["0 tests", "1 test", "2 tests"]);
    expect(plural(2, "binary", "binaries")).toBe("2 binaries");
  });
});

it("large numbers have commas, alone and with what they count", () => {
  expect([0, 999, 1_000, 1_234_567].map(formatCount)).toEqual(["0", "999", "1,000", "1,234,567"]);
  expect([plural(1, "test"), plural(12_345, "test")]).toEqual(["1 test", "12,345 tests"]);
  expect(firstOf(Array<string>(1_002).fill("a"), 2)).toBe("a, a, and 1,000 more");
});
