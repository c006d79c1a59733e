import { chmod, lstat, mkdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ifThere } from "../errors.ts";
import type { FixedFile } from "../model/fix.ts";
import { isInside, pathStyle } from "../text/paths.ts";

/**
 * Makes a file below `root` what it is to become, as `git apply` would by fix.patch. Answers why it did not; null: it did.
 */
export async function writeFixed(root: string, { path, before, after, modes }: FixedFile): Promise<string | null> {
  const file = join(root, path);
  const stat = await ifThere(lstat(file));
  if (stat !== null && !stat.isFile()) return "it is no regular file";
  const now = stat === null ? null : await readFile(file, "utf8");
  if (now !== before) return "it has changed since";
  if (after === null) {
    await rm(file);
    return null;
  }
  const leadsOut = await wayOut(root, dirname(file));
  if (leadsOut) return "it lies behind a link that leads out of the repository";
  await mkdir(dirname(file), { recursive: true });
  if (after !== before) await writeFile(file, after);
  if (modes.after !== null && modes.after !== modes.before) await chmod(file, modes.after === "100755" ? 0o755 : 0o644);
  return null;
}

/** Whether the nearest directory that is there lies elsewhere. */
async function wayOut(root: string, dir: string): Promise<boolean> {
  const real = await ifThere(realpath(dir));
  if (real === null) return await wayOut(root, dirname(dir));
  return !isInside(await realpath(root), real, pathStyle(process.platform));
}
