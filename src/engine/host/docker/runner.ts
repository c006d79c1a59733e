import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { EnvironmentError } from "../../../errors.ts";
import type { Config } from "../../../inputs/config.ts";
import { noImageFacts, type StepOutcome } from "../../../model/outcome.ts";
import type { Secrets } from "../../../model/secrets.ts";
import type { StageId } from "../../../model/stage.ts";
import type { DeliverStep, ImageStep, OnImage, SmokeStep } from "../../../model/step.ts";

import { endOf, redactResult, type StepResult, stepOutcome } from "../../image/outcome.ts";
import { StepLog } from "../../image/step-log.ts";
import { type Availability, checkDocker } from "./availability.ts";
import { findBuilder } from "./builder.ts";
import { DockerCli } from "./cli.ts";
import { deliver } from "./deliver-step.ts";
import { buildImage } from "./image-step.ts";
import { type BuiltImage, cleanupLimitMs, type DockerStep, type StepContext } from "./session.ts";
import { smokeTest } from "./smoke-step.ts";

export type { StepContext } from "./session.ts";

export interface DockerRunnerOptions {
  /** Absolute path of the repository. */
  readonly root: string;
  /** Environment of docker, without what is private to the runner. */
  readonly env: Readonly<Record<string, string>>;
  readonly secrets: Pick<Secrets, "dockerSecrets" | "registryUsername" | "registryPassword">;
  /** Absolute, there; everything below it that is ours goes with `close`. */
  readonly tempDir: string;
  /** Absolute; never part of a context. */
  readonly outputDirectory: string;
  readonly cache: Config["cache"];
  /** See cacheServiceOf. */
  readonly cacheService: Readonly<Record<string, string>> | null;
  /** Removes secrets from what is written to logs. */
  readonly redact: (text: string) => string;
  /** Waits before another try to push, milliseconds. */
  readonly retryDelaysMs?: readonly number[];
}

/** Builds, tests and hands over images with the docker command line. One image at a time; it lives in the runner between the steps. */
export interface DockerRunner {
  /** Whether a daemon that runs Linux containers answers. Asked once. */
  available(): Promise<Availability>;
  /** Runs one step; how it ends is a value. After `signal` nothing of the step is left. */
  run(step: OnImage, context: StepContext, signal: AbortSignal): Promise<StepOutcome>;
  /** Removes the image under its working name and all files. Never throws. */
  close(): Promise<void>;
}

export async function createDockerRunner(options: DockerRunnerOptions): Promise<DockerRunner> {
  const tempDir = await mkdtemp(join(options.tempDir, "docker-"));
  return new Runner(options, tempDir);
}

