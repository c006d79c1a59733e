import * as z from "zod";
import { count, percent } from "./numbers.ts";

/** A limit that was asked for, judged once, by exact counts; what is missing meets none. */
export const thresholdSchema = z.object({
  what: z.enum(["total", "module", "package", "file", "patch"]),
  /** The package, the file; null for the total. */
  name: z.string().nullable(),
  /** Percent. */
  floor: z.number(),
  covered: count,
  statements: count,
  met: z.boolean(),
});

export const coverageSchema = z.object({
  percent,
  covered: count,
  statements: count,
  /** Packages that left no profile: panics, exits, builds that failed. What they cover is in no number here. */
  missing: z.array(z.string()),
  packages: z.array(z.object({ importPath: z.string(), percent, covered: count, statements: count })),
  files: z.array(
    z.object({
      path: z.string(),
      percent,
      covered: count,
      statements: count,
      /** Inclusive line ranges that no test reached. */
      uncovered: z.array(z.tuple([z.int().min(1), z.int().min(1)])),
    }),
  ),
});

/** Coverage of the statements that a change touches. */
export const patchSchema = z.object({
  /** Commit that the change is seen from. */
  base: z.string(),
  percent,
  covered: count,
  statements: count,
  /** Those with changed statements. */
  files: z.array(
    z.object({
      path: z.string(),
      /** Inclusive ranges of changed lines that no test reached. */
      uncovered: z.array(z.tuple([z.int().min(1), z.int().min(1)])),
    }),
  ),
});

/** What the coverage of the run was compared with. */
export const comparisonSchema = z.object({
  /** Commit; null: not known, so that `totals.patch` is null as well. */
  base: z.string().nullable(),
  /** Coverage of the base, as a run of it left it; null: none was found. */
  baseline: z
    .object({
      percent,
      covered: count,
      statements: count,
      packages: z.array(z.object({ importPath: z.string(), covered: count, statements: count })),
    })
    .nullable(),
  /** What is left out, and why. */
  notes: z.array(z.string()),
});
