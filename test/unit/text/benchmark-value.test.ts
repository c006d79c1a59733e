import { expect, it } from "vitest";
import { benchmarkValue, changeWords } from "../../../src/text/benchmark-value.ts";

it.each([
  [1.025e-7, "sec/op", "102.5 ns"],
  [0, "sec/op", "0 ns"],
  [0.0000012345678, "sec/op", "1.235 µs"],
  [0.5, "sec/op", "500 ms"],
  [4000, "sec/op", "4000 s"],
  [64, "B/op", "64 B"],
  [1536, "B/op", "1.5 KiB"],
  [6.025e7, "B/s", "57.46 MiB/s"],
  [3, "allocs/op", "3 allocs"],
  [0.25, "things/op", "0.25 things/op"],
])("%d %s is %s", (value, unit, text) => {
  expect(benchmarkValue(value, unit)).toBe(text);
});

it.each([
  [48.78, "+48.78 %"],
  [-3.1, "−3.10 %"],
  [0.001, "+<0.01 %"],
  [0, "±0 %"],
  [null, "from 0"],
])("a change of %j is %s", (change, text) => {
  expect(changeWords(change)).toBe(text);
});
