import type { Report } from "../model/report.ts";
import { clipEnd } from "../text/clip.ts";
import { formatDecimal } from "../text/format.ts";

/** The step outputs, in the order the documentation lists them. */
export const outputNames = [
  "conclusion",
  "engine",
  "total-coverage",
  "tests-passed",
  "tests-failed",
  "tests-skipped",
  "stages",
  "artifacts",
  "image-digest",
  "image-tags",
  "cache-hit",
  "report",
  "trace-url",
] as const;

export type Outputs = Readonly<Record<(typeof outputNames)[number], string>>;

/** Outputs have to stay far below 1 MB per job, so a reason says its first words only. */
const maxReason = 200;

/**
 * The report as step outputs; all are text. `reportPath` is where report.json lies. `total-coverage` has one decimal, rounded as Go does, and is empty without
 * statements; `image-tags` are separated by commas, which no reference holds.
 */
export function outputsOf(report: Report, reportPath: string): Outputs {
  const { image, totals } = report;
  const { tests, coverage } = totals;
  const percent = coverage?.percent ?? null;
  return {
    conclusion: report.conclusion,
    engine: report.engine.name,
    "total-coverage": percent === null ? "" : formatDecimal(percent),
    "tests-passed": `${tests?.passed ?? 0}`,
    "tests-failed": `${tests?.failed ?? 0}`,
    "tests-skipped": `${tests?.skipped ?? 0}`,
    stages: JSON.stringify(report.stages.map(stageOutput)),
    artifacts: JSON.stringify(report.artifacts.map(artifactOutput)),
    "image-digest": image?.digest ?? image?.configDigest ?? "",
    "image-tags": (image?.tags ?? []).join(","),
    "cache-hit": `${report.cache?.hit ?? false}`,
    report: reportPath,
    "trace-url": report.traceUrl ?? "",
  };
}

/** When nothing was run, there is a conclusion and nothing else. */
export function outputsWithoutRun(): Outputs {
  return {
    conclusion: "error",
    engine: "",
    "total-coverage": "",
    "tests-passed": "0",
    "tests-failed": "0",
    "tests-skipped": "0",
    stages: "[]",
    artifacts: "[]",
    "image-digest": "",
    "image-tags": "",
    "cache-hit": "false",
    report: "",
    "trace-url": "",
  };
}

function stageOutput(stage: Report["stages"][number]): object {
  const { id, gate, module, variant, status, durationMs, cached, reason } = stage;
  return {
    id,
    gate,
    module,
    variant,
    status,
    durationMs,
    cached,
    reason: reason === null ? null : clipEnd(reason, maxReason),
  };
}

function artifactOutput({ name, os, arch, variant, path, sha256, size }: Report["artifacts"][number]): object {
  return { name, os, arch, ...(variant === null ? {} : { variant }), path, sha256, size };
}
