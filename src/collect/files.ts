import { createReadStream, createWriteStream } from "node:fs";
import { constants, copyFile, lstat, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { move } from "../files/move.ts";
import { makeParent } from "../files/output-dir.ts";
import type { Redactor } from "../platform/mask.ts";

/** Moves a regular file, also to another file system; anything else (a planted link, a device) is refused with an Error. */
export async function moveFile(from: string, to: string): Promise<void> {
  const stat = await lstat(from);
  if (!stat.isFile()) throw new Error(`${from} is not a regular file`);
  await makeParent(to);
  await rm(to, { force: true });
  await move(from, to);
}

/** The same for a file that may hold secrets, which do not come along. */
export async function moveRedacted(from: string, to: string, redactor: Redactor): Promise<void> {
  if (redactor.idle()) return moveFile(from, to);
  if (!(await isRegularFile(from))) throw new Error(`${from} is not a regular file`);
  await makeParent(to);
  await pipeline(createReadStream(from), redactor.redactBytes, createWriteStream(to, { flags: "wx" }));
  await rm(from);
}

/** Copies a regular file; file systems that can share the blocks do. */
export async function keepFile(from: string, to: string): Promise<void> {
  await makeParent(to);
  await rm(to, { force: true });
  await copyFile(from, to, constants.COPYFILE_FICLONE);
}

/** True for an existing regular file that is not a link. */
export async function isRegularFile(path: string): Promise<boolean> {
  const stat = await lstat(path).catch(() => null);
  return stat?.isFile() ?? false;
}
