import { type FileHandle, open } from "node:fs/promises";
import { StringDecoder } from "node:string_decoder";
import { ifThere } from "../errors.ts";

const chunkBytes = 256 * 1024;

/** The text of a file, from its beginning to as far as it has grown; it may not be there yet. */
export class GrowingFile {
  readonly #path: string;
  readonly #decoder = new StringDecoder("utf8");
  readonly #buffer = Buffer.alloc(chunkBytes);
  #file: FileHandle | null = null;

  constructor(path: string) {
    this.#path = path;
  }

  /** True when it is there and open; `begin` is awaited once, before anything is read. */
  async isThere(begin: () => Promise<void> | undefined): Promise<boolean> {
    if (this.#file !== null) return true;
    const opened = await ifThere(open(this.#path, "r"));
    try {
      if (opened !== null) await begin();
    } catch (error) {
      await opened?.close();
      throw error;
    }
    this.#file = opened;
    return opened !== null;
  }

  /** What has come since the last time, in pieces; no new one after `limit` bytes. */
  async *pieces(limit: number): AsyncGenerator<string> {
    for (let left = limit; left > 0 && this.#file !== null; ) {
      const { bytesRead } = await this.#file.read(this.#buffer, 0, chunkBytes, null);
      if (bytesRead === 0) return;
      left -= bytesRead;
      yield this.#decoder.write(this.#buffer.subarray(0, bytesRead));
    }
  }

  /** Of a character that was cut, when nothing can follow any more. */
  rest(): string {
    return this.#decoder.end();
  }

  async close(): Promise<void> {
    await this.#file?.close().catch(() => undefined);
  }
}
