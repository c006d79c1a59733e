/** Where a value came from, strongest first. */
export type Source = "flag" | "with" | "config";

/** What the user wrote for one input, before anybody looked at it. */
export interface Raw {
  readonly source: Source;
  /** The input as the user named it: `--platforms`, `with: platforms`, `.dagger-go.yml: platforms`. */
  readonly label: string;
  /** One per occurrence of a flag, or per entry of a YAML list or map; an entry that is a map itself as JSON, with texts for scalars. */
  readonly values: readonly string[];
  /** The values are the entries themselves (YAML list or map) and are not split any further. */
  readonly entries: boolean;
}

/** A value, or everything that is wrong with it. Problems start in lower case: the input's name goes before them. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * How a value may be written: decides about bare flags, repetition and the shapes a YAML file may use. `maps`: maps of scalars; `records`: their values may
 * be lists and maps of scalars.
 */
export type Shape = "switch" | "value" | "list" | "pairs" | "maps" | "records";

/** A JSON schema fragment (draft 7). */
export type Schema = Readonly<Record<string, unknown>>;

/** One kind of input. */
export interface Kind<T> {
  readonly shape: Shape;
  /** What is allowed, for documentation: a few words such as `a duration such as 90s`. */
  readonly allows: string;
  /** The allowed words where they are a closed set. */
  readonly words: readonly string[];
  /** Of one value, or of one entry of a list. */
  readonly schema: Schema;
  /** Never throws and never looks at anything but the text. */
  parse(raw: Raw): Result<T>;
}

export function valid<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function invalid(...problems: readonly string[]): { readonly ok: false; readonly problems: readonly string[] } {
  return { ok: false, problems };
}

/** Quotes a user's value for a message: control characters visible, never longer than 80 characters. */
export function quote(text: string): string {
  const clipped = text.length > 80 ? `${text.slice(0, 79)}…` : text;
  return JSON.stringify(clipped);
}

/** `a, b or c`. */
export function oneOf(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

interface ScalarKind<T> {
  readonly allows: string;
  readonly schema?: Schema;
  readonly shape?: "switch" | "value";
  readonly words?: readonly string[];
  /** White space around the text matters. */
  readonly verbatim?: boolean;
  parse(text: string, source: Source): Result<T>;
}

/** A kind whose values are one text; given twice is a problem. */
export function scalar<T>(kind: ScalarKind<T>): Kind<T> {
  return {
    shape: kind.shape ?? "value",
    allows: kind.allows,
    words: kind.words ?? [],
    schema: kind.schema ?? { type: "string" },
    parse({ values, source }) {
      const [text, ...more] = values;
      if (text === undefined || more.length > 0) return invalid(`is given ${values.length} times; give it once`);
      if (text.includes("\0")) return invalid("contains a NUL character");
      return kind.parse(kind.verbatim === true ? text : text.trim(), source);
    },
  };
}

/** Collects the values of many results, or the problems of all of them. */
export function all<T>(results: readonly Result<T>[]): Result<readonly T[]> {
  const problems = results.flatMap((result) => (result.ok ? [] : result.problems));
  if (problems.length > 0) return { ok: false, problems };
  return valid(results.flatMap((result) => (result.ok ? [result.value] : [])));
}
