import { all, invalid, type Kind, quote, type Raw, type Result, valid } from "./kind.ts";

export type Pair = readonly [name: string, value: string];

/** A name without a value is allowed: it stands for the variable of the environment. */
export type Copied = readonly [name: string, value: string | null];

const variable = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Whether every system takes it for the name of a variable. */
export function isVariable(name: string): boolean {
  return variable.test(name);
}

/** `KEY=value`, one per line or occurrence. A comma is part of the value. */
export const assignments: Kind<readonly Pair[]> = {
  shape: "pairs",
  allows: "`NAME=value` lines",
  words: [],
  schema: { type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_]*=" },
  parse(raw) {
    const result = all(splitLines(raw).map(parseAssignment));
    return result.ok ? withoutTwins(result.value) : result;
  },
};

/** `NAME=value` or only `NAME`, one per line or occurrence. */
export const environment: Kind<readonly Copied[]> = {
  shape: "pairs",
  allows: "`NAME=value` or `NAME` lines",
  words: [],
  schema: { type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_]*(=|$)" },
  parse(raw) {
    const result = all(
      splitLines(raw).map((line): Result<Copied> => {
        const name = line.trim();
        return variable.test(name) ? valid([name, null]) : parseAssignment(line);
      }),
    );
    return result.ok ? withoutTwins(result.value) : result;
  },
};

function parseAssignment(line: string): Result<Pair> {
  if (line.includes("\0")) return invalid("contains a NUL character");
  const at = line.indexOf("=");
  // The text may be a secret that lost its name, so it is not shown.
  if (at < 0) return invalid("a line has no `=`; write NAME=value, one per line");
  const name = line.slice(0, at).trim();
  if (!variable.test(name)) {
    return invalid(`${quote(name)} is not a name; use letters, digits and _, not starting with a digit`);
  }
  return valid([name, line.slice(at + 1)]);
}

function withoutTwins<T extends readonly [string, unknown]>(pairs: readonly T[]): Result<readonly T[]> {
  const names = pairs.map(([name]) => name);
  const twin = names.find((name, index) => names.indexOf(name) !== index);
  return twin === undefined ? valid(pairs) : invalid(`${quote(twin)} is given twice`);
}

/**
 * One entry per line. An entry in double quotes may span lines, `""` inside stands for a quote (the notation of docker/build-push-action).
 * Lines that start with `#` and empty lines do not count.
 */
export function splitLines(raw: Raw): readonly string[] {
  if (raw.entries) return raw.values.filter((value) => value.trim() !== "");
  return raw.values.flatMap((value) => splitQuoted(value.replace(/\r\n?/g, "\n")));
}

function splitQuoted(text: string): readonly string[] {
  const entry = /[ \t]*"((?:[^"]|"")*)"[ \t]*(?:\n|$)|([^\n]*)(?:\n|$)/gy;
  const found: string[] = [];
  for (const match of text.matchAll(entry)) {
    const [, quoted, line = ""] = match;
    if (quoted !== undefined) found.push(quoted.replaceAll('""', '"'));
    else if (line.trim() !== "" && !line.trimStart().startsWith("#")) found.push(line.trimStart());
  }
  return found;
}
