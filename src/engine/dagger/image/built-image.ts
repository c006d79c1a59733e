import { mkdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Container } from "@dagger.io/dagger";
import { extract } from "tar";
import * as z from "zod";
import { type LayoutImage, packLayout, readLayout, writeLayout } from "../../image/layout.ts";
import type { Session } from "../session.ts";

/** The part of an image's configuration that counts for running it. */
const configSchema = z.object({
  config: z
    .object({
      Entrypoint: z.array(z.string()).nullish(),
      Cmd: z.array(z.string()).nullish(),
      Shell: z.array(z.string()).nullish(),
      Volumes: z.record(z.string(), z.unknown()).nullish(),
      Healthcheck: z.object({ Test: z.array(z.string()).nullish() }).nullish(),
    })
    .nullish(),
});

export type ImageConfig = NonNullable<z.infer<typeof configSchema>["config"]>;

/** An image between the steps image, smoke and deliver. */
export interface BuiltImage {
  /** One per platform. */
  readonly containers: readonly Container[];
  /** Absolute path of an OCI layout with all platforms. */
  readonly layout: string;
  /** Same order as the platforms that were asked for. */
  readonly images: readonly LayoutImage[];
  /** The one that runs on the engine's own platform, else the first. */
  readonly native: LayoutImage;
  readonly config: ImageConfig;
  /** Bytes of the native image's layers as stored. */
  readonly size: number;
  readonly base: string | null;
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

/** Builds the containers and brings the image here, into `dir` (absolute, not there yet), to know what it is. */
export async function bringImage(
  session: Session,
  containers: readonly Container[],
  {
    dir,
    nativePlatform,
    base,
  }: { readonly dir: string; readonly nativePlatform: string; readonly base: string | null },
): Promise<BuiltImage> {
  const layout = join(dir, "layout");
  await mkdir(layout, { recursive: true });
  const archive = join(dir, "image.tar");
  await exporter(session, containers).asTarball(imageOptions(session, containers)).export(archive);
  await extract({ file: archive, cwd: layout, strict: true });
  const images = await readLayout(layout);
  const native = images.find(({ platform }) => `${platform}/`.startsWith(`${nativePlatform}/`)) ?? images[0];
  if (native === undefined) throw new Error("the engine exported an image without any platform");
  const { config } = configSchema.parse(JSON.parse(await readFile(native.config, "utf8")));
  const sizes = await Promise.all(native.layers.map(async (layer) => (await stat(layer)).size));
  const size = sizes.reduce((sum, bytes) => sum + bytes, 0);
  return { containers, layout, images, native, config: config ?? {}, size, base };
}

/** Writes the native image alone as a file that every docker can load and the engine can import. */
export async function writeNative(image: BuiltImage, dir: string, references: readonly string[]): Promise<string> {
  const layout = join(dir, "native");
  await mkdir(layout, { recursive: true });
  await writeLayout(layout, image.native, references);
  const file = join(dir, "native.tar");
  await packLayout(layout, file);
  return file;
}
