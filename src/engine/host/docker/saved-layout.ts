import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { extract } from "tar";
import { readSaved, writeLayout } from "../../image/layout.ts";
import { type DockerImage, type DockerRun, transferLimitMs } from "./session.ts";

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
