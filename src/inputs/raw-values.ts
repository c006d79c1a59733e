import type { Raw } from "../kinds/kind.ts";
import type { InputName } from "./spec.ts";

/** What one source says, by input, and what is wrong with it already. */
export interface RawValues {
  readonly values: ReadonlyMap<InputName, Raw>;
  readonly problems: readonly string[];
}

export const noValues: RawValues = { values: new Map(), problems: [] };
