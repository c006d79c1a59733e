import { hasTests, type ModuleInspection } from "../model/project.ts";
import { onCommandLines } from "./go-steps.ts";

/** What one `go test` of a stage tests. */
export interface TestCall {
  /** Patterns or import paths. */
  readonly packages: readonly string[];
  /** Whether all of it runs, results of earlier runs or not. */
  readonly always: boolean;
}

interface CallFacts {
  /** Package patterns of the stage. */
  readonly patterns: readonly string[];
  readonly inspected: Pick<ModuleInspection, "packages" | "marked">;
}

/**
 * A flag that has tests run again does so with all that a command tests, and Go keeps no result of them. So the packages whose results never count are tested by a
 * command of their own. Patterns cannot leave something out: then all packages are named.
 */
export function testCalls({ patterns, inspected }: CallFacts): readonly TestCall[] {
  const marked = new Set(inspected.marked.packages);
  const tested = inspected.packages.filter(hasTests);
  const always = tested.filter(({ importPath }) => marked.has(importPath));
  if (always.length === 0) return [{ packages: patterns, always: false }];
  if (always.length === tested.length) return [{ packages: patterns, always: true }];
  const others = inspected.packages.filter((one) => !always.includes(one));
  const calls = (packages: typeof others, all: boolean): readonly TestCall[] =>
    onCommandLines(packages.map(({ importPath }) => importPath)).map((names) => ({ packages: names, always: all }));
  return [...calls(others, false), ...calls(always, true)];
}
