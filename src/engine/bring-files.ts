import { chmod, cp, mkdir, realpath } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { ExecStep } from "../model/step.ts";

/** Copies the files and directories that a step brings into `dir`, which is made when there are any. */
export async function bringFiles(dir: string, { brings = [] }: Pick<ExecStep, "brings">): Promise<void> {
  for (const { from, to, executable } of brings) {
    const copy = join(dir, to);
    await mkdir(dirname(copy), { recursive: true });
    await cp(await realpath(from), copy, { recursive: true, verbatimSymlinks: true });
    if (executable === true) await chmod(copy, 0o755);
  }
}
