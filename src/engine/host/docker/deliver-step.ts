import { join } from "node:path";
import type { DeliverStep, ImageOutput } from "../../../model/step.ts";

import { type Delivery, handOver } from "../../image/delivery.ts";
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

/** Hands the tested image over. Throws only for what ends the step from outside. */
export async function deliver(
  step: DeliverStep,
  image: BuiltImage,
  options: DeliverOptions,
  run: DockerStep,
): Promise<Delivery> {
  const outputs: readonly ImageOutput[] = step.outputs === "default" ? ["load"] : step.outputs;
  let login: ReturnType<typeof loginEnv> | null = null;
  const handover = {
    tarball: () => writeTarball(image, step.name, step.tags, run),
    load: () => load(image, step.tags, run),
    push: async (reference: string) => {
      login ??= loginEnv(step, options, run);
      const env = await login;
      if (image.layout === null && !outputs.includes("load")) await options.borrow(reference);
      return await pushImage(image, reference, { ...options, env }, run);
    },
  };
  return await handOver(outputs, step.tags, handover, run.log);
}

async function load(image: BuiltImage, references: readonly string[], run: DockerStep): Promise<void> {
  for (const reference of references) {
    await run.cli.get(["tag", image.reference, reference], { signal: run.signal });
    await run.log.line(`loaded ${reference} (${image.platform})`);
  }
}

function loginEnv(
  step: DeliverStep,
  { login, env }: DeliverOptions,
  run: DockerStep,
): Promise<Readonly<Record<string, string>>> {
  if (login === null) return Promise.resolve({});
  return writeLogin(join(run.cli.tempDir, "login"), login, step.tags, env);
}
