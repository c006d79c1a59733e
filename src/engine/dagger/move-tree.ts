import { lstat, mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { move } from "../../files/move.ts";

/** Moves a file, or everything below a directory into another one, also to another file system. Links were refused before. */
export async function moveTree(from: string, to: string): Promise<void> {
  if ((await lstat(from)).isDirectory()) {
    await mkdir(to, { recursive: true });
    for (const entry of await readdir(from)) await moveTree(join(from, entry), join(to, entry));
    return;
  }
  await move(from, to);
}
