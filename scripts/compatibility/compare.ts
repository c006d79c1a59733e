import type { CompatibilityResult, Difference, Explanations, Figures } from "./model.ts";

export type ModuleFigures = Readonly<Record<string, Figures>>;

/** A difference between the action and Go's tools, or between the action on two engines. `why` is null when nobody has said. */
export interface Explained extends Difference {
  readonly why: string | null;
}

/** Two engines that ran the same repository. */
export interface EnginePair {
  readonly one: CompatibilityResult;
  readonly other: CompatibilityResult;
  readonly differences: readonly Explained[];
}

/** Every figure that is not the same in both, module by module. */
export function compareFigures(one: ModuleFigures, other: ModuleFigures): readonly Difference[] {
  const found = differing(null, "modules", Object.keys(one).sort().join(" "), Object.keys(other).sort().join(" "));
  for (const [dir, figures] of Object.entries(one)) {
    const reference = other[dir];
    if (reference === undefined) continue;
    for (const what of ["path", "passed", "failed", "skipped", "coverage"] as const)
      found.push(...differing(dir, what, figures[what], reference[what]));
  }
  return found;
}

/** What differs between the engines that ran the same repository: commit, verdict and packages as well as the figures. */
export function compareEngines(
  results: readonly CompatibilityResult[],
  explanations: Explanations,
): readonly EnginePair[] {
  return results.flatMap((one, at) =>
    results
      .slice(at + 1)
      .filter(({ name }) => name === one.name)
      .map((other) => {
        const differences = [
          ...differing(null, "commit", one.commit, other.commit),
          ...differing(null, "verdict", one.conclusion, other.conclusion),
          ...differing(null, "packages", one.packages, other.packages),
          ...compareFigures(one.modules, other.modules),
        ];
        return { one, other, differences: explain(one.name, differences, explanations) };
      }),
  );
}

/** Puts the reason to each difference that has one. */
export function explain(
  name: string,
  differences: readonly Difference[],
  explanations: Explanations,
): readonly Explained[] {
  return differences.map((difference) => {
    const key = keysOf(difference).find((found) => explanations[name]?.[found] !== undefined);
    return { ...difference, why: key === undefined ? null : (explanations[name]?.[key] ?? null) };
  });
}

/** Explanations of what does not differ, or no more. */
export function idleExplanations(
  differences: readonly (Difference & { readonly name: string })[],
  explanations: Explanations,
): readonly string[] {
  const used = new Set(differences.flatMap(({ name, ...rest }) => keysOf(rest).map((key) => `${name}: ${key}`)));
  const written = Object.entries(explanations).flatMap(([name, keys]) =>
    Object.keys(keys).map((key) => `${name}: ${key}`),
  );
  return written.filter((key) => !used.has(key));
}

/** `<module> <what>`, else `* <what>` for every module; what belongs to no module goes by its own name. */
function keysOf({ module, what }: Difference): readonly string[] {
  return module === null ? [what] : [`${module} ${what}`, `* ${what}`];
}

type Value = string | number | null;

function differing(module: string | null, what: string, one: Value, other: Value): Difference[] {
  return one === other ? [] : [{ module, what, one: shown(one), other: shown(other) }];
}

function shown(value: Value): string {
  return value === null ? "none" : `${value}`;
}
