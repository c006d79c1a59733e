import { invalid, type Kind, quote, scalar, valid } from "./kind.ts";

interface Range {
  readonly from: number;
  readonly to: number;
}

/** A whole number within a range, both ends included. */
export function integer({ from, to }: Range): Kind<number> {
  const allows = `a whole number from ${from} to ${to}`;
  return scalar({
    allows,
    schema: { type: "integer", minimum: from, maximum: to },
    parse(text) {
      const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
      return value >= from && value <= to ? valid(value) : invalid(`${quote(text)} is not ${allows}`);
    },
  });
}

/** A percentage from 0 to 100, with or without decimals and `%`. */
export const percent: Kind<number> = scalar({
  allows: "a percentage from 0 to 100",
  schema: { type: ["number", "string"], minimum: 0, maximum: 100, pattern: "^\\d{1,3}(\\.\\d+)?%?$" },
  parse(text) {
    const digits = /^(\d{1,3}(?:\.\d{1,9})?)\s*%?$/.exec(text)?.[1];
    const value = digits === undefined ? Number.NaN : Number(digits);
    return value >= 0 && value <= 100
      ? valid(value)
      : invalid(`${quote(text)} is not a percentage from 0 to 100, such as 80 or 72.5`);
  },
});

/** By how many percent something may grow, with or without decimals and `%`; it may be more than doubled. */
export const growth: Kind<number> = scalar({
  allows: "a percentage from 0 to 100000",
  schema: { type: ["number", "string"], minimum: 0, maximum: 100_000, pattern: "^\\d{1,6}(\\.\\d+)?%?$" },
  parse(text) {
    const digits = /^(\d{1,6}(?:\.\d{1,9})?)\s*%?$/.exec(text)?.[1];
    const value = digits === undefined ? Number.NaN : Number(digits);
    return value <= 100_000
      ? valid(value)
      : invalid(`${quote(text)} is not a percentage from 0 to 100000, such as 5 or 12.5`);
  },
});
