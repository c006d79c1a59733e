import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { hasCode } from "../errors.ts";
import { type Dockerfile, parseDockerfile } from "./dockerfile-parse.ts";

/** Reads the Dockerfile at `path`, relative to the repository `root`; null when there is no such file. */
export async function readDockerfile(root: string, path: string): Promise<Dockerfile | null> {
  try {
    return parseDockerfile(path, await readFile(join(root, path), "utf8"));
  } catch (error) {
    if (hasCode(error, "ENOENT", "ENOTDIR", "EISDIR")) return null;
    throw error;
  }
}
