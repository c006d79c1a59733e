import * as z from "zod";

const count = z.int().min(0);

/** What a module comes to; `coverage` as Go prints it, with one decimal, null without statements. */
export const figuresSchema = z.object({
  path: z.string(),
  passed: count,
  failed: count,
  skipped: count,
  coverage: z.string().nullable(),
});

const differenceSchema = z.object({
  /** Directory of the module; null: the modules themselves differ. */
  module: z.string().nullable(),
  what: z.string(),
  ours: z.string(),
  go: z.string(),
  /** Why it is right; null: nobody has said. */
  explained: z.string().nullable(),
});

export const resultSchema = z.object({
  name: z.string(),
  commit: z.string(),
  engine: z.string(),
  conclusion: z.string(),
  packages: count,
  /** By directory, `.` for the root. */
  modules: z.record(z.string(), figuresSchema),
  totals: z.object({ passed: count, failed: count, skipped: count, coverage: z.string().nullable() }),
  durationMs: count,
  differences: z.array(differenceSchema),
});

/** Explanations of differences: by repository (`*` for all), then by `<module> <what>`. */
export const explanationsSchema = z.record(z.string(), z.record(z.string(), z.string()));

export type Figures = z.infer<typeof figuresSchema>;
export type Difference = z.infer<typeof differenceSchema>;
export type CompatibilityResult = z.infer<typeof resultSchema>;
