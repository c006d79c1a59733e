import { describe, expect, it } from "vitest";
import type { StageResult } from "../../../src/model/report.ts";
import { renderSummary } from "../../../src/report/targets/job-summary.ts";
import { rowName, stageRows } from "../../../src/report/view/stage-rows.ts";
import { context, green, stage } from "./reports.ts";
import { verdictLines } from "./verdict-lines.ts";

const needs = new Map([
  ["one", []],
  ["two", ["one"]],
  ["three", ["two"]],
  ["four", ["three"]],
  ["alone", []],
]);

const idle = (id: string, reason: string | null = "no Dockerfile"): StageResult =>
  stage(id, { status: "skipped", reason });

const rows = (...stages: readonly StageResult[]) => stageRows(stages, needs).map(({ ids }) => ids);

describe("stages that had nothing to do", () => {
  it("are one row when they need one another and have one reason", () => {
    expect(rows(idle("one"), idle("two"), idle("three"))).toEqual([["one", "two", "three"]]);
    expect(rows(stage("alone"), idle("one"), stage("four"), idle("two"))).toEqual([
      ["alone"],
      ["one", "two"],
      ["four"],
    ]);
  });

  it("are so in whatever order the report has them", () => {
    expect(rows(idle("three"), idle("one"), stage("alone"), idle("two"))).toEqual([["three", "one", "two"], ["alone"]]);
  });

  it("are told one by one when reason, status or need tell them apart", () => {
    expect(rows(idle("one"), idle("two", "not wanted"))).toEqual([["one"], ["two"]]);
    expect(rows(idle("one"), stage("two", { status: "disabled", reason: "no Dockerfile" }))).toEqual([
      ["one"],
      ["two"],
    ]);
    expect(rows(idle("one"), idle("alone"))).toEqual([["one"], ["alone"]]);
    expect(rows(idle("one", null), idle("two", null))).toEqual([["one"], ["two"]]);
    // What lies between them did run, so one is not why the other does not.
    expect(rows(idle("one"), stage("two"), idle("three"))).toEqual([["one"], ["two"], ["three"]]);
  });

  it.each(["failed", "blocked", "cancelled", "errored", "warned", "passed"] as const)(
    "are not those that %s",
    (status) => {
      const alike = ["one", "two"].map((id) => stage(id, { status, reason: "the same" }));
      expect(rows(...alike)).toEqual([["one"], ["two"]]);
    },
  );

  it("are named in one line, the first three", () => {
    expect(rowName({ first: idle("one"), ids: ["one", "two", "three"], place: "" })).toBe("one, two, three");
    expect(rowName({ first: idle("one"), ids: ["one", "two", "three", "four", "alone"], place: "" })).toBe(
      "one, two, three, 2 more",
    );
  });

  it("are one line of terminal and summary, and stay apart in the report", () => {
    const image = ["image", "smoke", "deliver"].map((id) => idle(id));
    const report = { ...green, stages: [stage("deps"), ...image] };
    const told = verdictLines(report, context).filter((line) => line.includes("no Dockerfile"));
    expect(told).toEqual(["  - image, smoke, deliver  skipped  no Dockerfile"]);
    const markdown = renderSummary(report, context);
    expect(markdown).toContain("| `image`, `smoke`, `deliver` | ⏭️ skipped | – | no Dockerfile |");
    expect(markdown).toContain("1 stage passed, 3 skipped");
  });
});
