/**
 * Globs in time that grows with pattern times name, whoever wrote the pattern: libraries make regular expressions of globs, and
 * a pull request can write a pattern for which those take hours. `*` and `?` stop at slashes, `[a-c]` and `[^a-c]` are classes, a backslash takes the
 * meaning off a character; that is the syntax of https://pkg.go.dev/path#Match.
 */
export type Matcher = (path: string) => boolean;

type Token =
  | { readonly kind: "star" }
  | { readonly kind: "any" }
  | { readonly kind: "class"; readonly negated: boolean; readonly ranges: readonly (readonly [string, string])[] };

type Part = Token | string;

const star: Token = { kind: "star" };

/** A pattern as `path.Match` of Go reads it. */
export function pathMatcher(pattern: string): Matcher {
  const elements = pattern.split("/").map(elementMatcher);
  return (path) => {
    const names = path.split("/");
    return names.length === elements.length && elements.every((matches, index) => matches(names[index] ?? ""));
  };
}

/** The same with `**` for any number of directories and `{a,b}` for alternatives. */
export function globMatcher(pattern: string): Matcher {
  const alternatives = (expandBraces(pattern) ?? []).map((each) => treeMatcher(each.split("/")));
  return (path) => alternatives.some((matches) => matches(path));
}

function treeMatcher(elements: readonly string[]): Matcher {
  const parts = elements.map((element) => (element === "**" ? ("star" as const) : elementMatcher(element)));
  return (path) => matchParts(parts, path.split("/"), (part, name) => part !== "star" && part(name), "star");
}

function elementMatcher(element: string): Matcher {
  const parts = parseElement([...element]);
  return (name) => matchParts<Part, string>(parts, [...name], matchesCharacter, star);
}

/** Wildcards that take any number of items: to go back to the last one is enough, since an earlier one could take nothing that it cannot. */
function matchParts<P, I>(
  parts: readonly (P | typeof wildcard)[],
  items: readonly I[],
  matches: (part: P, item: I) => boolean,
  wildcard: P,
): boolean {
  let part = 0;
  let item = 0;
  let retry: { readonly part: number; item: number } | null = null;
  while (item < items.length) {
    const [expected, actual] = [parts[part], items[item]];
    if (part < parts.length && expected === wildcard) {
      retry = { part: part + 1, item };
      part += 1;
    } else if (expected !== undefined && actual !== undefined && matches(expected, actual)) {
      part += 1;
      item += 1;
    } else if (retry === null) return false;
    else {
      retry.item += 1;
      part = retry.part;
      item = retry.item;
    }
  }
  return parts.slice(part).every((rest) => rest === wildcard);
}

function matchesCharacter(part: Part, character: string): boolean {
  if (typeof part === "string") return part === character;
  if (part.kind !== "class") return part.kind === "any";
  return part.ranges.some(([low, high]) => low <= character && character <= high) !== part.negated;
}

/** A class that is not closed is no class: its bracket is a character. */
function parseElement(characters: readonly string[]): readonly Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at] ?? "";
    if (character === "*") parts.push(star);
    else if (character === "?") parts.push({ kind: "any" });
    else if (character === "\\" && at + 1 < characters.length) parts.push(characters[++at] ?? "");
    else if (character !== "[") parts.push(character);
    else {
      const end = endOfClass(characters, at);
      parts.push(end < 0 ? character : parseClass(characters.slice(at + 1, end)));
      at = end < 0 ? at : end;
    }
  }
  return parts;
}

function endOfClass(characters: readonly string[], start: number): number {
  // What stands first is in the class, even if it closes one elsewhere.
  const first = characters[start + 1] === "^" ? start + 2 : start + 1;
  return characters.indexOf("]", first + 1);
}

function parseClass(characters: readonly string[]): Token {
  const negated = characters[0] === "^";
  const ranges: (readonly [string, string])[] = [];
  for (let at = negated ? 1 : 0; at < characters.length; at += 1) {
    const low = characters[at] ?? "";
    const high = characters[at + 1] === "-" ? characters[at + 2] : undefined;
    ranges.push([low, high ?? low]);
    if (high !== undefined) at += 2;
  }
  return { kind: "class", negated, ranges };
}

/** More alternatives than anybody writes; `{a,b}` thirty times would be a billion. */
const mostAlternatives = 256;

/** `a{b,c}` as `ab` and `ac`; null when there are too many. Braces without a comma are characters. */
export function expandBraces(pattern: string): readonly string[] | null {
  const done: string[] = [];
  const open = [{ text: pattern, from: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const group = firstGroup(next.text, next.from);
    if (group === null) done.push(next.text);
    else {
      const [head, tail] = [next.text.slice(0, group.start), next.text.slice(group.end + 1)];
      for (const choice of [...group.choices].reverse())
        open.push({ text: `${head}${choice}${tail}`, from: group.start });
    }
    if (done.length + open.length > mostAlternatives) return null;
  }
  return done;
}

interface Group {
  readonly start: number;
  readonly end: number;
  readonly choices: readonly string[];
}

/** The first braces at or after a position that are closed and hold a comma of their own. One pass: what is open is kept on a stack. */
function firstGroup(text: string, from: number): Group | null {
  const open: { readonly start: number; readonly commas: number[] }[] = [];
  let found: Group | null = null;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === "{") open.push({ start: at, commas: [] });
    else if (text[at] === ",") open.at(-1)?.commas.push(at);
    else if (text[at] === "}") {
      const group = open.pop();
      const closed = group !== undefined && group.commas.length > 0;
      if (closed && (found === null || group.start < found.start)) {
        const cuts = [group.start, ...group.commas, at];
        const choices = cuts.slice(1).map((cut, index) => text.slice((cuts[index] ?? 0) + 1, cut));
        found = { start: group.start, end: at, choices };
      }
      if (found !== null && open.length === 0) return found;
    }
  }
  return found;
}
