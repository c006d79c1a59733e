import { lstat, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ifThere } from "../errors.ts";

/** A text that travels beside the files of a cache, in its directory. */
const fileName = "sidecar.json";
const maxBytes = 1024 ** 2;

/** Takes the text out of a cache that was restored; null when there is none, or one that nobody of ours has written. What it says is to be checked. */
export async function takeSidecar(dir: string): Promise<string | null> {
  const path = join(dir, fileName);
  const found = await ifThere(lstat(path));
  if (found === null) return null;
  const text = found.isFile() && found.size <= maxBytes ? await readFile(path, "utf8") : null;
  await rm(path, { recursive: true, force: true });
  return text;
}

/** Puts a text into a cache that is going to be saved. False when it is too large. */
export async function putSidecar(dir: string, text: string): Promise<boolean> {
  if (Buffer.byteLength(text) > maxBytes) return false;
  await writeFile(join(dir, fileName), text);
  return true;
}
