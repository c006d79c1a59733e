import { decodeOutput, type TestEvent } from "../test-event.ts";
import { functionSpans } from "./functions.ts";

/** What is known about the packages of a test run. */
export interface ProfileFacts {
  /** Import paths of the packages that should have left one. */
  readonly tested: readonly string[];
  /** Those of which the profile has blocks. */
  readonly profiled: ReadonlySet<string>;
  /** Those whose test binary said how much it covered. */
  readonly told: ReadonlySet<string>;
  /** `-coverpkg` was given: a block of a package may come from the binary of another one. */
  readonly coverpkg: boolean;
  readonly hasStatements: (importPath: string) => boolean;
}

/**
 * The tested packages whose binaries left no profile. Go writes none, and says nothing, when a binary panics, exits early or was not built, and for
 * what `-failfast` leaves out (Go 1.26 and 1.27).
 */
export function missingPackages(facts: ProfileFacts): readonly string[] {
  return facts.tested.filter((name) => isMissing(name, facts)).sort();
}

function isMissing(name: string, facts: ProfileFacts): boolean {
  if (facts.told.has(name)) return false;
  return facts.coverpkg || (!facts.profiled.has(name) && facts.hasStatements(name));
}

/** The package that this event says the coverage of; null for all other events. */
export function coverageTold(event: TestEvent): string | null {
  if (event.type !== "test" || event.output === null || event.test !== null) return null;
  // Most output is never decoded.
  if (!event.output.includes("coverage: ")) return null;
  const said = /(?:^|\t)coverage: (?:\[no statements\]|\d+\.\d% of statements)/.test(decodeOutput(event.output));
  return said ? event.package : null;
}

/** Whether a Go file declares a function with something in it, or nobody can tell because of a syntax error. */
export function hasStatements(source: string): boolean {
  const spans = functionSpans(source);
  return (
    spans === null ||
    spans.some(([start, end]) => !/\{(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*\}$/.test(source.slice(start, end)))
  );
}
