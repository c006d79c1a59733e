import type { TestPackage } from "../model/report.ts";
import type { TestReuse } from "../model/test-reuse.ts";
import type { PackageContents, TestRuns } from "./test-runs.ts";

export interface WhyFacts {
  readonly reuse: Pick<TestReuse, "mode" | "reason">;
  /** Import paths of packages that run in every run. */
  readonly always: ReadonlySet<string>;
  /** From the caches that were restored. */
  readonly known: TestRuns;
  readonly contents: PackageContents;
  readonly maxAgeMs: number;
  readonly now: Date;
}

/**
 * One line for each package whose tests ran: what of its reasons is known. Go itself would say more (`GODEBUG=gocachetest=1`), but counts that variable among
 * what a test depends on. Nothing is said where no result counts that could have been taken.
 */
export function whyRan(packages: readonly TestPackage[], facts: WhyFacts): readonly string[] {
  if (facts.reuse.mode === "off") return [];
  return packages
    .filter(({ status, cached }) => cached !== true && status !== "skipped")
    .map(({ importPath }) => `${importPath} ran: ${reasonFor(importPath, facts)}`);
}

function reasonFor(importPath: string, { reuse, always, known, contents, maxAgeMs, now }: WhyFacts): string {
  if (always.has(importPath)) return "`test-reuse-except` names it";
  if (reuse.mode === "full") return reuse.reason;
  const last = known.get(importPath);
  if (last === undefined) return "no earlier run in which it passed is known";
  const where = `it passed in ${last.run}`;
  if (now.getTime() - Date.parse(last.at) > maxAgeMs) return `${where}, which is longer ago than test-reuse-max-age`;
  const content = contents.get(importPath);
  if (content === undefined || last.content === undefined) return `why is not known; ${where}`;
  if (content !== last.content) return `files in its directory have changed since ${where}`;
  return `why is not known; the files in its directory have not changed since ${where}`;
}
