import { createScanner } from "./control-sequences.ts";

/**
 * The one way of untrusted text (output of tools, names from the repository) to the log. What leaves it holds no control character but tab, no control
 * sequence, no bidirectional override and no half of a surrogate pair; no line is longer than the limit; and no line is a workflow command.
 *
 * The runner reads a command where a line starts, after blanks, with `::`, and where `##[` stands anywhere in it (actions/runner,
 * src/Runner.Common/ActionCommand.cs, TryParseV2 and TryParse). Both stay readable behind a backslash: `\::error::…` and `##\[error]…`. The
 * runner compares by culture, which skips invisible characters, so they are looked through here too.
 */

/** Characters (UTF-16 units) of one line that are shown; what is longer is cut with a note. */
export const maxLineLength = 4_000;

const ignorable = "[\\p{Cf}\\p{Default_Ignorable_Code_Point}]";
/** .NET's TrimStart takes off Unicode's white space. */
const leadingCommand = new RegExp(`^((?:\\s|${ignorable})*):(${ignorable}*:)`, "u");
const bracketCommand = new RegExp(`(#${ignorable}*#${ignorable}*)\\[`, "gu");
const loneSurrogate = /\p{Surrogate}/gu;

/** Several lines: line ends become `\n`, everything else as described above. Plain text comes back unchanged. */
export function sanitizeText(text: string, limit = maxLineLength): string {
  const parts: string[] = [];
  const lines = createLines((line, ended) => parts.push(ended ? `${line}\n` : line), limit);
  lines.push(text);
  lines.end();
  return parts.join("");
}

/** Printable ASCII without what commands are made of, as nearly all of the hundreds of thousands of names are that a report may hold. */
const harmless = /^[ -"$-9;-~]*$/;

/** One line, for messages and names: what were several lines is joined by blanks. */
export function sanitizeLine(text: string, limit = maxLineLength): string {
  if (text.length <= limit && harmless.test(text)) return text;
  const parts: string[] = [];
  const lines = createLines((line) => parts.push(line), limit);
  lines.push(text);
  lines.end();
  if (parts.length < 2) return parts[0] ?? "";
  // Joining may put a piece that was harmless alone behind blanks only, or make the line too long.
  return sanitizeLine(parts.join(" "), limit);
}

/** The lines of a stream of bytes (UTF-8; what is not becomes U+FFFD) or text. Holds one line of at most `limit` characters at a time. */
export async function* sanitizedLines(
  source: AsyncIterable<Uint8Array | string>,
  limit = maxLineLength,
): AsyncGenerator<string> {
  let ready: string[] = [];
  const decoder = new TextDecoder();
  const lines = createLines((line) => ready.push(line), limit);
  for await (const chunk of source) {
    lines.push(typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true }));
    yield* ready;
    ready = [];
  }
  lines.push(decoder.decode());
  lines.end();
  yield* ready;
}

/** Collects lines from pieces of any size; `ended` is false for a last line without a line end. */
function createLines(
  emit: (line: string, ended: boolean) => void,
  limit: number,
): { readonly push: (chunk: string) => void; readonly end: () => void } {
  let text = "";
  let cut = 0;
  const finish = (ended: boolean): void => {
    emit(finishLine(text, cut), ended);
    text = "";
    cut = 0;
  };
  const push = createScanner({
    text: (piece) => {
      const room = limit - text.length;
      text += piece.length > room ? piece.slice(0, room) : piece;
      cut += Math.max(0, piece.length - room);
    },
    lineEnd: (soft) => {
      if (!soft || text !== "") finish(true);
    },
  });
  return {
    push,
    end: () => {
      if (text !== "") finish(false);
    },
  };
}

function finishLine(text: string, cut: number): string {
  if (cut === 0) return neutralise(text);
  const split = /[\ud800-\udbff]$/.test(text);
  const kept = split ? text.slice(0, -1) : text;
  return `${neutralise(kept)}… (${split ? cut + 1 : cut} more characters)`;
}

function neutralise(line: string): string {
  return line.replace(loneSurrogate, "\ufffd").replace(leadingCommand, "$1\\:$2").replace(bracketCommand, "$1\\[");
}
