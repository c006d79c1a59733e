import { groupBy } from "../../group-by.ts";
import type { CoverageBlock, CoveredFile } from "../../model/coverage.ts";
import { by, countedBlocks, lastLine, uncoveredLines } from "./summary.ts";

/** A file of the repository, line by line. */
export interface LineFile {
  /** Relative to the repository. */
  readonly path: string;
  readonly importPath: string;
  /** The lines with statements, in order, and how often each was run: 8 bytes a line, so that those of a large repository find room. */
  readonly lines: Int32Array;
  readonly hits: Int32Array;
  readonly covered: number;
}

type LineHits = Pick<LineFile, "lines" | "hits" | "covered">;

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
      const found = hitsOf([first, ...others].flatMap(countedBlocks));
      return found.lines.length === 0 ? [] : [{ path, importPath: first.importPath, ...found }];
    })
    .sort(by("path"));
}

function hitsOf(blocks: readonly CoverageBlock[]): LineHits {
  const counts: number[] = [];
  for (const block of blocks) {
    if (block.statements === 0) continue;
    const last = lastLine(block);
    for (let line = Math.max(1, block.startLine); line <= last; line++) {
      counts[line] = Math.max(counts[line] ?? 0, Math.min(block.count, maxHits));
    }
  }
  for (const [from, to] of uncoveredLines(blocks)) for (let line = from; line <= to; line++) counts[line] = 0;
  return compact(counts);
}

/** Of an array with holes, where lines hold no statement. */
function compact(counts: readonly number[]): LineHits {
  const lines = new Int32Array(counts.length);
  const hits = new Int32Array(counts.length);
  let [size, covered] = [0, 0];
  for (let line = 0; line < counts.length; line++) {
    const count = counts[line];
    if (count === undefined) continue;
    lines[size] = line;
    hits[size] = count;
    size += 1;
    if (count > 0) covered += 1;
  }
  return { lines: lines.slice(0, size), hits: hits.slice(0, size), covered };
}
