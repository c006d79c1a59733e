import type { CoverageBlock, Extent } from "../../model/coverage.ts";
import { lineCounter } from "../../text/lines.ts";

/** From the first character to the one after the last. */
export type SourceSpan = readonly [start: number, end: number];

/** What has no end goes on to that of the line or the file: looked for again from each place, it would take time for the square of the length. */
const token =
  /(\s+|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(`[^`]*`?|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|[0-9][\w.]*)|([\p{L}_][\p{L}\p{Nd}_]*)|[\s\S]/uy;

/** The next bracket; comments and literals, which may hold some, are skipped. Its groups are those of `token`. */
const bracket = /(\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(`[^`]*`?|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?)|[()[\]{}]/gu;

const keywords = new Set(
  "break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var".split(
    " ",
  ),
);

/**
 * Extents of the function declarations in a Go file. `go tool cover -func` counts only the blocks inside of them: a function literal of a
 * package variable (`var cmd = &cobra.Command{Run: func…}`) is in the profile, but not in its total. null when they cannot be
 * told: unbalanced brackets.
 */
export function functionExtents(source: string): readonly Extent[] | null {
  const spans = functionSpans(source);
  return spans === null ? null : positionsOf(source, spans);
}

/** The same as offsets in the text. */
export function functionSpans(source: string): readonly SourceSpan[] | null {
  const found: SourceSpan[] = [];
  let depth = 0;
  let start: number | null = null;
  let inBody = false;
  let before = ";";
  for (const { text, at, newLine } of tokensOf(source, () => depth > 0)) {
    // Outside of all brackets a statement is a declaration.
    if (depth === 0 && (before === ";" || (newLine && endsStatement(before)))) start = text === "func" ? at : null;
    if ("([{".includes(text)) {
      if (depth === 0) inBody = text === "{" && start !== null && before !== "struct" && before !== "interface";
      depth += 1;
    } else if (")]}".includes(text)) {
      depth -= 1;
      if (depth < 0) return null;
      if (depth === 0 && inBody && start !== null) found.push([start, at + 1]);
    }
    before = text;
  }
  return depth === 0 ? found : null;
}

/** The comments of a Go file with their offsets. */
export function* commentsOf(source: string): Generator<{ readonly text: string; readonly at: number }> {
  token.lastIndex = 0;
  for (let match = token.exec(source); match !== null; match = token.exec(source)) {
    const [text, blankOrComment] = match;
    // A generator may wait while others use the expression.
    const next = token.lastIndex;
    if (blankOrComment?.startsWith("/")) yield { text, at: match.index };
    token.lastIndex = next;
  }
}

/** True for a block that `go tool cover -func` counts to one of the functions. */
export function isInFunction(extents: readonly Extent[], block: CoverageBlock): boolean {
  let [low, high] = [0, extents.length - 1];
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const extent = extents[middle];
    if (extent === undefined) return false;
    if (!isBefore(block.startLine, block.startColumn, extent.endLine, extent.endColumn)) low = middle + 1;
    else if (!isBefore(extent.startLine, extent.startColumn, block.endLine, block.endColumn)) high = middle - 1;
    else return true;
  }
  return false;
}

function isBefore(line: number, column: number, otherLine: number, otherColumn: number): boolean {
  return line < otherLine || (line === otherLine && column < otherColumn);
}

interface Token {
  readonly text: string;
  readonly at: number;
  /** A line end lies between it and the token before. */
  readonly newLine: boolean;
}

/** All tokens outside of brackets, nothing but brackets inside of them: most of a file, where nothing else is asked for. */
function* tokensOf(source: string, inBrackets: () => boolean): Generator<Token> {
  let newLine = false;
  for (let at = 0; at < source.length; ) {
    const pattern = inBrackets() ? bracket : token;
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (match === null) return;
    at = pattern.lastIndex;
    const [text, space, literal] = match;
    if (space === undefined) {
      yield { text: literal === undefined ? text : "literal", at: match.index, newLine };
      newLine = false;
    } else newLine ||= space.includes("\n");
  }
}

/** Where Go puts a semicolon at the end of a line, as far as it matters between declarations. */
function endsStatement(text: string): boolean {
  return ")]}".includes(text) || (/^[\p{L}_]/u.test(text) && !keywords.has(text));
}

export function positionsOf(source: string, found: readonly SourceSpan[]): readonly Extent[] {
  const lineOf = lineCounter(source);
  const position = (at: number): { line: number; column: number } => {
    const { line, start } = lineOf(at);
    return { line, column: Buffer.byteLength(source.slice(start, at)) + 1 };
  };
  return found.map(([from, to]) => {
    const start = position(from);
    const end = position(to);
    return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
  });
}
