import type { Report } from "../../../src/model/report.ts";
import { fitted } from "../../../src/report/fit.ts";
import type { ReportContext } from "../../../src/report/target.ts";
import { verdictTable } from "../../../src/report/targets/terminal.ts";
import { createMemoryPlatform } from "./memory-platform.ts";

/** What a run prints at its end. */
export function verdictLines(report: Report, context: ReportContext): readonly string[] {
  const platform = createMemoryPlatform();
  verdictTable.deliver(fitted(verdictTable, report, context), { platform });
  return platform.printed;
}
