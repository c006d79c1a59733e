import { type FileHandle, open, rm } from "node:fs/promises";
import { makeParent } from "./output-dir.ts";

/** Text that is written in small pieces and reaches the disk in large ones; memory stays bounded as long as `drain` is awaited now and then. */
export class TextFile {
  readonly #file: FileHandle;
  #pieces: string[] = [];
  #size = 0;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  static async create(path: string): Promise<TextFile> {
    await makeParent(path);
    return new TextFile(await open(path, "wx"));
  }

  write(text: string): void {
    this.#pieces.push(text);
    this.#size += text.length;
  }

  /** True when it is time to drain. */
  get full(): boolean {
    return this.#size > 262_144;
  }

  async drain(): Promise<void> {
    const text = this.#pieces.join("");
    this.#pieces = [];
    this.#size = 0;
    if (text !== "") await this.#file.appendFile(text);
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
      for await (const piece of pieces) {
        file.write(piece);
        if (file.full) await file.drain();
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}
