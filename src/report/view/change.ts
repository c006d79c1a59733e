import { percentOf } from "../../model/percent.ts";
import type { Comparison, Coverage, Patch, Report, Threshold } from "../../model/report.ts";
import { formatDecimal, formatPercent, plural } from "../../text/format.ts";
import { fraction, limitWords, ratio } from "./facts.ts";

/** The limit of the change, as it was judged; null when none was. */
export function patchLimit(thresholds: Report["thresholds"]): Threshold | null {
  return thresholds.find(({ what }) => what === "patch") ?? null;
}

/** What is said of the comparison, as a sentence. */
export function noteSentence(note: string): string {
  return `${note.slice(0, 1).toUpperCase()}${note.slice(1)}.`;
}

/** `85.7 % of changed statements (6 of 7), threshold 80 % met`. */
export function patchWords(patch: Patch, limit: Threshold | null): string {
  const { statements, percent } = patch;
  const share = `${formatPercent(percent)} of changed statements (${ratio(patch)})`;
  const said = statements === 0 ? plural(0, "changed statement") : share;
  return limit === null ? said : `${said}, ${limitWords(limit)}`;
}

interface Counts {
  readonly covered: number;
  readonly statements: number;
}

/** By how many percentage points coverage has changed; null where one of both has no statements. */
export function pointsBetween(before: Counts, now: Counts): number | null {
  const [was, is] = [percentOf(before.covered, before.statements), percentOf(now.covered, now.statements)];
  return was === null || is === null ? null : is - was;
}

/** `+0.4`, `−12.0`, `±0.0`: a difference that is there is never shown as none. */
export function pointsWords(points: number): string {
  if (points === 0) return "±0.0";
  const sign = points < 0 ? "−" : "+";
  const size = Math.abs(points);
  return size < 0.05 ? `${sign}<0.1` : `${sign}${formatDecimal(size)}`;
}

/** A package whose coverage is another one than that of the base; null: it is not there. */
export interface ChangedPackage {
  readonly importPath: string;
  readonly before: Counts | null;
  readonly now: Counts | null;
}

/** Packages whose numbers have changed, those that lost most covered share first, then those that gained; new and gone ones by name. */
export function changedPackages(
  coverage: Coverage,
  baseline: NonNullable<Comparison["baseline"]>,
): readonly ChangedPackage[] {
  // Where there were too many to keep.
  if (baseline.packages.length === 0 && baseline.statements > 0) return [];
  const before = new Map(baseline.packages.map((one) => [one.importPath, one]));
  const now = new Map(coverage.packages.map((one) => [one.importPath, one]));
  const paths = [...new Set([...before.keys(), ...now.keys()])].sort();
  const all = paths.map((importPath) => ({
    importPath,
    before: before.get(importPath) ?? null,
    now: now.get(importPath) ?? null,
  }));
  const points = (one: ChangedPackage): number =>
    one.before === null || one.now === null ? 0 : (pointsBetween(one.before, one.now) ?? 0);
  return all.filter(differs).sort((a, b) => points(a) - points(b));
}

/** What became of the coverage of the whole: by how many points it changed, null where it did not or nobody can say, and the numbers. */
export function totalWords(
  before: NonNullable<Comparison["baseline"]>,
  now: Coverage,
): { readonly points: string | null; readonly numbers: string } {
  const points = pointsBetween(before, now);
  const from = `${formatPercent(before.percent)} (${ratio(before)})`;
  const to = `${formatPercent(now.percent)} (${ratio(now)})`;
  if (points === null) return { points, numbers: `${from} before, ${to} now` };
  if (points === 0) return { points: null, numbers: `${to}, as before` };
  return { points: `${pointsWords(points)} points`, numbers: `from ${from} to ${to}` };
}

/** What it was, what it is, and by how many points it changed, in words. */
export function packageWords({ before, now }: ChangedPackage): {
  readonly before: string;
  readonly now: string;
  readonly points: string;
} {
  const points = before === null || now === null ? null : pointsBetween(before, now);
  const without = before === null ? "new" : now === null ? "gone" : "–";
  return { before: shareOf(before), now: shareOf(now), points: points === null ? without : pointsWords(points) };
}

function shareOf(counts: Counts | null): string {
  if (counts === null) return "–";
  return `${formatPercent(percentOf(counts.covered, counts.statements))} (${fraction(counts)})`;
}

/** Files with changed lines that no test reached, the one with most of them first. */
export function lackingFiles({ files }: Patch): Patch["files"] {
  const size = ({ uncovered }: Patch["files"][number]): number =>
    uncovered.reduce((sum, [from, to]) => sum + to - from + 1, 0);
  return files.filter(({ uncovered }) => uncovered.length > 0).sort((a, b) => size(b) - size(a));
}

function differs({ before, now }: ChangedPackage): boolean {
  const empty = { covered: 0, statements: 0 };
  const [was, is] = [before ?? empty, now ?? empty];
  return was.covered !== is.covered || was.statements !== is.statements;
}
