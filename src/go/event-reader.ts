import { continuesEntry, startsEntry } from "./log-lines.ts";
import { readTestEvent, type TestEvent } from "./test-event.ts";

/** Reads the lines of `go test -json` in their order; what is left of control sequences that Go has broken is taken off. */
export type EventReader = (line: string) => TestEvent;

/**
 * With -json, Go 1.27 drops the ESC of what a test prints, since ESC guards its own marks (cmd/internal/test2json), and
 * `[31mred[0m` remains. What t.Log and t.Error print keeps its ESC and is left alone, as is all output of older versions.
 * `goVersion`: as `go env GOVERSION` says it; without it the first event with an OutputType tells, which 1.27 and later write.
 */
export function createEventReader(goVersion: string | null = null): EventReader {
  let drops = Number(/go1\.(\d+)/.exec(goVersion ?? "")?.[1] ?? 0) >= 27;
  /** Packages of which the last line belonged to an entry of the log. */
  const inEntry = new Set<string>();
  return (line) => {
    const event = readTestEvent(line);
    if (event.type !== "test" || event.output === null) return event;
    const { output, outputType } = event;
    drops ||= outputType !== null;
    if (!drops || outputType === "frame") return event;
    const continues = inEntry.has(event.package) && continuesEntry(output);
    if (outputType !== null || continues || startsEntry(output)) {
      inEntry.add(event.package);
      return event;
    }
    inEntry.delete(event.package);
    const plain = withoutRemains(output);
    return plain === output ? event : { ...event, output: plain };
  };
}

/** Graphic rendition with the numbers that terminals know, and what progress bars are made of; not behind an ESC that is there or spelt out, as %q prints it. */
const sequence =
  /(?<!\\x1b|\\u001b|\\033|\\e|\^\[)(?:(?<=\[[\d;]{0,20}m)\[[JK]|\[(?:((?:0?\d|2[1-9]|[34]\d|5[3-5]|9[0-7]|10[0-7])(?:[;:]\d{1,3})*)m|(m)(?![A-Za-z])|\d{1,3}[ABCDGJK]|[JK](?![\w\]])|\?\d{1,4}[hl]))/gi;
/** Go's events hold at most 1,024 bytes (outBuffer in test2json.go), of which JSON makes six times as many characters. */
const longestOutput = 8_192;
/** A hyperlink or a title: an OSC that ends in BEL, or in the backslash of ESC `\`. */
const systemCommand = /\](?:8;[^;\\]*;|[012];)(?:[^\\]|\\(?!u0007|\\))*?(?:\\u0007|\\\\)/g;

/**
 * The text of a line, as JSON text, without the remains. They are told from text in brackets, such as a list of durations
 * (`[31m0s 5m0s]`), by a bracket that nothing closes on the line; and the reset that follows such a colour belongs to it.
 */
export function withoutRemains(line: string): string {
  if ((!line.includes("[") && !line.includes("]")) || line.length > longestOutput) return line;
  const text = line.replace(systemCommand, "");
  const found = [...text.matchAll(sequence)].map(toSequence);
  const remains = new Set<Sequence>();
  for (let before = -1; before < remains.size; ) {
    before = remains.size;
    const open = unclosed(text, remains);
    for (const [at, entry] of found.entries()) {
      if (!open.has(entry.at)) continue;
      remains.add(entry);
      const reset = entry.kind === "colour" ? found.slice(at + 1).find((next) => next.kind === "reset") : undefined;
      if (reset !== undefined) remains.add(reset);
    }
  }
  return cut(
    text,
    found.filter((entry) => remains.has(entry)),
  );
}

interface Sequence {
  readonly at: number;
  readonly end: number;
  readonly kind: "colour" | "reset" | "other";
}

function toSequence(match: RegExpExecArray): Sequence {
  const [whole, colour, bare] = match;
  const isReset = bare !== undefined || /^(?:00?|2\d|39|49)$/.test(colour ?? "");
  const kind = isReset ? "reset" : colour === undefined ? "other" : "colour";
  return { at: match.index, end: match.index + whole.length, kind };
}

/** Positions of brackets that no later one on the line closes, as if `gone` were not there. */
function unclosed(text: string, gone: ReadonlySet<Sequence>): ReadonlySet<number> {
  const starts = new Set([...gone].map((entry) => entry.at));
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "[" && !starts.has(at)) open.push(at);
    else if (text[at] === "]") open.pop();
  }
  return new Set(open);
}

function cut(text: string, parts: readonly Sequence[]): string {
  let kept = "";
  let from = 0;
  for (const part of parts) {
    kept += text.slice(from, part.at);
    from = part.end;
  }
  return kept + text.slice(from);
}
