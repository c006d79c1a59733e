import { posix } from "node:path";
import { isAbsolute, slashes } from "../source-map.ts";
import { commentsOf, functionSpans, type SourceSpan } from "./functions.ts";

/** From `at` on, positions are said to lie in `file`: absolute, or relative to the directory of the package. */
export interface Directive {
  readonly at: number;
  readonly file: string;
}

/** A declared function, with the files that directives name where it begins and within it; null: the Go file itself. */
export interface DirectedFunction {
  readonly span: SourceSpan;
  readonly files: readonly (string | null)[];
}

/** The functions that a file declares. In the profile each has the name of the file in which it begins, without its directory. */
export function directedFunctions(source: string, directives: readonly Directive[]): readonly DirectedFunction[] {
  return (functionSpans(source) ?? []).map((span) => ({ span, files: filesWithin(span, directives) }));
}

function filesWithin([start, end]: SourceSpan, directives: readonly Directive[]): readonly (string | null)[] {
  const before = directives.filter(({ at }) => at <= start).at(-1)?.file ?? null;
  return [before, ...directives.filter(({ at }) => at > start && at < end).map(({ file }) => file)];
}

/**
 * The `//line` directives of a Go file, as go/scanner reads them: `//line` from the first column only, `/*line` anywhere; a line number, and a column in which case the file may be left
 * out; numbers from 1 (https://pkg.go.dev/cmd/compile#hdr-Compiler_Directives).
 */
export function directivesOf(source: string): readonly Directive[] {
  if (!/\/[/*]line /.test(source)) return [];
  const found: Directive[] = [];
  for (const { text, at } of commentsOf(source)) {
    const lineComment = text.startsWith("//");
    if (lineComment && at > 0 && source[at - 1] !== "\n") continue;
    const content = lineComment ? text.slice(2).replace(/\r$/, "") : text.slice(2, -2);
    const [, named, line, column] = /^line (.*?):(\d+)(?::(\d+))?$/s.exec(content) ?? [];
    if (named === undefined || Number(line) === 0 || (column !== undefined && Number(column) === 0)) continue;
    const file = named === "" ? (column === undefined ? null : (found.at(-1)?.file ?? null)) : clean(named);
    if (file !== null) found.push({ at: lineComment ? at + text.length + 1 : at + text.length, file });
  }
  return found;
}

function clean(file: string): string {
  const path = slashes(file);
  return isAbsolute(path) ? posix.normalize(path) : posix.join(path);
}
