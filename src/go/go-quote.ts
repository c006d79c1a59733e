const simple: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\\": "\\",
  '"': '"',
};

/** Reverses Go's `%q` (strconv.Quote): takes the text between the quotes. Bytes that are no UTF-8, `\x..`, are read as Latin-1. */
export function unquote(text: string): string {
  return text.replace(
    /\\(?:([abfnrtv\\"])|x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8}))/g,
    (whole, letter?: string, byte?: string, short?: string, long?: string) => {
      if (letter !== undefined) return simple[letter] ?? whole;
      const code = Number.parseInt(byte ?? short ?? long ?? "", 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** The quoted strings of a line, in order, without what stands between them. */
export function quotedStrings(line: string): readonly string[] {
  return [...line.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((match) => unquote(match[1] ?? ""));
}
