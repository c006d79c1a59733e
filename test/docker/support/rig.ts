import { execFileSync } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { inject } from "vitest";
import type { ImageFacts, StepOutcome } from "../../../src/engine/engine.ts";
import {
  createDockerRunner,
  type DockerRunner,
  type DockerRunnerOptions,
} from "../../../src/engine/host/docker/runner.ts";
import type { DeliverStep, ImageSource, ImageStep, SmokeStep } from "../../../src/plan/model.ts";
import { createRedactor } from "../../../src/platform/mask.ts";

import { daemonContents } from "./contents.ts";

type Source = Partial<ImageSource & { type: "dockerfile" }>;

/** A repository with a runner, as the host engine uses one. */
export interface Rig {
  readonly root: string;
  readonly runner: DockerRunner;
  readonly env: Readonly<Record<string, string>>;
  readonly progress: readonly string[];
  image(source?: Source, step?: Partial<ImageStep>, signal?: AbortSignal): Promise<Seen>;
  smoke(step?: Partial<SmokeStep>, signal?: AbortSignal): Promise<Seen>;
  deliver(step: Partial<DeliverStep>): Promise<Seen>;
  /** `docker <args>` with the rig's environment. */
  docker(...args: readonly string[]): string;
  close(): Promise<void>;
}

export interface Seen extends StepOutcome {
  readonly facts: ImageFacts;
  readonly log: string;
  readonly resultDir: string;
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
  const secrets = options.secrets ?? { dockerSecrets: [], registryUsername: null, registryPassword: null };
  const redactor = createRedactor();
  for (const { value } of secrets.dockerSecrets) redactor.add(value);
  if (secrets.registryPassword !== null) redactor.add(secrets.registryPassword);
  return createDockerRunner({
    root,
    tempDir: dir,
    outputDirectory: join(root, ".pipeline"),
    cache: "true",
    cacheService: null,
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
    const whole: ImageStep = {
      type: "image",
      stage: "image",
      source: {
        type: "dockerfile",
        context: ".",
        dockerfile: "Dockerfile",
        target: null,
        buildArgs: [],
        secretIds: [],
        ...source,
      },
      platforms: [],
      labels: [],
      name: "fixture",
      timeoutMs: 120_000,
      ...step,
    };
    return this.#run(whole, signal);
  }

  smoke(step: Partial<SmokeStep> = {}, signal?: AbortSignal): Promise<Seen> {
    const defaults = {
      command: [],
      commandGiven: false,
      output: null,
      probe: null,
      limitMs: 10_000,
      timeoutMs: 60_000,
    };
    return this.#run({ type: "smoke", stage: "smoke", ...defaults, ...step }, signal);
  }

  deliver(step: Partial<DeliverStep>): Promise<Seen> {
    const defaults = { outputs: "default", name: "fixture", tags: [], timeoutMs: 60_000 } as const;
    return this.#run({ type: "deliver", stage: "deliver", ...defaults, ...step });
  }

  async #run(step: ImageStep | SmokeStep | DeliverStep, signal = new AbortController().signal): Promise<Seen> {
    const resultDir = join(this.#dir, `result-${this.#steps++}`);
    await mkdir(resultDir);
    const context = {
      resultDir,
      resultDirOf: () => this.root,
      progress: (line: string) => void this.progress.push(line),
    };
    const outcome = await this.runner.run(step, context, signal);
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

/** A Dockerfile around the fixture. */
export function fixtureImage(behaviour: string, more = ""): string {
  return `FROM scratch\nCOPY app /app\nENV FIXTURE=${behaviour}\n${more}ENTRYPOINT ["/app"]\n`;
}
