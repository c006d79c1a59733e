import { FILE_HEADERS_ONLY, formatPatch, parsePatch, type StructuredPatchHunk } from "diff";

/** What a tool would change in one file. */
export interface FileDiff {
  /** As the tool names it behind `---`. */
  readonly name: string;
  /** First line that changes. */
  readonly line: number;
  readonly hunks: readonly StructuredPatchHunk[];
}

/**
 * Reads unified diffs, one file after the other. Throws on a diff that was cut off.
 */
export function parseDiffs(text: string): readonly FileDiff[] {
  return parsePatch(text).flatMap(({ oldFileName, hunks }) => {
    if (oldFileName === undefined) return [];
    return [{ name: oldFileName, line: firstChange(hunks), hunks }];
  });
}

/** The diff of the file at `path`, relative to the repository, without what only the tool knows. */
export function diffText(path: string, hunks: FileDiff["hunks"]): string {
  const names = { oldFileName: path, newFileName: path, oldHeader: "", newHeader: "" };
  return formatPatch({ ...names, hunks: [...hunks] }, FILE_HEADERS_ONLY).trimEnd();
}

/** True when nothing differs but carriage returns at the ends of lines, as a checkout with `core.autocrlf` makes them. */
export function isLineEndsOnly(hunks: FileDiff["hunks"]): boolean {
  const lines = (sign: string): string =>
    hunks
      .flatMap((hunk) => hunk.lines)
      .filter((line) => line.startsWith(sign))
      .map((line) => line.slice(1).replace(/\r$/, ""))
      .join("\n");
  return lines("-") === lines("+");
}

function firstChange([hunk]: FileDiff["hunks"]): number {
  if (hunk === undefined) return 1;
  const before = hunk.lines.findIndex((line) => /^[-+]/.test(line));
  return Math.max(1, hunk.oldStart + Math.max(0, before));
}
