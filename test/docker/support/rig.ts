import { execFileSync } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { inject } from "vitest";
import { noLayerCache } from "../../../src/engine/host/docker/layer-cache.ts";
import {
  createDockerRunner,
  type DockerRunner,
  type DockerRunnerOptions,
} from "../../../src/engine/host/docker/runner.ts";
import type { DeliverStep, ImageStep, SmokeStep } from "../../../src/model/step.ts";

import { createRedactor } from "../../../src/platform/mask.ts";
import { deliverStep, type ImageRig, imageStep, nobody, type Seen, type Source, smokeStep } from "../../image/rig.ts";
import { daemonContents } from "./contents.ts";

/** A repository with a runner, as the host engine uses one. */
export interface Rig extends ImageRig {
  readonly runner: DockerRunner;
  readonly env: Readonly<Record<string, string>>;
  /** `docker <args>` with the rig's environment. */
  docker(...args: readonly string[]): string;
}

export type RigOptions = Partial<Omit<DockerRunnerOptions, "redact" | "root" | "tempDir">>;

/** Files of the repository by path; the fixture's executable is `app`. */
export async function createRig(files: Readonly<Record<string, string>>, options: RigOptions = {}): Promise<Rig> {
  const machine = inject("machine");
  const dir = await mkdtemp(join(tmpdir(), "rig-"));
  const root = join(dir, "repository");
  await mkdir(root);
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  await copyFile(machine.fixture, join(root, "app"));
  const env = { ...definedEnv(), DOCKER_HOST: machine.dockerHost, ...options.env };
  const runner = await createRunner({ dir, root, env, options });
  return new DockerRig({ dir, root, env, runner });
}

function createRunner(parts: {
  dir: string;
  root: string;
  env: Record<string, string>;
  options: RigOptions;
}): Promise<DockerRunner> {
  const { dir, root, env, options } = parts;
  const secrets = options.secrets ?? nobody;
  const redactor = createRedactor();
  for (const { value } of secrets.dockerSecrets) redactor.add(value);
  if (secrets.registryPassword !== null) redactor.add(secrets.registryPassword);
  return createDockerRunner({
    root,
    tempDir: dir,
    outputDirectory: join(root, ".pipeline"),
    resultDirOf: () => root,
    layers: noLayerCache,
    mounts: null,
    retryDelaysMs: [100, 100],
    ...options,
    env,
    secrets,
    redact: redactor.redact,
  });
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

interface RigParts extends Pick<Rig, "root" | "env" | "runner"> {
  readonly dir: string;
}

class DockerRig implements Rig {
  readonly root: string;
  readonly runner: DockerRunner;
  readonly env: Readonly<Record<string, string>>;
  readonly progress: string[] = [];
  readonly #dir: string;
  #steps = 0;

  constructor({ dir, root, env, runner }: RigParts) {
    this.#dir = dir;
    this.root = root;
    this.env = env;
    this.runner = runner;
  }

  image(source: Source = {}, step: Partial<ImageStep> = {}, signal?: AbortSignal): Promise<Seen> {
    return this.#run(imageStep(source, step), signal);
  }

  smoke(step: Partial<SmokeStep> = {}, signal?: AbortSignal): Promise<Seen> {
    return this.#run(smokeStep(step), signal);
  }

  deliver(step: Partial<DeliverStep>): Promise<Seen> {
    return this.#run(deliverStep(step));
  }

  async #run(step: ImageStep | SmokeStep | DeliverStep, signal = new AbortController().signal): Promise<Seen> {
    const resultDir = join(this.#dir, `result-${this.#steps++}`);
    await mkdir(resultDir);
    const progress = (line: string): void => void this.progress.push(line);
    const outcome = await this.runner.run(step, { resultDir, progress }, signal);
    if (outcome.image === null) throw new Error("no facts");
    return { ...outcome, facts: outcome.image, log: await readFile(join(resultDir, "0.stdout"), "utf8") };
  }

  docker(...args: readonly string[]): string {
    return execFileSync("docker", args, { env: this.env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
  }

  async close(): Promise<void> {
    await this.runner.close();
    await rm(this.#dir, { recursive: true, force: true });
  }
}

/** Everything that the daemon holds and did not before the tests, but a base image that `docker build` pulled. */
export function leftovers(): readonly string[] {
  const { dockerHost, base, before } = inject("machine");
  return daemonContents(dockerHost).filter((line) => line !== `image ${base}` && !before.includes(line));
}
