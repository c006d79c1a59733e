import { lstat } from "node:fs/promises";
import { join } from "node:path";
import { ifThere } from "../errors.ts";
import { readHead } from "./lines.ts";

const limit = 1 << 20;

/**
 * What an engine has taken out of a result directory because it was no regular file: paths relative to it, slashes. They stand in the file `irregular` there,
 * each ended by NUL.
 */
export async function readIrregular(resultDir: string): Promise<readonly string[]> {
  const path = join(resultDir, "irregular");
  const stat = await ifThere(lstat(path));
  if (stat?.isFile() !== true) return [];
  return (await readHead(path, limit)).split("\0").filter((name) => name !== "");
}
