import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Container, Platform } from "@dagger.io/dagger";
import * as z from "zod";
import { type LayoutImage, packLayout, writeLayout } from "../../image/layout.ts";
import type { Session } from "../session.ts";
import { type ExportedImage, exportImage } from "./export.ts";

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
export interface BuiltImage extends ExportedImage {
  /** One per platform. */
  readonly containers: readonly Container[];
  /** The one that runs on the engine's own platform, else the first. */
  readonly native: LayoutImage;
  readonly config: ImageConfig;
  /** Bytes of the native image's layers as stored. */
  readonly size: number;
  readonly base: string | null;
}

/** A container to build, and the platform that was asked for; null: the engine's own. */
export interface PlatformBuild {
  readonly container: Container;
  readonly platform: string | null;
}

export interface BringOptions {
  /** Absolute, there, ours. */
  readonly dir: string;
  /** The engine's own platform. */
  readonly nativePlatform: string;
  readonly base: string | null;
}

/** Builds and brings the image here, to know what it is. */
export async function bringImage(
  session: Session,
  builds: readonly PlatformBuild[],
  { dir, nativePlatform, base }: BringOptions,
): Promise<BuiltImage> {
  const settled: Settled[] = [];
  for (const [index, build] of builds.entries())
    settled.push(await settle(session, build, join(dir, `platform-${index}`)));
  const containers = settled.map(({ container }) => container);
  const [only] = settled;
  const exported =
    (settled.length === 1 ? only?.exported : null) ?? (await exportImage(session, containers, join(dir, "all")));
  const { images } = exported;
  const native = images.find(({ platform }) => `${platform}/`.startsWith(`${nativePlatform}/`)) ?? images[0];
  if (native === undefined) throw new Error("the engine exported an image without any platform");
  const { config } = configSchema.parse(await readJson(native.config));
  const sizes = await Promise.all(native.layers.map(async (layer) => (await stat(layer)).size));
  const size = sizes.reduce((sum, bytes) => sum + bytes, 0);
  return { ...exported, containers, native, config: config ?? {}, size, base };
}

interface Settled {
  readonly container: Container;
  /** This container alone, null when it is not the one that counts. */
  readonly exported: ExportedImage | null;
}

/**
 * Engines up to 0.21.8 forget the platform of what `dockerBuild` makes for another one: the files are right, the configuration says the engine's own. The
 * configuration is corrected and the image brought in anew.
 */
async function settle(session: Session, { container, platform }: PlatformBuild, dir: string): Promise<Settled> {
  const exported = await exportImage(session, [container], dir);
  const [image] = exported.images;
  if (image === undefined) throw new Error("the engine exported an empty image");
  if (platform === null || image.platform === platform) return { container, exported };
  const [os, architecture, variant] = platform.split("/");
  const config: unknown = await readJson(image.config);
  const corrected = join(dir, "config.json");
  await writeFile(
    corrected,
    JSON.stringify({ ...Object(config), os, architecture, ...(variant === undefined ? {} : { variant }) }),
  );
  const file = await writeAlone({ ...image, config: corrected }, dir, ["platform:corrected"]);
  const { client } = session;
  const imported = client.container({ platform: daggerPlatform(platform) }).import_(client.host().file(file));
  return { container: imported, exported: null };
}

/** The SDK's type for platforms is a branded string that only a cast can make. */
export function daggerPlatform(platform: string): Platform {
  return platform as Platform;
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, "utf8"));
}

/** Writes the native image alone as a file that every docker can load and the engine can import. */
export function writeNative(image: BuiltImage, dir: string, references: readonly string[]): Promise<string> {
  return writeAlone(image.native, dir, references);
}

async function writeAlone(image: LayoutImage, dir: string, references: readonly string[]): Promise<string> {
  const layout = join(dir, "alone");
  await mkdir(layout, { recursive: true });
  await writeLayout(layout, image, references);
  const file = join(dir, "alone.tar");
  await packLayout(layout, file);
  return file;
}
