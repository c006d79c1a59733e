import type { Blocks, CoverageBlock, CoverMode } from "../../model/coverage.ts";

/**
 * The blocks of one file, 28 bytes each. With -coverpkg every test binary writes every block, so most of what comes is already here: in the
 * same order, which makes the next one the first guess, a binary search the second.
 */
export class FileBlocks implements Blocks {
  #size = 0;
  /** Start line, end line, start column, end column: the order in which Go sorts. */
  #positions = new Int32Array(64);
  #statements = new Int32Array(16);
  #counts = new Float64Array(16);
  #last = -1;
  /** By position, only when the blocks do not come in order. */
  #index: Map<string, number> | null = null;

  get size(): number {
    return this.#size;
  }

  /**
   * Adds a block, or its count to the one that is there: together in mode `set`, summed otherwise (golang.org/x/tools/cover). Answers
   * false when the number of statements contradicts an earlier one.
   */
  add(block: CoverageBlock, mode: CoverMode): boolean {
    const at = this.#find(block);
    if (at < 0) {
      this.#append(block);
      return true;
    }
    return this.#count(at, block, mode);
  }

  #count(at: number, block: CoverageBlock, mode: CoverMode): boolean {
    this.#last = at;
    const before = this.#counts[at] ?? 0;
    this.#counts[at] = mode === "set" ? Math.max(before, block.count) : before + block.count;
    return this.#statements[at] === block.statements;
  }

  /** Over an array of all of them, which is made several times as fast as a generator goes on. */
  [Symbol.iterator](): IterableIterator<CoverageBlock> {
    const all: CoverageBlock[] = [];
    for (let at = 0; at < this.#size; at++) all.push(this.#at(at));
    return all.values();
  }

  #at(at: number): CoverageBlock {
    const positions = this.#positions;
    const from = at * 4;
    return {
      startLine: positions[from] ?? 0,
      startColumn: positions[from + 2] ?? 0,
      endLine: positions[from + 1] ?? 0,
      endColumn: positions[from + 3] ?? 0,
      statements: this.#statements[at] ?? 0,
      count: this.#counts[at] ?? 0,
    };
  }

  #find(block: CoverageBlock): number {
    if (this.#size === 0) return -1;
    if (this.#last + 1 < this.#size && this.#compare(this.#last + 1, block) === 0) return this.#last + 1;
    if (this.#index !== null) return this.#index.get(keyOf(block)) ?? -1;
    if (this.#compare(this.#size - 1, block) < 0) return -1;
    let [low, high] = [0, this.#size - 1];
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const order = this.#compare(middle, block);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  #append(block: CoverageBlock): void {
    const inOrder = this.#size === 0 || this.#compare(this.#size - 1, block) < 0;
    if (!inOrder) this.#index ??= new Map([...this].map((entry, at) => [keyOf(entry), at]));
    if (this.#size === this.#statements.length) this.#grow();
    const at = this.#size++;
    this.#positions[at * 4] = block.startLine;
    this.#positions[at * 4 + 1] = block.endLine;
    this.#positions[at * 4 + 2] = block.startColumn;
    this.#positions[at * 4 + 3] = block.endColumn;
    this.#statements[at] = block.statements;
    this.#counts[at] = block.count;
    this.#index?.set(keyOf(block), at);
    this.#last = at;
  }

  #grow(): void {
    const capacity = Math.ceil(this.#size * 1.5);
    const grown = { positions: new Int32Array(capacity * 4), statements: new Int32Array(capacity) };
    grown.positions.set(this.#positions);
    grown.statements.set(this.#statements);
    const counts = new Float64Array(capacity);
    counts.set(this.#counts);
    this.#positions = grown.positions;
    this.#statements = grown.statements;
    this.#counts = counts;
  }

  #compare(at: number, block: CoverageBlock): number {
    const start = at * 4;
    const positions = this.#positions;
    return (
      (positions[start] ?? 0) - block.startLine ||
      (positions[start + 1] ?? 0) - block.endLine ||
      (positions[start + 2] ?? 0) - block.startColumn ||
      (positions[start + 3] ?? 0) - block.endColumn
    );
  }
}

function keyOf(block: CoverageBlock): string {
  return `${block.startLine}.${block.startColumn},${block.endLine}.${block.endColumn}`;
}
