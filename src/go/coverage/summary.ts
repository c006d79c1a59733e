import { groupBy } from "../../group-by.ts";
import type { CoverageBlock, CoveredFile } from "../../model/coverage.ts";
import { percentOf } from "../../model/percent.ts";
import type { Coverage } from "../../model/report.ts";
import { isInFunction } from "./functions.ts";

/** What a profile says; what it leaves out is told elsewhere. */
export type CoverageCounts = Omit<Coverage, "missing">;

interface Count {
  covered: number;
  statements: number;
}

/** Statements and covered statements in all, by package and by file, with the lines that no test reached. The blocks of one path at a time are in memory. */
export function summarizeCoverage(files: readonly CoveredFile[]): CoverageCounts {
  const total: Count = { covered: 0, statements: 0 };
  const packages = new Map<string, Count>();
  const reports: CoverageCounts["files"][number][] = [];
  for (const [path, named] of groupBy(files, (file) => file.path ?? file.name)) {
    const own: Count = { covered: 0, statements: 0 };
    const lines: CoverageBlock[] = [];
    for (const file of named) {
      const counted = countedBlocks(file);
      const count = countOf(counted);
      const pkg = packages.get(file.importPath) ?? { covered: 0, statements: 0 };
      packages.set(file.importPath, pkg);
      if (file.lines) for (const block of counted) lines.push(block);
      for (const sum of [total, pkg, own]) {
        sum.covered += count.covered;
        sum.statements += count.statements;
      }
    }
    reports.push({ path, ...withPercent(own), uncovered: uncoveredLines(lines) });
  }
  return {
    ...withPercent(total),
    packages: [...packages]
      .map(([importPath, count]) => ({ importPath, ...withPercent(count) }))
      .sort(by("importPath")),
    files: reports.sort(by("path")),
  };
}

/** The blocks of a file that count: all, or those in functions where these are known. */
export function countedBlocks({ blocks, functions }: CoveredFile): readonly CoverageBlock[] {
  const all = [...blocks];
  return functions === null ? all : all.filter((block) => isInFunction(functions, block));
}

function countOf(blocks: readonly CoverageBlock[]): Count {
  const count = { covered: 0, statements: 0 };
  for (const block of blocks) {
    count.statements += block.statements;
    if (block.count > 0) count.covered += block.statements;
  }
  return count;
}

function withPercent(count: Count): Count & { percent: number | null } {
  return { percent: percentOf(count.covered, count.statements), ...count };
}

/**
 * Inclusive ranges of lines, those that touch joined. A line that a block shares with covered code is not uncovered: `if err != nil {` where it
 * begins, `} else if ok {` where it ends.
 */
export function uncoveredLines(blocks: readonly CoverageBlock[]): [number, number][] {
  const covered = coveredEdges(blocks);
  const ranges = blocks
    .filter((block) => block.count === 0 && block.statements > 0)
    .map((block): [number, number] => {
      const { startLine, startColumn, endLine, endColumn } = block;
      const sharesLast = endLine > startLine && (covered.starts.get(endLine) ?? -1) >= endColumn;
      const last = sharesLast ? endLine - 1 : lastLine(block);
      const sharesFirst = last > startLine && (covered.ends.get(startLine) ?? Number.POSITIVE_INFINITY) <= startColumn;
      const first = Math.max(1, sharesFirst ? startLine + 1 : startLine);
      return [first, Math.max(first, last)];
    })
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return joined(ranges);
}

/**
 * The last line of a block. Its end is exclusive: in column 1, where Go 1.27 ends most of them, nothing of that line belongs to it. Column 0 is
 * Go's word for a column that a `//line` directive left unknown.
 */
export function lastLine({ startLine, endLine, endColumn }: CoverageBlock): number {
  return endColumn === 1 && endLine > startLine ? endLine - 1 : endLine;
}

/** On which column covered blocks end first, and begin last, by line. */
function coveredEdges(
  blocks: readonly CoverageBlock[],
): Readonly<Record<"starts" | "ends", ReadonlyMap<number, number>>> {
  const starts = new Map<number, number>();
  const ends = new Map<number, number>();
  for (const { count, startLine, startColumn, endLine, endColumn } of blocks) {
    if (count === 0) continue;
    starts.set(startLine, Math.max(startColumn, starts.get(startLine) ?? startColumn));
    ends.set(endLine, Math.min(endColumn, ends.get(endLine) ?? endColumn));
  }
  return { starts, ends };
}

function joined(ranges: readonly [number, number][]): [number, number][] {
  const result: [number, number][] = [];
  for (const [from, to] of ranges) {
    const last = result.at(-1);
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}

/** The order of texts under a key. */
export function by<K extends string>(
  key: K,
): (a: Readonly<Record<K, string>>, b: Readonly<Record<K, string>>) => number {
  return (a, b) => (a[key] < b[key] ? -1 : a[key] > b[key] ? 1 : 0);
}
