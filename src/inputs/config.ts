import { camelCase, type Input, type Site } from "../kinds/input.ts";
import type { Given } from "./given.ts";
import { type InputName, inputNames, inputs, type ResolvedInputs } from "./spec.ts";

/**
 * The validated inputs: camelCase of the input's name. Percentages are 0-100, durations milliseconds; which paths are absolute says the row's `resolve`.
 * Logins are not here: see Secrets.
 */
export type Config = ResolvedInputs & {
  /** Names of the inputs that somebody gave. */
  readonly given: ReadonlySet<string>;
};

/** Makes the values of all inputs, but for logins, what the program works with. */
export function configOf(given: Given, site: Site): Config {
  const resolved = (name: InputName): unknown => {
    const row: Input<unknown, unknown> = inputs[name];
    return row.resolve(given.get(name), site);
  };
  const plain = inputNames.filter((name) => !inputs[name].login);
  const values: Record<string, unknown> = Object.fromEntries(plain.map((name) => [camelCase(name), resolved(name)]));
  values["given"] = new Set(inputNames.filter(given.has));
  // One value for every row, as its `resolve` makes it: what ResolvedInputs says of the same table.
  return Object.freeze(values) as Config;
}
