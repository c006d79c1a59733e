import { lstat, mkdir, readdir, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import { hasCode, ifThere } from "../../errors.ts";
import { move } from "../../files/move.ts";

/**
 * Moves a tree into another one. What is there stays, whole modules (`path@version`) included. Copies when the other tree lies on another file system.
 */
export async function mergeTree(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  if (await movedWhole(from, to)) return;
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    const isModule = /.@/.test(entry.name);
    if (entry.isDirectory() && !isModule) await mergeTree(source, target);
    else if (!(await isThere(target))) await move(source, target);
  }
}

/**
 * The same for a build cache: an output comes before the actions that name it, so that whoever looks meanwhile finds no action without its output. Entries that
 * `replaces` knows, by their paths, take the place of what is there.
 */
export async function mergeBuildCache(from: string, to: string, replaces: (name: string) => boolean): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  if (await movedWhole(from, to)) return;
  const entries = await readdir(from, { withFileTypes: true });
  const isBelow = ({ name }: { readonly name: string }): boolean => /^[0-9a-f]{2}$/.test(name);
  const places: string[] = [];
  for (const { name } of entries.filter(isBelow)) {
    await mkdir(join(to, name), { recursive: true });
    places.push(...(await readdir(join(from, name))).map((entry) => join(name, entry)));
  }
  const isAction = (name: string): boolean => name.endsWith("-a");
  const ordered = [...places.filter((name) => !isAction(name)), ...places.filter(isAction)];
  // Beside the entries lie programs that were compiled for stages, a directory for each version.
  const files: string[] = [];
  for (const entry of entries.filter((found) => !isBelow(found))) {
    if (entry.isDirectory()) await mergeTree(join(from, entry.name), join(to, entry.name));
    else files.push(entry.name);
  }
  for (const name of [...files, ...ordered]) {
    if (replaces(name) || !(await isThere(join(to, name)))) await move(join(from, name), join(to, name));
  }
}

/** A directory that is not there, or empty, is replaced by one rename. */
async function movedWhole(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (hasCode(error, "EXDEV")) await mkdir(to, { recursive: true });
    else if (!hasCode(error, "ENOTEMPTY", "EEXIST", "EPERM", "EACCES")) throw error;
    return false;
  }
}

async function isThere(path: string): Promise<boolean> {
  return (await ifThere(lstat(path))) !== null;
}
