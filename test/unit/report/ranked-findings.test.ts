import { expect, it } from "vitest";
import type { Finding, Report, StageResult } from "../../../src/model/report.ts";
import { renderSummary } from "../../../src/report/targets/job-summary.ts";
import { rankFindings } from "../../../src/report/view/findings.ts";
import { modulesRun } from "./module-reports.ts";
import { context, finding, green, localContext, stage } from "./reports.ts";

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

const summaryOf = (report: Report): readonly string[] => renderSummary(report, localContext).split("\n");

it("what is said of a file is a sentence, what is said of a line the words of a tool", () => {
  const message = "Publish it; a `replace` line does.";
  const of = (line: number | null) =>
    summaryOf({
      ...green,
      stages: [
        stage("vet", {
          status: "failed",
          findings: [finding({ source: "vet", path: "a/go.mod", line, column: null, message })],
        }),
      ],
    });
  expect(of(null)).toContain("- ❌ `a/go.mod` Publish it; a `replace` line does.");
  expect(of(3)).toContain("- ❌ `a/go.mod:3` ``Publish it; a `replace` line does.``");
});

it("a stage that modules share is of none of them", () => {
  const found = [finding({ source: "vet", path: "a/go.mod", line: null, column: null, message: "Publish it." })];
  const of = (module: string) => {
    const [, ...others] = modulesRun.modules;
    return summaryOf({
      ...modulesRun,
      modules: others,
      stages: [stage("vet", { status: "warned", module, findings: found })],
    });
  };
  expect(of(".")).toContain("- ⚠️ `a/go.mod` Publish it. (vet)");
  expect(of("lib")).toContain("- ⚠️ `a/go.mod` Publish it. in `lib` (vet)");
});
