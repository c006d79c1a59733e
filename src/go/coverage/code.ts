import type { Extent } from "../../model/coverage.ts";
import { commentsOf } from "./functions.ts";

/** Where in a source there is something to execute. */
export interface Code {
  /** Something of the extent stands on a line of it: more than blanks, comments and brackets. */
  on(line: number, extent: Extent): boolean;
}

/** The code of a Go file. */
export function codeOf(source: string): Code {
  const lines = withoutComments(source)
    .split("\n")
    .map((line) => Buffer.from(line));
  return {
    on: (line, { startLine, startColumn, endLine, endColumn }) => {
      const text = lines[line - 1];
      if (text === undefined || line < startLine || line > endLine) return false;
      const from = line === startLine ? startColumn - 1 : 0;
      const to = line === endLine ? endColumn - 1 : text.length;
      return /[^\s(){}[\],;]/.test(text.toString("utf8", Math.max(0, from), Math.max(0, to)));
    },
  };
}

/** Of a file in another language nobody knows what is code: all that is not blank. */
export const anyCode: Code = { on: (line, { startLine, endLine }) => startLine <= line && line <= endLine };

/** Blanks in their place, as many bytes. */
function withoutComments(source: string): string {
  let text = "";
  let end = 0;
  for (const comment of commentsOf(source)) {
    text +=
      source.slice(end, comment.at) + comment.text.replace(/[^\n]/gu, (one) => " ".repeat(Buffer.byteLength(one)));
    end = comment.at + comment.text.length;
  }
  return text + source.slice(end);
}
