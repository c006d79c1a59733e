import { moduleConclusion } from "../model/conclusion.ts";
import type { ModuleResult, Report, TestReport } from "../model/report.ts";
import { clipEnd } from "../text/clip.ts";
import { formatDecimal } from "../text/format.ts";

/** An output of the step. All values are text. */
export interface StepOutput {
  /** As action.yml and README tell it. */
  readonly description: string;
  /** `reportPath` is where report.json lies. */
  readonly value: (report: Report, reportPath: string) => string;
  /** When nothing was run. */
  readonly withoutRun: string;
}

/** Outputs have to stay far below 1 MB per job, so a reason says its first words only. */
const maxReason = 200;

/** The outputs of the step, in the order in which the documentation lists them: the only list there is. */
export const outputs = {
  conclusion: {
    description:
      "`success`, `failure` (a check failed), `error` (wrong inputs, or the engine or environment broke) or `cancelled`.",
    value: ({ conclusion }) => conclusion,
    withoutRun: "error",
  },
  engine: {
    description: "What executed the stages: a name that the input `engine` takes.",
    value: ({ engine }) => engine.name,
    withoutRun: "",
  },
  "total-coverage": {
    description: "Percentage of covered statements with one decimal, rounded as Go does; empty when there is none.",
    value: ({ totals }) => decimal(totals.coverage?.percent ?? null),
    withoutRun: "",
  },
  "patch-coverage": {
    description:
      "Percentage of covered statements among those that the change touches, with one decimal; empty when the change has none or nobody knows what it is.",
    value: ({ totals }) => decimal(totals.patch?.percent ?? null),
    withoutRun: "",
  },
  "tests-passed": {
    description: "Number of tests that passed, subtests included.",
    value: ({ totals }) => `${totals.tests?.passed ?? 0}`,
    withoutRun: "0",
  },
  "tests-failed": {
    description:
      "Number of tests that failed, subtests included; those that a crash elsewhere or a time limit interrupted are not among them.",
    value: ({ totals }) => `${totals.tests?.failed ?? 0}`,
    withoutRun: "0",
  },
  "tests-skipped": {
    description: "Number of tests that were skipped, subtests included.",
    value: ({ totals }) => `${totals.tests?.skipped ?? 0}`,
    withoutRun: "0",
  },
  "tests-flaky": {
    description: "Number of tests that failed, and passed when `rerun-failed` ran them again, subtests included.",
    value: ({ totals }) => `${totals.tests?.flaky ?? 0}`,
    withoutRun: "0",
  },
  modules: {
    description:
      "Every module as JSON: dir, path, goVersion, conclusion, tests (passed, failed, skipped, flaky) and coverage in percent; null where there is none.",
    value: (report) => JSON.stringify(report.modules.map((module) => moduleOutput(module, report))),
    withoutRun: "[]",
  },
  stages: {
    description: "Every stage with its status, as JSON.",
    value: ({ stages }) => JSON.stringify(stages.map(stageOutput)),
    withoutRun: "[]",
  },
  artifacts: {
    description: "The binaries as JSON: name, os, arch, path, sha256, size.",
    value: ({ artifacts }) => JSON.stringify(artifacts.map(artifactOutput)),
    withoutRun: "[]",
  },
  "image-digest": {
    description: "Digest of the image: of the registry's manifest when it was pushed, else of its configuration.",
    value: ({ image }) => image?.digest ?? image?.configDigest ?? "",
    withoutRun: "",
  },
  "image-tags": {
    description: "References the image was given.",
    // No reference holds a comma.
    value: ({ image }) => (image?.tags ?? []).join(","),
    withoutRun: "",
  },
  "release-url": {
    description: "Address of the release or its draft; empty where `release` made none.",
    value: ({ release }) => release?.url ?? "",
    withoutRun: "",
  },
  "cache-hit": {
    description: "`true` when the caches of a run with the same modules and settings were restored, else `false`.",
    value: ({ cache }) => `${cache?.hit ?? false}`,
    withoutRun: "false",
  },
  report: {
    description: "Path of report.json, the whole result.",
    value: (_, reportPath) => reportPath,
    withoutRun: "",
  },
  "trace-url": {
    description: "Address of the trace at Dagger Cloud, empty without one.",
    value: ({ traceUrl }) => traceUrl ?? "",
    withoutRun: "",
  },
} as const satisfies Readonly<Record<string, StepOutput>>;

/** Values by the names of the table. */
export type OutputValues = Readonly<Record<string, string>>;

/** A report as step outputs. */
export function outputsOf(report: Report, reportPath: string): OutputValues {
  return valuesOf(({ value }) => value(report, reportPath));
}

/** When nothing was run, there is a conclusion and nothing else. */
export function outputsWithoutRun(): OutputValues {
  return valuesOf(({ withoutRun }) => withoutRun);
}

function valuesOf(of: (output: StepOutput) => string): OutputValues {
  return Object.fromEntries(Object.entries<StepOutput>(outputs).map(([name, output]) => [name, of(output)]));
}

function decimal(percent: number | null): string {
  return percent === null ? "" : formatDecimal(percent);
}

function moduleOutput({ dir, path, goVersion, tests, coverage }: ModuleResult, { stages }: Report): object {
  const conclusion = moduleConclusion(stages.filter(({ module }) => module === dir));
  const percent = coverage?.percent ?? null;
  return {
    ...{ dir, path, goVersion, conclusion },
    tests: tests === null ? null : testsOutput(tests),
    coverage: percent === null ? null : formatDecimal(percent),
  };
}

function testsOutput({ passed, failed, skipped, flaky }: TestReport): object {
  return { passed, failed, skipped, flaky };
}

function stageOutput(stage: Report["stages"][number]): object {
  const { id, gate, module, variant, status, durationMs, cached, reason } = stage;
  const said = reason === null ? null : clipEnd(reason, maxReason);
  return { id, gate, module, variant, status, durationMs, cached, reason: said };
}

function artifactOutput({ name, os, arch, variant, path, sha256, size }: Report["artifacts"][number]): object {
  return { name, os, arch, ...(variant === null ? {} : { variant }), path, sha256, size };
}
