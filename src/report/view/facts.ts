import type { Report, StageStatus, TestReport, Threshold } from "../../model/report.ts";
import { formatCount, plural } from "../../text/format.ts";
import { shellCommand } from "../../text/shell.ts";
import { fileNames, type ReportContext } from "../target.ts";
import { subtestsNote } from "./tests.ts";

/** How many of something came to the same end. */
export interface Count {
  readonly state: string;
  readonly count: number;
  /** Said behind it. */
  readonly note?: string;
}

/** The order in which numbers of stages are told: what needs attention first. */
const told: readonly StageStatus[] = [
  ...(["errored", "failed", "warned", "cancelled", "blocked"] as const),
  ...(["passed", "skipped", "disabled"] as const),
];

/** Lower needs attention more. */
export function urgency(status: StageStatus): number {
  return told.indexOf(status);
}

/** What needs attention first. */
export function byUrgency(a: StageStatus, b: StageStatus): number {
  return urgency(a) - urgency(b);
}

/** Stages by status, all statuses. */
export function stageCounts(stages: Report["stages"]): readonly Count[] {
  return told.map((state) => ({ state, count: stages.filter(({ status }) => status === state).length }));
}

/** Tests by how they ended; none without a test run. */
export function testCounts(tests: TestReport | null): readonly Count[] {
  if (tests === null) return [];
  const { failed, flaky, interrupted, passed, skipped } = tests;
  return [
    { state: "failed", count: failed, note: subtestsNote(tests) },
    ...Object.entries({ flaky, interrupted, passed, skipped }).map(([state, count]) => ({ state, count })),
  ];
}

/** `2 tests failed, 40 passed, 1 skipped`; what there is none of goes without saying. */
export function enumerate(what: string, counts: readonly Count[]): string {
  return counts
    .filter(({ count }) => count > 0)
    .map(
      ({ count, state, note = "" }, index) =>
        `${index === 0 ? plural(count, what) : formatCount(count)} ${state}${note}`,
    )
    .join(", ");
}

/** `2 failed, 40 passed`; an en dash when there is none of anything. */
export function countWords(counts: readonly Count[]): string {
  const words = counts
    .filter(({ count }) => count > 0)
    .map(({ count, state, note = "" }) => `${formatCount(count)} ${state}${note}`);
  return words.length === 0 ? "–" : words.join(", ");
}

/** `in the order of seed 42`. */
export function orderWords(seed: string): string {
  return `in the order of seed ${seed}`;
}

/** The limit of the whole, as it was judged; null when none was asked for. */
export function totalLimit(thresholds: Report["thresholds"]): Threshold | null {
  return thresholds.find(({ what }) => what === "total") ?? null;
}

/** `threshold 80 %`. */
export function floorWords({ floor }: Pick<Threshold, "floor">): string {
  return `threshold ${floor} %`;
}

/** `threshold 80 % met`. */
export function limitWords(limit: Threshold): string {
  return `${floorWords(limit)} ${limit.met ? "met" : "missed"}`;
}

/** `80 of 100`. */
export function ratio({ covered, statements }: { readonly covered: number; readonly statements: number }): string {
  return `${formatCount(covered)} of ${formatCount(statements)}`;
}

/** `80 / 100`, in a table. */
export function fraction({ covered, statements }: { readonly covered: number; readonly statements: number }): string {
  return `${formatCount(covered)} / ${formatCount(statements)}`;
}

/** Makes the changes that tools would make; typed at the root of the repository. */
export function applyFix(pathOf: ReportContext["pathOf"]): string {
  return shellCommand(".", ["git", "apply", pathOf(fileNames.fix)]);
}
