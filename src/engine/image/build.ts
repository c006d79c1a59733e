import { EnvironmentError } from "../../errors.ts";
import { failedImage, type ImageFacts, noImageFacts } from "../../model/outcome.ts";
import type { ImageStep } from "../../model/step.ts";
import { baseImage, strictChecksLine } from "../../project/dockerfile-facts.ts";
import type { BuildInput, BuiltImage, ImageBackend, ImageRun } from "./backend.ts";
import { refusedBase, wrongBase } from "./base-platform.ts";
import { type BuildReport, buildProblem, dockerfileChecks } from "./build-problem.ts";
import { type InputPlaces, readInput } from "./input.ts";

export interface ImageResult<I extends BuiltImage> {
  /** null: it was not built, and the facts say why. */
  readonly image: I | null;
  readonly facts: ImageFacts;
  /** Nothing had to be built anew. */
  readonly cached: boolean;
}

/** Builds the image of a step. A broken Dockerfile is a value; throws EnvironmentError when the environment is to blame. */
export async function buildImage<I extends BuiltImage>(
  step: ImageStep,
  backend: ImageBackend<I>,
  places: InputPlaces,
  run: ImageRun,
): Promise<ImageResult<I>> {
  await backend.prepare(step, run);
  const input = await readInput(step, backend, places, run);
  if ("reason" in input) return { image: null, facts: failedImage(input.reason, []), cached: false };
  const { image, report, base } = await backend.build(step, input, run);
  const checks = checksOf(input, report, backend);
  if (image === null) return { image, facts: whyNot(step, input, report, checks), cached: false };
  const wrong = input.type === "binary" ? wrongBase(input.base, base) : null;
  if (wrong !== null) return { image: null, facts: failedImage(wrong, []), cached: false };
  run.progress(`${image.platforms.join(", ")}: ${image.layers} layers, ${image.size} bytes`);
  return { image, facts: imageFacts(image, input, checks), cached: report.cached };
}

type Checks = ImageFacts["dockerfileChecks"];

function whyNot({ attest }: ImageStep, input: BuildInput, report: BuildReport, checks: Checks): ImageFacts {
  const [parsed, given] =
    input.type === "dockerfile" ? [input.parsed, input.source] : [null, { buildArgs: [], secretIds: [] }];
  const refused = input.type === "binary" ? refusedBase(input.base, report.error ?? "") : null;
  if (refused !== null) return failedImage(refused, []);
  const problem = buildProblem(report, parsed, { ...given, generator: attest?.sbom ?? null });
  if (problem.type === "errored") throw new EnvironmentError(problem.message, problem.remedy);
  return failedImage(problem.reason, problem.problems, checks);
}

function imageFacts(image: BuiltImage, input: BuildInput, checks: Checks): ImageFacts {
  const { configDigest, platforms, size, layers } = image;
  const base = input.type === "dockerfile" ? baseImage(input.parsed, input.source) : input.base;
  return { ...noImageFacts, configDigest, platforms, size, layers, base, dockerfileChecks: checks };
}

/** The Dockerfile of an image of a binary is ours. A builder that looks for nothing fails nothing, whatever the Dockerfile asks for. */
function checksOf(
  input: BuildInput,
  report: BuildReport,
  backend: Pick<ImageBackend<BuiltImage>, "withoutChecks">,
): Checks {
  if (input.type !== "dockerfile") return [];
  const line = strictChecksLine(input.parsed, input.source.buildArgs);
  const builder = line === null ? null : backend.withoutChecks(input.parsed);
  if (line === null || builder === null) return dockerfileChecks(report);
  const message = `error=true fails nothing here: ${builder} makes no build checks`;
  return [...dockerfileChecks(report), { rule: null, line, message, url: null, fails: false }];
}
