import { copyFile, cp, link, rename, rm } from "node:fs/promises";
import { hasCode } from "../errors.ts";

/** Gives a file a second name. False where the file system cannot, or the other name lies on another one; throws what else is wrong. */
export async function tryLink(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (!hasCode(error, "EXDEV", "EPERM", "EMLINK", "ENOTSUP", "ENOSYS")) throw error;
    return false;
  }
}

/** The same file under another name where that is possible, else a copy. Nobody may write to either of them any more. */
export async function linkOrCopy(from: string, to: string): Promise<void> {
  if (!(await tryLink(from, to))) await copyFile(from, to);
}

/** Renames a file or a directory, also to another file system; what is there is replaced as `rename` does. */
export async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!hasCode(error, "EXDEV")) throw error;
    await cp(from, to, { recursive: true, preserveTimestamps: true });
    await rm(from, { recursive: true, force: true });
  }
}
