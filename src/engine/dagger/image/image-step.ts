import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Container, Directory, Secret } from "@dagger.io/dagger";
import { EnvironmentError } from "../../../errors.ts";
import { failedImage, type ImageFacts, noImageFacts } from "../../../model/outcome.ts";
import type { ImageSource, ImageStep } from "../../../model/step.ts";

import { readDockerfile } from "../../../project/dockerfile.ts";
import { baseImage } from "../../../project/dockerfile-facts.ts";
import type { Dockerfile } from "../../../project/dockerfile-parse.ts";

import { builtBinaries, dockerPlatform, noZoneinfo, writeBinaryContext } from "../../image/binary-context.ts";
import { buildProblem } from "../../image/build-problem.ts";
import { isConnectionGone } from "../problem.ts";
import { buildReport } from "./build-report.ts";
import { type BuiltImage, bringImage, daggerPlatform } from "./built-image.ts";
import { dockerContext, dockerfileName } from "./context.ts";
import type { ImageRun } from "./session.ts";

export type ImageResult =
  | { readonly type: "built"; readonly image: BuiltImage; readonly facts: ImageFacts }
  | { readonly type: "failed"; readonly facts: ImageFacts };

interface BuildInput {
  readonly context: Directory;
  readonly dockerfile: string;
  readonly parsed: Dockerfile | null;
  readonly base: string | null;
}

/** Builds the image of a step in the engine. A broken Dockerfile is a value; throws EnvironmentError when the environment is to blame. */
export async function buildImage(step: ImageStep, run: ImageRun): Promise<ImageResult> {
  const dir = join(run.tempDir, "image");
  await mkdir(dir, { recursive: true });
  const input = await prepare(step.source, run, dir);
  if ("reason" in input) return failed(input.reason, []);
  const nativePlatform = await run.session.client.defaultPlatform();
  try {
    const secrets = await secretsFor(step.source.type === "dockerfile" ? step.source.secretIds : [], run);
    const builds = platformsOf(step).map((platform) => ({
      platform,
      container: containerFor(step, input, platform, secrets),
    }));
    const image = await bringImage(run.session, builds, { dir, nativePlatform, base: input.base });
    await run.log.line(
      `built ${image.images.map(({ platform, configDigest }) => `${platform} ${configDigest}`).join(", ")}`,
    );
    return { type: "built", image, facts: imageFacts(image) };
  } catch (error) {
    if (isConnectionGone(error) || run.signal.aborted) throw error;
    return await explain(error, step.source, input, run);
  }
}

async function explain(error: unknown, source: ImageSource, input: BuildInput, run: ImageRun): Promise<ImageResult> {
  const report = buildReport(error, input.parsed);
  await run.log.lines([...report.failedOutput, report.error ?? ""]);
  const given = source.type === "dockerfile" ? source : { buildArgs: [], secretIds: [] };
  const problem = buildProblem(report, input.parsed, given);
  if (problem.type === "errored") throw new EnvironmentError(problem.message, problem.remedy);
  return failed(problem.reason, problem.problems);
}

/** null: the engine's own platform. */
function platformsOf({ platforms }: ImageStep): readonly (string | null)[] {
  return platforms.length === 0 ? [null] : platforms.map(dockerPlatform);
}

function containerFor(step: ImageStep, input: BuildInput, platform: string | null, secrets: Secret[]): Container {
  const { source } = step;
  const dockerfile = source.type === "dockerfile" ? source : null;
  const built = input.context.dockerBuild({
    dockerfile: input.dockerfile,
    ...(platform === null ? {} : { platform: daggerPlatform(platform) }),
    ...(dockerfile?.target ? { target: dockerfile.target } : {}),
    buildArgs: (dockerfile?.buildArgs ?? []).map(([name, value]) => ({ name, value })),
    secrets,
  });
  return step.labels.reduce((container, [name, value]) => container.withLabel(name, value), built);
}

/** The engine knows them by the name under which a Dockerfile mounts them. */
async function secretsFor(ids: readonly string[], { session, secrets, signal }: ImageRun): Promise<Secret[]> {
  const wanted = secrets.filter(({ id }) => ids.includes(id));
  return await Promise.all(wanted.map(({ id, value }) => session.namedSecret(id, value, signal)));
}

async function prepare(
  source: ImageSource,
  run: ImageRun,
  dir: string,
): Promise<BuildInput | { readonly reason: string }> {
  if (source.type === "binary") return await prepareBinary(source, run, join(dir, "binary"));
  const parsed = await readDockerfile(run.root, source.dockerfile);
  if (parsed === null) return { reason: `no Dockerfile at ${source.dockerfile}` };
  const { session, root, without, tempDir } = run;
  const context = await dockerContext({ session, root, source, without, dir: join(dir, "dockerfile"), tempDir });
  return { context, dockerfile: dockerfileName, parsed, base: baseImage(parsed, source) };
}

async function prepareBinary(
  source: ImageSource & { type: "binary" },
  run: ImageRun,
  dir: string,
): Promise<BuildInput | { readonly reason: string }> {
  const binaries = builtBinaries(source, run.resultDirOf);
  const zoneinfo = await run.go.zoneinfo(`${dir}-zoneinfo.zip`);
  if (zoneinfo === null) await run.log.line(noZoneinfo);
  const reason = await writeBinaryContext({ dir, entrypoint: source.entrypoint, binaries, zoneinfo });
  if (reason !== null) return { reason };
  return { context: run.session.client.host().directory(dir), dockerfile: "Dockerfile", parsed: null, base: "scratch" };
}

function failed(reason: string, problems: ImageFacts["dockerfileProblems"]): ImageResult {
  return { type: "failed", facts: failedImage(reason, problems) };
}

function imageFacts({ native, images, size, base }: BuiltImage): ImageFacts {
  const platforms = images.map(({ platform }) => platform);
  return { ...noImageFacts, configDigest: native.configDigest, platforms, size, layers: native.layers.length, base };
}
