import * as z from "zod";
import { type benchmarkSchema, benchmarksSchema } from "./report/benchmarks.ts";
import { cacheSchema, testReuseSchema } from "./report/caches.ts";
import { comparisonSchema, coverageSchema, patchSchema, thresholdSchema } from "./report/coverage.ts";
import { count } from "./report/numbers.ts";
import {
  archiveSchema,
  artifactSchema,
  attestationSchema,
  imageSchema,
  releaseSchema,
  sbomSchema,
} from "./report/products.ts";
import { type findingSchema, stageSchema, type stageStatuses } from "./report/stage.ts";
import { type failedTestSchema, type testPackageSchema, type testResultSchema, testsSchema } from "./report/tests.ts";

/**
 * The result of a run as `report.json` holds it. The zod schema is the single source: types are inferred from it and
 * `schema/report.schema.json` is generated from it; its sections are files of `report/`. Paths are relative to the repository, slashes.
 */

export const schemaVersion = 2;

export const conclusions = ["success", "failure", "error", "cancelled"] as const;

export const moduleSchema = z.object({
  /** Directory relative to the repository, `.` for its root. */
  dir: z.string(),
  path: z.string().nullable(),
  goVersion: z.string().nullable(),
  tests: testsSchema.nullable(),
  coverage: coverageSchema.nullable(),
});

export const reportSchema = z.object({
  schemaVersion: z.literal(schemaVersion),
  conclusion: z.enum(conclusions),
  /** Why the run did not succeed, most important first; empty on success. */
  reasons: z.array(z.string()),
  warnings: z.array(z.string()),
  /** What inputs ask for in vain in a run of this kind: it needs no attention. Absent where there is nothing. */
  notices: z.array(z.string()).optional(),
  engine: z.object({ name: z.string(), version: z.string().nullable(), reason: z.string() }),
  modules: z.array(moduleSchema),
  totals: z.object({
    tests: testsSchema.nullable(),
    coverage: coverageSchema.nullable(),
    patch: patchSchema.nullable(),
  }),
  /** Absent where no coverage was measured. */
  comparison: comparisonSchema.optional(),
  /** Absent where no benchmark was asked for. */
  benchmarks: z.array(benchmarksSchema).optional(),
  thresholds: z.array(thresholdSchema),
  stages: z.array(stageSchema),
  artifacts: z.array(artifactSchema),
  /** With the input `archives`. */
  archives: z.array(archiveSchema).optional(),
  /** With the input `sbom`. */
  sboms: z.array(sbomSchema).optional(),
  image: imageSchema.nullable(),
  /** With the input `attest`, where something was signed. */
  attestation: attestationSchema.optional(),
  /** With the input `release`, where there is one of the tag. */
  release: releaseSchema.optional(),
  testReuse: testReuseSchema.nullable(),
  cache: cacheSchema.nullable(),
  traceUrl: z.string().nullable(),
  startedAt: z.iso.datetime(),
  durationMs: count,
});

type Frozen<T> = T extends readonly (infer E)[]
  ? number extends T["length"]
    ? readonly Frozen<E>[]
    : Readonly<T>
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T;

export type StageStatus = (typeof stageStatuses)[number];
export type Conclusion = (typeof conclusions)[number];
export type Finding = Frozen<z.infer<typeof findingSchema>>;
export type StageResult = Frozen<z.infer<typeof stageSchema>>;
export type FailedTest = Frozen<z.infer<typeof failedTestSchema>>;
export type TestResult = Frozen<z.infer<typeof testResultSchema>>;
export type TestPackage = Frozen<z.infer<typeof testPackageSchema>>;
export type TestReport = Frozen<z.infer<typeof testsSchema>>;
export type Coverage = Frozen<z.infer<typeof coverageSchema>>;
export type Patch = Frozen<z.infer<typeof patchSchema>>;
export type Comparison = Frozen<z.infer<typeof comparisonSchema>>;
export type Benchmark = Frozen<z.infer<typeof benchmarkSchema>>;
export type Benchmarks = Frozen<z.infer<typeof benchmarksSchema>>;
export type ModuleResult = Frozen<z.infer<typeof moduleSchema>>;
export type Threshold = Frozen<z.infer<typeof thresholdSchema>>;
export type Artifact = Frozen<z.infer<typeof artifactSchema>>;
export type Archive = Frozen<z.infer<typeof archiveSchema>>;
export type Attestation = Frozen<z.infer<typeof attestationSchema>>;
export type Release = Frozen<z.infer<typeof releaseSchema>>;
export type Sbom = Frozen<z.infer<typeof sbomSchema>>;
export type Image = Frozen<z.infer<typeof imageSchema>>;
export type TestReuseReport = Frozen<z.infer<typeof testReuseSchema>>;
export type CacheReport = Frozen<z.infer<typeof cacheSchema>>;
export type Report = Frozen<z.infer<typeof reportSchema>>;
