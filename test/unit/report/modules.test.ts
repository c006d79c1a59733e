import stringWidth from "fast-string-width";
import { describe, expect, it } from "vitest";
import { renderSummary } from "../../../src/report/targets/job-summary.ts";
import { byteLength } from "../../../src/text/clip.ts";
import { hostileModules, manyModules, modulesContext, modulesRun } from "./module-reports.ts";
import { markdownTable } from "./module-rows.ts";
import { context } from "./reports.ts";
import { isCommand } from "./runner-oracle.ts";
import { verdictLines } from "./verdict-lines.ts";

function firstBlock(lines: readonly string[]): readonly string[] {
  return lines.slice(1, lines.indexOf("", 1));
}

describe("several modules on a terminal", () => {
  it("have a line each, then the stages of the whole run and those in trouble", () => {
    expect(verdictLines(modulesRun, modulesContext).slice(0, 17)).toEqual([
      "",
      "  module     deps  format  vet  test  build  tests                coverage  go        time",
      "  .                ✓       ✓    -     -      –                    –         go1.26.8  2.4 s",
      "  empty      -     -       -    -     -      –                    –         go1.26.8  –",
      "  broken     ✓     !       ✗    -     -      –                    –         go1.26.8  3.6 s",
      "  lib              ✓       ✓    ✗     -      1 failed, 40 passed  87.5 %    go1.26.8  3.6 s",
      "  tools/gen  ✓     ✓       ✓    ✓     ✗ 1/3  3 passed             –         go1.27.4  8.4 s",
      "  ✗ failed, ! warned, ✓ passed, - skipped",
      "",
      "  ✓ deps                           1.2 s",
      "  - image, smoke, deliver          skipped  no Dockerfile",
      "  ! broken#format                  1.2 s    1 file to format",
      "  ✗ broken#vet                     1.2 s    1 finding",
      "  ✗ lib#test                       1.2 s    1 test failed",
      "  ✗ tools/gen#build:windows/amd64  1.2 s    1 compile error",
      "",
      "  tests     43 passed, 1 failed, 1 skipped",
    ]);
  });

  it("tell nothing of what all have passed or skipped", () => {
    const lines = firstBlock(verdictLines(manyModules(3), context));
    expect(lines[0]).toMatch(/^ {2}module +deps +vet +test +tests +go +time$/);
    expect(lines).toHaveLength(4);
  });

  it.each([3, 10, 60])("fit %i of them into 100 columns, whatever they are called", (count) => {
    const lines = firstBlock(verdictLines(manyModules(count), context));
    expect(lines).toHaveLength(1 + count);
    expect(lines.filter((line) => stringWidth(line) > 100)).toEqual([]);
  });

  it.each([10, 14])("fit beside %i gates, with facts and ends of headings left out", (count) => {
    const gates = Array.from({ length: count }, (_, index) => `gate-${index}`);
    const lines = firstBlock(verdictLines(manyModules(12, gates), context));
    expect(lines).toHaveLength(13);
    expect(lines.filter((line) => stringWidth(line) > 100)).toEqual([]);
    expect(lines.slice(1).every((line) => line.split("✓").length - 1 === count)).toBe(true);
  });

  it("are coloured on request without moving a column", () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences
    const colours = /\u001b\[\d+m/g;
    const coloured = verdictLines(modulesRun, { ...modulesContext, colour: true });
    expect(coloured.some((line) => line.search(colours) >= 0)).toBe(true);
    expect(coloured.map((line) => line.replace(colours, ""))).toEqual(verdictLines(modulesRun, modulesContext));
  });

  it("hold nothing that steers the terminal or the runner", () => {
    const lines = verdictLines(hostileModules, context);
    expect(lines.filter((line) => isCommand(line) || line.includes("\n"))).toEqual([]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is the point
    expect(lines.filter((line) => /[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/.test(line))).toEqual([]);
  });
});

describe("several modules in the summary", () => {
  it.each([3, 10, 60])("have %i rows", (count) => {
    const markdown = renderSummary(manyModules(count), context);
    expect(markdownTable(markdown, "Module")).toHaveLength(1 + count);
    const why = markdownTable(markdown, "Stages");
    expect(why).toHaveLength(2);
    expect(why[1]?.[3]?.split(", ")).toHaveLength(Math.min(count, 11));
  });

  it("are cut where there is no room, those in trouble last", () => {
    const many = manyModules(900);
    const [last] = many.stages.slice(-5, -4);
    const stages = many.stages.map((stage) => (stage === last ? { ...stage, status: "failed" as const } : stage));
    const markdown = renderSummary({ ...many, stages }, context);
    expect(markdown).toContain("… 600 more modules in report.json.");
    expect(markdownTable(markdown, "Module")[1]?.[2]).toBe("❌");
    expect(byteLength(renderSummary({ ...many, stages }, context, 1))).toBeLessThan(60_000);
  });

  it("keep their rows when directories hold what tables are made of", () => {
    const rows = markdownTable(renderSummary(hostileModules, context), "Module");
    expect(rows).toHaveLength(1 + hostileModules.modules.length);
    expect(new Set(rows.map((cells) => cells.length)).size).toBe(1);
  });
});
