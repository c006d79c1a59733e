import * as z from "zod";

/**
 * What a run of the bench leaves behind as JSON. Durations are milliseconds, sizes bytes. The tables and charts of docs/performance.md are made from such
 * files and from nothing else.
 */

/** The fresh ones begin on an empty disk with a new clone; in `fresh-kept` alone its files have the times that they had in the run before. */
export const caseNames = [
  "cold",
  "unchanged",
  "changed",
  "fresh",
  "fresh-changed",
  "fresh-data",
  "fresh-gomod",
  "fresh-merge",
  "fresh-kept",
] as const;

/** `parallel` runs the steps of plain beside each other. `alone` runs the stages of the plan one after the other, each with the machine for itself: what the limit is computed from. */
export const contenderNames = ["plain", "parallel", "ours", "alone", "earlier"] as const;

const amount = z.number().min(0);

/** One step of plain or one stage measured alone. */
export const stepSchema = z.object({
  name: z.string(),
  wallMs: amount,
  /** User and system time of the step and all it started; null where the system does not tell. */
  cpuMs: amount.nullable(),
  exitCode: z.int().nullable(),
});

/** Where the time of one run of the action went, from its own report. */
export const phasesSchema = z.object({
  beforeFirstStageMs: z.number(),
  stagesMs: amount,
  afterLastStageMs: z.number(),
  stages: z.array(
    z.object({
      id: z.string(),
      status: z.string(),
      /** Since the start of the process. */
      startMs: z.number(),
      durationMs: amount,
      cached: z.boolean(),
    }),
  ),
});

/** A cache that travelled as an archive, as on a runner that starts with an empty disk. */
export const transferSchema = z.object({
  restoreMs: amount,
  saveMs: amount,
  restoredBytes: amount,
  savedBytes: amount,
});

export const sampleSchema = z.object({
  round: z.int().min(1),
  contender: z.enum(contenderNames),
  /** Everything a user waits for, transfers included. */
  wallMs: amount,
  cpuMs: amount.nullable(),
  /** Of the action's own process, without what it starts; null for the others. */
  peakMemoryBytes: amount.nullable(),
  exitCode: z.int().nullable(),
  /** Load average over the last minute when the sample began. */
  load: amount,
  steps: z.array(stepSchema),
  phases: phasesSchema.nullable(),
  transfer: transferSchema.nullable(),
});

export const caseSchema = z.object({ name: z.enum(caseNames), samples: z.array(sampleSchema) });

export const resultSchema = z.object({
  schemaVersion: z.literal(2),
  subject: z.object({
    name: z.string(),
    commit: z.string().nullable(),
    /** Path of the first module. */
    module: z.string(),
    modules: z.int().min(1),
    packages: z.int(),
    testPackages: z.int(),
    mains: z.int(),
    /** The Go file that cases edit, relative to the repository. */
    edited: z.string(),
    /** The file of test data that `fresh-data` edits, likewise; null: there is none. */
    data: z.string().nullable(),
  }),
  engine: z.enum(["host", "dagger"]),
  machine: z.object({
    cpu: z.string(),
    cores: z.int().min(1),
    memoryBytes: amount,
    system: z.string(),
    node: z.string(),
    go: z.string(),
    archiver: z.string(),
  }),
  startedAt: z.iso.datetime(),
  cases: z.array(caseSchema),
});

export type CaseName = (typeof caseNames)[number];
export type Contender = (typeof contenderNames)[number];
export type StepTime = Readonly<z.infer<typeof stepSchema>>;
export type Phases = Readonly<z.infer<typeof phasesSchema>>;
export type Transfer = Readonly<z.infer<typeof transferSchema>>;
export type Sample = Readonly<z.infer<typeof sampleSchema>>;
export type CaseResult = Readonly<z.infer<typeof caseSchema>>;
export type BenchResult = Readonly<z.infer<typeof resultSchema>>;
