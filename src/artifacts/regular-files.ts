import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";

/**
 * Why a file must not leave the machine, null when it may. Code of the repository could have put a link there: an upload
 * follows it and publishes what it points to.
 */
export async function refusalOf(path: string): Promise<string | null> {
  const stats = await lstat(path).catch(() => null);
  if (stats === null) return "it is not there";
  if (stats.isSymbolicLink()) return "it is a symbolic link";
  if (!stats.isFile()) return "it is not a regular file";
  return stats.nlink > 1 ? "it is another file as well (hard link)" : null;
}

export interface FoundFiles {
  /** Relative to the directory, slashes, sorted. */
  readonly files: readonly string[];
  readonly refused: readonly { readonly path: string; readonly reason: string }[];
}

/** All files below a directory that may leave the machine. Links to directories are not followed; names with a leading dot are ours. */
export async function findFiles(directory: string): Promise<FoundFiles> {
  const files: string[] = [];
  const refused: { path: string; reason: string }[] = [];
  for (const path of await walk(directory, "")) {
    const reason = await refusalOf(join(directory, path));
    if (reason === null) files.push(path);
    else refused.push({ path, reason });
  }
  return { files, refused };
}

async function walk(directory: string, below: string): Promise<string[]> {
  const entries = await readdir(join(directory, below), { withFileTypes: true });
  const sorted = entries.filter(({ name }) => !name.startsWith(".")).sort((a, b) => (a.name < b.name ? -1 : 1));
  const paths = sorted.map((entry) => {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    return entry.isDirectory() ? walk(directory, path) : [path];
  });
  return (await Promise.all(paths)).flat();
}
