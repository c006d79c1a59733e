import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { ifThere } from "../../errors.ts";
import { readRegularFile } from "../../files/regular-file.ts";
import type { StageId } from "../../model/stage.ts";
import type { ImageSource, ImageStep } from "../../model/step.ts";
import { readDockerfile } from "../../project/dockerfile.ts";
import type { BuildInput, BuiltImage, ImageBackend, ImageRun } from "./backend.ts";
import { noZoneinfo, writeBinaryContext } from "./binary-context.ts";

/** Where the sources of images lie. */
export interface InputPlaces {
  /** Absolute path of the repository. */
  readonly root: string;
  /** Absolute; ours alone. */
  readonly tempDir: string;
  /** Result directory of an earlier stage, for images of a binary. */
  resultDirOf(stage: StageId): string | undefined;
}

/** Reads or makes what an image is built from; answers the reason where that is impossible. */
export async function readInput(
  { source }: ImageStep,
  backend: Pick<ImageBackend<BuiltImage>, "zoneinfo">,
  places: InputPlaces,
  run: ImageRun,
): Promise<BuildInput | { readonly reason: string }> {
  if (source.type === "binary") {
    // Another base brings its own.
    return await binaryInput(source, source.base === null ? await zoneinfo(backend, run) : null, places);
  }
  const parsed = await readDockerfile(places.root, source.dockerfile);
  return parsed === null ? { reason: `no Dockerfile at ${source.dockerfile}` } : { type: "dockerfile", source, parsed };
}

async function zoneinfo(backend: Pick<ImageBackend<BuiltImage>, "zoneinfo">, run: ImageRun): Promise<string | null> {
  const path = await backend.zoneinfo(run);
  if (path === null) {
    run.progress(noZoneinfo);
    await run.log.line(noZoneinfo);
  }
  return path;
}

async function binaryInput(
  source: ImageSource & { type: "binary" },
  zones: string | null,
  { tempDir, resultDirOf }: InputPlaces,
): Promise<BuildInput | { readonly reason: string }> {
  // BuildKit takes files of an earlier context of the same name for unchanged when sizes and times are, and times here are always the same.
  const context = await mkdtemp(join(tempDir, "binary-context-"));
  const binaries = source.binaries.map(({ platform, stage, out }) => {
    const from = resultDirOf(stage);
    if (from === undefined) throw new Error(`image: no results of ${stage}`);
    return { platform, path: join(from, out) };
  });
  const { entrypoint, base } = source;
  const reason = await writeBinaryContext({ dir: context, entrypoint, base, binaries, zoneinfo: zones });
  return reason === null ? { type: "binary", context, base: base ?? "scratch" } : { reason };
}

/**
 * What BuildKit ignores of a context: `<Dockerfile>.dockerignore`, else the context's .dockerignore. Both paths are absolute.
 * https://docs.docker.com/build/concepts/context/#filename-and-location
 */
export async function readIgnoreFile(dockerfile: string, context: string): Promise<string> {
  for (const path of [`${dockerfile}.dockerignore`, join(context, ".dockerignore")]) {
    const text = await ifThere(readRegularFile(path));
    if (text !== null) return text;
  }
  return "";
}
