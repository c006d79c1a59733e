import { type PageTestNote, type PageTestPackage, type TestEnd, testEnds } from "./data.ts";

/** A test in a list: its package, and its place in it. */
export interface TestRef {
  readonly of: PageTestPackage;
  readonly index: number;
}

export const testFilters = ["all", "failed", "flaky", "interrupted", "skipped", "slow"] as const;

export type TestFilter = (typeof testFilters)[number];

export interface TestQuery {
  readonly filter: TestFilter;
  /** Words that name or package have, all of them, case ignored. */
  readonly search: string;
  readonly byTime: boolean;
}

/** How many the slowest ones are. */
export const slowest = 100;

const letters: Readonly<Record<TestFilter, TestEnd | null>> = {
  ...{ all: null, slow: null },
  ...{ failed: testEnds.failed, flaky: testEnds.flaky },
  ...{ interrupted: testEnds.interrupted, skipped: testEnds.skipped },
};

/** The tests that a query asks for: failed ones first, then by package and name; or the longest first. */
export function shownTests(packages: readonly PageTestPackage[], query: TestQuery): readonly TestRef[] {
  const words = query.search
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== "");
  const letter = letters[query.filter];
  const found: TestRef[] = [];
  for (const of of packages) {
    if (letter !== null && !of.ends.includes(letter)) continue;
    const path = of.path.toLowerCase();
    const rest = words.filter((word) => !path.includes(word));
    for (const [index, name] of of.names.entries()) {
      if (letter !== null && of.ends[index] !== letter) continue;
      if (rest.length > 0 && !hasAll(name, rest)) continue;
      found.push({ of, index });
    }
  }
  const slow = query.filter === "slow";
  if (slow || query.byTime) found.sort((a, b) => timeOf(b) - timeOf(a));
  else if (query.filter === "all") found.sort((a, b) => urgency(a) - urgency(b));
  return slow ? leaves(found) : found;
}

function hasAll(name: string, words: readonly string[]): boolean {
  const lower = name.toLowerCase();
  return words.every((word) => lower.includes(word));
}

function timeOf({ of, index }: TestRef): number {
  return of.times[index] ?? 0;
}

function urgency({ of, index }: TestRef): number {
  return "fki".indexOf(of.ends[index] ?? "") < 0 ? 1 : 0;
}

/** The longest ones that took any time; a test takes as long as its subtests, which say more. */
function leaves(tests: readonly TestRef[]): readonly TestRef[] {
  const parents = new Map<PageTestPackage, Set<string>>();
  const shown: TestRef[] = [];
  for (const test of tests) {
    if (shown.length === slowest || timeOf(test) === 0) break;
    const known = parents.get(test.of) ?? parentsOf(test.of);
    parents.set(test.of, known);
    if (!known.has(test.of.names[test.index] ?? "")) shown.push(test);
  }
  return shown;
}

function parentsOf({ names }: PageTestPackage): Set<string> {
  const parents = new Set<string>();
  for (const name of names) {
    for (let end = name.lastIndexOf("/"); end > 0; end = name.lastIndexOf("/", end - 1))
      parents.add(name.slice(0, end));
  }
  return parents;
}

/** What there is to say of a test beside its end and its time. */
export function noteOf({ of, index }: TestRef): PageTestNote | null {
  return of.notes[index] ?? null;
}
