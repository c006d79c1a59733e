import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeParent, type OutputDir } from "../files/output-dir.ts";
import type { StepOutcome } from "../model/outcome.ts";
import type { Artifact } from "../model/report.ts";
import type { Stage } from "../model/stage.ts";
import { checksumLines, checksumsFile } from "../results/checksums.ts";
import { digestFile, isRegularFile, keepFile } from "./files.ts";

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
    artifacts.push({
      name: binary.file,
      ...binary.platform,
      module: stage.module ?? ".",
      package: binary.package,
      path: output.relative(path),
      sha256,
      size,
    });
  }
  return artifacts;
}

/** `bin/checksums.txt`, so that `sha256sum -c checksums.txt` works in `bin/`. */
export async function writeChecksums(artifacts: readonly Artifact[], output: OutputDir): Promise<void> {
  if (artifacts.length === 0) return;
  const path = join(output.bin, checksumsFile);
  await makeParent(path);
  await writeFile(path, checksumLines(artifacts));
}
