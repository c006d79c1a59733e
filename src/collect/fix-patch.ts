import { writeFile } from "node:fs/promises";
import { applyPatch, FILE_HEADERS_ONLY, formatPatch } from "diff";
import { makeParent } from "../files/output-dir.ts";
import { textHunks } from "../go/file-diff.ts";
import type { Fix, FixedFile, Lack } from "../model/fix.ts";
import type { FileMode, FilePatch, PatchProduct } from "../model/judgement.ts";
import type { Stage } from "../model/stage.ts";
import type { Redactor } from "../platform/mask.ts";

export interface FixPatch extends Omit<Fix, "mends"> {
  /** The same in one patch for `git apply`; empty: nothing. */
  readonly text: string;
}

type Patch = Omit<PatchProduct, "type" | "complete"> & { readonly stage: Pick<Stage, "id" | "gate"> };

type Building = { -readonly [K in keyof FixedFile]: FixedFile[K] } & { readonly stages: Patch["stage"][] };

/**
 * Joins what stages would change, one after the other, into one change of each file. Where two of them change the same lines the first one counts, unless
 * the second covers all that were there before it. `read` answers the text of a file of the repository, null when it is not there.
 */
export async function joinPatches(
  patches: readonly Patch[],
  read: (path: string) => Promise<string | null>,
): Promise<FixPatch> {
  const files = new Map<string, Building>();
  const lacks: Lack[] = [];
  for (const { stage, files: changes, covers } of patches) {
    for (const change of changes) {
      const { path } = change;
      const before = files.has(path) ? null : await read(path);
      const file = files.get(path) ?? { path, before, after: before, modes: noModes, stages: [] };
      files.set(path, file);
      if (!apply(file, change, covers)) lacks.push({ stage: stage.id, path, why: lackOf(file.stages) });
      file.stages.push(stage);
    }
  }
  const changed = [...files.values()].filter(({ before, after, modes }) => before !== after || !sameMode(modes));
  const sorted = changed
    .map(({ path, before, after, modes }): FixedFile => ({ path, before, after, modes }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return { text: sorted.map(filePatch).join(""), files: sorted, lacks };
}

const noModes: FixedFile["modes"] = { before: null, after: null };

function sameMode({ before, after }: FixedFile["modes"]): boolean {
  return before === null || after === null || before === after;
}

/** Answers whether the change fits. */
function apply(file: Building, { diff, modes }: FilePatch, covers: Patch["covers"]): boolean {
  const onTop = applyPatch(file.after ?? "", diff);
  const covered = file.stages.every(({ gate }) => covers.includes(gate));
  const text = onTop === false && covered ? applyPatch(file.before ?? "", diff) : onTop;
  if (text === false) return false;
  const gone = modes !== undefined && modes.after === null;
  file.after = gone ? null : text;
  if (modes !== undefined) file.modes = { before: file.modes.before ?? modes.before, after: modes.after };
  return true;
}

function lackOf(before: Building["stages"]): string {
  return before.length === 0
    ? "the file has changed since"
    : `it overlaps with what ${before.map(({ id }) => id).join(" and ")} would change there: apply the patch, then run again`;
}

/** For people. */
export function lackWarning({ stage, path, why }: Lack): string {
  return `fix.patch lacks what ${stage} would change in ${path}: ${why}.`;
}

const ordinary: FileMode = "100644";

function filePatch({ path, before, after, modes }: FixedFile): string {
  const names = { oldFileName: `a/${path}`, newFileName: `b/${path}`, oldHeader: "", newHeader: "" };
  const patch = { ...names, hunks: [...textHunks(before ?? "", after ?? "")], isGit: true };
  if (before === null) {
    const newMode = modes.after ?? ordinary;
    return formatPatch({ ...patch, oldFileName: "/dev/null", isCreate: true, newMode }, FILE_HEADERS_ONLY);
  }
  if (after === null) {
    const oldMode = modes.before ?? ordinary;
    return formatPatch({ ...patch, newFileName: "/dev/null", isDelete: true, oldMode }, FILE_HEADERS_ONLY);
  }
  const { before: oldMode, after: newMode } = modes;
  const moded = oldMode === null || newMode === null || oldMode === newMode ? {} : { oldMode, newMode };
  return formatPatch({ ...patch, ...moded }, FILE_HEADERS_ONLY);
}

/** Writes the patch when there is something to change, without secrets. */
export async function writeFixPatch({ text }: FixPatch, path: string, redactor: Redactor): Promise<void> {
  if (text === "") return;
  await makeParent(path);
  await writeFile(path, redactor.redact(text), { flag: "wx" });
}
