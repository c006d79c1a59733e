import { mkdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { EnvironmentError } from "../../errors.ts";
import { type ImageFacts, noImageFacts, type Problem } from "../../model/outcome.ts";
import type { DeliverStep, ImageOutput } from "../../model/step.ts";
import type { BuiltImage, ImageBackend, ImageRun } from "./backend.ts";
import { packLayout } from "./layout.ts";
import { registryOf, shortName } from "./references.ts";

export interface ImageDelivery {
  readonly facts: ImageFacts;
  /** What went wrong; what was handed over before stays in `facts`. */
  readonly problem: Problem | null;
}

/** The tested image, and what hands it over. */
export interface Goods<I extends BuiltImage> {
  readonly image: I;
  readonly backend: ImageBackend<I>;
  /** Waits before another try to push, milliseconds. */
  readonly retryDelaysMs: readonly number[];
  readonly run: ImageRun;
}

/** Safest first: a push that fails leaves the tarball and the loaded image. */
const order: readonly ImageOutput[] = ["tarball", "load", "push"];

/** Hands the tested image over under its names. Throws only for what ends the step from outside. */
export async function deliver<I extends BuiltImage>(step: DeliverStep, goods: Goods<I>): Promise<ImageDelivery> {
  const outputs = step.outputs === "default" ? await goods.backend.defaultOutputs(goods.run) : step.outputs;
  const references = new Set<string>();
  let tarball: string | null = null;
  let manifestDigest: string | null = null;
  const facts = (): ImageFacts => ({ ...noImageFacts, references: [...references], tarball, manifestDigest });
  try {
    for (const output of order.filter((candidate) => outputs.includes(candidate))) {
      if (output === "tarball") tarball = await writeTarball(step, goods);
      else if (output === "load") {
        await load(step.tags, goods);
        for (const reference of step.tags) references.add(reference);
      } else {
        for (const reference of step.tags) {
          const digest = await push(reference, goods);
          manifestDigest ??= digest;
          references.add(reference);
        }
      }
    }
    return { facts: facts(), problem: null };
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    return { facts: facts(), problem: error };
  }
}

async function writeTarball<I extends BuiltImage>(step: DeliverStep, goods: Goods<I>): Promise<string> {
  const { image, backend, run } = goods;
  const dir = join(run.resultDir, "image");
  await mkdir(dir, { recursive: true });
  const file = join(dir, `${shortName(step.name)}.tar`);
  await packLayout(await backend.layout(image, step.tags, run), file);
  await run.log.line(`wrote image/${basename(file)}`);
  return file;
}

async function load<I extends BuiltImage>(references: readonly string[], goods: Goods<I>): Promise<void> {
  const { image, backend, run } = goods;
  await backend.load(image, references, run);
  for (const reference of references) await run.log.line(`loaded ${reference} (${image.platform})`);
}

/** Answers the digest at the registry. */
async function push<I extends BuiltImage>(reference: string, goods: Goods<I>): Promise<string> {
  const { image, backend, run } = goods;
  const digest = await pushWithRetries(reference, goods);
  await run.log.line(`pushed ${reference}@${digest}`);
  await backend.verify(image, { reference, digest }, run);
  return digest;
}

async function pushWithRetries<I extends BuiltImage>(reference: string, goods: Goods<I>): Promise<string> {
  const { image, backend, retryDelaysMs, run } = goods;
  for (const pause of [...retryDelaysMs, null]) {
    const attempt = await backend.push(image, reference, run);
    if ("digest" in attempt) return attempt.digest;
    const problem = pushProblem(attempt.cause, reference);
    if (pause === null || !problem.again) throw new EnvironmentError(problem.message, problem.remedy);
    run.progress(`${problem.message}; trying again in ${pause / 1_000} s`);
    await delay(pause, undefined, { signal: run.signal });
  }
  throw new Error("unreachable: the last attempt answers or throws");
}

export interface PushProblem extends Problem {
  /** Another attempt may do. */
  readonly again: boolean;
}

/** `cause`: what the registry, or whoever could not reach it, said last. */
export function pushProblem(cause: string, reference: string): PushProblem {
  const registry = registryOf(reference);
  const refused =
    /denied|unauthorized|authorization failed|authentication required|no basic auth|forbidden|\b40[13]\b/i;
  if (refused.test(cause)) {
    return {
      message: `${registry} refuses to take ${reference}: ${cause}`,
      remedy:
        "Set registry-username and registry-password (with the right to write), or log in with docker login before.",
      again: false,
    };
  }
  return {
    message: `${reference} could not be pushed: ${cause}`,
    remedy: `Check that the engine can reach ${registry} and that it has room, then run again.`,
    again: true,
  };
}
