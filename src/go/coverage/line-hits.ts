import { groupBy } from "../../group-by.ts";
import type { CoverageBlock, CoveredFile } from "../../model/coverage.ts";
import { by, countedBlocks, lastLine, uncoveredLines } from "./summary.ts";

/** A file of the repository, line by line. */
export interface LineFile {
  /** Relative to the repository. */
  readonly path: string;
  readonly importPath: string;
  /** How often the lines with statements were run, in order. */
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
      const blocks = [first, ...others].flatMap((file) => [...countedBlocks(file)]);
      const hits = hitsOf(blocks);
      if (hits.length === 0) return [];
      const covered = hits.filter(([, count]) => count > 0).length;
      return [{ path, importPath: first.importPath, hits, covered }];
    })
    .sort(by("path"));
}

function hitsOf(blocks: readonly CoverageBlock[]): LineFile["hits"] {
  const hits = new Map<number, number>();
  for (const block of blocks) {
    if (block.statements === 0) continue;
    for (let line = Math.max(1, block.startLine); line <= lastLine(block); line++) {
      hits.set(line, Math.max(hits.get(line) ?? 0, Math.min(block.count, maxHits)));
    }
  }
  for (const [from, to] of uncoveredLines(blocks)) for (let line = from; line <= to; line++) hits.set(line, 0);
  return [...hits].sort(([a], [b]) => a - b);
}
