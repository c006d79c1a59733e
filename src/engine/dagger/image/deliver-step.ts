import { execFile } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Container } from "@dagger.io/dagger";
import { EnvironmentError, messageOf } from "../../../errors.ts";
import type { DeliverStep, ImageOutput } from "../../../plan/model.ts";
import { type Delivery, handOver, pushProblem } from "../../image/delivery.ts";
import { packLayout } from "../../image/layout.ts";
import { registryOf } from "../../image/registry.ts";
import { isConnectionGone, ownWords } from "../problem.ts";
import { type BuiltImage, exporter, imageOptions, writeNative } from "./built-image.ts";
import type { ImageRun } from "./session.ts";

/** Hands the tested image over. Throws only for what ends the step from outside. */
export async function deliver(step: DeliverStep, image: BuiltImage, run: ImageRun): Promise<Delivery> {
  const outputs = step.outputs === "default" ? await defaultOutputs(run) : step.outputs;
  const handover = {
    tarball: () => writeTarball(step, image, run),
    load: () => loadImage(step, image, run),
    push: (reference: string) => pushImage(reference, image, run),
  };
  return await handOver(outputs, step.tags, handover, run.log);
}

/** Into the daemon of this machine where one answers that takes images for Linux, else a file. */
async function defaultOutputs(run: ImageRun): Promise<readonly ImageOutput[]> {
  const answer = await docker(["version", "--format", "{{.Server.Os}}"], run, 15_000);
  return answer.problem === null && answer.stdout.trim() === "linux" ? ["load"] : ["tarball"];
}

async function writeTarball(step: DeliverStep, image: BuiltImage, run: ImageRun): Promise<string> {
  const dir = join(run.resultDir, "image");
  await mkdir(dir, { recursive: true });
  const file = join(dir, `${step.name.split("/").at(-1) ?? step.name}.tar`);
  if (image.images.length > 1) await packLayout(image.layout, file);
  else await packLayout(await nativeLayout(step, image, run), file);
  return file;
}

async function nativeLayout(step: DeliverStep, image: BuiltImage, run: ImageRun): Promise<string> {
  const dir = join(run.tempDir, "tarball");
  await writeNative(image, dir, step.tags);
  return join(dir, "alone");
}

async function loadImage(step: DeliverStep, image: BuiltImage, run: ImageRun): Promise<void> {
  const file = await writeNative(image, join(run.tempDir, "load"), step.tags);
  const loaded = await docker(["load", "--input", file], run, 600_000);
  if (loaded.problem !== null) {
    throw new EnvironmentError(
      `The image could not be loaded into the local Docker daemon: ${loaded.problem}`,
      "Start Docker, or set image-output to tarball or push.",
    );
  }
  for (const reference of step.tags) await run.log.line(`loaded ${reference} (${image.native.platform})`);
}

interface DockerAnswer {
  readonly stdout: string;
  readonly problem: string | null;
}

function docker(args: readonly string[], run: ImageRun, timeout: number): Promise<DockerAnswer> {
  return new Promise((resolve) => {
    const options = { env: { ...run.env }, timeout, signal: run.signal, maxBuffer: 1_048_576 };
    execFile("docker", [...args], options, (error, stdout, stderr) => {
      const last = stderr.trim().split("\n").at(-1) ?? "";
      resolve({ stdout, problem: error === null ? null : last || messageOf(error) });
    });
  });
}

async function pushImage(reference: string, image: BuiltImage, run: ImageRun): Promise<string> {
  const container = await withLogin(exporter(run.session, image.containers), reference, run);
  for (const pause of [...run.retryDelaysMs, null]) {
    try {
      const pushed = await container.publish(reference, imageOptions(run.session, image.containers));
      const digest = pushed.slice(pushed.lastIndexOf("@") + 1);
      await run.log.line(`pushed ${reference}@${digest}`);
      if (digest !== image.digest) throw notTheTested(reference, digest, image.digest);
      return digest;
    } catch (error) {
      if (error instanceof EnvironmentError || run.signal.aborted || isConnectionGone(error)) throw error;
      const problem = pushProblem(ownWords(error), reference);
      if (pause === null || !problem.again)
        throw new EnvironmentError(problem.message, problem.remedy, { cause: error });
      run.progress(`${problem.message}; trying again in ${pause / 1_000} s`);
      await delay(pause, undefined, { signal: run.signal });
    }
  }
  throw new Error("unreachable: the last attempt answers or throws");
}

function notTheTested(reference: string, pushed: string, tested: string): EnvironmentError {
  return new EnvironmentError(
    `${reference} is ${pushed} at the registry, not the image ${tested} that was tested.`,
    "Something between engine and registry changes images: look for a proxy that converts them.",
  );
}

/** Without a login of its own the engine asks the docker configuration of this machine. */
async function withLogin(container: Container, reference: string, run: ImageRun): Promise<Container> {
  if (run.login === null) return container;
  const password = await run.store.secret(run.login.password);
  return container.withRegistryAuth(registryOf(reference), run.login.username, password);
}
