import * as z from "zod";
import { count } from "./numbers.ts";

export const failedTestSchema = z.object({
  name: z.string(),
  durationMs: count.nullable(),
  path: z.string().nullable(),
  line: z.int().min(1).nullable(),
  /** The test's own output, clipped from the front. */
  output: z.string(),
  command: z.string(),
});

/** How one test ended, subtests included. */
export const testResultSchema = z.object({
  name: z.string(),
  /** `flaky`: failed, and passed when it was run again. */
  status: z.enum(["passed", "failed", "flaky", "skipped", "interrupted"]),
  durationMs: count.nullable(),
  /** What it says of itself by `T.Attr` (Go 1.25 and later), in the order in which it did; the first 100. */
  attributes: z.array(z.object({ key: z.string(), value: z.string() })).optional(),
  /** Why it was skipped, as far as it says. */
  reason: z.string().optional(),
  /** Directories of what it left by `T.ArtifactDir` (Go 1.26 and later), relative to the repository. */
  artifacts: z.array(z.string()).optional(),
});

export const testPackageSchema = z.object({
  importPath: z.string(),
  /** `flaky`: failed, and all that had failed passed when it was run again. */
  status: z.enum(["passed", "failed", "flaky", "skipped"]),
  /** How often tests of it were run; absent: once. */
  attempts: z.int().min(2).optional(),
  /** Why a package failed without a failing test: build failed, panic, timeout, TestMain … */
  reason: z.string().nullable(),
  durationMs: count,
  /** Go, or an engine that took the whole stage, took the result of an earlier run: nothing had changed that it can see. Output, counts and coverage are those of that run. */
  cached: z.literal(true).optional(),
  passed: count,
  failed: count,
  skipped: count,
  /** Tests that failed, and passed when they were run again: counted here alone. */
  flaky: count,
  /** Running, or waiting for their turn, when something else ended the test binary: not known to fail. */
  interrupted: count,
  failures: z.array(failedTestSchema),
  /** The flaky tests, as they failed first. */
  flakes: z.array(failedTestSchema),
  /** The tests that were interrupted. */
  unfinished: z.array(failedTestSchema),
  /** All, by name. */
  tests: z.array(testResultSchema),
});

export const testsSchema = z.object({
  passed: count,
  failed: count,
  skipped: count,
  /** Failed first and passed when they were run again. */
  flaky: count,
  interrupted: count,
  /** Seed of the random order in which they ran; absent: in the order of the files. */
  shuffle: z.string().optional(),
  packages: z.array(testPackageSchema),
});
