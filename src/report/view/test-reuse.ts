import type { TestReuseReport } from "../../model/report.ts";
import { plural } from "../../text/format.ts";

/** How many results of tests are those of earlier runs, without the runs: `41 of 52 packages unchanged`; else why none is. */
export function reuseWords({ mode, reason, packages, reused }: TestReuseReport): string {
  if (mode === "full") return `every package was run: ${reason}`;
  if (mode === "off" && reused === 0) return `no results of earlier runs: ${reason}`;
  return `${reused} of ${plural(packages, "package")} unchanged`;
}

/** `, last run in <run> and 2 others`; empty when nobody knows. */
export function lastRun({ runs }: TestReuseReport): { readonly run: string; readonly others: number } | null {
  const [first, ...others] = runs;
  return first === undefined ? null : { run: first.run, others: others.length };
}
