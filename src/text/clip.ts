import { plural } from "./format.ts";

/** Shortening text, saying by how much. */

export interface ClipLimits {
  readonly maxLines: number;
  /** UTF-8. */
  readonly maxBytes: number;
}

/** Bytes of a text in UTF-8, the measure of GitHub's limits. */
export function byteLength(text: string): number {
  return Buffer.byteLength(text, "utf8");
}

/** Cuts a name in its middle, so that both what it starts and what it ends with can be read. `max` in UTF-16 units. */
export function clipName(name: string, max = 120): string {
  if (name.length <= max) return name;
  const head = Math.ceil((max - 1) / 2);
  return `${wellFormed(name.slice(0, head))}…${wellFormed(name.slice(name.length - (max - 1 - head)))}`;
}

/** Cuts the end off a text. `max` in UTF-16 units, the ellipsis included. */
export function clipEnd(text: string, max: number): string {
  return text.length <= max ? text : `${wellFormed(text.slice(0, max - 1))}…`;
}

/**
 * Keeps whole lines from both ends, a third from the start (where a failure is named) and the rest from the end (where it shows), with a note between
 * them. A single line that is too long on its own is cut inside.
 */
export function clipText(text: string, { maxLines, maxBytes }: ClipLimits): string {
  const lines = text.replace(/\n+$/, "").split("\n");
  if (lines.length <= maxLines && byteLength(text) <= maxBytes) return lines.join("\n");
  const head = takeLines(lines, Math.floor(maxLines / 3), Math.floor(maxBytes / 3));
  const tail = takeLines(
    lines.slice(head.length).reverse(),
    maxLines - head.length,
    maxBytes - byteLength(head.join("\n")),
  );
  const left = lines.length - head.length - tail.length;
  const note = left === 0 ? [] : [`… ${plural(left, "line")} left out …`];
  return [...head, ...note, ...tail.reverse()].join("\n");
}

/** The first lines that fit; at least one, cut to the room, so that something is always shown. */
function takeLines(lines: readonly string[], maxLines: number, maxBytes: number): string[] {
  const taken: string[] = [];
  let room = maxBytes;
  for (const line of lines.slice(0, Math.max(1, maxLines))) {
    const size = byteLength(line) + 1;
    if (size > room) {
      // A character takes at most three bytes per UTF-16 unit.
      if (taken.length === 0) taken.push(clipEnd(line, Math.max(2, Math.floor(room / 3))));
      break;
    }
    taken.push(line);
    room -= size;
  }
  return taken;
}

/**
 * The first `head` and the last `tail` lines of a stream, holding no more than `tail` of them, with a note for what stood between.
 */
export async function* clipLines(
  lines: AsyncIterable<string>,
  { head, tail, note }: { readonly head: number; readonly tail: number; readonly note: (left: number) => string },
): AsyncGenerator<string> {
  const ring: string[] = [];
  let seen = 0;
  for await (const line of lines) {
    if (seen < head) yield line;
    else ring[(seen - head) % tail] = line;
    seen += 1;
  }
  const left = seen - head - tail;
  if (left > 0) yield note(left);
  const start = left > 0 ? (seen - head) % tail : 0;
  yield* ring.slice(start);
  yield* ring.slice(0, start);
}

/** Takes off half a surrogate pair that cutting may leave at either end. */
function wellFormed(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, "");
}
