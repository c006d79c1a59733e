import type { Coverage, Finding } from "../../results/model.ts";
import { formatPercent } from "./format.ts";

export interface Thresholds {
  /** Percent of all statements; null: no limit. */
  readonly total: number | null;
  /** Percent of every package's statements; null: no limit. */
  readonly perPackage: number | null;
}

export interface ThresholdResult {
  /** One per limit that is not met. */
  readonly findings: readonly Finding[];
  /** One sentence; null when all limits are met. */
  readonly failedBecause: string | null;
}

/**
 * Holds coverage against the limits, on exact counts. `coverage`: null when no profile was written. `hasTests`: false when the module has no
 * test files; then a limit cannot be met, although nothing has failed. `problem`: what is wrong with the profile; counts that are not complete
 * meet no limit. Packages without statements meet every limit.
 */
export function judgeCoverage(
  coverage: Coverage | null,
  hasTests: boolean,
  limits: Thresholds,
  problem: string | null = null,
): ThresholdResult {
  if (limits.total === null && limits.perPackage === null) return { findings: [], failedBecause: null };
  if (!hasTests || coverage === null || problem !== null) {
    const damaged =
      problem === null ? "no coverage profile was written" : `the coverage profile is damaged: ${problem}`;
    const why = hasTests ? damaged : "there are no test files";
    return conclude([`the coverage threshold of ${limits.total ?? limits.perPackage}% is not met: ${why}`]);
  }
  const { total, perPackage } = limits;
  const reasons: string[] = [];
  if (total !== null && !reaches(coverage, total)) {
    reasons.push(`coverage is ${shown(coverage)}, below the threshold of ${total}%`);
  }
  for (const pkg of perPackage === null ? [] : coverage.packages) {
    if (perPackage === null || reaches(pkg, perPackage)) continue;
    reasons.push(`coverage of ${pkg.importPath} is ${shown(pkg)}, below the package threshold of ${perPackage}%`);
  }
  return conclude(reasons);
}

interface Count {
  readonly covered: number;
  readonly statements: number;
  readonly percent: number | null;
}

/** `covered / statements >= threshold / 100` without rounding: the threshold is taken as the decimal that was typed. */
export function reaches({ covered, statements }: Count, threshold: number): boolean {
  const [whole = "0", fraction = ""] = decimal(threshold).split(".");
  const scale = 10n ** BigInt(fraction.length);
  return BigInt(covered) * 100n * scale >= BigInt(whole + fraction) * BigInt(statements);
}

/** Without an exponent, which JavaScript uses below 1e-6. */
function decimal(value: number): string {
  const text = String(value);
  return text.includes("e") ? value.toFixed(20) : text;
}

/** With the counts, since a rounded percentage may look as if it met the limit. */
function shown({ covered, statements, percent }: Count): string {
  return `${formatPercent(percent ?? 0)}% (${covered} of ${statements} statements)`;
}

function conclude(reasons: readonly string[]): ThresholdResult {
  const findings = reasons.map((message): Finding => {
    const place = { path: null, line: null, column: null };
    return { source: "coverage", severity: "error", ...place, title: "coverage", message };
  });
  const more = reasons.length - 1;
  const failedBecause = reasons[0] === undefined ? null : reasons[0] + (more > 0 ? `, and ${more} more` : "");
  return { findings, failedBecause };
}
