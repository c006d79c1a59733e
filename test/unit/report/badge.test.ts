import { expect, it } from "vitest";
import { badgeOf } from "../../../src/report/badge.ts";
import { badge } from "../../../src/report/targets/badge.ts";
import { makeConfig } from "../../support/config.ts";
import { noFiles } from "../../support/no-files.ts";
import { createMemoryPlatform } from "./memory-platform.ts";
import { cancelledRun, context, errorRun, failingTests, green, hostile, withTotals } from "./reports.ts";

const words = (svg: string): string => /<title>(.*)<\/title>/.exec(svg)?.[1] ?? "";

it("says the verdict and how much is covered", () => {
  expect([green, failingTests, errorRun, cancelledRun].map((report) => words(badgeOf(report)))).toEqual([
    "Go pipeline: passed, 83.3 % covered",
    "Go pipeline: failed, 83.3 % covered",
    "Go pipeline: could not finish",
    "Go pipeline: was cancelled",
  ]);
});

it("has the colour of the verdict", () => {
  const last = (svg: string): string | undefined => [...svg.matchAll(/fill="(#[0-9a-f]{6})"/g)].at(-1)?.[1];
  const colours = [green, failingTests, errorRun, cancelledRun].map((report) => last(badgeOf(report)));
  expect(colours).toEqual(["#2da44e", "#cf222e", "#cf222e", "#9a6700"]);
});

it("is as wide as what it says", async () => {
  await expect(badgeOf(green)).toMatchFileSnapshot("../../fixtures/badge/green.svg");
  const widthOf = (svg: string): number => Number(/width="(\d+)"/.exec(svg)?.[1]);
  expect(widthOf(badgeOf(withTotals(green, { coverage: null })))).toBeLessThan(widthOf(badgeOf(green)));
});

it("holds nothing from the repository", () => {
  expect(badgeOf(hostile)).toBe(badgeOf({ ...failingTests, totals: hostile.totals }));
  expect(words(badgeOf(hostile))).toBe("Go pipeline: failed, 50.0 % covered");
});

it("is a file of the output directory", async () => {
  const written: string[] = [];
  const write = async (name: string, text: string): Promise<void> => {
    written.push(name, text);
  };
  await badge.show({
    report: green,
    context,
    platform: createMemoryPlatform(),
    config: makeConfig(),
    write,
    ...noFiles,
  });
  expect(written).toEqual(["badge.svg", badgeOf(green)]);
});
