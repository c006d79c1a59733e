import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { applyPatch, FILE_HEADERS_ONLY, formatPatch, structuredPatch } from "diff";
import { ifThere } from "../errors.ts";
import { makeParent } from "../files/output-dir.ts";
import type { PatchProduct } from "../model/judgement.ts";
import type { Stage } from "../model/stage.ts";
import type { Redactor } from "../platform/mask.ts";

export interface FixPatch {
  /** What several stages would change, in one patch for `git apply`; empty: nothing. */
  readonly text: string;
  /** What it does not hold, in sentences. */
  readonly lacks: readonly string[];
}

type Patch = Omit<PatchProduct, "type"> & { readonly stage: Pick<Stage, "id"> };

/**
 * Joins what stages would change, one after the other, into one change of each file. Where two of them change the same lines the first one counts, unless
 * the second also formats. `read` answers the text of a file of the repository, null when it is not there.
 */
export async function joinPatches(
  patches: readonly Patch[],
  read: (path: string) => Promise<string | null>,
): Promise<FixPatch> {
  const files = new Map<string, { readonly before: string | null; after: string; readonly stages: string[] }>();
  const lacks: string[] = [];
  for (const { stage, files: changes, formats } of patches) {
    for (const { path, diff } of changes) {
      const before = files.has(path) ? null : await read(path);
      const file = files.get(path) ?? { before, after: before ?? "", stages: [] };
      files.set(path, file);
      const onTop = applyPatch(file.after, diff);
      const after = onTop === false && formats ? applyPatch(file.before ?? "", diff) : onTop;
      if (after === false) lacks.push(lackOf(path, stage.id, file.stages));
      else file.after = after;
      file.stages.push(stage.id);
    }
  }
  const changed = [...files].filter(([, { before, after }]) => (before ?? "") !== after);
  const sorted = changed.sort(([a], [b]) => (a < b ? -1 : 1));
  return { text: sorted.map(([path, { before, after }]) => filePatch(path, before, after)).join(""), lacks };
}

function lackOf(path: string, stage: string, before: readonly string[]): string {
  const why =
    before.length === 0
      ? "the file has changed since"
      : `it overlaps with what ${before.join(" and ")} would change there: apply the patch, then run again`;
  return `fix.patch lacks what ${stage} would change in ${path}: ${why}.`;
}

function filePatch(path: string, before: string | null, after: string): string {
  const patch = structuredPatch(`a/${path}`, `b/${path}`, before ?? "", after, "", "", { context: 3 });
  const created = before === null ? { oldFileName: "/dev/null", isCreate: true, newMode: "100644" } : {};
  return formatPatch({ ...patch, isGit: true, ...created }, FILE_HEADERS_ONLY);
}

/** Writes the patch when there is something to change, without secrets. */
export async function writeFixPatch(
  patches: readonly Patch[],
  { root, path, redactor }: { readonly root: string; readonly path: string; readonly redactor: Redactor },
): Promise<{ readonly written: boolean; readonly lacks: readonly string[] }> {
  const { text, lacks } = await joinPatches(patches, (file) => ifThere(readFile(join(root, file), "utf8")));
  if (text === "") return { written: false, lacks };
  await makeParent(path);
  await writeFile(path, redactor.redact(text), { flag: "wx" });
  return { written: true, lacks };
}
