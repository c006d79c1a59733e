import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ImageStep } from "../../../model/step.ts";
import { type BasePlatform, wantedPlatforms } from "../../image/base-platform.ts";
import { readLayout } from "../../image/layout.ts";
import { buildArguments } from "./build-arguments.ts";
import { type Builder, canExport } from "./builder.ts";
import { inspectImage } from "./inspect-image.ts";
import { builderEnvironment } from "./run-build.ts";
import { type DockerRun, transferLimitMs } from "./session.ts";

export interface BaseBuilds {
  readonly builder: Builder;
  /** A name in the daemon that is removed in the end. */
  name(): string;
}

/**
 * The platforms of what an image of the binary is built on. BuildKit takes a base of one platform for any other, and writes the platform that was asked for
 * into the result: only an image of the base alone, built for no platform in particular, keeps the base's own.
 */
export async function basePlatforms(
  { source }: ImageStep,
  { builder, name }: BaseBuilds,
  run: DockerRun,
): Promise<readonly BasePlatform[]> {
  const { cli, signal } = run;
  if (source.type !== "binary" || source.base === null) return [];
  const found: BasePlatform[] = [];
  for (const [index, wanted] of wantedPlatforms(source).entries()) {
    const context = join(cli.tempDir, `base-${index}`);
    await mkdir(context);
    const dockerfile = join(context, "Dockerfile");
    await writeFile(dockerfile, `FROM --platform=${wanted} ${source.base}\n`);
    const layout = canExport(builder) ? join(cli.tempDir, `base-layout-${index}`) : null;
    const tag = layout === null ? name() : null;
    const args = buildArguments(builder, {
      ...{ context, dockerfile, layout, tag, metadataFile: join(cli.tempDir, `base-metadata-${index}`) },
      ...{ target: null, buildArgs: [], secrets: [], labels: [], platforms: [], cache: null, attest: null },
    });
    await cli.get(args, { env: builderEnvironment(builder), signal, timeoutMs: transferLimitMs });
    const images = layout === null ? [await inspectImage(run, builder, tag ?? "", "")] : await readLayout(layout);
    found.push(...images.map(({ platform }) => ({ wanted, found: platform })));
  }
  return found;
}
