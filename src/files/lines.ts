import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { StringDecoder } from "node:string_decoder";

/** A line longer than this is cut: whoever parses lines never needs more, and a 200 MB line must not fill the memory. */
export const lineLimit = 1_048_576;

/** Lines of a file without their line ends, in bounded memory; what exceeds `lineLimit` characters of a line is dropped. */
export async function* readLines(path: string): AsyncGenerator<string> {
  const decoder = new StringDecoder("utf8");
  const lines = new LineCutter();
  for await (const chunk of createReadStream(path, { highWaterMark: 262_144 })) yield* lines.take(decoder.write(chunk));
  yield* lines.take(decoder.end());
  const rest = lines.rest();
  if (rest !== "") yield rest;
}

/** The same as bytes, as many whole lines at a time as a piece of the file holds, with their line ends; lines beyond the limit are cut. */
export async function* readLineBytes(path: string): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  const chunks: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: 262_144 });
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(lineEnd) + 1;
    if (end > 0) yield Buffer.concat([rest, chunk.subarray(0, end)]);
    const more = end > 0 ? chunk.subarray(end) : Buffer.concat([rest, chunk]);
    rest = Buffer.from(more.subarray(0, lineLimit));
  }
  if (rest.length > 0) yield rest;
}

const lineEnd = 0x0a;

/** Makes lines of a text that comes in pieces, within the same limit. */
export class LineCutter {
  #rest = "";

  /** The lines that the next piece ends. */
  *take(text: string): Generator<string> {
    let start = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
      const line = append(this.#rest, text.slice(start, end));
      this.#rest = "";
      start = end + 1;
      yield withoutReturn(line);
    }
    this.#rest = append(this.#rest, text.slice(start));
  }

  /** What no line end has followed. */
  rest(): string {
    return withoutReturn(this.#rest);
  }
}

function append(rest: string, more: string): string {
  return rest.length >= lineLimit ? rest : (rest + more).slice(0, lineLimit);
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}

/** The first `limit` bytes of a file as text; for output that is parsed whole, such as compiler messages. */
export async function readHead(path: string, limit: number): Promise<string> {
  const file = await open(path, "r");
  try {
    const buffer = Buffer.alloc(Math.min(limit, (await file.stat()).size));
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
    return buffer.subarray(0, bytesRead).toString("utf8");
  } finally {
    await file.close();
  }
}
