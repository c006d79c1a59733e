import { constants } from "node:fs";
import { lstat, open } from "node:fs/promises";
import { hasCode, ifThere } from "../errors.ts";

export type PlainFile =
  | { readonly ok: true; readonly text: string }
  /** `there`: it is not as it should be; else there is nothing. */
  | { readonly ok: false; readonly there: boolean; readonly problem: string };

/** The text of a file of strangers: only a regular file, in a directory that is no link, of at most `limit` bytes. Neither links nor pipes are opened. */
export async function readPlainFile(directory: string, name: string, limit: number): Promise<PlainFile> {
  const folder = await ifThere(lstat(directory));
  if (folder === null) return missing("is not there");
  if (folder.isSymbolicLink()) return refused("is a link");
  if (!folder.isDirectory()) return missing("is no directory");
  const path = `${directory}/${name}`;
  const found = await ifThere(lstat(path));
  if (found === null) return missing(`has no ${name}`);
  if (!found.isFile()) return refused(`has no regular file ${name}`);
  try {
    return await readBounded(path, name, limit);
  } catch (error) {
    if (hasCode(error, "ELOOP", "ENOENT", "EACCES")) return refused(`has no ${name} that can be read`);
    throw error;
  }
}

async function readBounded(path: string, name: string, limit: number): Promise<PlainFile> {
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  const file = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    const { size } = await file.stat();
    if (size > limit) return refused(`has a ${name} of ${size} bytes; at most ${limit} are read`);
    const buffer = Buffer.alloc(limit);
    const { bytesRead } = await file.read(buffer, 0, limit, 0);
    return { ok: true, text: buffer.toString("utf8", 0, bytesRead) };
  } finally {
    await file.close();
  }
}

function missing(problem: string): PlainFile {
  return { ok: false, there: false, problem };
}

function refused(problem: string): PlainFile {
  return { ok: false, there: true, problem };
}
