import type { Raw } from "../kinds/kind.ts";
import { didYouMean } from "../text/suggest.ts";
import { fileOnly, flagOnly } from "./flags.ts";
import type { RawValues } from "./raw-values.ts";
import { type InputName, type InputValues, inputNames, inputs, isInputName } from "./spec.ts";

/** What the user gave, after precedence, and how to read it. */
export interface Given {
  has(name: InputName): boolean;
  raw(name: InputName): Raw | undefined;
  /** The parsed value; that of an absent input when nothing valid was given. */
  get<N extends InputName>(name: N): InputValues[N];
  /** The input as the user named it, for problems. */
  label(name: InputName): string;
  /** True when every one of them is valid or absent, so that comparing them makes sense. */
  valid(...names: readonly InputName[]): boolean;
}

export function createGiven(values: ReadonlyMap<InputName, Raw>): Given {
  return {
    has: (name) => values.has(name),
    raw: (name) => values.get(name),
    get: (name) => {
      const raw = values.get(name);
      if (raw === undefined) return inputs[name].fallback();
      const result = inputs[name].kind.parse(raw);
      return result.ok ? result.value : inputs[name].fallback();
    },
    label: (name) => values.get(name)?.label ?? name,
    valid: (...names) => names.every((name) => problemsOf(name, values.get(name)).length === 0),
  };
}

/** What is wrong with each value by itself, in the order of the table. */
export function valueProblems(given: Given): readonly string[] {
  return inputNames.flatMap((name) => {
    const problems = problemsOf(name, given.raw(name));
    return problems.map((problem) => `${given.label(name)}: ${problem}`);
  });
}

function problemsOf(name: InputName, raw: Raw | undefined): readonly string[] {
  const result = raw === undefined ? null : inputs[name].kind.parse(raw);
  return result === null || result.ok ? [] : result.problems;
}

/** The values of `with:`. GitHub passes an empty text for what is not set. */
export function readWith(values: Readonly<Record<string, string>>): RawValues {
  const found = new Map<InputName, Raw>();
  const problems: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    if (!isInputName(name)) {
      problems.push(`with: ${name.slice(0, 80)}: there is no such input${didYouMean(name, inputNames)}`);
    } else if (inputs[name].onlyInConfigFile) {
      problems.push(fileOnly(`with: ${name}`));
    } else if (inputs[name].onlyFlag) {
      if (value.trim() !== "") problems.push(flagOnly(`with: ${name}`));
    } else if (value.trim() !== "") {
      found.set(name, { source: "with", label: `with: ${name}`, values: [value], entries: false });
    }
  }
  return { values: found, problems };
}
