import type { CoverageBlock, CoveredFile } from "../../model/coverage.ts";
import { percentOf } from "../../model/percent.ts";
import type { Patch } from "../../model/report.ts";
import type { Code } from "./code.ts";
import { by, countedBlocks, lastLine } from "./summary.ts";

/** The lines that a change adds to files, by path. */
export type ChangedFiles = ReadonlyMap<string, { has(line: number): boolean }>;

/** Coverage of what a change adds, but for what it is compared with. */
export type PatchCounts = Omit<Patch, "base">;

/**
 * The statements of blocks that a change touches. A block is what runs as a whole, so all of its statements count when one of its lines is new and holds code of it;
 * lines that hold nothing but comments or brackets touch nothing. Uncovered are lines with code that are both new and not reached, and new lines between two of them that
 * hold no code that was reached.
 * @param codeOf the code of the file at a path; null when it is not here
 */
export function patchCoverage(
  files: readonly CoveredFile[],
  changed: ChangedFiles,
  codeOf: (path: string) => Code | null,
): PatchCounts {
  const found = new Map<string, Touched>();
  for (const file of files) {
    const { path } = file;
    const lines = path === null || !file.lines ? undefined : changed.get(path);
    const code = path === null || lines === undefined ? null : codeOf(path);
    if (path === null || lines === undefined || code === null) continue;
    const touched = found.get(path) ?? { covered: 0, statements: 0, lines, reached: new Set(), uncovered: new Set() };
    for (const block of countedBlocks(file)) touch(touched, block, code);
    if (touched.statements > 0) found.set(path, touched);
  }
  const all = [...found].map(([path, touched]) => ({ path, uncovered: rangesOf(touched) }));
  const sum = (count: (file: Touched) => number): number => [...found.values()].reduce((n, file) => n + count(file), 0);
  const [covered, statements] = [sum((file) => file.covered), sum((file) => file.statements)];
  return { percent: percentOf(covered, statements), covered, statements, files: all.sort(by("path")) };
}

/** What a change touches of one file. */
interface Touched {
  covered: number;
  statements: number;
  /** The new ones. */
  readonly lines: { has(line: number): boolean };
  /** New lines with code of blocks that were reached, and that were not. */
  readonly reached: Set<number>;
  readonly uncovered: Set<number>;
}

function touch(touched: Touched, block: CoverageBlock, code: Code): void {
  if (block.statements === 0) return;
  const lines: number[] = [];
  for (let line = block.startLine; line <= lastLine(block); line++) {
    if (touched.lines.has(line) && code.on(line, block)) lines.push(line);
  }
  if (lines.length === 0) return;
  const isReached = block.count > 0;
  touched.statements += block.statements;
  if (isReached) touched.covered += block.statements;
  for (const line of lines) (isReached ? touched.reached : touched.uncovered).add(line);
}

/** Inclusive ranges of the uncovered lines. */
function rangesOf({ lines, reached, uncovered }: Touched): [number, number][] {
  const found: [number, number][] = [];
  for (const line of [...uncovered].sort((a, b) => a - b)) {
    const last = found.at(-1);
    let next = (last?.[1] ?? line) + 1;
    while (next < line && lines.has(next) && !reached.has(next)) next += 1;
    if (last !== undefined && next === line) last[1] = line;
    else found.push([line, line]);
  }
  return found;
}
