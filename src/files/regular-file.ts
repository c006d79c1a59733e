import { readFile, stat } from "node:fs/promises";
import { EnvironmentError } from "../errors.ts";

/** Far above what people or tools write; a link to /dev/zero has no end. */
const largest = 16 * 1024 * 1024;

/**
 * The text of a file that a repository may have replaced by a link to a device, a pipe or something huge. Throws an EnvironmentError for those, the
 * system's error when there is no such file.
 */
export async function readRegularFile(path: string): Promise<string> {
  const found = await stat(path);
  if (!found.isFile() || found.size > largest) {
    const what = found.isFile() ? `has ${found.size} bytes, more than ${largest}` : "is no regular file";
    throw new EnvironmentError(`${path} ${what}; it is not read.`, "Put an ordinary file there, or remove it.");
  }
  return readFile(path, "utf8");
}
