import { groupBy } from "../../group-by.ts";
import type { CoverageBlock, CoveredFile } from "../../model/coverage.ts";
import { by, countedBlocks, lastLine, uncoveredLines } from "./summary.ts";

/** A file of the repository, line by line. */
export interface LineFile {
  /** Relative to the repository. */
  readonly path: string;
  readonly importPath: string;
  /** How often the lines with statements were run, in order. Made anew whenever it is asked for: all of them at once fill the memory. */
  readonly hits: readonly (readonly [line: number, hits: number])[];
  readonly covered: number;
}

/** The most that readers which count in 32 bits take. */
const maxHits = 2_147_483_647;

/**
 * The files of a profile as formats see them that count lines. A line has been run as often as the code in it that was run most; it has not been run where
 * `uncovered` of the report says so. Files of other modules, and those whose lines are not known, are left out.
 */
export function lineFiles(files: readonly CoveredFile[]): readonly LineFile[] {
  const known = files.flatMap((file) => (file.path === null || !file.lines ? [] : [{ ...file, path: file.path }]));
  const byPath = groupBy(known, ({ path }) => path);
  return [...byPath]
    .flatMap(([path, [first, ...others]]) => {
      if (first === undefined) return [];
      const hitsHere = (): LineFile["hits"] => hitsOf([first, ...others].flatMap((file) => [...countedBlocks(file)]));
      const hits = hitsHere();
      if (hits.length === 0) return [];
      const covered = hits.filter(([, count]) => count > 0).length;
      const { importPath } = first;
      return [
        {
          path,
          importPath,
          covered,
          get hits() {
            return hitsHere();
          },
        },
      ];
    })
    .sort(by("path"));
}

function hitsOf(blocks: readonly CoverageBlock[]): LineFile["hits"] {
  const counts: number[] = [];
  for (const block of blocks) {
    if (block.statements === 0) continue;
    const last = lastLine(block);
    for (let line = Math.max(1, block.startLine); line <= last; line++) {
      counts[line] = Math.max(counts[line] ?? 0, Math.min(block.count, maxHits));
    }
  }
  for (const [from, to] of uncoveredLines(blocks)) for (let line = from; line <= to; line++) counts[line] = 0;
  const hits: (readonly [number, number])[] = [];
  counts.forEach((count, line) => {
    hits.push([line, count]);
  });
  return hits;
}
