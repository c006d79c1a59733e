import * as z from "zod";
import type { TestPackage } from "../model/report.ts";

/** A run in which the tests of a package really ran. */
export interface TestRun {
  /** Its address, or what else tells it from others. */
  readonly run: string;
  /** RFC 3339. */
  readonly at: string;
  /** What tells the content of its directory from others; absent where nobody knows. */
  readonly content?: string | undefined;
}

/** The last one of each package, by import path. */
export type TestRuns = ReadonlyMap<string, TestRun>;

const text = z.string().max(1_000);
const stored = z.object({
  version: z.literal(1),
  packages: z
    .array(z.tuple([text, z.object({ run: text, at: z.iso.datetime(), content: z.string().max(64).optional() })]))
    .max(20_000),
});

/** What `serializeTestRuns` has written; nothing where it is anything else. It says no more than where results come from. */
export function parseTestRuns(written: string | null): TestRuns {
  if (written === null) return new Map();
  try {
    const parsed = stored.safeParse(JSON.parse(written));
    return new Map(parsed.success ? parsed.data.packages : []);
  } catch (error) {
    if (error instanceof SyntaxError) return new Map();
    throw error;
  }
}

export function serializeTestRuns(runs: TestRuns): string {
  return JSON.stringify({ version: 1, packages: [...runs] });
}

/** What tells the content of a package's directory from others, by import path. */
export type PackageContents = ReadonlyMap<string, string>;

/** What is known after a run: the packages that ran and passed did so in it; Go keeps no result of others. */
export function mergeTestRuns(
  known: TestRuns,
  packages: readonly TestPackage[],
  now: Omit<TestRun, "content">,
  contents: PackageContents = new Map(),
): TestRuns {
  const merged = new Map(known);
  for (const { importPath, status, cached } of packages) {
    if (cached !== true && status === "passed") {
      merged.set(importPath, { ...now, content: contents.get(importPath) });
    }
  }
  return merged;
}

/** The runs that the reused results come from, those of most packages first. */
export function runsOfReused(
  known: TestRuns,
  packages: readonly TestPackage[],
): readonly { readonly run: string; readonly packages: number }[] {
  const counts = new Map<string, number>();
  for (const { importPath, cached } of packages) {
    const found = cached === true ? known.get(importPath) : undefined;
    if (found !== undefined) counts.set(found.run, (counts.get(found.run) ?? 0) + 1);
  }
  return [...counts].map(([run, count]) => ({ run, packages: count })).sort((a, b) => b.packages - a.packages);
}
