import { all, invalid, type Kind, type Raw, type Result, type Schema, valid } from "./kind.ts";

interface ListKind<T> {
  readonly allows: string;
  readonly schema?: Schema;
  readonly words?: readonly string[];
  /** One entry, trimmed and not empty. */
  parse(entry: string): Result<T>;
  /** Entries with the same key are one. */
  key?(value: T): string;
}

/** Entries by comma, newline or repetition. Empty ones and lines that start with `#` do not count; repeated ones count once. */
export function list<T>(kind: ListKind<T>): Kind<readonly T[]> {
  return {
    shape: "list",
    allows: kind.allows,
    words: kind.words ?? [],
    schema: kind.schema ?? { type: "string" },
    parse(raw) {
      const entries = splitList(raw);
      if (entries.some((entry) => entry.includes("\0"))) return invalid("contains a NUL character");
      const result = all(entries.map((entry) => kind.parse(entry)));
      return result.ok ? valid(unique(result.value, kind.key ?? String)) : result;
    },
  };
}

/** The same kind without the empty list. */
export function filled<T>(kind: Kind<readonly T[]>): Kind<readonly T[]> {
  return {
    ...kind,
    parse(raw) {
      const result = kind.parse(raw);
      return result.ok && result.value.length === 0 ? invalid(`is empty; it takes ${kind.allows}`) : result;
    },
  };
}

function unique<T>(values: readonly T[], key: (value: T) => string): readonly T[] {
  return [...new Map(values.map((value) => [key(value), value])).values()];
}

/** The entries of a list, trimmed. */
export function splitList(raw: Raw): readonly string[] {
  if (raw.entries) return raw.values.map((value) => value.trim()).filter((value) => value !== "");
  return raw.values
    .flatMap((value) => value.split(/\r\n|\r|\n/))
    .filter((line) => !line.trimStart().startsWith("#"))
    .flatMap(splitCommas)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
}

/** Splits at commas that are not inside `{…}`, where globs use them. */
function splitCommas(line: string): readonly string[] {
  const parts = [""];
  let depth = 0;
  for (const char of line) {
    if (char === "{") depth += 1;
    if (char === "}") depth = Math.max(0, depth - 1);
    if (char === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += char;
  }
  return parts;
}
