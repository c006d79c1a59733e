import * as z from "zod";
import { count } from "./numbers.ts";

/** A cache that was restored. */
const restoredSchema = z.object({ key: z.string(), bytes: count, ms: count }).nullable();

/** Go's caches on their way between runs; sizes are bytes before compression. */
export const cacheSchema = z.object({
  /** Caches of a run with the same go.mod and go.sum files and the same settings were restored. */
  hit: z.boolean(),
  /** Of what was restored, a hit or not: the base's, or the delta's where there is no base; null when nothing was. */
  key: z.string().nullable(),
  restoredBytes: count,
  restoreMs: count,
  /** All that a run of the default branch used; `ms` until it was unpacked. */
  base: restoredSchema,
  /** What a later run used beyond the base. */
  delta: restoredSchema,
  saved: z.boolean(),
  savedAs: z.enum(["base", "delta"]).nullable(),
  savedKey: z.string().nullable(),
  savedBytes: count,
  saveMs: count,
  /** Why nothing was restored or nothing was saved. */
  notes: z.array(z.string()),
});

/** Whether tests that need not run again were left to earlier results. */
export const testReuseSchema = z.object({
  /** `off`: as go test does by itself; `full`: every test ran. */
  mode: z.enum(["off", "reuse", "full"]),
  reason: z.string(),
  /** Packages with tests, and how many of them have the result of an earlier run. */
  packages: count,
  reused: count,
  /** Where those were made, as far as that is known; the address of a workflow run. */
  runs: z.array(z.object({ run: z.string(), packages: count })),
});
