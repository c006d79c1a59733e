import * as z from "zod";

/** One benchmark in one unit, before and now. */
export const benchmarkSchema = z.object({
  package: z.string(),
  /** Without `Benchmark`, with what Go adds for GOMAXPROCS: `List/big-8`. */
  name: z.string(),
  /** `sec/op`, `B/s`, `B/op`, `allocs/op`, or one of the benchmark's own. */
  unit: z.string(),
  /** Medians; null: it was not measured there. */
  base: z.number().nullable(),
  head: z.number().nullable(),
  /** Confidence interval as plus and minus percent; null: there were too few runs. */
  baseRange: z.number().nullable(),
  headRange: z.number().nullable(),
  /** Percent; null: one of both is not there, or it was 0. */
  change: z.number().nullable(),
  p: z.number().nullable(),
  significant: z.boolean(),
  /** What a significant difference is, in units of which that is known. */
  direction: z.enum(["better", "worse"]).nullable(),
  /** It is worse by more than the limit. */
  exceeds: z.boolean(),
});

/** The benchmarks of one module, as benchstat compares them with those of the base. */
export const benchmarksSchema = z.object({
  /** Directory relative to the repository. */
  module: z.string(),
  /** Commit; null: compared with nothing. */
  base: z.string().nullable(),
  /** Limit in percent; null: none was asked for. */
  threshold: z.number().nullable(),
  /** What was not compared, and why. */
  notes: z.array(z.string()),
  /** What was printed, and what benchstat made of it. */
  files: z.array(z.string()),
  results: z.array(benchmarkSchema),
});
