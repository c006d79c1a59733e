import { decodeOutput } from "./test-event.ts";

/**
 * Output of one test, of which only the beginning and the end are kept. What falls out of the middle is never decoded. Sizes are
 * characters of the JSON text, which is what memory holds; escapes make that a little more than what was printed.
 *
 * A class, since there are several for each test: an object literal with a getter leaves the getter, and all that it refers to, in the old part of V8's heap
 * (Node 20.20), where it took a third of the time of reading a stream to collect.
 */
export class OutputClip {
  readonly #headLimit: number;
  readonly #tailLimit: number;
  readonly #head: string[] = [];
  #headSize = 0;
  #full = false;
  /** The end is kept as two generations, so that nothing is moved when old lines go. */
  #older: string[] = [];
  #newer: string[] = [];
  #newerSize = 0;
  #leftLines = 0;
  #leftSize = 0;

  /** `limit`: how many characters to keep; a quarter of it for the beginning, since what failed is usually said last. */
  constructor(limit: number) {
    this.#headLimit = limit / 4;
    this.#tailLimit = limit - this.#headLimit;
  }

  add(output: string): void {
    this.#full ||= this.#headSize + output.length > this.#headLimit;
    if (this.#full) this.#addToEnd(output);
    else {
      this.#head.push(decodeOutput(output));
      this.#headSize += output.length;
    }
  }

  /** The kept text; where something was left out a line says how much. */
  text(): string {
    const tail = lastOf([...this.#older, ...this.#newer], this.#tailLimit);
    const lines = this.#leftLines + tail.gone.filter(isLine).length;
    const size = this.#leftSize + sizeOf(tail.gone);
    const note = size === 0 ? "" : leftOut(lines, size);
    return this.#head.join("") + note + tail.kept.map(decodeOutput).join("");
  }

  #addToEnd(output: string): void {
    this.#newer.push(output);
    this.#newerSize += output.length;
    if (this.#newerSize <= this.#tailLimit) return;
    for (const gone of this.#older) {
      this.#leftLines += isLine(gone) ? 1 : 0;
      this.#leftSize += gone.length;
    }
    this.#older = this.#newer;
    this.#newer = [];
    this.#newerSize = 0;
  }
}

function lastOf(outputs: readonly string[], limit: number): { kept: readonly string[]; gone: readonly string[] } {
  let first = outputs.length;
  for (let size = 0; first > 0; first--) {
    size += outputs[first - 1]?.length ?? 0;
    if (size > limit) break;
  }
  return { kept: outputs.slice(first), gone: outputs.slice(0, first) };
}

function leftOut(lines: number, size: number): string {
  return `[… ${lines} lines, about ${Math.max(1, Math.round(size / 1024))} KiB, left out …]\n`;
}

function sizeOf(outputs: readonly string[]): number {
  return outputs.reduce((sum, output) => sum + output.length, 0);
}

function isLine(output: string): boolean {
  return output.endsWith("\\n");
}
