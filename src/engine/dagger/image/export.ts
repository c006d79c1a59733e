import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Container } from "@dagger.io/dagger";
import { extract } from "tar";
import * as z from "zod";
import { type LayoutImage, readLayout } from "../../image/layout.ts";
import type { Session } from "../session.ts";

const indexSchema = z.object({ manifests: z.array(z.object({ digest: z.string() })) });

/** An image as the engine exported it. */
export interface ExportedImage {
  /** Absolute path of an OCI layout with all platforms. */
  readonly layout: string;
  /** Same order as the platforms that were asked for. */
  readonly images: readonly LayoutImage[];
  /** Digest that a registry has to answer when it got this image. */
  readonly digest: string;
}

/** What every export and every push of an image is made with: the same bytes each time. */
export function imageOptions({ sdk }: Session, containers: readonly Container[]) {
  const forcedCompression = sdk.ImageLayerCompression.Gzip;
  const mediaTypes = sdk.ImageMediaTypes.OcimediaTypes;
  return { forcedCompression, mediaTypes, ...(containers.length > 1 ? { platformVariants: [...containers] } : {}) };
}

/** The container that exports and pushes for all platforms. */
export function exporter({ client }: Session, containers: readonly Container[]): Container {
  const [only, ...others] = containers;
  return only === undefined || others.length > 0 ? client.container() : only;
}

/**
 * Brings an image here, into `dir`, as `publish` pushes it later in the same session.
 *
 * Not by `asTarball`: its result stays in the engine's cache when the engine restarts, while 0.21.8 forgets then when and by what each layer was made and
 * writes something new into the configuration. From there on the cached file is never the image that `publish` puts together.
 */
export async function exportImage(
  session: Session,
  containers: readonly Container[],
  dir: string,
): Promise<ExportedImage> {
  const layout = join(dir, "layout");
  await mkdir(layout, { recursive: true });
  const archive = join(dir, "image.tar");
  await exporter(session, containers).export(archive, imageOptions(session, containers));
  await extract({ file: archive, cwd: layout, strict: true });
  await rm(archive);
  const index: unknown = JSON.parse(await readFile(join(layout, "index.json"), "utf8"));
  const digest = indexSchema.parse(index).manifests[0]?.digest;
  if (digest === undefined) throw new Error("the engine exported an index without manifests");
  return { layout, images: await readLayout(layout), digest };
}
