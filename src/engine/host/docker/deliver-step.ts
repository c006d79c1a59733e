import { basename, join } from "node:path";
import { EnvironmentError } from "../../../errors.ts";
import type { DeliverStep, ImageOutput } from "../../../plan/model.ts";
import { noImageFacts } from "../../../results/image.ts";
import type { ImageFacts, Problem } from "../../engine.ts";
import { type Login, writeLogin } from "./login.ts";
import { pushImage } from "./push.ts";
import type { BuiltImage, DockerStep } from "./session.ts";
import { writeTarball } from "./tarball.ts";

export interface DeliverOptions {
  readonly login: Login | null;
  readonly env: Readonly<Record<string, string>>;
  readonly retryDelaysMs: readonly number[];
  /** Told of every name in the daemon that is only used for a push. */
  readonly borrow: (name: string) => Promise<void>;
}

export interface Delivery {
  readonly facts: ImageFacts;
  /** What went wrong; what was handed over before stays in `facts`. */
  readonly problem: Problem | null;
}

/** Safest first: a push that fails leaves the tarball and the loaded image. */
const order: readonly ImageOutput[] = ["tarball", "load", "push"];

/** Hands the tested image over. Throws only for what ends the step from outside. */
export async function deliver(
  step: DeliverStep,
  image: BuiltImage,
  options: DeliverOptions,
  run: DockerStep,
): Promise<Delivery> {
  const outputs = step.outputs === "default" ? ["load"] : step.outputs;
  const references: string[] = [];
  let tarball: string | null = null;
  let manifestDigest: string | null = null;
  const facts = (): ImageFacts => ({ ...noImageFacts, references: [...new Set(references)], tarball, manifestDigest });
  try {
    for (const output of order.filter((candidate) => outputs.includes(candidate))) {
      if (output === "tarball") {
        tarball = await writeTarball(image, step.name, step.tags, run);
        await run.log.line(`wrote image/${basename(tarball)}`);
      } else if (output === "load") {
        references.push(...(await load(image, step.tags, run)));
      } else {
        const pushEnv = await loginEnv(step, options, run);
        for (const reference of step.tags) {
          if (image.layout === null && !outputs.includes("load")) await options.borrow(reference);
          const digest = await pushImage(image, reference, { ...options, env: pushEnv }, run);
          manifestDigest ??= digest;
          references.push(reference);
        }
      }
    }
    return { facts: facts(), problem: null };
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    return { facts: facts(), problem: error };
  }
}

async function load(image: BuiltImage, references: readonly string[], run: DockerStep): Promise<readonly string[]> {
  for (const reference of references) {
    await run.cli.get(["tag", image.reference, reference], { signal: run.signal });
    await run.log.line(`loaded ${reference} (${image.platform})`);
  }
  return references;
}

function loginEnv(
  step: DeliverStep,
  { login, env }: DeliverOptions,
  run: DockerStep,
): Promise<Readonly<Record<string, string>>> {
  if (login === null) return Promise.resolve({});
  return writeLogin(join(run.cli.tempDir, "login"), login, step.tags, env);
}
