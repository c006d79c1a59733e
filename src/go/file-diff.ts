import { FILE_HEADERS_ONLY, formatPatch, parsePatch, type StructuredPatchHunk, structuredPatch } from "diff";

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

/** Above this many changed lines the shortest diff takes more time and memory than it is worth: they grow with its square. */
const mostEdits = 400;

/** How one text becomes the other; where too much differs, everything goes and comes. */
export function textHunks(before: string, after: string): FileDiff["hunks"] {
  const found = structuredPatch("", "", before, after, "", "", { context: 3, maxEditLength: mostEdits });
  return found === undefined ? [wholeHunk(before, after)] : found.hunks;
}

/** `-` every line of the one, `+` every line of the other, as git writes it. */
function wholeHunk(before: string, after: string): StructuredPatchHunk {
  const [old, now] = [linesOf("-", before), linesOf("+", after)];
  const count = (text: string): number => text.split("\n").length - (text.endsWith("\n") || text === "" ? 1 : 0);
  const [oldLines, newLines] = [count(before), count(after)];
  return {
    ...{ oldStart: 1, oldLines, newStart: 1, newLines },
    lines: [...old, ...now],
  };
}

function linesOf(sign: string, text: string): readonly string[] {
  if (text === "") return [];
  const lines = text
    .replace(/\n$/, "")
    .split("\n")
    .map((line) => `${sign}${line}`);
  return text.endsWith("\n") ? lines : [...lines, "\\ No newline at end of file"];
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

export function firstChange([hunk]: FileDiff["hunks"]): number {
  if (hunk === undefined) return 1;
  const before = hunk.lines.findIndex((line) => /^[-+]/.test(line));
  return Math.max(1, hunk.oldStart + Math.max(0, before));
}
