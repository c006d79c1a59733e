import * as z from "zod";

/**
 * The result of a run as `report.json` holds it. The zod schema is the single source: types are inferred from it and
 * `schema/report.schema.json` is generated from it. Paths are relative to the repository, slashes.
 */

export const schemaVersion = 2;

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

export const conclusions = ["success", "failure", "error", "cancelled"] as const;

const count = z.int().min(0);

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
  /** Go took the result of an earlier run: nothing had changed that it can see. Output, counts and coverage are those of that run. */
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

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const percent = z.number().min(0).max(100).nullable();

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

export const moduleSchema = z.object({
  /** Directory relative to the repository, `.` for its root. */
  dir: z.string(),
  path: z.string().nullable(),
  goVersion: z.string().nullable(),
  tests: testsSchema.nullable(),
  coverage: coverageSchema.nullable(),
});

export const artifactSchema = z.object({
  name: z.string(),
  os: z.string(),
  arch: z.string(),
  variant: z.string().nullable(),
  /** Directory of the module it was built from, relative to the repository. */
  module: z.string(),
  /** Import path of the main package. */
  package: z.string(),
  path: z.string(),
  sha256,
  size: count,
  /** What its header says: `ELF`, `Mach-O`, `PE` …, and whether it asks for a loader or libraries of the system. Absent: it is no program that is known. */
  executable: z
    .object({ format: z.string(), arch: z.string().nullable(), linkage: z.enum(["static", "dynamic"]).nullable() })
    .optional(),
  /** Path of the archive that holds it. */
  archive: z.string().optional(),
});

/** All programs of a module for a platform, packed to be handed to people. */
export const archiveSchema = z.object({
  name: z.string(),
  os: z.string(),
  arch: z.string(),
  variant: z.string().nullable(),
  /** Directory of the module, relative to the repository. */
  module: z.string(),
  /** Of the module: `v1.2.3`. */
  version: z.string(),
  path: z.string(),
  sha256,
  size: count,
  /** Names of the binaries in it, as `artifacts` has them. */
  binaries: z.array(z.string()),
});

/** A software bill of materials: CycloneDX 1.6, JSON. */
export const sbomSchema = z.object({
  name: z.string(),
  /** What it is of: a binary by its name in `artifacts`, or the image by its name. */
  subject: z.enum(["binary", "image"]),
  of: z.string(),
  path: z.string(),
  sha256,
  size: count,
});

export const imageSchema = z.object({
  name: z.string(),
  tags: z.array(z.string()),
  digest: z.string().nullable(),
  configDigest: z.string().nullable(),
  platforms: z.array(z.string()),
  size: count.nullable(),
  layers: count.nullable(),
  base: z.string().nullable(),
  tested: z.string().nullable(),
  path: z.string().nullable(),
});

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

/** What a pushed tag became at GitHub. */
export const releaseSchema = z.object({
  tag: z.string(),
  /** Directory of the module, relative to the repository. */
  module: z.string(),
  state: z.enum(["draft", "published"]),
  /** Where people see it. */
  url: z.string(),
  assets: z.array(z.object({ name: z.string(), sha256, size: count })),
});

export const reportSchema = z.object({
  schemaVersion: z.literal(schemaVersion),
  conclusion: z.enum(conclusions),
  /** Why the run did not succeed, most important first; empty on success. */
  reasons: z.array(z.string()),
  warnings: z.array(z.string()),
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
export type Release = Frozen<z.infer<typeof releaseSchema>>;
export type Sbom = Frozen<z.infer<typeof sbomSchema>>;
export type Image = Frozen<z.infer<typeof imageSchema>>;
export type TestReuseReport = Frozen<z.infer<typeof testReuseSchema>>;
export type CacheReport = Frozen<z.infer<typeof cacheSchema>>;
export type Report = Frozen<z.infer<typeof reportSchema>>;
