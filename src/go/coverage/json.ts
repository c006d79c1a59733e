import type { Coverage } from "../../model/report.ts";
import type { CoverMode } from "./blocks.ts";

/** The content of `coverage.json`: the part of report.json, and how it was counted. Percentages are not rounded. */
export function coverageJson(coverage: Coverage, mode: CoverMode | null): string {
  return `${JSON.stringify({ schemaVersion: 1, mode, ...coverage }, null, 2)}\n`;
}
