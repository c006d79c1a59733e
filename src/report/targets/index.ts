import type { Target } from "../target.ts";
import { annotations } from "./annotations.ts";
import { badge } from "./badge.ts";
import { jobSummary } from "./job-summary.ts";
import { page } from "./page.ts";
import { reportJson } from "./report-json.ts";
import { sarif } from "./sarif.ts";
import { stepOutputs } from "./step-outputs.ts";
import { terminal } from "./terminal.ts";

/** Where a report goes, in this order: the file that has it all first, and last what people see last. */
export const targets: readonly Target[] = [
  reportJson,
  jobSummary,
  page,
  sarif,
  badge,
  annotations,
  stepOutputs,
  terminal,
];
