import { once } from "node:events";
import { rm } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { EnvironmentError, messageOf } from "../../errors.ts";
import type { ImageBuilder } from "../../model/engine.ts";
import type { Problem, StepOutcome } from "../../model/outcome.ts";
import type { Inspection, InspectRequest } from "../../model/project.ts";
import type { Secrets } from "../../model/secrets.ts";
import type { StageId } from "../../model/stage.ts";
import { type ContainerVariables, containerVariables } from "../container-env.ts";
import type { Engine, EngineCaches, PlannedStep, Sink } from "../engine.ts";
import { deployVariables } from "../environment.ts";
import { isHosted } from "../hosted.ts";
import type { ImageRunner } from "../image/pipeline.ts";
import { type Logins, loginsOf } from "../logins.ts";
import { outcomeOf } from "../outcome.ts";
import { createDaggerCaches } from "./caches.ts";
import { createSecretStore, loginPath, requireSsh, type SecretStore } from "./credentials.ts";
import { createGoContainer, type GoContainer } from "./go-container.ts";
import { runGoStep } from "./go-step.ts";
import { forget } from "./host-tree.ts";
import { createDaggerImages } from "./image/backend.ts";
import { inspectInContainer } from "./inspect.ts";
import { cachesLate, defaultLimits, type EngineLimits, inTime } from "./limits.ts";
import { engineProblem, isConnectionGone } from "./problem.ts";
import { DaggerPrograms } from "./programs.ts";
import type { Session } from "./session.ts";
import { cacheRoot } from "./step-spec.ts";
import { DaggerTestResults } from "./test-results.ts";
import { createSource } from "./upload.ts";

export interface DaggerOptions {
  /** Ended by `close`. */
  readonly session: Session;
  /** Absolute; ours alone, removed by `close`. */
  readonly tempDir: string;
  /** Absolute path of the repository. */
  readonly root: string;
  /** Absolute paths that never go to the engine. */
  readonly without: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Reference of the image the Go steps run in. */
  readonly image: string;
  readonly cacheScope: string;
  /** Why the engine's volumes need not travel between runs; null when they may have to. */
  readonly kept: string | null;
  readonly goproxy: string | null;
  readonly goprivate: readonly string[];
  readonly testEnv: readonly (readonly [name: string, value: string])[];
  readonly secrets: Secrets;
  /** Removes secrets from what steps on the image write to their logs. */
  readonly redact: (text: string) => string;
  /** `.git` goes too, without credentials, so that binaries can be stamped. */
  readonly vcs: boolean;
  /** Go's stages run whatever the engine remembers of them. */
  readonly fresh?: boolean;
  readonly limits?: EngineLimits;
  readonly log: (line: string) => void;
}

/** Runs steps in containers of a Dagger engine. */
export function createDaggerEngine(options: DaggerOptions): Engine {
  return new DaggerEngine(options);
}

/** GitHub kills 10 s after the first signal, and reports still have to be written. */
const cancelGraceMs = 2_000;
const closeGraceMs = 15_000;

class DaggerEngine implements Engine {
  readonly name = "dagger";
  readonly caches: EngineCaches;
  readonly testResults: DaggerTestResults;
  readonly #options: DaggerOptions;
  readonly #variables: ContainerVariables;
  readonly #store: SecretStore;
  readonly #logins: Logins;
  readonly #go: GoContainer;
  readonly #programs: DaggerPrograms;
  #images: ImageRunner | null = null;
  /** Result directories by stage: an image of a binary takes it from the build stage. */
  readonly #resultDirs = new Map<StageId, string>();
  #lost: string | null = null;
  #closed: Promise<void> | null = null;
  /** Under way, perhaps nobody's concern any more: it still writes to our directory. */
  readonly #pending = new Set<Promise<unknown>>();

