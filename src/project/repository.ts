import { readFile, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { hasCode, UsageError } from "../errors.ts";
import { isInside, pathStyle } from "../text/paths.ts";
import type { Repository } from "./modules.ts";
import { listFiles } from "./tree.ts";

/** Opens the repository at `root` (absolute) for discovery: its files as git lists them, or as the directories hold them. */
export async function openRepository(root: string): Promise<Repository> {
  const { source, tracked, untracked } = await listFiles(root);
  return {
    ...{ root, files: [...tracked, ...untracked], git: source === "git" },
    read: (path) => readText(root, path),
    filesOf: async (dir) => {
      const own = await listFiles(join(root, dir));
      return [...own.tracked, ...own.untracked];
    },
  };
}

/** No go.mod comes near it; `/dev/zero`, for which a link is enough, has no end. */
const largestFile = 16 * 1024 * 1024;

/** Follows links inside the repository only. */
async function readText(root: string, path: string): Promise<string | null> {
  try {
    const real = await realpath(join(root, path));
    if (!isInside(await realpath(root), real, pathStyle(process.platform))) {
      throw new UsageError([`${path} is a link that leads out of the repository.`]);
    }
    const { size } = await stat(real);
    if (size > largestFile) throw new UsageError([`${path} has ${size} bytes, too many to be what its name says.`]);
    return await readFile(real, "utf8");
  } catch (error) {
    if (hasCode(error, "ENOENT", "ENOTDIR", "EISDIR")) return null;
    throw error;
  }
}
