import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { extract } from "tar";
import { type LayoutImage, packLayout, readSaved, writeLayout } from "../../image/layout.ts";
import { type DockerImage, type DockerRun, transferLimitMs } from "./session.ts";

/** Loads one platform of a layout into the daemon, for the smoke test and `load`. */
export async function loadAlone(image: LayoutImage, reference: string, { cli, signal }: DockerRun): Promise<void> {
  const dir = join(cli.tempDir, "native");
  const archive = join(cli.tempDir, "native.tar");
  await mkdir(dir, { recursive: true });
  await writeLayout(dir, image, [reference]);
  await packLayout(dir, archive);
  await cli.get(["load", "--input", archive], { signal, timeoutMs: transferLimitMs });
}

/** The daemon's image as an OCI layout. What `docker save` gives depends on the daemon (Docker's own format before 25), so it is made here. */
export async function savedLayout(
  image: DockerImage,
  references: readonly string[],
  { cli, signal }: DockerRun,
): Promise<string> {
  const archive = join(cli.tempDir, "saved.tar");
  await cli.get(["save", "--output", archive, image.reference], { signal, timeoutMs: transferLimitMs });
  const saved = join(cli.tempDir, "saved");
  await mkdir(saved);
  await extract({ file: archive, cwd: saved });
  const layout = join(cli.tempDir, "saved-layout");
  await writeLayout(layout, await readSaved(saved), references);
  return layout;
}
