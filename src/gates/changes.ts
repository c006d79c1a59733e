import { diffText, type FileDiff, parseDiffs } from "../go/file-diff.ts";
import type { Judgement } from "../model/judgement.ts";

/** A file that a tool would change. */
export interface ChangedFile {
  /** Relative to the repository. */
  readonly path: string;
  readonly line: number;
  readonly diff: string;
}

/** Says that a tool would change files, and how. `formats`: it also formats them. */
export function changes(
  source: string,
  title: string,
  files: readonly ChangedFile[],
  formats = false,
): Required<Pick<Judgement, "findings" | "products">> {
  return {
    findings: files.map(({ path, line, diff }) => {
      return { source, severity: "error", path, line, column: null, title, message: diff };
    }),
    products: files.length === 0 ? [] : [{ type: "patch", files, formats }],
  };
}

/** The diffs that a tool printed. `pathOf` answers null for what is no file of the repository; null: what was printed cannot be read as diffs. */
export function printedChanges(
  stdout: string,
  pathOf: (old: string) => string | null,
  counts: (hunks: FileDiff["hunks"]) => boolean = () => true,
): readonly ChangedFile[] | null {
  const diffs = readable(stdout);
  if (diffs === null) return null;
  return diffs.flatMap(({ name, line, hunks }) => {
    const path = pathOf(name);
    return path === null || !counts(hunks) ? [] : [{ path, line, diff: diffText(path, hunks) }];
  });
}

function readable(text: string): readonly FileDiff[] | null {
  try {
    return parseDiffs(text);
  } catch {
    // What it holds beyond the limit was cut off, or the tool died while it wrote.
    return null;
  }
}