  constructor(options: DaggerOptions) {
    const { session, limits = defaultLimits } = options;
    this.#options = options;
    // Of this machine's own settings of git nothing reaches a container.
    this.#logins = loginsOf({ ...options, env: { GOPRIVATE: options.env["GOPRIVATE"] }, pathOf: loginPath });
    this.#variables = containerVariables(options.env, options);
    this.#store = createSecretStore(session.client, options.tempDir);
    this.#go = createGoContainer({
      ...options,
      secrets: this.#store,
      variables: this.#variables,
      logins: this.#logins,
      deployEnv: deployVariables(options.secrets),
      source: createSource(options),
      limits,
    });
    this.#programs = new DaggerPrograms(this.#go);
    this.testResults = new DaggerTestResults({
      go: this.#go,
      limits,
      guard: (work, signal) => this.#unlessOver(work, signal),
    });
    this.caches = createDaggerCaches({
      ...options,
      container: () => this.#go.bare(),
      root: cacheRoot,
      fresh: isHosted(options.env),
      guard: (work, signal) => this.#unlessOver(() => this.#moving(work, limits), signal),
    });
    session.lost.then((reason) => {
      this.#lost = reason;
    });
  }

  async version(): Promise<string> {
    return this.#options.session.engineVersion;
  }

  async inspect(request: InspectRequest, signal: AbortSignal): Promise<Inspection> {
    const { session, image } = this.#options;
    try {
      const { plain, secret } = this.#variables;
      const details = { sessionId: session.id, image, settings: { ...plain, ...secret }, signal };
      const inspected = async (): Promise<Inspection> => {
        if (this.#options.secrets.gitSsh !== null) await this.#requireSsh();
        return await inspectInContainer(request, this.#go, details);
      };
      return await this.#unlessOver(inspected, signal);
    } catch (error) {
      throw await this.#explain(error);
    }
  }

  async #requireSsh(): Promise<void> {
    await this.#go.pulled();
    await requireSsh(this.#go.bare(), this.#options.image);
  }

  async imageBuilder(): Promise<ImageBuilder> {
    return { ok: true };
  }

  async run(planned: PlannedStep, sink: Sink, signal: AbortSignal): Promise<StepOutcome> {
    const startedAt = new Date();
    this.#resultDirs.set(planned.step.stage, planned.resultDir);
    try {
      return await this.#unlessOver(() => this.#runStep(planned, sink, signal), signal);
    } catch (error) {
      const end = signal.aborted ? "cancelled" : "errored";
      const { step } = planned;
      const own = step.type === "exec" && step.image !== undefined;
      const problem = signal.aborted ? null : await this.#explain(error, own);
      return outcomeOf(planned, { end, problem, startedAt });
    }
  }

  async #runStep({ step, resultDir }: PlannedStep, { progress }: Sink, signal: AbortSignal): Promise<StepOutcome> {
    if (step.type !== "exec") {
      this.#images ??= this.#imageRunner();
      return await this.#images.run(step, { resultDir, progress }, signal);
    }
    const startedAt = new Date();
    const problem = step.program === null ? null : await this.#programs.problem(step.program, signal);
    if (problem !== null) return outcomeOf({ step, resultDir }, { end: "errored", problem, startedAt });
    const { session, root, testEnv, fresh = false } = this.#options;
    return await runGoStep(step, resultDir, {
      container: this.#go,
      sessionId: session.id,
      hasTestEnv: testEnv.length > 0,
      readyTests: this.testResults.ready,
      ...{ root, fresh, signal },
    });
  }

  #imageRunner(): ImageRunner {
    const { session, root, without, env, tempDir, secrets, redact } = this.#options;
    return createDaggerImages({
      ...{ session, root, without, env, tempDir, secrets, redact },
      go: this.#go,
      store: this.#store,
      resultDirOf: (stage) => this.#resultDirs.get(stage),
      explain: (error) => this.#explain(error),
    });
  }

  async #moving<T>(work: () => Promise<T>, limits: EngineLimits): Promise<T> {
    await this.#go.pulled();
    return await inTime(work, limits.transferMs, () => cachesLate(limits));
  }

  /** What is under way in the engine cannot be stopped alone: an abort ends the session, and with it every container. */
  async #unlessOver<T>(start: () => Promise<T>, signal: AbortSignal): Promise<T> {
    signal.throwIfAborted();
    const over = new AbortController();
    const aborted = once(signal, "abort", { signal: over.signal }).then((): never => {
      void this.#end(cancelGraceMs);
      throw new Error("the run was cancelled");
    });
    const lost = this.#options.session.lost.then((reason): never => {
      throw new Error(reason);
    });
    const work = start();
    this.#pending.add(work);
    work.catch(() => undefined).finally(() => this.#pending.delete(work));
    try {
      return await Promise.race([work, aborted, lost]);
    } finally {
      over.abort();
      for (const loser of [aborted, lost]) loser.catch(() => undefined);
    }
  }

  async #explain(error: unknown, ownImage = false): Promise<EnvironmentError> {
    if (error instanceof EnvironmentError) return error;
    const { message, remedy } = await this.#problem(error, ownImage);
    // Not as a cause: a GraphQL client's error quotes answer and query, and causes are shown.
    return new EnvironmentError(message, remedy);
  }

  /** A broken request is often noticed before what broke it. */
  async #problem(error: unknown, ownImage: boolean): Promise<Problem> {
    if (this.#lost === null && isConnectionGone(error)) {
      this.#lost = await Promise.race([this.#options.session.lost, delay(1_000, "it does not answer any more")]);
    }
    return engineProblem(error, { lost: this.#lost, ownImage });
  }

  traceUrl(): string | null {
    return this.#options.session.traceUrl();
  }

  #end(graceMs: number): Promise<void> {
    this.#closed ??= this.#options.session.close(graceMs);
    return this.#closed;
  }

  async close(): Promise<void> {
    const { session, tempDir, log } = this.#options;
    try {
      // What is still under way reads from our directory.
      if (session.keepsState && this.#lost === null && this.#closed === null && this.#pending.size === 0) {
        await Promise.race([forget(session, tempDir), delay(cancelGraceMs, undefined, { ref: false })]);
      }
      await this.#end(this.#lost === null ? closeGraceMs : cancelGraceMs);
      await Promise.race([Promise.allSettled(this.#pending), delay(cancelGraceMs, undefined, { ref: false })]);
      await rm(tempDir, { recursive: true, force: true, maxRetries: 3 });
    } catch (error) {
      log(`cleaning up after the engine: ${messageOf(error)}`);
    }
  }
}
