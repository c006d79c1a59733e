import * as z from "zod";

const counts = z.object({ passed: z.int(), failed: z.int(), skipped: z.int() });
const statements = z.object({ covered: z.int(), statements: z.int() });

/** What the bench looks at; earlier builds have tests and coverage at the top of a report, later ones below `totals`. */
const schema = z.object({
  conclusion: z.string(),
  stages: z.array(
    z.object({
      id: z.string(),
      status: z.string(),
      startedAt: z.string().nullable(),
      durationMs: z.number(),
      cached: z.boolean(),
    }),
  ),
  totals: z.object({ tests: counts, coverage: statements }).optional(),
  tests: counts.optional(),
  coverage: statements.optional(),
});

export interface ScaleReport extends Pick<z.infer<typeof schema>, "conclusion" | "stages"> {
  readonly tests: z.infer<typeof counts>;
  readonly coverage: z.infer<typeof statements>;
}

/** Reads report.json of schema 1 or 2. Throws where it has neither tests nor coverage. */
export function scaleReport(json: string): ScaleReport {
  const { conclusion, stages, totals, ...top } = schema.parse(JSON.parse(json));
  const [tests, coverage] = [totals?.tests ?? top.tests, totals?.coverage ?? top.coverage];
  if (tests === undefined || coverage === undefined) throw new Error("report.json has no tests or no coverage");
  return { conclusion, stages, tests, coverage };
}
