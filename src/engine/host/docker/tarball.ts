import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { extract } from "tar";
import { packLayout, readSaved, writeLayout } from "../../image/layout.ts";
import type { BuiltImage, DockerStep } from "./session.ts";

/**
 * Writes the image as a file: an OCI layout, and with one platform the `manifest.json` that `docker load` of any age reads. What `docker save` gives
 * depends on the daemon (Docker's own format before 25), so the layout is made here. Answers the path.
 */
export async function writeTarball(
  image: BuiltImage,
  name: string,
  references: readonly string[],
  run: DockerStep,
): Promise<string> {
  const dir = join(run.resultDir, "image");
  await mkdir(dir, { recursive: true });
  const file = join(dir, `${name.split("/").at(-1) ?? name}.tar`);
  await packLayout(image.layout ?? (await savedLayout(image, references, run)), file);
  return file;
}

async function savedLayout(image: BuiltImage, references: readonly string[], run: DockerStep): Promise<string> {
  const { tempDir } = run.cli;
  const archive = join(tempDir, "saved.tar");
  await run.cli.get(["save", "--output", archive, image.reference], { signal: run.signal, timeoutMs: 600_000 });
  const saved = join(tempDir, "saved");
  await mkdir(saved);
  await extract({ file: archive, cwd: saved });
  const layout = join(tempDir, "saved-layout");
  await writeLayout(layout, await readSaved(saved), references);
  return layout;
}
