import type { Input } from "../../src/kinds/input.ts";

/** What holds when nobody gives a value, in Markdown. */
export function standard(input: Input<unknown>): string {
  return input.default === null ? (input.unset ?? "none") : `\`${input.default}\``;
}
