import { ownFrame, type SourceMap } from "./source-map.ts";

/** A place in the repository. */
export interface StackPlace {
  readonly path: string;
  readonly line: number;
}

/** One goroutine (or one access of a race report) of a stack dump: functions with the places they were called from. */
export interface Stack {
  readonly frames: readonly Frame[];
  /** As printed. */
  readonly lines: readonly string[];
}

interface Frame {
  readonly function: string;
  readonly file: string;
  readonly line: number;
}

/** `\t/src/a.go:12 +0x1d` after a line that names the function; race reports indent by spaces, signals add registers. */
const framePlace = /^(?:\t|\s{6})(.+?):(\d+)(?: \+0x[0-9a-f]+(?: fp=.*)?)?$/;

/** Splits a dump at its empty lines. */
export function parseStacks(lines: readonly string[]): readonly Stack[] {
  const blocks: string[][] = [[]];
  for (const line of lines) {
    if (line === "") blocks.push([]);
    else blocks.at(-1)?.push(line);
  }
  return blocks.map((block) => ({ frames: framesOf(block), lines: block })).filter((stack) => stack.frames.length > 0);
}

/** Without those of `created by`: that is not where it went wrong. */
function framesOf(lines: readonly string[]): readonly Frame[] {
  return lines.flatMap((line, at) => {
    const place = framePlace.exec(line);
    const caller = lines[at - 1]?.trim() ?? "";
    if (place?.[1] === undefined || caller.startsWith("created by ")) return [];
    return [{ function: caller, file: place[1], line: Number(place[2]) }];
  });
}

/** The innermost frame of the repository's own code; with `after`, below the last frame of that function where there is one. */
export function ownPlace(map: SourceMap, stack: Stack, after?: string): StackPlace | null {
  const from = after === undefined ? -1 : stack.frames.findLastIndex((frame) => frame.function.startsWith(after));
  for (const frame of stack.frames.slice(from + 1)) {
    const path = ownFrame(map, frame.file);
    if (path !== null && frame.line > 0) return { path, line: frame.line };
  }
  return from >= 0 ? ownPlace(map, stack) : null;
}

/** The function that the testing package had called, or given to t.Cleanup; null outside of tests. */
export function testFunction(stack: Stack | undefined): string | null {
  const names = stack?.frames.map((frame) => frame.function.replace(/\([^()]*\)$/, "")) ?? [];
  // The function that t.Cleanup was given is a literal of the test's own, one level below it.
  const cleanup = names.indexOf("testing.(*common).Cleanup.func1");
  if (cleanup > 0) return names[cleanup - 1]?.replace(/\.(?:func)?\d+$/, "") ?? null;
  return names[names.indexOf("testing.tRunner") - 1] ?? null;
}
