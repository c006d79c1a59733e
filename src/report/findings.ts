import type { Finding, StageResult } from "../results/model.ts";

/** A finding as people should meet it: once, however many stages found it. */
export interface RankedFinding {
  readonly finding: Finding;
  /** The stage that found it, first of `stages`. */
  readonly stage: StageResult;
  /** Ids of all stages that found the same. */
  readonly stages: readonly string[];
  /** A stage that only warns has no errors. */
  readonly level: "error" | "warning";
}

/** What makes everything else fail comes first. */
const sourceRanks: Readonly<Record<Finding["source"], number>> = {
  compile: 0,
  deps: 1,
  vet: 2,
  race: 3,
  test: 3,
  format: 4,
  dockerfile: 5,
  smoke: 6,
  coverage: 7,
};

/** Errors before warnings, then by source, then in the order of stages; the same message at the same place is one. */
export function rankFindings(stages: readonly StageResult[]): readonly RankedFinding[] {
  const found = new Map<string, RankedFinding & { readonly stages: string[] }>();
  const all = stages.flatMap((stage) => stage.findings.map((finding) => rankable(finding, stage)));
  for (const ranked of all.sort((a, b) => rank(a) - rank(b))) {
    const { path, line, column, message } = ranked.finding;
    const key = `${path}\n${line}:${column}\n${message}`;
    const first = found.get(key);
    if (first === undefined) found.set(key, { ...ranked, stages: [ranked.stage.id] });
    else if (!first.stages.includes(ranked.stage.id)) first.stages.push(ranked.stage.id);
  }
  return [...found.values()];
}

function rankable(finding: Finding, stage: StageResult): Omit<RankedFinding, "stages"> {
  return { finding, stage, level: stage.status === "warned" ? "warning" : finding.severity };
}

function rank({ finding, level }: Omit<RankedFinding, "stages">): number {
  return (level === "error" ? 0 : 100) + sourceRanks[finding.source];
}

/** `dir/file.go:12:5`, as far as known; null without a path. */
export function positionOf(place: {
  readonly path: string | null;
  readonly line: number | null;
  readonly column?: number | null;
}): string | null {
  if (place.path === null) return null;
  return [place.path, place.line, place.line === null ? null : (place.column ?? null)]
    .filter((part) => part !== null)
    .join(":");
}
