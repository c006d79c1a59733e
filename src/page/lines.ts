import type { PageFile, PageSource } from "./data.ts";

/** `partial`: a part of it was not reached. */
export type LineState = "covered" | "partial" | "uncovered" | "untracked";

export interface SourcePart {
  readonly text: string;
  /** How often it ran; -1: not tracked. */
  readonly count: number;
}

export interface SourceLine {
  readonly number: number;
  readonly state: LineState;
  /** The change under test touches it, and no test reached it. */
  readonly changed: boolean;
  /** How often what ran most of it ran. */
  readonly count: number;
  readonly parts: readonly SourcePart[];
}

/** The lines of a source with what tests reached of them. Which lines are uncovered the report says; the counts tell the parts of a line. */
export function sourceLines(
  { text, runs }: PageSource,
  { uncovered, changed }: Pick<PageFile, "uncovered" | "changed">,
): readonly SourceLine[] {
  const lines: SourcePart[][] = [[]];
  let at = 0;
  for (let index = 0; index < runs.length; index += 2) {
    const [length = 0, count = -1] = runs.slice(index, index + 2);
    const pieces = text.slice(at, at + length).split("\n");
    at += length;
    for (const [piece, part] of pieces.entries()) {
      if (piece > 0) lines.push([]);
      if (part !== "") lines.at(-1)?.push({ text: part.replace(/\r$/, ""), count });
    }
  }
  // What ends with a line end has no line behind it.
  if (lines.at(-1)?.length === 0) lines.pop();
  const isUncovered = inRanges(uncovered);
  const isChanged = inRanges(changed);
  return lines.map((parts, index) => {
    const number = index + 1;
    return { number, changed: isChanged(number), ...lineOf(parts, isUncovered(number)) };
  });
}

function lineOf(parts: readonly SourcePart[], uncovered: boolean): Pick<SourceLine, "state" | "count" | "parts"> {
  const telling = parts.filter(({ text }) => /[^\s{}()]/u.test(text));
  const tracked = telling.length > 0 ? telling : parts.filter(({ text }) => text.trim() !== "");
  const ran = tracked.filter(({ count }) => count > 0);
  const missed = uncovered || telling.some(({ count }) => count === 0);
  const count = ran.reduce((most, part) => Math.max(most, part.count), 0);
  return { state: stateOf(ran.length > 0, missed), count, parts };
}

function stateOf(ran: boolean, missed: boolean): LineState {
  if (missed) return ran ? "partial" : "uncovered";
  return ran ? "covered" : "untracked";
}

/** Asked for lines in rising order. */
function inRanges(ranges: PageFile["uncovered"]): (line: number) => boolean {
  let next = 0;
  return (line) => {
    while (next < ranges.length && (ranges[next]?.[1] ?? 0) < line) next += 1;
    const range = ranges[next];
    return range !== undefined && range[0] <= line;
  };
}

/** The range after a line (or before it), null where there is none. */
export function nextRange(
  uncovered: PageFile["uncovered"],
  from: number,
  step: 1 | -1,
): { readonly index: number; readonly range: readonly [number, number] } | null {
  const index =
    step > 0 ? uncovered.findIndex(([first]) => first > from) : uncovered.findLastIndex(([first]) => first < from);
  const range = uncovered[index];
  return range === undefined ? null : { index, range };
}
