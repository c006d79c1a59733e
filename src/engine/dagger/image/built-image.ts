import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Container, Platform } from "@dagger.io/dagger";
import * as z from "zod";
import type { BuiltImage } from "../../image/backend.ts";
import { type LayoutImage, nativeImage, packLayout, writeLayout } from "../../image/layout.ts";
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

/** An image between its steps, as the engine and this machine hold it. */
export interface DaggerImage extends ExportedImage, BuiltImage {
  /** One per platform. */
  readonly containers: readonly Container[];
  /** The one that runs on the engine's own platform, else the first. */
  readonly native: LayoutImage;
  readonly config: ImageConfig;
}

/** A container to build, and the platform that was asked for; null: the engine's own. */
export interface PlatformBuild {
  readonly container: Container;
  readonly platform: string | null;
}

export interface BringOptions {
  /** Absolute, there, ours. */
  readonly dir: string;
  readonly enginePlatform: string;
}

/** Builds and brings the image here, to know what it is. */
export async function bringImage(
  session: Session,
  builds: readonly PlatformBuild[],
  { dir, enginePlatform }: BringOptions,
): Promise<DaggerImage> {
  const settled: Settled[] = [];
  for (const [index, build] of builds.entries())
    settled.push(await settle(session, build, join(dir, `platform-${index}`)));
  const containers = settled.map(({ container }) => container);
  const [only] = settled;
  const exported =
    (settled.length === 1 ? only?.exported : null) ?? (await exportImage(session, containers, join(dir, "all")));
  const native = nativeImage(exported.images, enginePlatform);
  return { ...exported, containers, native, enginePlatform, ...(await factsOf(native, exported)) };
}

async function factsOf(
  { platform, configDigest, config: file, layers }: LayoutImage,
  { images }: ExportedImage,
): Promise<Omit<DaggerImage, keyof ExportedImage | "containers" | "native" | "enginePlatform">> {
  const config = configSchema.parse(await readJson(file)).config ?? {};
  const sizes = await Promise.all(layers.map(async (layer) => (await stat(layer)).size));
  return {
    ...{ config, configDigest, platform },
    platforms: images.map((image) => image.platform),
    size: sizes.reduce((sum, bytes) => sum + bytes, 0),
    layers: layers.length,
    hasCommand: (config.Entrypoint ?? []).length + (config.Cmd ?? []).length > 0,
  };
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
  const file = await fileOf({ ...image, config: corrected }, dir, ["platform:corrected"]);
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

/** Writes the native image alone, as a layout; answers its path. */
export function nativeLayout(image: DaggerImage, dir: string, references: readonly string[]): Promise<string> {
  return layoutOf(image.native, dir, references);
}

/** Writes it as a file that every docker can load and the engine can import; answers its path. */
export function nativeFile(image: DaggerImage, dir: string, references: readonly string[]): Promise<string> {
  return fileOf(image.native, dir, references);
}

async function layoutOf(image: LayoutImage, dir: string, references: readonly string[]): Promise<string> {
  const layout = join(dir, "alone");
  await mkdir(layout, { recursive: true });
  await writeLayout(layout, image, references);
  return layout;
}

async function fileOf(image: LayoutImage, dir: string, references: readonly string[]): Promise<string> {
  const file = join(dir, "alone.tar");
  await packLayout(await layoutOf(image, dir, references), file);
  return file;
}
