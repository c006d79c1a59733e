import { randomUUID } from "node:crypto";
import { mkdir, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { ifThere } from "../src/errors.ts";
import { removeTree } from "./tools.ts";

/**
 * Takes a tree away without removing it. ext4 takes its time to find an inode for a new file while many were freed in the last 35 seconds (`recently_deleted` in
 * fs/ext4/ialloc.c): 4,008 files took 3.7 s right after as many had been removed, and 0.4 s a minute later (Linux 6.18). A new runner has freed none.
 */
export async function setAside(temp: string, path: string): Promise<void> {
  const trash = trashIn(temp);
  await mkdir(trash, { recursive: true });
  await ifThere(rename(path, join(trash, randomUUID())));
}

/** Removes what was set aside; false: there was nothing. */
export async function emptyTrash(temp: string): Promise<boolean> {
  if ((await ifThere(stat(trashIn(temp)))) === null) return false;
  await removeTree(trashIn(temp));
  return true;
}

/** Waits for longer than ext4 remembers. */
export async function untilForgotten(): Promise<void> {
  await delay(40_000);
}

function trashIn(temp: string): string {
  return join(temp, "trash");
}
