import { type FileHandle, open, rm } from "node:fs/promises";
import { makeParent } from "./output-dir.ts";

const drainedAt = 262_144;

/** Text that is written in small pieces and reaches the disk in large ones; memory stays bounded as long as `drain` is awaited now and then. */
export class TextFile {
  readonly #file: FileHandle;
  /** What is not on disk yet, as bytes: to join small pieces to large texts, and encode those, takes an eighth more of the time of reading a stream of tests. */
  #bytes: Buffer = Buffer.allocUnsafe(2 * drainedAt);
  /** One that is on disk and can be used again. */
  #spare: Buffer | null = null;
  #size = 0;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  static async create(path: string): Promise<TextFile> {
    await makeParent(path);
    return new TextFile(await open(path, "wx"));
  }

  write(text: string): void {
    // A character takes at most three bytes per UTF-16 unit.
    if (this.#size + text.length * 3 > this.#bytes.length) this.#makeRoom(Buffer.byteLength(text));
    this.#size += this.#bytes.write(text, this.#size);
  }

  #makeRoom(bytes: number): void {
    if (this.#size + bytes <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(this.#size + bytes + 2 * drainedAt);
    this.#bytes.copy(larger, 0, 0, this.#size);
    this.#bytes = larger;
  }

  /** True when it is time to drain. */
  get full(): boolean {
    return this.#size > drainedAt;
  }

  async drain(): Promise<void> {
    if (this.#size === 0) return;
    const [bytes, size] = [this.#bytes, this.#size];
    this.#bytes = this.#spare ?? Buffer.allocUnsafe(2 * drainedAt);
    this.#spare = null;
    this.#size = 0;
    await this.#file.appendFile(bytes.subarray(0, size));
    if (bytes.length === 2 * drainedAt) this.#spare = bytes;
  }

  async close(): Promise<void> {
    try {
      await this.drain();
    } finally {
      await this.#file.close();
    }
  }
}

/** Writes a file that is not there yet, piece by piece; half of it is not left behind. */
export async function writePieces(path: string, pieces: Iterable<string> | AsyncIterable<string>): Promise<void> {
  const file = await TextFile.create(path);
  try {
    try {
      await writeAll(file, pieces);
    } finally {
      await file.close();
    }
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** Small pieces that are there already are not waited for one by one: that would take longer than writing them. */
async function writeAll(file: TextFile, pieces: Iterable<string> | AsyncIterable<string>): Promise<void> {
  if (Symbol.asyncIterator in pieces) {
    for await (const piece of pieces) {
      file.write(piece);
      if (file.full) await file.drain();
    }
    return;
  }
  for (const piece of pieces) {
    file.write(piece);
    if (file.full) await file.drain();
  }
}
