import { expect, it } from "vitest";
import { moduleConclusion } from "../../../src/model/conclusion.ts";
import type { StageStatus } from "../../../src/model/report.ts";

it.each<[string, readonly StageStatus[]]>([
  ["success", []],
  ["success", ["passed", "warned", "skipped", "disabled"]],
  ["failure", ["passed", "failed"]],
  ["failure", ["blocked", "passed"]],
  ["error", ["failed", "errored"]],
  ["cancelled", ["errored", "cancelled", "failed"]],
])("a module is a %s with stages that are %j", (conclusion, statuses) => {
  expect(moduleConclusion(statuses.map((status) => ({ status })))).toBe(conclusion);
});
