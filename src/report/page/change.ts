import { shortCommit } from "../../model/commit.ts";
import type { Comparison, Coverage, Patch, Report } from "../../model/report.ts";
import type { PageChange } from "../../page/data.ts";
import { sanitizeLine } from "../../text/sanitize.ts";
import {
  changedPackages,
  lackingFiles,
  noteSentence,
  packageWords,
  patchLimit,
  patchWords,
  totalWords,
} from "../view/change.ts";

/** What the change under test covers, and what it did to the coverage of the whole; null where there was nothing to compare and nothing is to be said of it. */
export function pageChange({ comparison, totals, thresholds }: Report): PageChange | null {
  const { coverage, patch } = totals;
  if (comparison === undefined || coverage === null) return null;
  const notes = comparison.notes.map((note) => sanitizeLine(noteSentence(note)));
  if (patch === null) return notes.length === 0 ? null : { patch: null, total: null, files: [], packages: [], notes };
  const { baseline } = comparison;
  return {
    patch: patchOf(patch, thresholds),
    files: lackingFiles(patch).map(({ path, uncovered }) => ({ path, uncovered })),
    ...(baseline === null ? { total: null, packages: [] } : wholeOf(baseline, coverage)),
    notes,
  };
}

function patchOf(patch: Patch, thresholds: Report["thresholds"]): NonNullable<PageChange["patch"]> {
  const limit = patchLimit(thresholds);
  const words = `${patchWords(patch, limit)}, compared with ${shortCommit(patch.base)}`;
  return { percent: patch.percent, words: sanitizeLine(words), met: limit?.met ?? null };
}

function wholeOf(
  baseline: NonNullable<Comparison["baseline"]>,
  coverage: Coverage,
): Pick<PageChange, "total" | "packages"> {
  const packages = changedPackages(coverage, baseline).map((one) => ({
    name: sanitizeLine(one.importPath),
    ...packageWords(one),
  }));
  const { points, numbers } = totalWords(baseline, coverage);
  return { total: points === null ? numbers : `${points}, ${numbers}`, packages };
}
