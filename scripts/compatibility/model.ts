import * as z from "zod";

const count = z.int().min(0);

/** What a module comes to; `coverage` as Go prints it, with one decimal, null without statements. */
const figuresSchema = z.object({
  path: z.string(),
  passed: count,
  failed: count,
  skipped: count,
  coverage: z.string().nullable(),
});

const differenceSchema = z.object({
  /** Directory of the module; null: it is of the whole repository. */
  module: z.string().nullable(),
  what: z.string(),
  one: z.string(),
  other: z.string(),
});

export const resultSchema = z.object({
  name: z.string(),
  commit: z.string(),
  engine: z.string(),
  /** Versions of Go that its modules were run with, by comma. */
  go: z.string(),
  conclusion: z.string(),
  packages: count,
  /** By directory, `.` for the root. */
  modules: z.record(z.string(), figuresSchema),
  totals: z.object({ passed: count, failed: count, skipped: count, coverage: z.string().nullable() }),
  durationMs: count,
  /** Between the action (`one`) and Go's own tools (`other`). */
  differences: z.array(differenceSchema),
});

/** Why things differ: by repository, then by `<module> <what>`, `* <what>` for every module, or `<what>` for the repository. */
export const explanationsSchema = z.record(z.string(), z.record(z.string(), z.string()));

/** What each clone is, by the name of its directory. */
export const repositoriesSchema = z.record(
  z.string(),
  z.object({
    /** On GitHub: `owner/name`. */
    repository: z.string(),
    /** What it stands for. */
    shape: z.string(),
  }),
);

export type Figures = z.infer<typeof figuresSchema>;
export type Difference = z.infer<typeof differenceSchema>;
export type CompatibilityResult = z.infer<typeof resultSchema>;
export type Explanations = z.infer<typeof explanationsSchema>;
export type Repositories = z.infer<typeof repositoriesSchema>;
