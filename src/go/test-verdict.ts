import type { TestPackage, TestReport } from "../model/report.ts";
import { plural } from "../text/format.ts";

const noise = /^go: (?:downloading|finding|extracting|warning:) ?/;
const maxReasons = 5;

/** Why tests are skipped where there are none. */
export const noTestFiles = "no test files";

/** How `go test` ended. */
export interface TestEnd {
  /** null: ended by a signal, or never started. */
  readonly exitCode: number | null;
  /** Stopped by the stage's time limit. */
  readonly timedOut: boolean;
  readonly stderr: string;
  /** That go test died instead of giving a verdict, in words; null or absent when it did not. */
  readonly died?: string | null;
}

/** Why the run is not a pass; null when it is. Errs on the side of failure: a run that failed is never shown green. */
export function failureReason(report: TestReport, end: TestEnd): string | null {
  const reasons = [...packageReasons(report.packages), ...testReasons(report)];
  if (end.timedOut) return ["stopped by the time limit of the stage", ...reasons].join("; ");
  const died = end.died ?? (end.exitCode === null ? "go test was ended by a signal" : null);
  if (reasons.length > 0) return [died, ...reasons].filter((reason) => reason !== null).join("; ");
  if (died !== null && (end.exitCode === null || end.stderr.trim() === "")) return died;
  if (end.exitCode !== null && end.exitCode !== 0) return failedSilently(end.exitCode, end.stderr);
  return report.packages.length === 0 ? "go test has reported no package" : null;
}

/** Which tests and packages passed only when they were run again; null: none. */
export function flakyWords({ flaky, packages }: TestReport): string | null {
  const besides = packages.filter((found) => found.status === "flaky" && found.flaky === 0);
  const said = [
    ...(flaky === 0 ? [] : [plural(flaky, "flaky test")]),
    ...besides.slice(0, 5).map(({ importPath }) => `${importPath} is flaky`),
    ...(besides.length > 5 ? [`${besides.length - 5} more flaky packages`] : []),
  ];
  return said.length === 0 ? null : `${said.join(", ")}: passed only when run again`;
}

function testReasons(report: TestReport): readonly string[] {
  return [
    ...(report.failed === 0 ? [] : [`${plural(report.failed, "test")} failed`]),
    ...(report.interrupted === 0 ? [] : [`${plural(report.interrupted, "test")} interrupted`]),
  ];
}

/** Packages that failed otherwise than by a failing test: the reason of the first, the number of the others. */
function packageReasons(packages: readonly TestPackage[]): readonly string[] {
  const groups = new Map<string, TestPackage[]>();
  for (const entry of packages) {
    if (entry.status !== "failed" || (entry.reason === null && entry.failed > 0)) continue;
    const kind = /^(?:build|setup) failed/.exec(entry.reason ?? "")?.[0] ?? entry.reason ?? "failed";
    groups.set(kind, [...(groups.get(kind) ?? []), entry]);
  }
  const reasons = [...groups].map(([kind, members]) => {
    const first = members[0]?.importPath ?? "";
    return members.length === 1 ? `${first}: ${kind}` : `${first} and ${members.length - 1} more: ${kind}`;
  });
  const more = reasons.length - maxReasons;
  return more <= 0 ? reasons : [...reasons.slice(0, maxReasons), `${more} more packages failed`];
}

/** With the first message of standard error: its line, and the one below that says what it is about. */
function failedSilently(exitCode: number, stderr: string): string {
  const lines = stderr.split("\n").filter((line) => line.trim() !== "" && !noise.test(line));
  const [first = "", second = ""] = lines;
  const isHeading = first.endsWith(":") || second.startsWith("\t");
  const last = lines.slice(1).findIndex((line) => !line.startsWith("\t"));
  const detail = second.startsWith("\t") ? lines[last < 0 ? lines.length - 1 : last] : second;
  const message = (isHeading ? `${first} ${detail?.trim()}` : first).slice(0, 300);
  return `go test exited with ${exitCode}${message === "" ? "" : `: ${message}`}`;
}
