import { invalid, type Kind, quote, scalar, valid } from "./kind.ts";

/** `on`: in a new order each time; `seed`: in the order that this number gives, as Go takes it. */
export type Shuffle = "off" | "on" | { readonly seed: string };

const words: Readonly<Record<string, "on" | "off">> = { true: "on", on: "on", false: "off", off: "off" };

/** What `go test -shuffle` takes (an int64, cmd/go/internal/test/testflag.go), and `true` and `false`. */
export const shuffle: Kind<Shuffle> = scalar<Shuffle>({
  shape: "switch",
  allows: "`true`, `false`, `on`, `off`, or a seed",
  schema: {
    anyOf: [{ enum: [true, false, "on", "off"] }, { type: "integer" }, { type: "string", pattern: "^-?\\d{1,19}$" }],
  },
  parse(text) {
    const word = words[text.toLowerCase()];
    if (word !== undefined) return valid(word);
    const seed = /^-?\d{1,19}$/.test(text) ? BigInt(text) : null;
    if (seed === null || BigInt.asIntN(64, seed) !== seed) {
      return invalid(`${quote(text)} is not allowed; use true, false, or a seed: a whole number of 64 bits`);
    }
    return valid({ seed: String(seed) });
  },
});
