import type { Thresholds } from "../../model/coverage.ts";
import type { Finding, Patch, Threshold } from "../../model/report.ts";
import { firstOf, formatCount, formatDecimal } from "../../text/format.ts";
import { globMatcher } from "../../text/glob.ts";
import type { CoverageCounts } from "./summary.ts";

export interface ThresholdResult {
  /** Every limit, in the order of packages. */
  readonly thresholds: readonly Threshold[];
  /** One per limit that is not met. */
  readonly findings: readonly Finding[];
  /** One sentence; null when all limits are met. */
  readonly failedBecause: string | null;
}

export interface JudgedCoverage {
  /** null: no profile was written. */
  readonly counts: Pick<CoverageCounts, "covered" | "statements" | "percent" | "packages" | "files"> | null;
  /** Packages that left no profile. */
  readonly missing: readonly string[];
  /** What is wrong with the profile; counts that are not complete meet no limit. */
  readonly problem: string | null;
  /** Of the change under test; null: nobody knows what it is, and nothing is judged. */
  readonly patch: Patch | null;
}

interface Judged {
  readonly threshold: Threshold;
  /** null: it is met. */
  readonly reason: string | null;
}

/**
 * Holds coverage against the limits, on exact counts: the one place where this is judged. No limit is met by nothing, nor while something is missing.
 * Packages without statements have no limit.
 */
export function judgeCoverage(coverage: JudgedCoverage, limits: Thresholds): ThresholdResult {
  const { total, perPackage, perFile, patch } = limits;
  const judged = [
    ...(total === null ? [] : [judgeTotal(coverage, total)]),
    ...(perPackage === null ? [] : judgePackages(coverage, perPackage)),
    ...judgeFiles(coverage, perFile),
    ...(patch === null || coverage.patch === null ? [] : [judgePatch(coverage, coverage.patch, patch)]),
  ];
  const reasons = [...new Set(judged.map(({ reason }) => reason).filter((reason) => reason !== null))];
  return { thresholds: judged.map(({ threshold }) => threshold), ...conclude(reasons) };
}

function judgeTotal({ counts, missing, problem }: JudgedCoverage, floor: number): Judged {
  const { covered, statements, percent } = counts ?? nothing;
  const without = missing.length === 0 ? null : `${listed(missing)} left no coverage profile`;
  const incomplete = problem === null && without !== null ? without : incompleteBecause(counts, problem);
  const low = counts !== null && problem === null && !reaches(counts, floor);
  const empty = statements === 0 ? "there are no statements to cover" : null;
  const reason = low
    ? [`coverage is ${shown({ covered, statements, percent })}, below the threshold of ${floor}%`, without]
    : [unmet(floor, incomplete ?? empty)];
  const said = reason.filter((part) => part !== null).join("; ");
  return judgement({ what: "total", name: null, floor, covered, statements }, said === "" ? null : said);
}

function judgePackages({ counts, missing, problem }: JudgedCoverage, floor: number): readonly Judged[] {
  const incomplete = incompleteBecause(counts, problem);
  const packages = (counts?.packages ?? []).filter(({ statements }) => statements > 0);
  const counted = new Set(packages.map(({ importPath }) => importPath));
  const unknown = missing.filter((name) => !counted.has(name));
  // Without a package to name, the limit itself is what is not met.
  if (incomplete !== null && packages.length + unknown.length === 0) {
    return [judgement({ what: "package", name: null, floor, ...zero }, unmet(floor, incomplete))];
  }
  const absent = new Set(missing);
  return [...packages, ...unknown.map((importPath) => ({ importPath, ...nothing }))].map((pkg) => {
    const { importPath: name, covered, statements } = pkg;
    const low = `coverage of ${name} is ${shown(pkg)}, below the package threshold of ${floor}%`;
    const gone = `coverage of ${name} is not known: it left no coverage profile`;
    const reason = absent.has(name) ? gone : (unmet(floor, incomplete) ?? (reaches(pkg, floor) ? null : low));
    return judgement({ what: "package", name, floor, covered, statements }, reason);
  });
}

