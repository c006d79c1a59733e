import * as z from "zod";
import { count } from "./numbers.ts";

export const stageStatuses = [
  "passed",
  "failed",
  "warned",
  "skipped",
  "disabled",
  "blocked",
  "cancelled",
  "errored",
] as const;

export const findingSchema = z.object({
  /** What kind of problem it is: `compile`, `vet`, `test`, … */
  source: z.string(),
  severity: z.enum(["error", "warning"]),
  path: z.string().nullable(),
  line: z.int().min(1).nullable(),
  column: z.int().min(1).nullable(),
  title: z.string(),
  message: z.string(),
  /** The test that it is about. */
  subject: z.object({ package: z.string(), test: z.string() }).optional(),
});

export const stageSchema = z.object({
  id: z.string(),
  gate: z.string(),
  /** Directory relative to the repository; null: of the run, not of a module. */
  module: z.string().nullable(),
  /** What tells the stages of a gate apart, such as `linux/arm/v7`. */
  variant: z.string().nullable(),
  status: z.enum(stageStatuses),
  startedAt: z.iso.datetime().nullable(),
  durationMs: count,
  cached: z.boolean(),
  reason: z.string().nullable(),
  findings: z.array(findingSchema),
  command: z.string(),
});
