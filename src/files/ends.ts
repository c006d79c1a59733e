import { type FileHandle, open } from "node:fs/promises";

export interface FileEnds {
  readonly bytes: number;
  readonly head: string;
  /** null: `head` is all of it. */
  readonly tail: string | null;
}

/** At most about `limit` bytes of a text, a quarter of them from its beginning: whole lines, as far as there are line ends. */
export async function readEnds(path: string, limit: number): Promise<FileEnds> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    if (size <= limit) return { bytes: size, head: await readAt(file, 0, size), tail: null };
    const first = Math.floor(limit / 4);
    const head = await readAt(file, 0, first);
    const tail = await readAt(file, size - (limit - first), limit - first);
    return { bytes: size, head: wholeLines(head), tail: tail.slice(tail.indexOf("\n") + 1) };
  } finally {
    await file.close();
  }
}

function wholeLines(text: string): string {
  const end = text.lastIndexOf("\n");
  return end < 0 ? text : text.slice(0, end + 1);
}

async function readAt(file: FileHandle, position: number, length: number): Promise<string> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead).toString("utf8");
}
