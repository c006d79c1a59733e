/** What is left of terminal output without its control sequences. */
export interface PlainSink {
  readonly text: (text: string) => void;
  /** `soft`: a carriage return moved the cursor back, as progress bars do; only worth a line when something stands on it. */
  readonly lineEnd: (soft: boolean) => void;
}

type State = "text" | "carriage-return" | "escape" | "escape-intermediate" | "csi" | "string" | "string-escape";

/** Everything but plain text and tabs: C0, DEL, C1, line and paragraph separators, bidirectional embeddings, overrides and isolates, the BOM. */
const special =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
  /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these end a control string
const stringEnd = /[\u0007\n\r\u0018\u001a\u001b\u009c]/g;

/** VT, FF, NEL and the separators part words, so they become a space; other control characters leave nothing. */
const spaces = new Set(["\u000b", "\u000c", "\u0085", "\u2028", "\u2029"]);
/** ECMA-48 8-bit controls and, below, what follows ESC for the same: DCS, SOS, OSC, PM, APC open a string. */
const stringOpeners = new Set(["\u0090", "\u0098", "\u009d", "\u009e", "\u009f"]);
const escapedStringOpeners = new Set(["P", "X", "]", "^", "_"]);

/**
 * A scanner of terminal output that may be fed in pieces of any size: it drops control sequences (ECMA-48: CSI, OSC, DCS, SOS, PM, APC, two-byte
 * escapes, in their 7-bit and 8-bit forms) and control characters, and tells where lines end (LF, CR LF, CR). A control
 * string that is never closed ends with its line, so it cannot hide what follows.
 */
export function createScanner(sink: PlainSink): (chunk: string) => void {
  let state: State = "text";

  /** Handles the piece that starts at `at` and answers where the next one starts; the same place when only the state changed. */
  const steps: Record<State, (chunk: string, at: number) => number> = {
    text: (chunk, at) => {
      const end = indexOf(special, chunk, at);
      if (end > at) sink.text(chunk.slice(at, end));
      if (end < chunk.length) state = control(chunk.charAt(end), sink);
      return end + 1;
    },
    "carriage-return": (chunk, at) => {
      const next = chunk.charAt(at);
      if (next === "\r") return at + 1;
      state = "text";
      sink.lineEnd(next !== "\n");
      return next === "\n" ? at + 1 : at;
    },
    escape: (chunk, at) => {
      const next = chunk.charAt(at);
      state = afterEscape(next);
      return isWithin(next, " ", "~") ? at + 1 : at;
    },
    "escape-intermediate": (chunk, at) => {
      const next = chunk.charAt(at);
      if (isWithin(next, " ", "/")) return at + 1;
      state = "text";
      return isWithin(next, "0", "~") ? at + 1 : at;
    },
    csi: (chunk, at) => {
      const next = chunk.charAt(at);
      if (isWithin(next, " ", "?")) return at + 1;
      state = "text";
      return isWithin(next, "@", "~") ? at + 1 : at;
    },
    string: (chunk, at) => {
      const end = indexOf(stringEnd, chunk, at);
      if (end === chunk.length) return end;
      const closer = chunk.charAt(end);
      state = closer === "\u001b" ? "string-escape" : "text";
      return closer === "\n" || closer === "\r" ? end : end + 1;
    },
    "string-escape": (chunk, at) => {
      const closed = chunk.charAt(at) === "\\";
      state = closed ? "text" : "escape";
      return closed ? at + 1 : at;
    },
  };

  return (chunk) => {
    for (let at = 0; at < chunk.length; ) at = steps[state](chunk, at);
  };
}

/** What a control character in plain text does, and the state after it. */
function control(character: string, sink: PlainSink): State {
  if (character === "\r") return "carriage-return";
  if (character === "\u001b") return "escape";
  if (character === "\u009b") return "csi";
  if (stringOpeners.has(character)) return "string";
  if (character === "\n") sink.lineEnd(false);
  else if (spaces.has(character)) sink.text(" ");
  return "text";
}

function afterEscape(character: string): State {
  if (character === "[") return "csi";
  if (escapedStringOpeners.has(character)) return "string";
  return isWithin(character, " ", "/") ? "escape-intermediate" : "text";
}

function isWithin(character: string, first: string, last: string): boolean {
  return character >= first && character <= last;
}

/** The first match at or after `at`, else the length of the text. */
function indexOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.index ?? text.length;
}
