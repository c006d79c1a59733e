import { join } from "node:path";
import { EnvironmentError } from "../../../errors.ts";
import type { ImageStep } from "../../../model/step.ts";
import type { MountCarrier } from "../../carried-mounts.ts";
import type { BuildEnd, BuildInput } from "../../image/backend.ts";
import { nativeImage, readLayout } from "../../image/layout.ts";
import type { Daemon } from "./availability.ts";
import { type BaseBuilds, basePlatforms } from "./base-platforms.ts";
import { type Builder, canExport, layoutPushMinor } from "./builder.ts";
import { type BuildContext, prepareContext } from "./context.ts";
import { inspectImage } from "./inspect-image.ts";
import { loadAlone } from "./layouts.ts";
import { type BuildCall, runBuild } from "./run-build.ts";
import type { DockerImage, DockerRun } from "./session.ts";
import { withGoMounts } from "./with-go-mounts.ts";

/** Throws EnvironmentError when the builder can make no such image, whatever is in it. */
export function refuseImpossible(step: ImageStep, builder: Builder): void {
  const remedy = "Install the plugin docker-buildx (in a workflow: docker/setup-buildx-action before this action).";
  if (step.platforms.length > 1 && !canExport(builder)) {
    const what = builder.kind === "plain" ? "`docker build` without buildx" : "the builder inside this Docker daemon";
    throw new EnvironmentError(`docker-platforms: ${what} makes one platform only.`, remedy);
  }
  if (step.source.type === "dockerfile" && step.source.secretIds.length > 0 && !builder.buildkit) {
    const message = "docker-secrets: secrets need BuildKit, which `docker build` of this version lacks without buildx.";
    throw new EnvironmentError(message, remedy);
  }
  if (step.attest !== null) refuseAttestations(builder);
}

/** The daemon's classic store has no place for them, so they go from the builder to the registry by a layout. */
function refuseAttestations(builder: Builder): void {
  const problem = "docker-sbom, docker-provenance";
  if (!canExport(builder)) {
    const what = builder.kind === "plain" ? "`docker build` without buildx" : "the builder inside this Docker daemon";
    throw new EnvironmentError(`${problem}: ${what} makes no attestations.`, attestRemedy);
  }
  if (builder.minor < layoutPushMinor) {
    throw new EnvironmentError(
      `${problem}: buildx 0.${builder.minor} cannot push attestations after the image was tested.`,
      attestRemedy,
    );
  }
}

const attestRemedy = `Use docker buildx 0.${layoutPushMinor} or newer with a builder of its own (in a workflow: docker/setup-buildx-action before this action), or set both to false.`;

export interface BuildOptions extends BaseBuilds, Omit<BuildCall, "layout" | "arch" | keyof BuildContext> {
  readonly daemon: Daemon;
  readonly mounts: MountCarrier | null;
  /** Absolute path of the repository. */
  readonly root: string;
  readonly outputDirectory: string;
}

/** Builds into the daemon; several platforms, and what is attested, into a layout first, of which the daemon gets its own platform. */
export async function buildImage(
  options: BuildOptions,
  input: BuildInput,
  run: DockerRun,
): Promise<BuildEnd<DockerImage>> {
  const { step, builder, reference, daemon } = options;
  const layout = step.platforms.length > 1 || step.attest !== null ? join(run.cli.tempDir, "layout") : null;
  const call = { ...options, ...(await contextOf(input, options, run)), layout, arch: daemon.arch };
  const { metadata, ...report } = await withGoMounts(options, input, run, () => runBuild(call, run));
  if (metadata === null) return { image: null, report, base: [] };
  const base = await basePlatforms(step, options, run);
  const enginePlatform = `${daemon.os}/${daemon.arch}`;
  const images = layout === null ? null : await readLayout(layout);
  const native = images === null ? null : nativeImage(images, enginePlatform);
  if (native !== null) await loadAlone(native, reference, run);
  const inspected = await inspectImage(run, builder, reference, metadata);
  const platforms = images?.map(({ platform }) => platform) ?? [inspected.platform];
  const configDigest = native?.configDigest ?? inspected.configDigest;
  return { image: { ...inspected, configDigest, reference, builder, layout, platforms, enginePlatform }, report, base };
}

async function contextOf(
  input: BuildInput,
  { root, outputDirectory, builder: { buildkit } }: BuildOptions,
  { cli: { tempDir } }: DockerRun,
): Promise<BuildContext> {
  if (input.type === "binary") return { context: input.context, dockerfile: join(input.context, "Dockerfile") };
  const context = join(root, input.source.context);
  const dockerfile = join(root, input.source.dockerfile);
  return await prepareContext({ context, dockerfile, outputDirectory, tempDir, buildkit });
}
