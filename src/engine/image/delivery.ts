import { basename } from "node:path";
import { EnvironmentError } from "../../errors.ts";
import { type ImageFacts, noImageFacts, type Problem } from "../../model/outcome.ts";
import type { ImageOutput } from "../../model/step.ts";

import { registryOf } from "./registry.ts";
import type { StepLog } from "./step-log.ts";

export interface Delivery {
  readonly facts: ImageFacts;
  /** What went wrong; what was handed over before stays in `facts`. */
  readonly problem: Problem | null;
}

/** The ways in which an engine hands an image over. Each throws EnvironmentError when it cannot. */
export interface Handover {
  /** Answers the path of the file. */
  tarball(): Promise<string>;
  /** Under all its names. */
  load(): Promise<void>;
  /** Answers the digest at the registry. */
  push(reference: string): Promise<string>;
}

/** Safest first: a push that fails leaves the tarball and the loaded image. */
const order: readonly ImageOutput[] = ["tarball", "load", "push"];

/** Hands the tested image over under its names. Throws only for what ends the step from outside. */
export async function handOver(
  outputs: readonly ImageOutput[],
  tags: readonly string[],
  handover: Handover,
  log: StepLog,
): Promise<Delivery> {
  const references: string[] = [];
  let tarball: string | null = null;
  let manifestDigest: string | null = null;
  const facts = (): ImageFacts => ({ ...noImageFacts, references: [...new Set(references)], tarball, manifestDigest });
  try {
    for (const output of order.filter((candidate) => outputs.includes(candidate))) {
      if (output === "tarball") {
        tarball = await handover.tarball();
        await log.line(`wrote image/${basename(tarball)}`);
      } else if (output === "load") {
        await handover.load();
        references.push(...tags);
      } else {
        for (const reference of tags) {
          const digest = await handover.push(reference);
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
