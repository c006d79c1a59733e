import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { EnvironmentError } from "../../../errors.ts";
import { failedImage, type ImageFacts, noImageFacts } from "../../../model/outcome.ts";
import type { ImageSource, ImageStep } from "../../../model/step.ts";

import { readDockerfile } from "../../../project/dockerfile.ts";
import { baseImage } from "../../../project/dockerfile-facts.ts";
import type { Dockerfile } from "../../../project/dockerfile-parse.ts";

import { builtBinaries, noZoneinfo, writeBinaryContext } from "../../image/binary-context.ts";
import { buildProblem } from "../../image/build-problem.ts";
import { packLayout, readLayout, writeLayout } from "../../image/layout.ts";
import { type Builder, canExport } from "./builder.ts";
import { prepareContext } from "./context.ts";
import { findZoneinfo } from "./go-zones.ts";
import { type BuildCall, runBuild } from "./image-build.ts";
import { inspectImage } from "./inspect-image.ts";
import { type BuiltImage, type DockerStep, temporaryName } from "./session.ts";

/** What a docker run knows beside the step. */
export interface ImageOptions extends Pick<BuildCall, "secrets" | "cacheService" | "saveCache"> {
  /** Absolute path of the repository. */
  readonly root: string;
  readonly outputDirectory: string;
  /** Environment for `go env`. */
  readonly env: Readonly<Record<string, string>>;
  /** Told of every name in the daemon that has to go when the run ends. */
  readonly own: (name: string) => void;
}

export type ImageResult =
  | { readonly type: "built"; readonly image: BuiltImage; readonly cached: boolean; readonly facts: ImageFacts }
  | { readonly type: "failed"; readonly facts: ImageFacts };

/** Builds the image of a step. Throws EnvironmentError when the environment is to blame. */
export async function buildImage(
  step: ImageStep,
  builder: Builder,
  options: ImageOptions,
  run: DockerStep,
): Promise<ImageResult> {
  refuseImpossible(step, builder);
  const input = await prepare(step.source, builder, options, run);
  if ("reason" in input) return failed(input.reason, []);
  const reference = `${temporaryName()}:build`;
  options.own(reference);
  const layout = step.platforms.length > 1 ? join(run.cli.tempDir, "layout") : null;
  const build = await runBuild({ ...options, ...input, step, builder, reference, layout }, run);
  if (build.failed) {
    const given = step.source.type === "dockerfile" ? step.source : { buildArgs: [], secretIds: [] };
    const problem = buildProblem(build, input.parsed, given);
    if (problem.type === "errored") throw new EnvironmentError(problem.message, problem.remedy);
    return failed(problem.reason, problem.problems);
  }
  const loaded = layout === null ? null : await loadFromLayout(layout, reference, run);
  const inspected = await inspectImage(run, builder, reference, build.metadata);
  const platforms = loaded?.platforms ?? [inspected.platform];
  const configDigest = loaded?.configDigest ?? inspected.configDigest;
  const image = { ...inspected, configDigest, reference, builder, layout, base: input.base, platforms };
  return { type: "built", image, cached: build.cached, facts: imageFacts(image, build.warnings) };
}

function refuseImpossible(step: ImageStep, builder: Builder): void {
  const remedy = "Install the plugin docker-buildx (in a workflow: docker/setup-buildx-action before this action).";
  if (step.platforms.length > 1 && !canExport(builder)) {
    const what = builder.kind === "plain" ? "`docker build` without buildx" : "the builder inside this Docker daemon";
    throw new EnvironmentError(`docker-platforms: ${what} makes one platform only.`, remedy);
  }
  if (step.source.type === "dockerfile" && step.source.secretIds.length > 0 && !builder.buildkit) {
    const message = "docker-secrets: secrets need BuildKit, which `docker build` of this version lacks without buildx.";
    throw new EnvironmentError(message, remedy);
  }
}

interface BuildInput {
  readonly context: string;
  readonly dockerfile: string;
  readonly parsed: Dockerfile | null;
  readonly base: string | null;
}

type Prepared = BuildInput | { readonly reason: string };

async function prepare(
  source: ImageSource,
  builder: Builder,
  options: ImageOptions,
  run: DockerStep,
): Promise<Prepared> {
  if (source.type === "binary") return prepareBinary(source, options, run);
  const parsed = await readDockerfile(options.root, source.dockerfile);
  if (parsed === null) return { reason: `no Dockerfile at ${source.dockerfile}` };
  const prepared = await prepareContext({
    context: join(options.root, source.context),
    dockerfile: join(options.root, source.dockerfile),
    outputDirectory: options.outputDirectory,
    tempDir: run.cli.tempDir,
    buildkit: builder.buildkit,
  });
  return { ...prepared, parsed, base: baseImage(parsed, source) };
}

async function prepareBinary(
  source: ImageSource & { type: "binary" },
  options: ImageOptions,
  run: DockerStep,
): Promise<Prepared> {
  const binaries = builtBinaries(source, run.resultDirOf);
  const zoneinfo = await findZoneinfo(options.env, run);
  if (zoneinfo === null) {
    run.progress(noZoneinfo);
    await run.log.line(noZoneinfo);
  }
  const dir = join(run.cli.tempDir, "binary-context");
  const reason = await writeBinaryContext({ dir, entrypoint: source.entrypoint, binaries, zoneinfo });
  if (reason !== null) return { reason };
  return { context: dir, dockerfile: join(dir, "Dockerfile"), parsed: null, base: "scratch" };
}

/** Loads the daemon's own platform (else the first) of a layout, for the smoke test and `load`. */
async function loadFromLayout(
  layout: string,
  reference: string,
  run: DockerStep,
): Promise<{ readonly platforms: readonly string[]; readonly configDigest: string }> {
  const images = await readLayout(layout);
  const own = await run.cli.get(["version", "--format", "{{.Server.Os}}/{{.Server.Arch}}"], { signal: run.signal });
  const image = images.find(({ platform }) => `${platform}/`.startsWith(`${own}/`)) ?? images[0];
  if (image === undefined) throw new EnvironmentError("the builder answered with an empty image", "Run again.");
  const dir = join(run.cli.tempDir, "native");
  const archive = join(run.cli.tempDir, "native.tar");
  await mkdir(dir, { recursive: true });
  await writeLayout(dir, image, [reference]);
  await packLayout(dir, archive);
  await run.cli.get(["load", "--input", archive], { signal: run.signal, timeoutMs: loadLimitMs });
  return { platforms: images.map((found) => found.platform), configDigest: image.configDigest };
}

/** A large image on a slow disk. */
const loadLimitMs = 600_000;

function failed(reason: string, problems: ImageFacts["dockerfileProblems"]): ImageResult {
  return { type: "failed", facts: failedImage(reason, problems) };
}

function imageFacts(image: BuiltImage, warnings: ImageFacts["dockerfileProblems"]): ImageFacts {
  const { configDigest, platforms, size, layers, base } = image;
  return { ...noImageFacts, configDigest, platforms, size, layers, base, dockerfileProblems: warnings };
}