/** What is missing may have files that nobody knows; a pattern that has no file was meant for one. */
function judgeFiles({ counts, missing, problem }: JudgedCoverage, floors: Thresholds["perFile"]): readonly Judged[] {
  const rules = floors.map(({ glob, floor }) => ({ glob, floor, has: glob === null ? () => true : globMatcher(glob) }));
  const [first] = rules;
  if (first === undefined) return [];
  const absent = missing.length === 0 ? null : `${listed(missing)} left no coverage profile`;
  const incomplete = incompleteBecause(counts, problem) ?? absent;
  const whole = { what: "file", name: null, floor: first.floor, ...zero } as const;
  const files = (counts?.files ?? []).filter(({ statements }) => statements > 0);
  const idle = rules.filter(({ glob, has }) => glob !== null && !files.some(({ path }) => has(path)));
  const judged = files.flatMap((file): readonly Judged[] => {
    const { path: name, covered, statements } = file;
    const rule = rules.findLast(({ has }) => has(name));
    if (rule === undefined) return [];
    const { floor } = rule;
    const low = `coverage of ${name} is ${shown(file)}, below the file threshold of ${floor}%`;
    return [judgement({ what: "file", name, floor, covered, statements }, reaches(file, floor) ? null : low)];
  });
  return [
    ...judged,
    ...(incomplete === null ? [] : [judgement(whole, unmet(first.floor, incomplete))]),
    ...(incomplete !== null
      ? []
      : idle.map(({ glob, floor }) =>
          judgement({ ...whole, floor }, unmet(floor, `no file with statements is like ${glob}`)),
        )),
  ];
}

/** A change without statements meets every limit. */
function judgePatch({ counts, missing, problem }: JudgedCoverage, patch: Patch, floor: number): Judged {
  const { covered, statements } = patch;
  const absent = missing.length === 0 ? null : `${listed(missing)} left no coverage profile`;
  const incomplete = incompleteBecause(counts, problem) ?? absent;
  const lines = patch.files.flatMap(({ path, uncovered }) =>
    uncovered.map(([from, to]) => `${path}:${from}${from === to ? "" : `-${to}`}`),
  );
  const low = `coverage of the change is ${shown(patch)}, below the patch threshold of ${floor}%: no test reaches ${firstOf(lines, 5)}`;
  const reason = unmet(floor, incomplete, "patch") ?? (statements === 0 || reaches(patch, floor) ? null : low);
  return judgement({ what: "patch", name: null, floor, covered, statements }, reason);
}

const zero = { covered: 0, statements: 0 };
const nothing: Count = { ...zero, percent: null };

function judgement(threshold: Omit<Threshold, "met">, reason: string | null): Judged {
  return { threshold: { ...threshold, met: reason === null }, reason };
}

function incompleteBecause(counts: JudgedCoverage["counts"], problem: string | null): string | null {
  if (problem !== null) return `the coverage profile is damaged: ${problem}`;
  return counts === null ? "no coverage profile was written" : null;
}

function unmet(floor: number, why: string | null, what = "coverage"): string | null {
  return why === null ? null : `the ${what} threshold of ${floor}% is not met: ${why}`;
}

/** Names at most ten. */
function listed(names: readonly string[]): string {
  const more = names.length - 10;
  return more > 0 ? `${names.slice(0, 10).join(", ")} and ${more} more` : names.join(", ");
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
  return `${formatDecimal(percent ?? 0)}% (${formatCount(covered)} of ${formatCount(statements)} statements)`;
}

function conclude(reasons: readonly string[]): Omit<ThresholdResult, "thresholds"> {
  const findings = reasons.map((message): Finding => {
    const place = { path: null, line: null, column: null };
    return { source: "coverage", severity: "error", ...place, title: "coverage", message };
  });
  const more = reasons.length - 1;
  const failedBecause = reasons[0] === undefined ? null : reasons[0] + (more > 0 ? `, and ${more} more` : "");
  return { findings, failedBecause };
}
