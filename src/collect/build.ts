import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { digestFile } from "../files/digest-file.ts";
import { makeParent, type OutputDir } from "../files/output-dir.ts";
import { readStart } from "../files/read-start.ts";
import { headBytes, readExecutable } from "../go/executable.ts";
import type { StepOutcome } from "../model/outcome.ts";
import type { Artifact } from "../model/report.ts";
import type { Stage } from "../model/stage.ts";
import { checksumLines, checksumsFile } from "../results/checksums.ts";
import { isRegularFile, keepFile } from "./files.ts";

/**
 * Copies what a build stage produced to `bin/`, also after a failure: what was built is kept. An image may still be made of the original. Regular files only. Paths in the answer are relative to
 * `relativeTo` (absolute), slashes.
 */
export async function collectBinaries(
  stage: Stage,
  outcome: StepOutcome,
  output: OutputDir,
): Promise<readonly Artifact[]> {
  const artifacts: Artifact[] = [];
  for (const binary of stage.binaries) {
    const built = join(outcome.resultDir, binary.out);
    if (!(await isRegularFile(built))) continue;
    const path = join(output.bin, binary.file);
    await keepFile(built, path);
    await chmod(path, 0o755);
    const { sha256, size } = await digestFile(path);
    const executable = readExecutable(await readStart(path, headBytes));
    artifacts.push({
      name: binary.file,
      ...binary.platform,
      module: stage.module ?? ".",
      package: binary.package,
      path: output.relative(path),
      sha256,
      size,
      ...(executable === null ? {} : { executable }),
    });
  }
  return artifacts;
}

/** `checksums.txt` beside files, so that `sha256sum -c checksums.txt` works there; for no files there is none. */
export async function writeChecksums(
  files: readonly { readonly name: string; readonly sha256: string }[],
  directory: string,
): Promise<void> {
  if (files.length === 0) return;
  const path = join(directory, checksumsFile);
  await makeParent(path);
  await writeFile(path, checksumLines(files));
}
