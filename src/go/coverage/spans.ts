import type { CoverageBlock } from "../../model/coverage.ts";

/**
 * Cuts source text where blocks begin and end: of each stretch its length and its count, one after the other; -1: not tracked. Blocks may lie in each other: the
 * inner one shows.
 */
export function runsOf(source: string, blocks: readonly CoverageBlock[]): number[] {
  const runs: number[] = [];
  const open: number[] = [];
  let from = 0;
  const runTo = (end: number): void => {
    if (end > from) runs.push(end - from, blocks[open.at(-1) ?? -1]?.count ?? -1);
    from = Math.max(from, end);
  };
  for (const edge of edgesOf(source, blocks)) {
    const index = edge % blocks.length;
    const place = Math.floor(edge / blocks.length);
    runTo(Math.floor(place / 2));
    if (place % 2 === 1) open.push(index);
    else open.splice(open.lastIndexOf(index), 1);
  }
  runTo(source.length);
  return runs;
}

/** Where blocks begin and end, in order; of those at one place ends come first. A number each, which is sorted many times as fast as an object: place, beginning or end, block. */
function edgesOf(source: string, blocks: readonly CoverageBlock[]): Float64Array {
  const offset = offsetsIn(source);
  const edges = new Float64Array(2 * blocks.length);
  let size = 0;
  for (const [index, block] of blocks.entries()) {
    const start = offset(block.startLine, block.startColumn);
    const end = offset(block.endLine, block.endColumn);
    if (end <= start) continue;
    edges[size++] = (2 * start + 1) * blocks.length + index;
    edges[size++] = 2 * end * blocks.length + index;
  }
  return edges.subarray(0, size).sort();
}

/** The place of a line and a column in the text, both from 1. */
function offsetsIn(source: string): (line: number, column: number) => number {
  const starts = [0];
  for (let end = source.indexOf("\n"); end >= 0; end = source.indexOf("\n", end + 1)) starts.push(end + 1);
  starts.push(source.length + 1);
  const isAscii = Buffer.byteLength(source) === source.length;
  return (line, column) => {
    const start = starts[line - 1] ?? source.length;
    const end = Math.max(start, (starts[line] ?? 0) - 1);
    const before = Math.max(0, column - 1);
    const within = isAscii ? Math.min(before, end - start) : unitsIn(source.slice(start, end), before);
    return Math.min(source.length, start + within);
  };
}

/** Columns count bytes, indexes UTF-16 units: those in the first bytes of a line. */
function unitsIn(line: string, bytes: number): number {
  return Buffer.from(line).subarray(0, bytes).toString("utf8").length;
}
