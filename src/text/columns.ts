import stringWidth from "fast-string-width";
import { clipName } from "./clip.ts";

export type Row = readonly string[];

/** Columns padded by what a terminal shows: wide characters count twice, colours not at all. */
export function aligned(rows: readonly Row[], indent = "  "): readonly string[] {
  const widths = widthsOf(rows);
  return rows.map((row) => {
    const cells = row.map((cell, index) => cell + " ".repeat((widths[index] ?? 0) - stringWidth(cell)));
    return `${indent}${cells.join("  ")}`.trimEnd();
  });
}

/** What the lines of `aligned` take. */
export function alignedWidth(rows: readonly Row[], indent = "  "): number {
  const widths = widthsOf(rows);
  return stringWidth(indent) + widths.reduce((sum, width) => sum + width, 0) + 2 * Math.max(0, widths.length - 1);
}

/** Cuts a name in its middle to what takes at most `max` columns of a terminal. */
export function clipWidth(name: string, max: number): string {
  let clipped = clipName(name, max);
  for (let room = max - 1; room > 0 && stringWidth(clipped) > max; room--) clipped = clipName(name, room);
  return clipped;
}

/** A text as lines of at most `max` characters where it has blanks to break at. */
export function wrapped(text: string, max: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > max) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

function widthsOf(rows: readonly Row[]): readonly number[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, stringWidth(cell));
  }
  return widths;
}
