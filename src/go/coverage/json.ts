import type { CoverMode } from "../../model/coverage.ts";
import type { Coverage } from "../../model/report.ts";
import type { Difference } from "./merge.ts";

/**
 * The content of `coverage.json`: the part of report.json, and how it was counted. Percentages are not rounded. `differing`: of several modules' profiles,
 * the files of which only one of them counts.
 */
export function coverageJson(
  coverage: Coverage,
  mode: CoverMode | null,
  differing: readonly Difference[] | null = null,
): string {
  return `${JSON.stringify({ schemaVersion: 1, mode, ...coverage, ...(differing === null ? {} : { differing }) }, null, 2)}\n`;
}
