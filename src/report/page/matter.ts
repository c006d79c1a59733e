import type { Evidence } from "../../model/evidence.ts";
import type { Report } from "../../model/report.ts";
import type { ReportContext } from "../target.ts";

/** What the page is made of. */
export interface PageMatter {
  readonly report: Report;
  readonly context: ReportContext;
  readonly evidence: Evidence;
}
