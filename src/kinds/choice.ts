import { didYouMean } from "../text/suggest.ts";
import { invalid, type Kind, oneOf, quote, scalar, valid } from "./kind.ts";

/** One of a closed set of words. `true` and `false` may be written as YAML 1.2 does (`True`, `FALSE`). */
export function choice<const W extends string>(...words: readonly W[]): Kind<W> {
  const isSwitch = words.some((word) => word === "true");
  return scalar<W>({
    shape: isSwitch ? "switch" : "value",
    allows: words.map((word) => `\`${word}\``).join(", "),
    words,
    schema: { enum: words.map((word) => (word === "true" ? true : word === "false" ? false : word)) },
    parse(text) {
      const spelled = /^(True|TRUE|False|FALSE)$/.test(text) ? text.toLowerCase() : text;
      const word = words.find((known) => known === spelled);
      if (word !== undefined) return valid(word);
      return invalid(`${quote(text)} is not allowed; use ${oneOf(words)}${didYouMean(text, words)}`);
    },
  });
}

/** A check that can be switched on and off, or only warn. */
export const toggle = choice("true", "false", "warn");

/** `true` or `false`. */
export const boolean: Kind<boolean> = mapped(choice("true", "false"), (word) => word === "true");

function mapped<A, B>(kind: Kind<A>, change: (value: A) => B): Kind<B> {
  return {
    ...kind,
    parse(raw) {
      const result = kind.parse(raw);
      return result.ok ? valid(change(result.value)) : result;
    },
  };
}
