import type { CoverageBlock } from "../../model/coverage.ts";

/** A stretch of source with one count; null: not tracked. */
export interface CoverageSpan {
  readonly text: string;
  readonly count: number | null;
}

/** Cuts source text where blocks begin and end. Blocks may lie in each other: the inner one shows. */
export function* spansOf(source: string, blocks: readonly CoverageBlock[]): Generator<CoverageSpan> {
  const edges = edgesOf(source, blocks);
  const open: CoverageBlock[] = [];
  let from = 0;
  for (const { at, block, starts } of edges) {
    if (at > from) yield { text: source.slice(from, at), count: innermost(open) };
    from = Math.max(from, at);
    if (starts) open.push(block);
    else open.splice(open.lastIndexOf(block), 1);
  }
  if (from < source.length) yield { text: source.slice(from), count: innermost(open) };
}

function innermost(open: readonly CoverageBlock[]): number | null {
  return open.at(-1)?.count ?? null;
}

interface Edge {
  readonly at: number;
  readonly block: CoverageBlock;
  readonly starts: boolean;
}

function edgesOf(source: string, blocks: readonly CoverageBlock[]): readonly Edge[] {
  const lines = source.split("\n");
  const starts: number[] = [0];
  let start = 0;
  for (const { length } of lines) {
    start += length + 1;
    starts.push(start);
  }
  const isAscii = Buffer.byteLength(source) === source.length;
  const offset = (line: number, column: number): number => {
    const start = Math.min(starts[line - 1] ?? source.length, source.length);
    const text = lines[line - 1] ?? "";
    const before = Math.max(0, column - 1);
    return start + (isAscii ? Math.min(before, text.length) : unitsIn(text, before));
  };
  const edges: Edge[] = [];
  for (const block of blocks) {
    const [from, to] = [offset(block.startLine, block.startColumn), offset(block.endLine, block.endColumn)];
    if (to > from) edges.push({ at: from, block, starts: true }, { at: to, block, starts: false });
  }
  return edges.sort((a, b) => a.at - b.at || Number(a.starts) - Number(b.starts));
}

/** Columns count bytes, indexes UTF-16 units: those in the first bytes of a line. */
function unitsIn(line: string, bytes: number): number {
  return Buffer.from(line).subarray(0, bytes).toString("utf8").length;
}
