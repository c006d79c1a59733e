import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Container, Directory, Secret } from "@dagger.io/dagger";
import type { ImageStep } from "../../../model/step.ts";
import type { BuildEnd, BuildInput, ImageRun } from "../../image/backend.ts";
import { type BasePlatform, wantedPlatforms } from "../../image/base-platform.ts";
import { dockerPlatform } from "../../image/binary-context.ts";
import { isConnectionGone } from "../problem.ts";
import type { Session } from "../session.ts";
import type { DaggerImageOptions } from "./backend.ts";
import { buildReport, nothingToReport } from "./build-report.ts";
import { bringImage, type DaggerImage, daggerPlatform } from "./built-image.ts";
import { dockerContext, dockerfileName } from "./context.ts";

/** Builds an image in the engine and brings it here. */
export async function buildImage(
  step: ImageStep,
  input: BuildInput,
  options: DaggerImageOptions,
  run: ImageRun,
): Promise<BuildEnd<DaggerImage>> {
  const { session, tempDir } = options;
  const dir = join(tempDir, "image");
  await mkdir(dir, { recursive: true });
  const context = await contextOf(input, options, join(dir, "dockerfile"));
  const enginePlatform = await session.client.defaultPlatform();
  try {
    const secrets = await secretsFor(input, options, run);
    const builds = platformsOf(step).map((platform) => ({
      platform,
      container: containerFor(step, context, platform, secrets),
    }));
    const image = await bringImage(session, builds, { dir, enginePlatform });
    const names = image.images.map(({ platform, configDigest }) => `${platform} ${configDigest}`);
    await run.log.line(`built ${names.join(", ")}`);
    return { image, report: nothingToReport, base: await basePlatforms(step, session) };
  } catch (error) {
    if (isConnectionGone(error) || run.signal.aborted) throw error;
    const report = buildReport(error, input.type === "dockerfile" ? input.parsed : null);
    await run.log.lines([...report.failedOutput, report.error ?? ""]);
    return { image: null, report, base: [] };
  }
}

/** The engine takes a base of one platform for any other, as BuildKit does; pulled for a platform it tells its own. */
async function basePlatforms({ source }: ImageStep, { client }: Session): Promise<readonly BasePlatform[]> {
  if (source.type !== "binary") return [];
  const { base } = source;
  if (base === null) return [];
  const found = wantedPlatforms(source).map(async (wanted) => ({
    wanted,
    found: await client
      .container({ platform: daggerPlatform(wanted) })
      .from(base)
      .platform(),
  }));
  return await Promise.all(found);
}

/** null: the engine's own platform. */
function platformsOf({ platforms }: ImageStep): readonly (string | null)[] {
  return platforms.length === 0 ? [null] : platforms.map(dockerPlatform);
}

interface Context {
  readonly directory: Directory;
  readonly dockerfile: string;
}

async function contextOf(input: BuildInput, options: DaggerImageOptions, dir: string): Promise<Context> {
  const { session, root, without, tempDir } = options;
  if (input.type === "binary") {
    return { directory: session.client.host().directory(input.context), dockerfile: "Dockerfile" };
  }
  const directory = await dockerContext({ session, root, source: input.source, without, dir, tempDir });
  return { directory, dockerfile: dockerfileName };
}

function containerFor(step: ImageStep, context: Context, platform: string | null, secrets: Secret[]): Container {
  const { source } = step;
  const dockerfile = source.type === "dockerfile" ? source : null;
  const built = context.directory.dockerBuild({
    dockerfile: context.dockerfile,
    ...(platform === null ? {} : { platform: daggerPlatform(platform) }),
    ...(dockerfile?.target ? { target: dockerfile.target } : {}),
    buildArgs: (dockerfile?.buildArgs ?? []).map(([name, value]) => ({ name, value })),
    secrets,
  });
  return step.labels.reduce((container, [name, value]) => container.withLabel(name, value), built);
}

/** The engine knows them by the name under which a Dockerfile mounts them. */
async function secretsFor(
  input: BuildInput,
  { session, secrets: { dockerSecrets } }: DaggerImageOptions,
  { signal }: ImageRun,
): Promise<Secret[]> {
  const ids = input.type === "dockerfile" ? input.source.secretIds : [];
  const wanted = dockerSecrets.filter(({ id }) => ids.includes(id));
  return await Promise.all(wanted.map(({ id, value }) => session.namedSecret(id, value, signal)));
}
