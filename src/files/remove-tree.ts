import { chmod, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { hasCode } from "../errors.ts";

/** Removes a directory of ours with all that programs have left there, also in directories that they have closed. */
export async function removeTree(path: string): Promise<void> {
  const remove = (): Promise<void> => rm(path, { recursive: true, force: true, maxRetries: 3 });
  try {
    await remove();
  } catch (error) {
    if (!hasCode(error, "EACCES", "EPERM")) throw error;
    await open(path);
    await remove();
  }
}

async function open(dir: string): Promise<void> {
  await chmod(dir, 0o700);
  for (const entry of await readdir(dir, { withFileTypes: true })) {
    if (entry.isDirectory()) await open(join(dir, entry.name));
  }
}
