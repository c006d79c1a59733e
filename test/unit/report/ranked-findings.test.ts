import { expect, it } from "vitest";
import type { Finding, StageResult } from "../../../src/model/report.ts";
import { rankFindings } from "../../../src/report/view/findings.ts";
import { context, finding, stage } from "./reports.ts";

const place = { path: "bad/bad.go", line: 3, column: 25, message: "undefined: x" };
const of = (id: string, found: Partial<Finding>): StageResult =>
  stage(id, { status: "failed", findings: [finding({ ...place, ...found })] });

it("names the stages that found the same in the order of the run, whichever knew best what it was", () => {
  const stages = [of("vet", { source: "vet" }), of("test", { source: "compile" })];
  const ranked = rankFindings(stages, context.kinds);
  expect(ranked.map(({ finding: { source }, stage: { id }, stages: ids }) => [source, id, ids])).toEqual([
    ["compile", "vet", ["vet", "test"]],
  ]);
});
