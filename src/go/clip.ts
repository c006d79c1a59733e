import { decodeOutput } from "./test-event.ts";

/**
 * Output of one test, of which only the beginning and the end are kept. What falls out of the middle is never decoded. Sizes are
 * characters of the JSON text, which is what memory holds; escapes make that a little more than what was printed.
 */
export interface OutputClip {
  add(output: string): void;
  /** Lines added so far, whether kept or not. */
  readonly lines: number;
  /** The kept text; where something was left out a line says how much. */
  text(): string;
}

/** `limit`: how many characters to keep; a quarter of it for the beginning, since what failed is usually said last. */
export function createClip(limit: number): OutputClip {
  const headLimit = limit / 4;
  const head: string[] = [];
  let headSize = 0;
  let full = false;
  // The end is kept as two generations, so that nothing is moved when old lines go.
  const end = { older: [] as string[], newer: [] as string[], newerSize: 0 };
  let lines = 0;
  let leftLines = 0;
  let leftSize = 0;
  const leave = (outputs: readonly string[]): void => {
    for (const output of outputs) {
      leftLines += isLine(output) ? 1 : 0;
      leftSize += output.length;
    }
  };
  const addToEnd = (output: string): void => {
    end.newer.push(output);
    end.newerSize += output.length;
    if (end.newerSize <= limit - headLimit) return;
    leave(end.older);
    end.older = end.newer;
    end.newer = [];
    end.newerSize = 0;
  };
  return {
    get lines() {
      return lines;
    },
    add: (output) => {
      if (isLine(output)) lines += 1;
      full ||= headSize + output.length > headLimit;
      if (full) return addToEnd(output);
      head.push(decodeOutput(output));
      headSize += output.length;
    },
    text: () => {
      const tail = lastOf([...end.older, ...end.newer], limit - headLimit);
      const gone = { lines: leftLines + tail.gone.filter(isLine).length, size: leftSize + sizeOf(tail.gone) };
      const note = gone.size === 0 ? "" : leftOut(gone.lines, gone.size);
      return head.join("") + note + tail.kept.map(decodeOutput).join("");
    },
  };
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
