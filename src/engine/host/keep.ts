import { chmod, lstat, mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ifThere } from "../../errors.ts";
import { move } from "../../files/move.ts";
import { type ExecStep, keptDir } from "../../model/step.ts";

/**
 * Leaves in the result directory what a step was asked to keep of its copy of the repository, `from` the directory of the module there. What is neither
 * file nor directory is listed for files/irregular.ts, and nothing is taken from where a link leads.
 */
export async function keepFiles(from: string, { keeps = [] }: ExecStep, resultDir: string): Promise<void> {
  const irregular: string[] = [];
  // What holds another one goes first, and takes it along.
  for (const path of [...keeps].sort((a, b) => a.length - b.length)) {
    if (await isBehindLink(from, path)) irregular.push(`${keptDir}/${path}`);
    else await keep(join(from, path), resultDir, `${keptDir}/${path}`, irregular);
  }
  if (irregular.length === 0) return;
  await writeFile(join(resultDir, "irregular"), irregular.map((path) => `${path}\0`).join(""));
}

async function isBehindLink(from: string, path: string): Promise<boolean> {
  for (let above = dirname(path); above !== "."; above = dirname(above)) {
    if ((await ifThere(lstat(join(from, above))))?.isSymbolicLink() === true) return true;
  }
  return false;
}

async function keep(from: string, resultDir: string, path: string, irregular: string[]): Promise<void> {
  const stat = await ifThere(lstat(from));
  if (stat === null) return;
  if (!stat.isFile() && !stat.isDirectory()) {
    irregular.push(path);
    return;
  }
  const to = join(resultDir, path);
  await mkdir(stat.isFile() ? dirname(to) : to, { recursive: true });
  if (stat.isFile()) return await move(from, to);
  // A program may have closed its own directories.
  await chmod(from, (stat.mode & 0o777) | 0o700);
  for (const name of await readdir(from)) await keep(join(from, name), resultDir, `${path}/${name}`, irregular);
}
