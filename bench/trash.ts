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

/** Waits until files that were removed so far slow nothing down: longer than ext4 remembers. */
export async function settle(): Promise<void> {
  await delay(40_000);
}

/** Removes what was set aside, if anything, and waits until that slows nothing down. */
export async function emptyTrash(temp: string): Promise<void> {
  if ((await ifThere(stat(trashIn(temp)))) === null) return;
  await removeTree(trashIn(temp));
  await settle();
}

function trashIn(temp: string): string {
  return join(temp, "trash");
}
