import { diffText, type FileDiff, parseDiffs } from "../go/file-diff.ts";
import type { FilePatch, Judgement, PatchProduct } from "../model/judgement.ts";

/** A file that a tool would change. */
export interface ChangedFile extends FilePatch {
  readonly line: number;
  /** Where it is not that of the gate. */
  readonly title?: string;
  /** What it says in place of a diff: no patch holds it. */
  readonly message?: string;
}

type Special = Partial<Pick<PatchProduct, "covers" | "complete">>;

/** Says that a tool would change files, and how. */
export function changes(
  source: string,
  title: string,
  files: readonly ChangedFile[],
  { covers = [], complete = false }: Special = {},
): Required<Pick<Judgement, "findings" | "products">> {
  const patches = files.filter(({ message }) => message === undefined);
  const whole = complete && patches.length === files.length;
  return {
    findings: files.map((file) => {
      const { path, line, diff, message = diff } = file;
      return { source, severity: "error", path, line, column: null, title: file.title ?? title, message };
    }),
    products: patches.length === 0 ? [] : [{ type: "patch", files: patches.map(patchOf), covers, complete: whole }],
  };
}

function patchOf({ path, diff, modes }: ChangedFile): FilePatch {
  return modes === undefined ? { path, diff } : { path, diff, modes };
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
