import { invalid, type Kind, quote, type Result, type Schema, scalar, valid } from "./kind.ts";
import { list } from "./list.ts";

interface Pattern {
  readonly allows: string;
  readonly pattern: RegExp;
  /** What is wrong with a text that does not match, after `"…" `. */
  readonly otherwise: string;
}

function schemaOf({ pattern }: Pattern): Schema {
  return { type: "string", pattern: pattern.source };
}

function match({ pattern, otherwise }: Pattern, text: string): Result<string> {
  return pattern.test(text) ? valid(text) : invalid(`${quote(text)} ${otherwise}`);
}

/** One text of a fixed form. */
export function text(form: Pattern): Kind<string> {
  return scalar({ allows: form.allows, schema: schemaOf(form), parse: (value) => match(form, value) });
}

/** A list of texts of a fixed form. */
export function texts(form: Pattern): Kind<readonly string[]> {
  return list({ allows: form.allows, schema: schemaOf(form), parse: (value) => match(form, value) });
}

/** Any text on one line; an empty one is refused. */
export function line(allows: string): Kind<string> {
  return scalar({
    allows,
    parse: (value) => {
      if (value === "") return invalid("is empty");
      return hasControls(value) ? invalid("contains a line break or control character") : valid(value);
    },
  });
}

/** Text as it was given, white space included, or a regular expression written as `/…/` with flags of `imsu`. */
export const textOrPattern: Kind<string> = scalar({
  allows: "text, or a regular expression such as `/v\\d+/`",
  verbatim: true,
  parse(value) {
    // A YAML block ends with a line break that nobody means.
    const given = value.replace(/\r?\n$/, "");
    if (given === "") return invalid("is empty");
    const pattern = /^\/(.+)\/([imsu]*)$/.exec(given);
    if (pattern?.[1] === undefined || compiles(pattern[1], pattern[2] ?? "")) return valid(given);
    return invalid(`${quote(given)} is not a regular expression that JavaScript knows`);
  },
});

function compiles(source: string, flags: string): boolean {
  try {
    return new RegExp(source, flags) instanceof RegExp;
  } catch {
    // The only thing it throws is SyntaxError.
    return false;
  }
}

/** A secret: one line, never shown in a problem. */
export const secret: Kind<string> = scalar({
  allows: "a secret",
  parse: (value) =>
    value === "" || hasControls(value)
      ? invalid("is empty or contains a line break or control character")
      : valid(value),
});

export function hasControls(value: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return /[\u0000-\u001f\u007f]/.test(value);
}
