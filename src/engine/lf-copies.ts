import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { ExecStep } from "../model/step.ts";

/** Writes copies of a step's files, with LF line ends, into `dir`, which is made. `root`: absolute path of the repository on this machine. */
export async function writeLfCopies(dir: string, step: ExecStep, root: string): Promise<void> {
  for (const path of step.lfCopies) {
    const copy = join(dir, path);
    await mkdir(dirname(copy), { recursive: true });
    const content = await readFile(join(root, step.module, path));
    await writeFile(copy, content.toString("latin1").replaceAll("\r\n", "\n"), "latin1");
  }
}
