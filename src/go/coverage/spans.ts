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
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length + 1);
  const offset = (line: number, column: number): number => {
    const start = Math.min(starts[line - 1] ?? source.length, source.length);
    return start + indexOfColumn(lines[line - 1] ?? "", column);
  };
  return blocks
    .flatMap((block): Edge[] => {
      const [from, to] = [offset(block.startLine, block.startColumn), offset(block.endLine, block.endColumn)];
      if (to <= from) return [];
      return [
        { at: from, block, starts: true },
        { at: to, block, starts: false },
      ];
    })
    .sort((a, b) => a.at - b.at || Number(a.starts) - Number(b.starts));
}

/** Columns count bytes, indexes UTF-16 units. */
function indexOfColumn(line: string, column: number): number {
  const bytes = Buffer.from(line);
  if (bytes.length === line.length) return Math.min(Math.max(0, column - 1), line.length);
  return bytes.subarray(0, Math.max(0, column - 1)).toString("utf8").length;
}
