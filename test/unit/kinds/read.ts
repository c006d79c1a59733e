import type { Kind, Raw, Source } from "../../../src/kinds/kind.ts";

export function raw(...values: readonly string[]): Raw {
  return { source: "flag", label: "--x", values, entries: false };
}

/** The value of a kind for one text, or its problems. */
export function read<T>(kind: Kind<T>, text: string, source: Source = "flag"): T | readonly string[] {
  const result = kind.parse({ ...raw(text), source });
  return result.ok ? result.value : result.problems;
}
