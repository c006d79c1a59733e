import type { FindingKinds } from "../../model/finding.ts";
import type { Finding, StageResult } from "../../model/report.ts";

/** A finding as people should meet it: once, however many stages found it. */
export interface RankedFinding {
  readonly finding: Finding;
  /** The first stage that found it. */
  readonly stage: StageResult;
  /** Ids of all stages that found the same, in the order of the report. */
  readonly stages: readonly string[];
  /** A stage that only warns has no errors. */
  readonly level: "error" | "warning";
}

/**
 * Errors before warnings, then by the rank of their kind, then in the order of stages; the same message at the same place is one. Who does not know the
 * column, as a build for coverage, means the one that others know.
 */
export function rankFindings(stages: readonly StageResult[], kinds: FindingKinds): readonly RankedFinding[] {
  const rank = ({ finding, level }: Omit<RankedFinding, "stages">): number =>
    (level === "error" ? 0 : 1_000) + kinds(finding.source).rank;
  const found = new Map<string, Found[]>();
  const all = stages.flatMap((stage) => stage.findings.map((finding) => rankable(finding, stage)));
  const ranked: Found[] = [];
  for (const next of all.sort((a, b) => rank(a) - rank(b))) {
    const key = keyOf(next.finding, kinds);
    const alike = found.get(key) ?? [];
    const same = sameAs(next.finding, alike);
    if (same !== undefined) join(same, next);
    else {
      const first = { ...next, stages: [next.stage.id] };
      found.set(key, [...alike, first]);
      ranked.push(first);
    }
  }
  return ranked.map((one) => inOrder(one, stages));
}

/** The rank of what was found may have put a later stage first. */
function inOrder(found: RankedFinding, all: readonly StageResult[]): RankedFinding {
  const [first = found.stage, ...others] = all.filter(({ id }) => found.stages.includes(id));
  return { ...found, stage: first, stages: [first, ...others].map(({ id }) => id) };
}

function sameAs({ column }: Finding, alike: readonly Found[]): Found | undefined {
  const exact = alike.find(({ finding }) => finding.column === column);
  return exact ?? alike.find(({ finding }) => finding.column === null || column === null);
}

function join(same: Found, { finding, stage }: Omit<RankedFinding, "stages">): void {
  if (same.finding.column === null) same.finding = { ...same.finding, column: finding.column };
  if (!same.stages.includes(stage.id)) same.stages.push(stage.id);
}

interface Found extends RankedFinding {
  finding: Finding;
  readonly stages: string[];
}

/**
 * File, line and message. What compilers say differs where code has counters in the columns within it and in the source that C compilers quote.
 */
function keyOf({ source, path, line, message }: Finding, kinds: FindingKinds): string {
  const place = `${path}\n${line}\n`;
  if (!kinds(source).byCompiler) return place + message;
  const said = message.split("\n").filter((text) => !/^\s+\d* \|/.test(text));
  return place + said.join("\n").replace(/^(\t[^\s:]+:\d+):\d+(?=: )/gm, "$1");
}

function rankable(finding: Finding, stage: StageResult): Omit<RankedFinding, "stages"> {
  return { finding, stage, level: stage.status === "warned" ? "warning" : finding.severity };
}

/** The names of a path that leads to a file of the repository, whoever wrote it; null for any other. */
export function segmentsInside(path: string): readonly string[] | null {
  const segments = path.split("/");
  return segments.some((segment) => segment === "" || segment === "." || segment === "..") ? null : segments;
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
