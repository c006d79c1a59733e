import { execFile } from "node:child_process";
import { lstatSync } from "node:fs";
import { rm } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Standard output of a program that has to succeed; throws with what it said on standard error. */
export async function output(
  file: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: Readonly<NodeJS.ProcessEnv> } = {},
): Promise<string> {
  const { cwd, env } = options;
  const { stdout } = await run(file, [...args], {
    ...(cwd === undefined ? {} : { cwd }),
    ...(env === undefined ? {} : { env: { ...env } }),
    maxBuffer: 256 * 1024 * 1024,
  });
  return stdout;
}

/** A copy with modes, links and times, as `cp -Rp` makes it: test results are cached by the times of the files that tests read. */
export async function copyTree(from: string, to: string): Promise<void> {
  await output("cp", ["-Rp", from, to]);
}

export async function removeTree(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 3 });
}

/** What git tracks may be gone, or a submodule, which is a directory. */
export function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === false;
}
