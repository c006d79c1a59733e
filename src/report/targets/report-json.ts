import { type Report, reportSchema } from "../../model/report.ts";
import { fileNames, type Target } from "../target.ts";

/** The whole result, for programs. */
export const reportJson: Target = {
  name: fileNames.report,
  show: async ({ report, write, platform }) => {
    const { text, problem } = jsonReport(report);
    platform.report?.(text);
    await write(fileNames.report, text);
    if (problem !== null) throw new Error(`it was written but departs from its schema: ${problem}`);
  },
};

export interface JsonReport {
  readonly text: string;
  /** Where the report departs from its schema; null as it should be. The text holds the report either way. */
  readonly problem: string | null;
}

/** The report as `report.json` holds it: two blanks of indentation, keys in the order of the schema, a line end at the end. */
export function jsonReport(report: Report): JsonReport {
  const parsed = reportSchema.safeParse(report);
  const text = `${JSON.stringify(parsed.success ? parsed.data : report, null, 2)}\n`;
  if (parsed.success) return { text, problem: null };
  return { text, problem: schemaProblem(parsed.error.issues) };
}

/** The first departures from the schema, in words. */
export function schemaProblem(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): string {
  return issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.map(String).join(".")}: ${message}`)
    .join("; ");
}
