import { once } from "node:events";
import type { Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";

const headLimit = 16_384;
const tailLimit = 32_768;

/** Drains a stream for ever and keeps its beginning and its end; what lies between is dropped, however much it is. */
export class OutputTail {
  /** Resolves when the stream has ended. */
  readonly closed: Promise<void>;
  #head = "";
  #tail = "";
  #hidden: string[] = [];

  constructor(stream: Readable | null) {
    const decoder = new StringDecoder("utf8");
    stream?.on("data", (chunk: Buffer) => this.#keep(decoder.write(chunk)));
    stream?.on("error", () => stream.destroy());
    this.closed = stream === null ? Promise.resolve() : once(stream, "close").then(() => undefined);
  }

  /** Replaces a secret wherever the text is given out. */
  hide(secret: string): void {
    this.#hidden.push(secret);
  }

  text(): string {
    return this.#hidden.reduce((text, secret) => text.replaceAll(secret, "***"), this.#head + this.#tail);
  }

  find(pattern: RegExp): string | null {
    return pattern.exec(this.text())?.[0] ?? null;
  }

  #keep(text: string): void {
    const room = headLimit - this.#head.length;
    this.#head += text.slice(0, Math.max(0, room));
    const rest = room > 0 ? text.slice(room) : text;
    this.#tail = (this.#tail + rest).slice(-tailLimit);
  }
}
