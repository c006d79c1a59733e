import { type FileHandle, open } from "node:fs/promises";
import { type EmbeddedInfo, infoMagic, readEmbeddedInfo } from "../go/embedded-info.ts";

/** What is looked through at a time. */
const chunkBytes = 1 << 20;

/** Much more than programs of a thousand modules have. */
const mostBytes = 4 << 20;

/**
 * What Go wrote into a program about its making; null: nothing, as for WebAssembly and for what was packed by another program. It is found by its marks
 * alone, in every format in which `go version -m` finds it. `main`: import path of the program, which may carry other programs.
 */
export async function embeddedInfo(path: string, main: string): Promise<EmbeddedInfo | null> {
  const file = await open(path);
  try {
    const chunk = Buffer.alloc(chunkBytes);
    // Chunks overlap by what the mark may be cut in.
    for (let start = 0; ; start += chunkBytes - infoMagic.length) {
      const { bytesRead } = await file.read(chunk, 0, chunkBytes, start);
      const read = chunk.subarray(0, bytesRead);
      // A program that reads such information itself has the mark among its own texts.
      for (let at = read.indexOf(infoMagic); at >= 0; at = read.indexOf(infoMagic, at + 1)) {
        const info = readEmbeddedInfo(await readAt(file, start + at));
        if (info?.package === main) return info;
      }
      if (bytesRead < chunkBytes) return null;
    }
  } finally {
    await file.close();
  }
}

async function readAt(file: FileHandle, position: number): Promise<Buffer> {
  const { size } = await file.stat();
  const data = Buffer.alloc(Math.min(mostBytes, size - position));
  const { bytesRead } = await file.read(data, 0, data.length, position);
  return data.subarray(0, bytesRead);
}
