import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Container } from "@dagger.io/dagger";
import { EnvironmentError, messageOf } from "../../../errors.ts";
import type { DeliverStep, ImageOutput } from "../../../model/step.ts";

import { sameContent } from "../../image/content.ts";
import { type Delivery, handOver, pushProblem } from "../../image/delivery.ts";
import { packLayout } from "../../image/layout.ts";
import { registryOf } from "../../image/registry.ts";
import { isConnectionGone, ownWords } from "../problem.ts";
import { type BuiltImage, writeNative } from "./built-image.ts";
import { exporter, exportImage, imageOptions } from "./export.ts";
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
  const digest = await publish(reference, image, run);
  await run.log.line(`pushed ${reference}@${digest}`);
  if (digest !== image.digest) await compare({ reference, digest }, image, run);
  return digest;
}

/** Answers the digest of the manifest that the registry took. */
async function publish(reference: string, image: BuiltImage, run: ImageRun): Promise<string> {
  const container = await withLogin(exporter(run.session, image.containers), reference, run);
  for (const pause of [...run.retryDelaysMs, null]) {
    try {
      const pushed = await container.publish(reference, imageOptions(run.session, image.containers));
      return pushed.slice(pushed.lastIndexOf("@") + 1);
    } catch (error) {
      if (run.signal.aborted || isConnectionGone(error)) throw error;
      const problem = pushProblem(ownWords(error), reference);
      if (pause === null || !problem.again) throw new EnvironmentError(problem.message, problem.remedy);
      run.progress(`${problem.message}; trying again in ${pause / 1_000} s`);
      await delay(pause, undefined, { signal: run.signal });
    }
  }
  throw new Error("unreachable: the last attempt answers or throws");
}

interface Pushed {
  readonly reference: string;
  readonly digest: string;
}

/**
 * The engine puts the image together anew to push it. Where that came out with another digest, an export with the same digest shows what was pushed: it
 * has to run as the tested image does. Throws EnvironmentError when it does not, or when nothing shows it.
 */
async function compare(pushed: Pushed, image: BuiltImage, run: ImageRun): Promise<void> {
  const dir = await mkdtemp(join(run.tempDir, "pushed-"));
  try {
    const again = await exportImage(run.session, image.containers, dir);
    if (again.digest !== pushed.digest || !(await sameContent(again.images, image.images)))
      throw notTheTested(pushed, image);
    await run.log.line(`${pushed.digest} is the tested ${image.digest} but for when and by what its layers were made`);
  } catch (error) {
    if (error instanceof EnvironmentError || run.signal.aborted || isConnectionGone(error)) throw error;
    throw notTheTested(pushed, image, error);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

function notTheTested({ reference, digest }: Pushed, image: BuiltImage, cause?: unknown): EnvironmentError {
  const why = cause === undefined ? "" : ` (it cannot be compared: ${ownWords(cause)})`;
  return new EnvironmentError(
    `The engine pushed ${digest} as ${reference}, not the image ${image.digest} that was tested${why}.`,
    `Do not use ${reference}, and run again; if it persists, empty the engine's cache: dagger core engine local-cache prune.`,
    { cause },
  );
}

/** Without a login of its own the engine asks the docker configuration of this machine. */
async function withLogin(container: Container, reference: string, run: ImageRun): Promise<Container> {
  if (run.login === null) return container;
  const password = await run.store.secret(run.login.password);
  return container.withRegistryAuth(registryOf(reference), run.login.username, password);
}