/** Variables of GitHub's cache service that the runner gives to actions; null when they are not all there. */
export function cacheServiceOf(
  env: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> | null {
  const names = ["ACTIONS_RUNTIME_TOKEN", "ACTIONS_RESULTS_URL", "ACTIONS_CACHE_URL", "ACTIONS_CACHE_SERVICE_V2"];
  const found = names.flatMap((name) => (env[name] ? [[name, env[name]] as const] : []));
  const offered = Object.fromEntries(found);
  const complete =
    "ACTIONS_RUNTIME_TOKEN" in offered && ("ACTIONS_RESULTS_URL" in offered || "ACTIONS_CACHE_URL" in offered);
  return complete ? offered : null;
}

class Runner implements DockerRunner {
  readonly #options: DockerRunnerOptions;
  readonly #tempDir: string;
  readonly #cli: DockerCli;
  #availability: Promise<Availability> | null = null;
  #image: BuiltImage | null = null;
  /** Stage that failed with this image: only `docker: warn` lets the next ones run then, and they have nothing to do. */
  #failed: StageId | null = null;
  /** Names in the daemon to give back or remove: what they named before, null for nothing. */
  readonly #names = new Map<string, string | null>();

  constructor(options: DockerRunnerOptions, tempDir: string) {
    this.#options = options;
    this.#tempDir = tempDir;
    this.#cli = new DockerCli(options.env, tempDir);
  }

  available(): Promise<Availability> {
    this.#availability ??= checkDocker(this.#cli);
    return this.#availability;
  }

  async run(step: OnImage, context: StepContext, signal: AbortSignal): Promise<StepOutcome> {
    const startedAt = new Date();
    const log = await StepLog.open(context.resultDir, this.#options.redact);
    const limit = AbortSignal.timeout(step.timeoutMs);
    const progress = (line: string): void => context.progress(this.#options.redact(line));
    const run: DockerStep = { ...context, progress, cli: this.#cli, log, signal: AbortSignal.any([signal, limit]) };
    let result: StepResult;
    try {
      result = await this.#execute(step, run);
    } catch (error) {
      result = endOf(error, signal, limit);
    } finally {
      await log.close();
    }
    if (result.end !== "exited" || result.facts.judgement?.status === "failed") this.#failed ??= step.stage;
    return stepOutcome({ step, context, log, startedAt, result: redactResult(result, this.#options.redact) });
  }

  async #execute(step: OnImage, run: DockerStep): Promise<StepResult> {
    if (step.type === "build-image") return this.#build(step, run);
    const image = this.#image;
    if (image === null || this.#failed !== null) {
      const message = this.#failed === null ? "there is no image" : `${this.#failed} did not pass`;
      return { end: "blocked", facts: noImageFacts, problem: { message, remedy: "" } };
    }
    return step.type === "test-image" ? this.#smoke(step, image, run) : this.#deliver(step, image, run);
  }

  async #build(step: ImageStep, run: DockerStep): Promise<StepResult> {
    const available = await this.available();
    if (!available.ok) throw new EnvironmentError(available.reason, available.remedy);
    const { root, env, outputDirectory, secrets, cache, cacheService } = this.#options;
    const builder = await findBuilder(this.#cli, available.daemon, run.signal);
    const options = {
      root,
      env,
      outputDirectory,
      secrets: secrets.dockerSecrets,
      cacheService: cache === "false" ? null : cacheService,
      saveCache: cache === "true",
    };
    const result = await buildImage(step, builder, { ...options, own: (name) => this.#names.set(name, null) }, run);
    if (result.type === "failed") return { end: "exited", facts: result.facts };
    this.#image = result.image;
    run.progress(`${result.image.platforms.join(", ")}: ${result.image.layers} layers, ${result.image.size} bytes`);
    return { end: "exited", facts: result.facts, cached: result.cached };
  }

  async #smoke(step: SmokeStep, image: BuiltImage, run: DockerStep): Promise<StepResult> {
    const available = await this.available();
    const arch = available.ok ? available.daemon.arch : "";
    if (image.platform.split("/")[1] !== arch) {
      const reason = `${image.platform}: built, not run (the Docker daemon is on linux/${arch})`;
      return { end: "exited", facts: { ...noImageFacts, judgement: { status: "warned", reason } } };
    }
    const { status, reason, tested } = await smokeTest(step, image, run);
    run.progress(reason);
    await run.log.line(`${status}: ${reason}`);
    return { end: "exited", facts: { ...noImageFacts, tested, judgement: { status, reason } } };
  }

  async #deliver(step: DeliverStep, image: BuiltImage, run: DockerStep): Promise<StepResult> {
    const { env, secrets, retryDelaysMs = [2_000, 5_000, 15_000] } = this.#options;
    const { registryUsername: username, registryPassword: password } = secrets;
    const login = username !== null && password !== null ? { username, password } : null;
    const borrow = (name: string): Promise<void> => this.#borrow(name);
    const { facts, problem } = await deliver(step, image, { login, env, retryDelaysMs, borrow }, run);
    return { end: problem === null ? "exited" : "errored", facts, problem };
  }

  /** Remembers what a name stands for in the daemon before it is used for a push. */
  async #borrow(name: string): Promise<void> {
    const found = await this.#cli.run(["image", "inspect", "--format", "{{.Id}}", name]);
    this.#names.set(name, found.exitCode === 0 ? found.stdout.trim() : null);
  }

  /** Nothing is left to be said when it fails: an image that was never made is not there to be removed. */
  async #cleanUp(args: readonly string[]): Promise<void> {
    await this.#cli.run(args, { timeoutMs: cleanupLimitMs }).catch((error) => {
      if (!(error instanceof EnvironmentError)) throw error;
    });
  }

  async close(): Promise<void> {
    for (const [name, before] of this.#names) {
      await this.#cleanUp(["image", "rm", name]);
      if (before !== null) await this.#cleanUp(["tag", before, name]);
    }
    this.#names.clear();
    await rm(this.#tempDir, { recursive: true, force: true, maxRetries: 3 });
  }
}
